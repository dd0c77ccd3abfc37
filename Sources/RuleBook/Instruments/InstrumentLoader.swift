import Coordination
import Formula
import Quantities

/// Reads the file of one agreement or regulation.
final class InstrumentLoader {
  let findings: Findings
  let reader: MappingReader
  var mentions: [LoadedInstrument.Mention] = []

  /// Reads a file; faults are in the result.
  static func load(_ path: String, from files: BookFiles) -> LoadedInstrument {
    let findings = Findings()
    var instrument: Instrument?
    var mentions: [LoadedInstrument.Mention] = []
    if let source = files.read(path) {
      if let node = YAMLReader.read(source, findings),
        let reader = MappingReader(node, findings, what: "an instrument")
      {
        let loader = InstrumentLoader(reader, findings)
        instrument = loader.instrument(path)
        mentions = loader.mentions
      }
    } else {
      findings.add(
        Diagnostic(
          "file.unreadable", "the file cannot be read",
          at: SourceLocation(file: path, line: 1, column: 1)))
    }
    return LoadedInstrument(
      instrument: findings.hasErrors ? nil : instrument,
      diagnostics: findings.diagnostics.sorted(), mentions: mentions)
  }

  private init(_ reader: MappingReader, _ findings: Findings) {
    self.reader = reader
    self.findings = findings
  }

  private func instrument(_ path: String) -> Instrument? {
    let id = reader.requiredText("instrument")
    let title = reader.languages("title")
    if title.isEmpty {
      findings.report("rule.missing-key", "'title' is missing", at: reader.node)
    }
    let kind = reader.required("kind").flatMap { reader.word(of: $0, Instrument.Kind.self) }
    let status = reader.required("status").flatMap { reader.word(of: $0, Instrument.Status.self) }
    let members = reader.requiredItems("parties").compactMap(member)
    let hub = reader.items("links_only_with").compactMap { hubParty($0, members) }
    let precedence = reader.items("precedence").compactMap(self.precedence)
    let surviving = reader.items("surviving").compactMap { self.surviving($0, members) }
    let signed = reader.day("signed")
    let inForce = self.inForce(status)
    let supersededBy = self.supersededBy(status)
    let amendments = reader.items("amendments").compactMap(amendment)
    let certainty = reader.certainty()
    if !reader.has("certainty") {
      findings.report(
        "certainty.missing", "nothing says how far this instrument was verified",
        hint: "certainty: primary, secondary or unverified", at: reader.node)
    }
    let sources = reader.texts("sources")
    let persons = self.persons()
    let branches = self.branches(members)
    let minimumSupplement = self.minimumSupplement()
    let sides = self.sides(members)
    let postings = self.postings()
    let refunds = reader.items("refunds").compactMap(cited)
    let notes = reader.texts("notes")
    reader.finish()
    guard let id, let kind, let status else { return nil }
    checkPlace(id, kind, members, path)
    return Instrument(
      id: id, title: title, kind: kind, members: members, hub: hub, precedence: precedence,
      surviving: surviving, status: status, signed: signed,
      since: inForce.since, until: inForce.until, isDateApproximate: inForce.isApproximate,
      sinceLaw: inForce.law, supersededBy: supersededBy, amendments: amendments,
      certainty: min(certainty ?? .unverified, inForce.certainty ?? .primary), sources: sources,
      persons: persons.map { ($0.covers, $0.cited) }, coversInsuredBefore: persons?.insuredBefore,
      branches: branches, minimumSupplement: minimumSupplement, sides: sides, postings: postings,
      refunds: refunds,
      notes: notes, location: reader.node["instrument"]?.location ?? reader.node.location)
  }

  /// `DE-US` of two parties stands in `instruments/bilateral/DE-US.yaml`.
  private func checkPlace(
    _ id: String, _ kind: Instrument.Kind, _ members: [Instrument.Membership], _ path: String
  ) {
    guard let node = reader.node["instrument"] else { return }
    let wanted = "instruments/\(kind.rawValue)/\(id).yaml"
    if path != wanted || id.contains("/") {
      findings.report("instrument.wrong-place", "'\(id)' must stand in \(wanted)", at: node)
    }
    guard kind == .bilateral, let parties = reader.node["parties"] else { return }
    guard members.count == 2, members[0].party != members[1].party else {
      findings.report("instrument.parties", "a bilateral agreement has two parties", at: parties)
      return
    }
    let pair = members.map(\.party).sorted().map(\.code).joined(separator: "-")
    if id != pair, !id.hasPrefix(pair + "-") {
      findings.report(
        "instrument.wrong-name", "an agreement of these parties is named \(pair)",
        hint: "older ones of the same pair \(pair)-YEAR", at: node)
    }
  }

  /// A party alone, or with the days it is bound.
  private func member(_ node: YAMLNode) -> Instrument.Membership? {
    if node.text != nil {
      return party(node, reader).map { .init(party: $0, since: nil, until: nil) }
    }
    guard let inner = MappingReader(node, findings, what: "a party") else { return nil }
    let party = inner.required("party").flatMap { self.party($0, inner) }
    let (since, until) = (inner.day("since"), inner.day("until"))
    let isForNationals = inner.word("persons", PartyPersons.self) != nil
    inner.finish()
    if let since, let until, until < since {
      findings.report("rule.bad-range", "it ends before it begins", at: node)
    }
    return party.map {
      .init(party: $0, since: since, until: until, isForNationals: isForNationals)
    }
  }

  func party(_ node: YAMLNode, _ reader: MappingReader) -> Party? {
    guard let text = reader.text(of: node) else { return nil }
    if text == text.uppercased(), let party = Party(text) { return party }
    let near = Country.suggestion(for: text).map { "did you mean \($0.code) (\($0.name))?" }
    findings.report("rule.unknown-country", "'\(text)' is no party", hint: near, at: node)
    return nil
  }

  private func inForce(_ status: Instrument.Status?) -> (
    since: Day?, until: Day?, isApproximate: Bool, law: String, certainty: Certainty?
  ) {
    guard let inner = reader.mapping("in_force", what: "the days in force") else {
      if status == .inForce || status == .superseded || status == .terminated {
        findings.report(
          "instrument.no-date", "'in_force' is missing: since when?",
          hint: "in_force: {since: YYYY-MM-DD, law: ...}, or since: unknown", at: reader.node)
      }
      return (nil, nil, false, "", nil)
    }
    let since = inner.required("since").flatMap { dayOrUnknown($0, inner) }
    let isEndUnknown = inner.optional("until").flatMap(inner.text(of:)) == "unknown"
    let until = inner.optional("until").flatMap { dayOrUnknown($0, inner) }
    let isApproximate = inner.yesNo("approximate") ?? (since == nil)
    let law = inner.law()
    let certainty = inner.certainty()
    inner.finish()
    if let since, let until, until < since {
      findings.report("rule.bad-range", "it ends before it begins", at: inner.node)
    }
    if (status == .superseded || status == .terminated) && until == nil
      && !isApproximate && !isEndUnknown
    {
      findings.report(
        "instrument.no-end", "an instrument no longer in force says until when", at: inner.node,
        severity: .warning)
    }
    return (since, until, isApproximate, law, certainty)
  }

  /// A day, or nil where the file says that it was not found.
  private func dayOrUnknown(_ node: YAMLNode, _ inner: MappingReader) -> Day? {
    inner.text(of: node) == "unknown" ? nil : inner.day(of: node)
  }

  private func supersededBy(_ status: Instrument.Status?) -> String? {
    guard let node = reader.optional("superseded_by"), let text = reader.text(of: node) else {
      return nil
    }
    mention(.instrument, text, at: node)
    return text
  }

  private func amendment(_ node: YAMLNode) -> Instrument.Amendment? {
    guard let inner = MappingReader(node, findings, what: "an amendment") else { return nil }
    let what = inner.requiredText("what")
    let (signed, since) = (inner.day("signed"), inner.day("since"))
    let law = inner.law()
    inner.finish()
    return what.map { .init(what: $0, signed: signed, since: since, law: law) }
  }

  /// A statement with its article.
  private func cited(_ node: YAMLNode) -> Cited? {
    guard let inner = MappingReader(node, findings, what: "a statement") else { return nil }
    let law = inner.law()
    let says = inner.requiredText("says", code: "rule.missing-says") ?? ""
    inner.finish()
    return Cited(law: law, says: Phrase(template: says))
  }

  private func persons() -> (covers: String, cited: Cited, insuredBefore: Day?)? {
    guard let inner = reader.mapping("persons", what: "the persons covered") else { return nil }
    let covers = inner.requiredText("covers")
    let law = inner.law()
    let says = inner.text("says") ?? ""
    let insuredBefore = inner.day("insured_before")
    inner.finish()
    return covers.map { ($0, Cited(law: law, says: Phrase(template: says)), insuredBefore) }
  }

  func mention(_ kind: LoadedInstrument.Mention.Kind, _ name: String, at node: YAMLNode) {
    mentions.append(.init(kind: kind, name: name, location: node.location, length: node.length))
  }
}
