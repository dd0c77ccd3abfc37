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
  }

  private var builder: SituationBuilder { SituationBuilder(context: context, scheme: scheme) }
  private var reader: AmountReader { AmountReader(scheme: scheme) }

  /// Whether own periods alone open a right on the day claimed or later by age.
  func hasIndependentRight() -> Bool {
    let start = context.start(of: scheme)
    for kind in scheme.pensions.indices {
      guard
        let found = try? situation(kind, start, under: nil, projecting: true),
        var run = Optional(found.run()),
        let right = try? RightsReader(scheme: scheme, kind: kind, today: context.today).right(
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
  func find(
    on start: Day, links: [Link], atEarliest: Bool,
    later: [(kind: Int, day: Day)] = []
  ) -> Findings {
    var findings = Findings()
    for kind in scheme.pensions.indices {
      let days = later.filter { $0.kind == kind }.map { Optional($0.day) }
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
    var own = try situation(kind, day, under: nil, projecting: projecting)
    if let earliest = own.earliest, earliest > day {
      let sooner = try findSooner(kind, on: day, than: own, links: links, projecting, &findings)
      guard atEarliest else {
        findings.later += ([earliest] + sooner).map { (kind, $0) }
        return
      }
      guard firstDay == nil else { return }
      day = earliest
      projecting = true
      own = try situation(kind, day, under: nil, projecting: projecting)
    }
    let rights = RightsReader(scheme: scheme, kind: kind, today: context.today)
    var run = own.run()
    let independent = try evaluated { () throws(EvaluationError) in
      try rights.right(&run, in: .independent)
    }
    if independent.isMet {
      var award = Award(
        kind: kind, start: day, link: nil, independent: independent,
        totalized: nil, setting: .independent, run: run, isProjected: projecting)
      compute(&award) { reader, run, amounts throws(EvaluationError) in
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
          kind: kind, start: day, link: nil, independent: independent,
          totalized: nil, setting: .independent, missing: uncredited(own), run: run,
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
    _ independent: RightResult, _ projecting: Bool, into findings: inout Findings
  ) throws(Missing) {
    let side = link.side
    guard side.totalization != .none, side.method != .contributionOnly else { return }
    if independent.isMet, side.totalization == .needed, side.method != .higherOf,
      side.method != .claimantChoice
    {
      return
    }
    guard
      var award = try award(kind, on: day, under: link, independent, projecting, without: [])
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
    apply(side, to: &award)
    findings.awards.append(award)
    if side.leavesOutUnopened, award.amounts?.ratio != nil {
      try findWithoutUnopened(kind, on: day, under: link, independent, projecting, &findings)
    }
  }

  /// The right with the foreign periods an instrument lets count; nil where there are none.
  func award(
    _ kind: Int, on day: Day, under link: Link,
    _ independent: RightResult, _ projecting: Bool, without leftOut: Set<Country>
  ) throws(Missing) -> Award? {
    let found = try situation(
      kind, day, under: link, projecting: projecting, without: leftOut)
    guard found.foreign.total.signum > 0 else { return nil }
    var run = found.run()
    let rights = RightsReader(scheme: scheme, kind: kind, today: context.today)
    let totalized = try evaluated { () throws(EvaluationError) in
      try rights.right(&run, in: .totalized)
    }
    return Award(
      kind: kind, start: day, link: link,
      independent: independent, totalized: totalized, setting: .totalized, run: run,
      isProjected: projecting)
  }

  /// The situations under the other instruments that may open the right.
  private func otherWays(
    _ kind: Int, _ day: Day, than link: Link, _ projecting: Bool
  ) -> [SchemeSituation] {
    LinkReader(context: context, scheme: scheme).links(on: day).links.compactMap { other in
      guard other.instrument.id != link.instrument.id, other.side.totalization != .none,
        other.side.method != .contributionOnly,
        let found = try? way(kind, day, under: other, projecting: projecting, without: []),
        found.foreign.total.signum > 0
      else { return nil }
      return found
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

  // MARK: Methods

  func apply(_ side: Side, to award: inout Award) {
    let bothAmounts = award.independent.isMet
    switch side.method {
    case .direct, .residenceFraction, .separate:
      let isFraction = side.method == .residenceFraction
      compute(&award) { reader, run, amounts throws(EvaluationError) in
        let value = try reader.totalized(&run)
        if isFraction { amounts.ratio = try reader.fraction(&run) }
        amounts.totalized = value
        amounts.paid = value
        amounts.basis = .totalized
      }
    case .proRata, .higherOf, .claimantChoice:
      award.setting = .prorated
      let tie = side.tie
      compute(&award) { reader, run, amounts throws(EvaluationError) in
        let parts = try reader.proRata(&run)
        amounts.theoretical = parts.theoretical
        amounts.ratio = parts.ratio
        amounts.prorated = parts.prorated
        amounts.proratedPer = parts.per
        amounts.proratedSentence = parts.sentence
        amounts.proRata = parts.amount
        amounts.paid = parts.amount
        amounts.basis = .proRata
        guard bothAmounts else { return }
        let independent = try reader.independent(&run)
        amounts.independent = independent
        if independent > parts.amount || independent == parts.amount && tie == .independent {
          amounts.paid = independent
          amounts.basis = .independent
        }
      }
      award.amounts?.isChoice = side.method == .claimantChoice && bothAmounts
      if award.amounts?.basis == .independent { award.setting = .independent }
    case .balance, .territorial, .contributionOnly, .unknown:
      award.missing.append(
        Missing(
          .agreement, what: "\(scheme.id): how the amount is computed under the agreement",
          ask: "the method of \(award.instrument?.id ?? "the agreement") is not in the rule book",
          law: side.methodLaw))
    }
  }

  /// Runs a computation; where a value is not yet published, again with the newest ones.
  private func compute(
    _ award: inout Award,
    _ body: (AmountReader, inout Run<SchemeSituation>, inout Amounts) throws(EvaluationError) ->
      Void
  ) {
    if let limit = limit(of: award) {
      award.missing.append(limit)
      return
    }
    if let other = onePension() {
      award.missing.append(other)
      return
    }
    award.missing += missingEarnings(award.run.source)
    guard award.missing.isEmpty else { return }
    var amounts = reader.frame(from: award.start, isProjection: award.isProjected)
    do {
      try body(reader, &award.run, &amounts)
      award.amounts = amounts
    } catch .missingParameter(_, _, .notYetPublished) where !award.run.source.isProjection {
      guard
        let again = try? situation(award.kind, award.start, under: award.link, projecting: true)
      else { return }
      award.run = again.run()
      amounts.usesLastPublished = true
      do {
        try body(reader, &award.run, &amounts)
        award.amounts = amounts
      } catch {
        award.missing.append(Missing(error, of: scheme))
      }
    } catch {
      award.missing.append(Missing(error, of: scheme))
    }
  }

  /// Why the rules do not reach the person or the day.
  ///
  /// What is earned so far is computed by the newest law the rules know, however far the day is.
  private func limit(of award: Award) -> Missing? {
    guard let limits = scheme.limits else { return nil }
    func missing(_ place: Phrase) -> Missing {
      Missing(
        .limit, what: "\(scheme.id): outside what its rules cover",
        ask: "\(Phrase(template: limits.says)) (\(place))")
    }
    if let born = limits.born, !born.contains(context.person.born) {
      return missing("births from \(born.lowerBound) to \(born.upperBound)")
    }
    guard let starts = limits.start, !starts.contains(award.start) else { return nil }
    let isCarriedOn =
      award.isProjected && award.start > context.today && award.start > starts.upperBound
    return isCarriedOn
      ? nil : missing("pensions that begin from \(starts.lowerBound) to \(starts.upperBound)")
  }

  /// Why no amount can be given beside the periods of a scheme that pays one pension with this one.
  private func onePension() -> Missing? {
    guard let rule = scheme.onePensionWith else { return nil }
    let beside = (context.schemes[scheme.country] ?? []).first {
      rule.schemes.contains($0.id) && !context.periods(of: $0).isEmpty
    }
    return beside.map {
      Missing(
        .scheme, what: "\(scheme.id): one pension together with \($0.id)",
        ask: Phrase(template: rule.says), law: rule.law)
    }
  }

  /// Own periods of paying classes without earnings make every amount wrong.
  private func missingEarnings(_ found: SchemeSituation) -> [Missing] {
    guard !scheme.earningsRequired.isEmpty,
      !scheme.earningsReplacedBy.contains(where: { found.facts[$0] != nil }),
      let given = found.counts.givenYears
    else { return [] }
    let years = found.counts.yearsWithoutEarnings ?? yearsWithout(given, found.record)
    found.counts.yearsWithoutEarnings = years
    guard !years.isEmpty else { return [] }
    return [
      Missing(
        .earnings,
        what: "\(scheme.id): earnings of \(YearList.text(years))",
        ask: "give the earnings of each year (0 if there were none), or one typical wage")
    ]
  }

  private func yearsWithout(_ given: Set<Int>, _ record: PersonalRecord) -> [Int] {
    var years: Set<Int> = []
    for period in record.periods
    where !period.type.classes.isDisjoint(with: scheme.earningsRequired) {
      for year in period.span.years where !given.contains(year) { years.insert(year) }
    }
    return years.sorted()
  }

  /// Missing earnings that keep years of insurance from being credited at all.
  private func uncredited(_ found: SchemeSituation) -> [Missing] {
    guard let own = found.own.byYear else { return [] }
    let missing = missingEarnings(found)
    guard !missing.isEmpty else { return [] }
    let years = found.record.selected(scheme.earningsRequired).filter { $0.certified == nil }
      .flatMap { Array($0.span.years) }
    return years.contains { own[$0]?.isZero ?? true } ? missing : []
  }

  // MARK: Situations

  func situation(
    _ kind: Int, _ day: Day, under link: Link?, projecting: Bool,
    without leftOut: Set<Country> = []
  ) throws(Missing) -> SchemeSituation {
    let found = try way(kind, day, under: link, projecting: projecting, without: leftOut)
    if let link, scheme.readsQualifiedOn {
      found.otherWays = otherWays(kind, day, than: link, projecting)
    }
    return found
  }

  /// The situation under one instrument, or on own periods, with its first possible day.
  private func way(
    _ kind: Int, _ day: Day, under link: Link?, projecting: Bool, without leftOut: Set<Country>
  ) throws(Missing) -> SchemeSituation {
    let found = try builder.situation(
      kind: kind, start: day, under: link, projecting: projecting, without: leftOut)
    var run = found.run()
    let step = scheme.pensions[kind].earliest
    let value = try evaluated { () throws(EvaluationError) in
      try run.value(of: step, in: link == nil ? .independent : .totalized)
    }
    if case .date(let earliest) = value { found.earliest = earliest }
    return found
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
