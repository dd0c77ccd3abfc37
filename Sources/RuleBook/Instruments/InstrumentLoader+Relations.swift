import Coordination
import Formula
import Quantities

/// How an instrument stands beside others, and whom it links.
extension InstrumentLoader {
  enum PartyPersons: String, CaseIterable { case nationals }

  /// A party that must be on one side of every link.
  func hubParty(_ node: YAMLNode, _ members: [Instrument.Membership]) -> Country? {
    guard let party = party(node, reader) else { return nil }
    guard members.contains(where: { $0.party == party }) else {
      findings.report(
        "instrument.unknown-side", "'\(party.code)' is no party to this instrument", at: node)
      return nil
    }
    return party.country
  }

  /// `{rule: replaces, over: bilateral, law: ...}`, or over a list of instruments.
  func precedence(_ node: YAMLNode) -> Instrument.Precedence? {
    guard let inner = MappingReader(node, findings, what: "a rule of precedence") else {
      return nil
    }
    let rule = inner.required("rule").flatMap {
      inner.word(of: $0, Instrument.Precedence.Rule.self)
    }
    var over: [String]?
    if let target = inner.required("over"), target.text != "bilateral" {
      over = inner.items("over").compactMap { item in
        guard let text = inner.text(of: item) else { return nil }
        mention(.instrument, text, at: item)
        return text
      }
    }
    let law = inner.law()
    inner.finish()
    return rule.map { .init(rule: $0, over: over, law: law) }
  }

  /// `{parties: [DE, PL], periods_until: 1990-12-31, says: ..., law: ...}`, or `parties: all`.
  func surviving(_ node: YAMLNode, _ members: [Instrument.Membership]) -> Instrument.Surviving? {
    guard let inner = MappingReader(node, findings, what: "what survives") else { return nil }
    var parties: [Country]?
    if let list = inner.required("parties"), list.text != "all" {
      parties = inner.items("parties").compactMap { hubParty($0, members) }
      if parties?.count != 2 {
        findings.report(
          "instrument.parties", "what survives names two parties, or 'all'", at: list)
      }
    }
    let before = inner.items("before").compactMap { item -> String? in
      guard let text = inner.text(of: item) else { return nil }
      mention(.instrument, text, at: item)
      return text
    }
    let until = inner.day("periods_until")
    let law = inner.law()
    let says = inner.requiredText("says", code: "rule.missing-says") ?? ""
    inner.finish()
    return Instrument.Surviving(
      parties: parties, before: before, periodsUntil: until,
      cited: Cited(law: law, says: Phrase(template: says)))
  }

  /// `{law: Art 58}`: the State of residence makes all benefits up to its minimum.
  func minimumSupplement() -> Cited? {
    guard let inner = reader.mapping("minimum_supplement", what: "the minimum supplement") else {
      return nil
    }
    let law = inner.law()
    let says = inner.text("says") ?? ""
    inner.finish()
    return Cited(law: law, says: Phrase(template: says))
  }

  /// `{less_than: 1 year, if_all: last_pays, if_all_law: Art 57(3), law: Art 57(1), (2)}`
  func readShortPeriods(_ inner: MappingReader, _ side: inout Side) {
    guard let part = inner.mapping("short_periods", what: "'short_periods'") else { return }
    side.shortPeriods = amount(part, "less_than")
    side.lastPaysShortPeriods = part.word("if_all", LastPays.self) != nil
    side.lastPaysLaw = part.text("if_all_law") ?? ""
    if side.lastPaysShortPeriods { _ = part.required("if_all_law", code: "rule.missing-law") }
    part.finish()
  }

  private enum LastPays: String, CaseIterable { case lastPays = "last_pays" }

  /// `{without_unopened: if_higher, law: Art 50(2)}`
  func readPartialRights(_ inner: MappingReader, _ side: inout Side) {
    guard let part = inner.mapping("partial_rights", what: "the rule on partial rights") else {
      return
    }
    let rule = part.required("without_unopened").flatMap { part.word(of: $0, IfHigher.self) }
    side.leavesOutUnopened = rule != nil
    side.leavesOutLaw = part.law()
    part.finish()
  }

  private enum IfHigher: String, CaseIterable { case ifHigher = "if_higher" }

  /// `{unless: {total_at_least: 21 years, own_at_most: 20 years}, law: Annex VIII, says: ...}`
  func waiver(_ inner: MappingReader) -> Side.Waiver? {
    guard let part = inner.mapping("waiver", what: "a waiver") else { return nil }
    let law = part.law()
    var total: Side.Amount?
    var own: Side.Amount?
    if let unless = part.mapping("unless", what: "the exception of a waiver") {
      total = length(unless, "total_at_least", law)
      own = length(unless, "own_at_most", law)
      unless.finish()
    }
    let says = part.text("says") ?? ""
    part.finish()
    return Side.Waiver(totalAtLeast: total, ownAtMost: own, law: law, says: says)
  }

  private func length(_ part: MappingReader, _ word: String, _ law: String) -> Side.Amount? {
    guard let node = part.required(word), let text = part.text(of: node) else { return nil }
    return length(text, at: node, law)
  }

  /// A length of periods with the article of its own mapping.
  func amount(_ part: MappingReader, _ word: String) -> Side.Amount? {
    let node = part.required(word)
    let law = part.law()
    guard let node, let text = part.text(of: node) else { return nil }
    return length(text, at: node, law)
  }

  /// Such as `6 quarters`.
  private func length(_ text: String, at node: YAMLNode, _ law: String) -> Side.Amount? {
    if let quantity = Quantity(text), let unit = quantity.unit?.period.flatMap(PeriodUnit.init),
      quantity.value >= 0
    {
      return Side.Amount(count: quantity.value, unit: unit, law: law)
    }
    findings.report(
      "rule.bad-number", "'\(text)' is no length of periods", hint: "such as 6 quarters", at: node)
    return nil
  }
}
