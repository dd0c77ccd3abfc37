import Formula
import Quantities

/// Finds the pensions a person can have under one scheme, and the best of them.
struct SchemeAssessor {
  let context: CaseContext
  let scheme: Scheme

  /// What the search for a pension on one day has found.
  struct Findings {
    var awards: [Award] = []
    /// Rights that are not met, for saying what is missing.
    var unmet: [Award] = []
    /// Kinds whose first day lies after the day searched, with that day.
    var later: [(kind: Int, day: Day)] = []
    var missing: [Missing] = []
    /// The pensions that would be found without any instrument.
    var alone: [Award] = []
    /// The kinds for which that is decided.
    var settledAlone: Set<Int> = []

    /// Adds the rights an earlier search found unmet, in the order of the kinds.
    mutating func add(unmet others: [Award]) {
      let known = Set(unmet.map(\.kind))
      unmet += others.filter { !known.contains($0.kind) }
      // Those of one kind stay in their order.
      unmet = unmet.enumerated().sorted {
        ($0.element.kind, $0.offset) < ($1.element.kind, $1.offset)
      }.map(\.element)
    }
  }

  private var builder: SituationBuilder { SituationBuilder(context: context, scheme: scheme) }
  var reader: AmountReader { AmountReader(scheme: scheme) }

  /// Whether own periods alone open a right on the day claimed or later by age.
  func hasIndependentRight() -> Bool {
    let start = context.start(of: scheme)
    for kind in scheme.pensions.indices {
      guard
        var run = try? way(kind, start, under: nil, projecting: true).run,
        let right = try? RightsReader(context, scheme, kind: kind).right(
          &run, in: .independent)
      else { continue }
      if right.isMet { return true }
    }
    return false
  }

  /// All pensions that can begin on `start`, with and without the instruments.
  ///
  /// - Parameters:
  ///   - atEarliest: search each kind on its own first day if that is later.
  ///   - later: the first days that lie after `start`, where an earlier search found them.
  ///   - upTo: the last of those days that is searched; nil: all are.
  func find(
    on start: Day, links: [Link], atEarliest: Bool,
    later: [(kind: Int, day: Day)] = [], upTo last: Day? = nil
  ) -> Findings {
    var findings = Findings()
    for kind in scheme.pensions.indices {
      var days = later.filter { $0.kind == kind }.map { Optional($0.day) }
      // What is open on `start` already was looked for there.
      if atEarliest, !later.isEmpty, days.isEmpty { continue }
      if let last {
        days = days.filter { $0.map { $0 <= last } ?? true }
        guard !days.isEmpty else { continue }
      }
      do {
        for day in days.isEmpty ? [nil] : days {
          try find(
            kind, on: start, links: links, atEarliest: atEarliest, projecting: atEarliest,
            firstDay: day, into: &findings)
        }
      } catch  where error.kind == .parameter && !atEarliest {
        findWithLastPublished(kind, on: start, links: links, into: &findings)
      } catch {
        findings.missing.append(error)
      }
    }
    return findings
  }

  /// Searches again with the newest values of the law, where one needed for the right is not out.
  private func findWithLastPublished(
    _ kind: Int, on start: Day, links: [Link],
    into findings: inout Findings
  ) {
    let known = findings.awards.count
    do {
      try find(
        kind, on: start, links: links, atEarliest: false, projecting: true, into: &findings)
    } catch {
      findings.missing.append(error)
      return
    }
    for index in findings.awards.indices.dropFirst(known) {
      findings.awards[index].amounts?.isProjection = false
      findings.awards[index].amounts?.usesLastPublished = true
    }
  }

  private func find(
    _ kind: Int, on start: Day, links: [Link], atEarliest: Bool,
    projecting isProjecting: Bool, firstDay: Day? = nil, into findings: inout Findings
  ) throws(Missing) {
    var day = firstDay ?? start
    var projecting = isProjecting
    var own = try way(kind, day, under: nil, projecting: projecting)
    if let earliest = own.earliest, earliest > day {
      let sooner = try findSooner(
        kind, on: day, than: own.situation, links: links, projecting, &findings)
      guard atEarliest else {
        findings.later += ([earliest] + sooner).map { (kind, $0) }
        return
      }
      guard firstDay == nil else { return }
      day = earliest
      projecting = true
      own = try way(kind, day, under: nil, projecting: projecting)
    }
    let rights = RightsReader(context, scheme, kind: kind)
    let right = try evaluated { () throws(EvaluationError) in
      try rights.right(&own.run, in: .independent)
    }
    let independent = OwnRight(result: right, source: own.situation)
    if right.isMet {
      let award = Award(
        kind: kind, start: day, link: nil, own: independent, totalized: nil,
        setting: .independent, run: own.run, isProjected: projecting)
      compute(award) { reader, run, amounts throws(EvaluationError) in
        let value = try reader.independent(&run)
        amounts.independent = value
        amounts.paid = value
        amounts.basis = .independent
      }
      findings.awards.append(award)
      if !findings.settledAlone.contains(kind) { findings.alone.append(award) }
    } else {
      findings.unmet.append(
        Award(
          kind: kind, start: day, link: nil, own: independent, totalized: nil,
          setting: .independent, missing: uncredited(own.situation), run: own.run,
          isProjected: projecting))
    }
    findings.settledAlone.insert(kind)
    for link in links {
      try find(kind, on: day, under: link, independent, projecting, into: &findings)
    }
  }

  /// Finds the pension of a kind that an instrument opens on a day.
  func find(
    _ kind: Int, on day: Day, under link: Link,
    _ own: OwnRight, _ projecting: Bool, into findings: inout Findings
  ) throws(Missing) {
    let (side, independent) = (link.side, own.result)
    guard side.totalization != .none, side.method != .contributionOnly else { return }
    if independent.isMet, side.totalization == .needed, side.method != .higherOf,
      side.method != .claimantChoice
    {
      return
    }
    guard
      let award = try award(kind, on: day, under: link, own, projecting, without: [])
    else { return }
    let found = award.run.source
    if let refusal = refusal(found, side, independent), !paysForAll(award, link) {
      award.missing.append(refusal)
      findings.unmet.append(award)
      return
    }
    guard award.totalized?.isMet == true else {
      findings.unmet.append(award)
      return
    }
    if independent.isMet, let waiver = side.waiver, isWaived(waiver, found) { return }
    if side.addsVoluntary, let months = found.foreign.yieldingVoluntary,
      let whole = try withVoluntaryOnTop(award, months, link)
    {
      findings.awards.append(whole)
      return
    }
    apply(side, to: award)
    findings.awards.append(award)
    if side.leavesOutUnopened, award.amounts?.ratio != nil {
      try findWithoutUnopened(kind, on: day, under: link, own, projecting, &findings)
    }
  }

  /// The right with the foreign periods an instrument lets count; nil where there are none.
  func award(
    _ kind: Int, on day: Day, under link: Link,
    _ own: OwnRight, _ projecting: Bool, without leftOut: Set<Country>
  ) throws(Missing) -> Award? {
    var found = try way(kind, day, under: link, projecting: projecting, without: leftOut)
    guard found.situation.foreign.total.signum > 0 else { return nil }
    let rights = RightsReader(context, scheme, kind: kind)
    let totalized = try evaluated { () throws(EvaluationError) in
      try rights.right(&found.run, in: .totalized)
    }
    return Award(
      kind: kind, start: day, link: link, own: own, totalized: totalized, setting: .totalized,
      run: found.run, isProjected: projecting)
  }

  /// The situations under the other instruments that may open the right.
  private func otherWays(
    _ kind: Int, _ day: Day, than link: Link, _ projecting: Bool
  ) -> [SchemeSituation] {
    LinkReader(context: context, scheme: scheme).links(on: day).links.compactMap { other in
      guard other.instrument.id != link.instrument.id, other.side.totalization != .none,
        other.side.method != .contributionOnly,
        let found = try? single(kind, day, under: other, projecting: projecting, without: []),
        found.situation.foreign.total.signum > 0
      else { return nil }
      return found.situation
    }
  }

  /// Why the own periods are too short to be totalized, if they are.
  func refusal(_ found: SchemeSituation, _ side: Side, _ independent: RightResult)
    -> Missing?
  {
    let own = found.ownTotalized.total
    if let minimum = side.minimumOwn, !independent.isMet,
      let need = StandardUnits.convert(
        minimum.count, from: minimum.unit, to: scheme.unit, nil), own < need
    {
      return Missing(
        .agreement,
        what: "\(scheme.id): at least \(Phrase(minimum.count, minimum.unit)) of own periods",
        ask: "there are \(own) of \(Phrase(need, scheme.unit))",
        law: minimum.law)
    }
    // Art 57 asks for what was completed under the own law, as the other States measure it: what
    // overlaps take away (987/2009 Art 12) concerns aggregation only.
    let completed = side.ownWindow == nil ? found.own.total : own
    if let short = side.shortPeriods, !independent.isMet,
      let need = StandardUnits.convert(short.count, from: short.unit, to: scheme.unit, nil),
      completed < need
    {
      return Missing(
        .agreement,
        what: "\(scheme.id): periods shorter than \(Phrase(short.count, short.unit))",
        ask: "this country pays nothing; the others take these periods over", law: short.law)
    }
    return nil
  }

  // MARK: Situations

  /// The way to a pension on own periods or under an instrument.
  func way(
    _ kind: Int, _ day: Day, under link: Link?, projecting: Bool,
    without leftOut: Set<Country> = []
  ) throws(Missing) -> Way {
    let found = try single(kind, day, under: link, projecting: projecting, without: leftOut)
    if let link, scheme.readsQualifiedOn {
      found.situation.otherWays = otherWays(kind, day, than: link, projecting)
    }
    return found
  }

  /// The same, as if no other instrument could open the right.
  private func single(
    _ kind: Int, _ day: Day, under link: Link?, projecting: Bool, without leftOut: Set<Country>
  ) throws(Missing) -> Way {
    let found = try builder.situation(
      kind: kind, start: day, under: link, projecting: projecting, without: leftOut)
    var run = found.run()
    let step = scheme.pensions[kind].earliest
    let value = try evaluated { () throws(EvaluationError) in
      try run.value(of: step, in: link == nil ? .independent : .totalized)
    }
    if case .date(let earliest) = value {
      found.earliest = earliest
      run.share(earliest: earliest)
    }
    return Way(situation: found, run: run)
  }

  func evaluated<Result>(_ body: () throws(EvaluationError) -> Result) throws(Missing)
    -> Result
  {
    do {
      return try body()
    } catch {
      throw Missing(error, of: scheme)
    }
  }
}
