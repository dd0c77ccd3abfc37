import CommandLineKit
import Coordination
import Formula
import Quantities

/// The answer to a case as a counsellor reads it to the person: plain words first, then a block
/// for each scheme, then what agreements add.
public struct AnswerText {
  let result: CaseResult
  let width: Int
  let style: Style
  /// Whether the worksheets are printed.
  let explains: Bool

  /// Says a text in the reader's language.
  let say: @Sendable (Phrase) -> String

  public init(
    _ result: CaseResult, width: Int, style: Style, explains: Bool,
    say: @escaping @Sendable (Phrase) -> String = { $0.english }
  ) {
    self.result = result
    self.say = say
    self.width = max(40, width)
    self.style = style
    self.explains = explains
  }

  public func rendered() -> String {
    var lines: [String] = []
    for warning in result.warnings {
      lines += wrapped("! " + say(warning), indent: 2).map(style.yellow)
    }
    if !result.warnings.isEmpty { lines.append("") }
    lines.append(style.bold(say("In short")))
    if result.schemes.isEmpty, result.uncovered.isEmpty {
      lines += wrapped("  • " + say("No periods were given."), indent: 4)
    }
    for scheme in result.schemes where !result.isBeside(scheme) {
      lines += wrapped("  • " + say(SchemeSentence(scheme).text), indent: 4)
    }
    for country in result.uncovered {
      lines += wrapped("  • " + say(Self.uncovered(country)), indent: 4)
    }
    for scheme in result.schemes where scheme.status != .notCovered {
      lines.append("")
      lines += block(scheme)
    }
    lines += agreements()
    if explains {
      for scheme in result.schemes where !scheme.worksheet.isEmpty {
        lines.append("")
        lines += WorksheetText(scheme, width: width, style: style, say: say).lines
      }
    }
    lines.append("")
    lines.append(style.dim(say(result.ruleBook)))
    if !explains {
      lines += wrapped(say("Every step with its article: add --explain."), indent: 0)
        .map(style.dim)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A country whose periods count for the others only.
  static func uncovered(_ country: Country) -> Phrase {
    country.code.count > 2
      ? "\(Phrase(template: country.name)): a State that is no more; enter its periods under the State whose institution took them over."
      : "\(Phrase(template: country.name)): the rule book has no scheme for it; ask its institution for a certified record."
  }

  // MARK: One scheme

  /// Every label of a block, to know how wide they are in the reader's language.
  private static let labels: [Phrase] = [
    "Status", "Amount", "Earned", "Pro rata", "Independent", "On top", "Choice", "Note", "Later",
    "Right",
    "Counts",
    "Agreement", "Paid abroad", "Also", "Missing", "Assumed", "Certainty",
  ]

  private func block(_ scheme: SchemeResult) -> [String] {
    let name = Phrase(called: scheme.name, or: scheme.scheme)
    let title: Phrase = "\(Phrase(template: scheme.country.name)): \(name)"
    var lines = [style.bold(say(title)) + style.dim("  \(scheme.scheme)")]
    let labels = 1 + (Self.labels.map { say($0).count }.max() ?? 0)
    let column = max(12, labels)
    func row(_ label: Phrase, _ phrase: Phrase) {
      guard !phrase.isEmpty else { return }
      let text = say(phrase)
      let label = say(label)
      let body = TextLayout.wrap(text, width: max(20, width - column - 2))
      for (index, line) in body.enumerated() {
        lines.append("  " + style.dim(TextLayout.pad(index == 0 ? label : "", to: column)) + line)
      }
    }
    row("Status", SchemeSentence(scheme).status)
    for text in SchemeSentence(scheme).amountLines { row(text.label, text.text) }
    for (index, text) in SchemeSentence(scheme).later.enumerated() {
      row(index == 0 ? "Later" : "", text)
    }
    row("Right", SchemeSentence(scheme).right)
    for condition in shownConditions(scheme) {
      row(
        "",
        condition.holds
          ? "met: \(condition.says) (\(law: condition.law))"
          : "not met: \(condition.says) (\(law: condition.law))")
    }
    for credit in scheme.foreign { row("Counts", counted(credit)) }
    if let instrument = scheme.instruments.first, scheme.method != nil {
      row("Agreement", "\(instrument), \(methodWords(scheme))")
    }
    if let export = scheme.export {
      let words = export.says.isEmpty ? exportWords(export) : export.says
      row("Paid abroad", cited(words, export.law))
    }
    for figure in scheme.figures {
      row(
        "Also",
        "\(figure.label): \(Phrase(readable: figure.value, unit: figure.unit))"
      )
    }
    for missing in scheme.missing {
      row("Missing", cited("\(missing.what): \(missing.ask)", missing.law))
    }
    // What an officer needs to go on by hand; elsewhere the notes stand in the report and the JSON.
    if explains || scheme.status == .notComputed {
      for note in scheme.notes { row("Note", cited(note.says, note.law)) }
    }
    for assumption in scheme.assumptions { row("Assumed", assumption) }
    row("Certainty", certainty(scheme))
    return lines
  }

  func shownConditions(_ scheme: SchemeResult) -> [ConditionResult] {
    let isOwn = scheme.independent?.isMet ?? false
    return (isOwn ? nil : scheme.totalized)?.conditions ?? scheme.independent?.conditions ?? []
  }

  func counted(_ credit: ForeignCredit) -> Phrase {
    let from = Phrase(credit.sum, credit.sumUnit)
    let to = Phrase(credit.counted, credit.countedUnit)
    var text: Phrase = "\(Phrase(template: credit.country.name)): \(from) count as \(to)"
    if credit.leftOut.signum > 0 {
      text =
        "\(text); \(credit.leftOut) left out because other periods already cover the time"
    }
    if credit.overMaximum.signum > 0 {
      text = "\(text); \(credit.overMaximum) left out as more than a year can hold"
    }
    if credit.isTakenOver { text = "\(text); under a year, taken over" }
    return cited(text, credit.law)
  }

  func cited(_ text: Phrase, _ law: String) -> Phrase {
    law.isEmpty ? text : "\(text) (\(law: law))"
  }

  func methodWords(_ scheme: SchemeResult) -> Phrase {
    let words: Phrase =
      switch scheme.method {
      case .direct?: "own periods and own accrual; foreign periods open the right"
      case .proRata?: "theoretical amount times own periods over all periods"
      case .higherOf?: "the higher of the independent and the pro rata amount"
      case .claimantChoice?: "the claimant chooses between the two amounts"
      case .separate?: "computed separately on own periods"
      case .residenceFraction?: "a flat amount times own years of residence over full years"
      case .balance?: "the balance of the account"
      case .territorial?: "the State of residence pays for all periods"
      case .contributionOnly?: "about contributions only"
      case .unknown?, nil: "how it computes is not in the rule book"
      }
    return cited(words, scheme.methodLaw)
  }

  func exportWords(_ export: ExportResult) -> Phrase {
    switch export.payment {
    case .full: "paid in full where the person lives"
    case .reduced: "paid in part where the person lives"
    case .none: "not paid where the person lives"
    case .unknown: "not known"
    }
  }

  func certainty(_ scheme: SchemeResult) -> Phrase {
    guard scheme.amounts?.paid != nil else { return "" }
    return switch scheme.certainty {
    case .primary: "read in the law or the agency's own publication"
    case .secondary: "some values were read in secondary sources only"
    case .unverified:
      "some values could not be verified: \(scheme.unverified)"
    }
  }

  // MARK: Agreements

  private func agreements() -> [String] {
    var lines: [String] = []
    if !result.coverage.isEmpty {
      lines += ["", style.bold(say("Agreements between these countries"))]
      for pair in result.coverage {
        let words: Phrase =
          switch pair.state {
          case .inForce: "in force: \(pair.instruments.joined(separator: ", "))"
          case .none: "none. \(pair.says)"
          case .unknown: "unknown. \(pair.says)"
          }
        lines += wrapped("  \(pair.first.code)–\(pair.second.code)  \(say(words))", indent: 9)
      }
    }
    if !result.losses.isEmpty {
      lines += ["", style.bold(say("Without the agreements"))]
      for loss in result.losses {
        let with = loss.withAgreements.map { Phrase($0, loss.currency, per: loss.per) } ?? ""
        let words: Phrase =
          loss.without.map { "\($0, loss.currency) instead of \(with)" }
          ?? "nothing instead of \(with): the right itself would be lost"
        lines += wrapped("  " + say("\(loss.scheme): \(words)"), indent: 4)
      }
    }
    for scheme in result.schemes {
      for refund in scheme.refunds {
        lines += [
          "", style.bold(say("What a refund would erase")) + style.dim("  \(scheme.scheme)"),
        ]
        for line in RefundSentences(refund).lines { lines += wrapped("  " + say(line), indent: 4) }
      }
    }
    return lines
  }

  private func wrapped(_ text: String, indent: Int) -> [String] {
    let pad = String(repeating: " ", count: indent)
    let first = text.prefix { $0 == " " }
    let body = String(text.dropFirst(first.count))
    let lines = TextLayout.wrap(body, width: max(20, width - indent))
    return lines.enumerated().map { $0 == 0 ? first + $1 : pad + $1 }
  }
}
