import Coordination
import Formula
import Quantities

extension InstrumentLoader {
  func branches(_ members: [Instrument.Membership]) -> [String: [String]] {
    guard let inner = reader.mapping("branches", what: "the branches") else { return [:] }
    var result: [String: [String]] = [:]
    for entry in inner.node.entries ?? [] {
      result[entry.key] = inner.texts(entry.key)
      checkKey(entry, members)
    }
    return result
  }

  func sides(_ members: [Instrument.Membership]) -> [String: Side] {
    guard let outer = reader.mapping("sides", what: "the sides") else { return [:] }
    var result: [String: Side] = [:]
    for entry in outer.node.entries ?? [] {
      checkKey(entry, members)
      if let side = side(entry.value) { result[entry.key] = side }
    }
    return result
  }

  /// A side is a party, one of its schemes, or `*`.
  private func checkKey(_ entry: YAMLNode.Entry, _ members: [Instrument.Membership]) {
    if entry.key == "*" { return }
    let codes = members.map(\.party.code)
    if codes.contains(entry.key) { return }
    let countries = members.map(\.party.country.code)
    if entry.key.contains("."), countries.contains(where: { entry.key.hasPrefix($0 + ".") }) {
      mentions.append(
        .init(
          kind: .scheme, name: entry.key, location: entry.keyLocation, length: entry.key.count))
      return
    }
    findings.report(
      "instrument.unknown-side", "'\(entry.key)' is no party to this instrument",
      hint: codes.count < 6
        ? "a party (\(codes.joined(separator: ", "))), its scheme, or '*'" : nil,
      at: entry)
  }

  private func side(_ node: YAMLNode) -> Side? {
    guard let inner = MappingReader(node, findings, what: "a side") else { return nil }
    var totalization: Side.Totalization?
    var totalizationLaw = ""
    if inner.required("totalization") != nil,
      let part = inner.mapping("totalization", what: "totalization")
    {
      totalization = part.required("when").flatMap { part.word(of: $0, Side.Totalization.self) }
      totalizationLaw = part.law()
      part.finish()
    }
    let method = inner.required("method").flatMap { inner.word(of: $0, Method.self) }
    var side = Side(
      totalization: totalization ?? .needed, totalizationLaw: totalizationLaw,
      method: method ?? .unknown, methodLaw: inner.law("method_law"))
    side.minimumOwn = amount(inner, "minimum_own", "is")
    readShortPeriods(inner, &side)
    readPartialRights(inner, &side)
    side.waiver = waiver(inner)
    side.systems = inner.whole("systems", atLeast: 2)
    side.systemsLaw = inner.text("systems_law") ?? ""
    if side.systems != nil { _ = inner.required("systems_law", code: "rule.missing-law") }
    side.prefersHighest = inner.word("prefer", Preference.self) != nil
    side.countedSchemes = counts(inner)
    side.ownWindow = window(inner, "own_window")
    side.foreignWindow = window(inner, "foreign_window")
    readUnits(inner, &side)
    readOverlap(inner, &side)
    side.ratioLaw = inner.text("ratio_law") ?? ""
    side.tie = inner.word("tie", Side.Tie.self) ?? .independent
    readExport(inner, &side)
    readThirdCountries(inner, &side)
    inner.finish()
    return totalization == nil || method == nil ? nil : side
  }

  private enum Preference: String, CaseIterable { case highest }

  private func counts(_ inner: MappingReader) -> [String]? {
    guard inner.has("counts") else { return nil }
    return inner.items("counts").compactMap { node in
      guard let text = inner.text(of: node) else { return nil }
      mention(.scheme, text, at: node)
      return text
    }
  }

  /// `{is: 6 quarters, law: ...}`
  private func amount(_ inner: MappingReader, _ key: String, _ word: String) -> Side.Amount? {
    guard let part = inner.mapping(key, what: "'\(key)'") else { return nil }
    let amount = amount(part, word)
    part.finish()
    return amount
  }

  private func window(_ inner: MappingReader, _ key: String) -> Side.Window? {
    guard let part = inner.mapping(key, what: "'\(key)'") else { return nil }
    let from = part.day("from")
    let age = part.whole("from_age")
    let law = part.law()
    part.finish()
    if from == nil, age == nil {
      findings.report("rule.missing-key", "a window begins 'from' or 'from_age'", at: part.node)
      return nil
    }
    return Side.Window(from: from, fromAge: age, law: law)
  }

  private func readUnits(_ inner: MappingReader, _ side: inout Side) {
    side.unitsLaw = inner.text("units_law") ?? ""
    guard let node = inner.optional("units") else { return }
    if node.text == "eu_987" {
      side.usesEuropeanUnits = true
      _ = inner.required("units_law", code: "rule.missing-law")
      return
    }
    side.units = inner.items("units").compactMap(unitRule)
  }

  private func unitRule(_ node: YAMLNode) -> Side.UnitRule? {
    guard let part = MappingReader(node, findings, what: "a unit rule") else { return nil }
    let from = part.required("from").flatMap { part.word(of: $0, PeriodUnit.self) }
    let to = part.required("to").flatMap { part.word(of: $0, PeriodUnit.self) }
    let multiply = part.whole("multiply", atLeast: 1) ?? 1
    let divide = part.whole("divide", atLeast: 1) ?? 1
    let basis = part.required("by").flatMap { part.word(of: $0, Side.UnitRule.Basis.self) }
    let remainder = part.word("remainder", Side.UnitRule.Remainder.self)
    let atMost = part.whole("at_most", atLeast: 1)
    let onlyWhereTouched = part.yesNo("only_where_touched") ?? false
    let law = part.law()
    part.finish()
    if divide > 1, remainder == nil, !part.has("remainder") {
      findings.report(
        "rule.missing-key", "'remainder' is missing: what becomes of a part?",
        hint: "remainder: up or down", at: node)
    }
    guard let from, let to, let basis else { return nil }
    return Side.UnitRule(
      from: from, to: to, multiply: multiply, divide: divide, basis: basis,
      remainder: remainder ?? .down, atMost: atMost, onlyWhereTouched: onlyWhereTouched, law: law)
  }

  private func readOverlap(_ inner: MappingReader, _ side: inout Side) {
    guard let part = inner.mapping("overlap", what: "the overlap rule") else { return }
    let rule = part.required("rule").flatMap { part.word(of: $0, Side.Overlap.self) }
    side.overlapLaw = part.law()
    side.addsVoluntary = part.word("voluntary", OnTop.self) != nil
    side.addsVoluntaryLaw = part.text("voluntary_law") ?? ""
    if side.addsVoluntary { _ = part.required("voluntary_law", code: "rule.missing-law") }
    part.finish()
    if let rule { side.overlap = rule }
  }

  private enum OnTop: String, CaseIterable { case onTop = "on_top" }

  private enum Reach: String, CaseIterable { case parties, world }

  private func readExport(_ inner: MappingReader, _ side: inout Side) {
    guard let part = inner.mapping("export", what: "the export rule") else { return }
    let rule = part.required("rule").flatMap { part.word(of: $0, Side.Export.self) }
    side.exportsWorldwide = part.word("where", Reach.self) == .world
    side.exportLaw = part.law()
    part.finish()
    if let rule { side.export = rule }
  }

  private func readThirdCountries(_ inner: MappingReader, _ side: inout Side) {
    guard let part = inner.mapping("third_countries", what: "the rule on third countries") else {
      return
    }
    let counted = part.required("counted").flatMap { part.word(of: $0, Side.ThirdCountries.self) }
    side.thirdCountriesLaw = part.law()
    part.finish()
    if let counted { side.thirdCountries = counted }
  }

  // MARK: Posting

  /// One rule for both, or one for each party the worker comes from.
  func postings() -> [Instrument.Posting] {
    guard let node = reader.optional("posting") else { return [] }
    let entries = node.entries ?? []
    let parties = entries.compactMap { entry in Party(entry.key).map { ($0, entry.value) } }
    if !parties.isEmpty, parties.count == entries.count {
      return parties.compactMap { posting($1, home: $0) }
    }
    return posting(node, home: nil).map { [$0] } ?? []
  }

  private func posting(_ node: YAMLNode, home: Party?) -> Instrument.Posting? {
    guard let part = MappingReader(node, findings, what: "a posting rule") else { return nil }
    let months = part.whole("months")
    let further = part.whole("extension")
    let law = part.law()
    let says = part.text("says") ?? ""
    let certainty = part.certainty()
    if !part.has("certainty") {
      findings.report(
        "certainty.missing", "nothing says how far this limit was verified",
        hint: "certainty: primary, secondary or unverified", at: node)
    }
    part.finish()
    return Instrument.Posting(
      home: home, months: months, extensionMonths: further, law: law, says: says,
      certainty: certainty ?? .unverified)
  }
}
