import CommandLineKit
import Coordination
import Formula
import Quantities

/// What links two countries, in plain words.
public struct AgreementText {
  let width: Int
  let style: Style

  public init(width: Int, style: Style) {
    self.width = max(40, width)
    self.style = style
  }

  /// One line for a pair: state, instruments, since when.
  public func line(_ answer: AgreementMap.Answer) -> String {
    let names = "\(answer.first.code)–\(answer.second.code)"
    let words: String =
      switch answer.state {
      case .inForce:
        answer.links.filter { $0.isInForce && $0.isReliable }.map(short).joined(separator: "; ")
      case .none: "none. \(answer.says)"
      case .unknown:
        "unknown. \(answer.says)\(answer.links.isEmpty ? "" : " (\(answer.links.map(\.instrument.id).joined(separator: ", ")))")"
      }
    let lines = TextLayout.wrap(words, width: max(20, width - 34))
    let label =
      TextLayout.pad(names, to: 9)
      + TextLayout.pad(TextLayout.truncate(answer.second.name, to: 22), to: 24)
    return lines.enumerated().map {
      ($0 == 0 ? label : String(repeating: " ", count: 33)) + $1
    }.joined(separator: "\n")
  }

  private func short(_ link: AgreementMap.Link) -> String {
    let instrument = link.instrument
    let since: String =
      link.since.map { "since \(instrument.isDateApproximate ? "about " : "")\($0)" }
      ?? "in force, date not found"
    let kind =
      instrument.sides.values.contains { $0.totalization != .none }
      ? "" : ", contributions only: no totalization"
    let name = instrument.kind == .multilateral ? "\(instrument.id) " : ""
    return
      "\(name)\(since)\(kind)\(instrument.certainty == .primary ? "" : " (\(instrument.certainty.name))")"
  }

  /// Everything about a pair.
  public func page(_ answer: AgreementMap.Answer, on day: Day) -> String {
    var lines = [
      style.bold("\(answer.first.name) – \(answer.second.name) on \(day)"),
      "  \(state(answer))",
    ]
    for link in answer.links { lines += [""] + block(link, answer) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func state(_ answer: AgreementMap.Answer) -> String {
    switch answer.state {
    case .inForce: "An agreement is in force."
    case .none: "No agreement. \(answer.says)"
    case .unknown: "Unknown. \(answer.says)"
    }
  }

  private func block(_ link: AgreementMap.Link, _ answer: AgreementMap.Answer) -> [String] {
    let instrument = link.instrument
    var lines = [
      style.bold(instrument.title["en"] ?? instrument.id) + style.dim("  \(instrument.id)")
    ]
    func row(_ label: String, _ text: String) {
      guard !text.isEmpty else { return }
      for (index, line) in TextLayout.wrap(text, width: max(20, width - 16)).enumerated() {
        lines.append("  " + style.dim(TextLayout.pad(index == 0 ? label : "", to: 14)) + line)
      }
    }
    row("Status", instrument.status.rawValue.map { $0 == "_" ? " " : String($0) }.joined())
    row("Since", dates(link))
    if let successor = instrument.supersededBy { row("Superseded by", successor) }
    for amendment in instrument.amendments {
      row(
        "Amended",
        "\(amendment.what), since \(amendment.since?.description ?? "?") (\(amendment.law))")
    }
    if let persons = instrument.persons {
      row("Persons", "\(persons.covers) (\(persons.cited.law)) \(persons.cited.says)")
    }
    for (party, side) in sides(instrument, answer) { row(party, words(side)) }
    for posting in instrument.postings { row("Posting", words(posting)) }
    for note in instrument.notes { row("Note", note) }
    row("Certainty", "\(instrument.certainty.name): \(instrument.sources.joined(separator: "; "))")
    return lines
  }

  private func dates(_ link: AgreementMap.Link) -> String {
    let instrument = link.instrument
    guard let since = link.since else { return "the date of entry into force was not found" }
    let about = instrument.isDateApproximate ? "about (not read in a source) " : ""
    let until = instrument.until.map { ", until \($0)" } ?? ""
    return "\(about)\(since)\(until) (\(instrument.sinceLaw))"
  }

  private func sides(_ instrument: Instrument, _ answer: AgreementMap.Answer) -> [(String, Side)] {
    let wanted = [answer.first.country.code, answer.second.country.code, "*"]
    return instrument.sides.filter { key, _ in
      wanted.contains { key == $0 || key.hasPrefix("\($0).") || key.hasPrefix("\($0)-") }
    }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private func words(_ side: Side) -> String {
    let totals: String =
      switch side.totalization {
      case .needed: "totalizes where own periods are not enough"
      case .always: "always counts the other periods"
      case .none: "does not totalize"
      }
    var text =
      "\(totals) (\(side.totalizationLaw)); method \(side.method.rawValue) (\(side.methodLaw))"
    if let minimum = side.minimumOwn {
      text += "; at least \(minimum.count) \(minimum.unit.rawValue)s of its own (\(minimum.law))"
    }
    if let systems = side.systems { text += "; at most \(systems) systems (\(side.systemsLaw))" }
    return text
  }

  private func words(_ posting: Instrument.Posting) -> String {
    let home = posting.home.map { "from \($0.code): " } ?? ""
    let months = posting.months.map { "\($0) months" } ?? "no limit was read"
    let longer = posting.extensionMonths.map { $0 > 0 ? ", \($0) more by agreement" : "" } ?? ""
    return "\(home)\(months)\(longer) (\(posting.law); \(posting.certainty.name)) \(posting.says)"
  }

  /// Whether a posting of so many months keeps a worker insured at home.
  public func posting(
    _ found: [(link: AgreementMap.Link, posting: Instrument.Posting)],
    _ answer: AgreementMap.Answer, months: Int?
  ) -> String {
    var lines = [style.bold("Posting from \(answer.first.name) to \(answer.second.name)")]
    if answer.state != .inForce {
      lines.append(
        "  \(state(answer)) Without an agreement contributions may fall due in both countries.")
    } else if found.isEmpty {
      lines.append(
        "  An agreement is in force (\(answer.links.filter(\.isInForce).map(\.instrument.id).joined(separator: ", "))), but its posting limit is not in the rule book."
      )
    }
    for (link, posting) in found {
      for line in TextLayout.wrap("\(link.instrument.id): \(words(posting))", width: width - 2) {
        lines.append("  \(line)")
      }
      if let months, let limit = posting.months {
        lines.append("  \(verdict(months, limit, posting))")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func verdict(_ months: Int, _ limit: Int, _ posting: Instrument.Posting) -> String {
    if months <= limit {
      return "\(months) months: within the limit; ask for a certificate of coverage before leaving."
    }
    if let more = posting.extensionMonths, more > 0 {
      return months <= limit + more
        ? "\(months) months: over the limit of \(limit); the two authorities may extend it by \(more)."
        : "\(months) months: over the limit of \(limit) even with \(more) more."
    }
    return
      "\(months) months: over the limit of \(limit); the rule book knows no extension, so the host country insures from the start unless the authorities make an exception."
  }
}
