import Formula
import Quantities

/// Turns what was found for a scheme into its part of the answer.
struct SchemeAnswer {
  let context: CaseContext
  let scheme: Scheme
  /// Whether instruments are taken into account.
  let usesAgreements: Bool

  var explains: Bool { context.detail == .worksheets }

  /// The answer, what would be paid without the instruments (nil where nothing would be), and the
  /// least the State of residence makes all benefits up to.
  func result() -> (result: SchemeResult, paidAlone: ExactDecimal?, minimum: MinimumSupplement?) {
    var result = SchemeResult(
      scheme: scheme.id, country: scheme.country, name: scheme.name, status: .notCovered)
    result.certainty = scheme.certainty
    if !context.isBare { result.notes = scheme.citedNotes }
    guard !context.periods(of: scheme).isEmpty || !(context.career.facts[scheme.id] ?? [:]).isEmpty
    else { return (result, nil, nil) }
    let start = context.start(of: scheme)
    let links = usesAgreements ? self.links(on: start, &result) : []
    let assessor = SchemeAssessor(context: context, scheme: scheme)
    var findings = assessor.find(on: start, links: links, atEarliest: false)
    var alone = findings.alone
    let isLater = best(of: alone) == nil && !findings.later.isEmpty
    var status = Status.payable
    if best(of: findings.awards) == nil, !findings.later.isEmpty {
      let now = findings
      findings = search(assessor, on: start, links, later: now.later)
      if isLater { alone = findings.alone }
      findings.missing += now.missing
      findings.add(unmet: now.unmet)
      if let first = earliest(of: findings.awards) {
        if !context.isBare { result.later = higher(after: first, among: findings.awards) }
        findings.awards = findings.awards.filter { $0.start == first }
        status = .payableLater(first)
      }
    } else if isLater, !context.isBare, best(of: findings.awards)?.amounts?.paid != nil {
      alone = assessor.find(on: start, links: [], atEarliest: true, later: findings.later).alone
    }
    if isLater, let first = earliest(of: alone) { alone = alone.filter { $0.start == first } }
    var minimum: MinimumSupplement?
    if let award = best(of: findings.awards) {
      fill(&result, from: award, others: findings, status: status, links: links)
      minimum = MinimumSupplement(of: scheme, beside: result, &award.run, links, context)
    } else {
      explainRefusal(&result, findings, links: links)
    }
    return (result, best(of: alone)?.amounts?.paid, minimum)
  }

  /// The instruments that link the scheme's country with others of the career, with its side.
  private func links(on day: Day, _ result: inout SchemeResult) -> [Link] {
    let reader = LinkReader(context: context, scheme: scheme)
    let found = reader.links(on: day)
    result.notes += found.notes
    for link in found.links where !link.instrument.surviving.isEmpty {
      result.notes += SurvivingReader(context: context, scheme: scheme).notes(
        beside: link.instrument, on: day)
    }
    result.assumptions += found.assumptions
    return found.links
  }

  /// The pensions of each kind on its own first day; where only figures are wanted, up to the first
  /// day on which one is paid.
  private func search(
    _ assessor: SchemeAssessor, on start: Day, _ links: [Link], later: [(kind: Int, day: Day)]
  ) -> SchemeAssessor.Findings {
    if context.isBare, let first = later.map(\.day).min() {
      let findings = assessor.find(
        on: start, links: links, atEarliest: true, later: later, upTo: first)
      if best(of: findings.awards)?.amounts?.paid != nil { return findings }
    }
    return assessor.find(on: start, links: links, atEarliest: true, later: later)
  }

  /// The pensions that open after the first and pay more than every one before them.
  private func higher(after first: Day, among awards: [Award]) -> [LaterPension] {
    guard var held = best(of: awards.filter { $0.start == first })?.amounts?.paid else { return [] }
    return Set(awards.map(\.start)).sorted().filter { $0 > first }.compactMap { day in
      guard let award = best(of: awards.filter { $0.start == day }),
        let paid = award.amounts?.paid, paid > held
      else { return nil }
      held = paid
      let kind = scheme.pensions[award.kind]
      return LaterPension(pension: kind.id, name: kind.name, from: day, paid: paid)
    }
  }

  private func earliest(of awards: [Award]) -> Day? {
    awards.filter { $0.amounts?.paid != nil }.map(\.start).min() ?? awards.map(\.start).min()
  }

  /// The highest amount; of equal ones the first found, which is the independent one, unless the
  /// instrument's side prefers the pro rata where both are equal.
  private func best(of awards: [Award]) -> Award? {
    var best: Award?
    for award in awards {
      guard let held = best else {
        best = award
        continue
      }
      switch (award.amounts?.paid, held.amounts?.paid) {
      case (let new?, let old?) where new > old: best = award
      case (.some, nil): best = award
      // A method nobody has read hides no award that asks for something that can be given.
      case (nil, nil)
      where held.link?.side.method == .unknown && award.link?.side.method != .unknown:
        best = award
      case (let new?, let old?) where new == old && isPreferred(award, over: held): best = award
      default: break
      }
    }
    return best
  }

  /// Whether the side of `award` shows its pro rata where it equals the same independent pension.
  private func isPreferred(_ award: Award, over held: Award) -> Bool {
    held.link == nil && held.kind == award.kind && held.start == award.start
      && award.link?.side.tie == .proRata && award.amounts?.basis == .proRata
  }

  // MARK: Filling in

  private func fill(
    _ result: inout SchemeResult, from award: Award, others: SchemeAssessor.Findings,
    status: Status, links: [Link]
  ) {
    let kind = scheme.pensions[award.kind]
    let isComputed = award.amounts?.paid != nil
    result.status = isComputed ? status : .notComputed
    if case .payableLater = status, award.missing.isEmpty { result.status = status }
    result.pension = kind.id
    result.pensionName = kind.name
    result.independent = opened(award)
    result.totalized =
      openedTotalized(award)
      ?? others.awards.first { $0.kind == award.kind && $0.totalized != nil }.flatMap(
        openedTotalized)
    result.neededTotalization = award.neededTotalization
    setPeriods(&result, award)
    if result.foreign.isEmpty {
      // An independent pension was compared with one that counts foreign periods.
      let compared = others.awards.first { $0.kind == award.kind && $0.totalized != nil }
      result.foreign = compared?.run.source.foreign.credits ?? []
    }
    result.instruments = award.instrument.map { [$0.id] } ?? []
    result.instruments += links.map(\.instrument.id).filter { !result.instruments.contains($0) }
    result.method = award.link?.side.method
    result.methodLaw = award.link?.side.methodLaw ?? ""
    result.amounts = merged(award, with: others)
    if let extra = result.amounts?.voluntarySupplement, extra.signum > 0 {
      result.notes.append(
        Cited(
          law: others.awards.lazy.compactMap { $0.link?.side.addsVoluntaryLaw }.first {
            !$0.isEmpty
          }
            ?? "",
          says:
            "\(scheme.currency.code) \(extra) of the pro rata amount is for voluntary periods that yield to compulsory ones abroad."
        ))
    }
    result.missing = award.missing
    if !isComputed { noteRatio(&result, award) }
    addFigures(&result, award)
    result.export = ExportReader(context: context, scheme: scheme).export(
      of: &award.run, in: award.setting, usesAgreements: usesAgreements)
    if !context.isBare { result.assumptions += assumptions(award) }
    // What the worksheet's sentences look up besides is not what the amount rests on.
    setCertainty(&result, award)
    if isComputed, explains {
      result.worksheet = WorksheetWriter(scheme: scheme).lines(
        of: &award.run, for: award.setting, prorated: award.amounts?.proratedSentence ?? "")
    }
  }

  /// The right on own periods, with the day it opens on.
  func opened(_ award: Award) -> RightResult {
    if context.isBare { return award.independent }
    return rights(award).opened(award.independent, award.own.source, in: .independent)
  }

  /// The right with foreign periods, with the day it opens on.
  func openedTotalized(_ award: Award) -> RightResult? {
    if context.isBare { return award.totalized }
    return award.totalized.map { rights(award).opened($0, award.run.source, in: .totalized) }
  }

  private func rights(_ award: Award) -> RightsReader {
    RightsReader(context, scheme, kind: award.kind)
  }

  /// Says the ratio where the method is pro rata and only the amount could not be computed.
  private func noteRatio(_ result: inout SchemeResult, _ award: Award) {
    let methods: [Method] = [.proRata, .higherOf, .claimantChoice]
    guard let side = award.link?.side, methods.contains(side.method),
      let (own, total) = try? AmountReader(scheme: scheme).parts(&award.run)
    else { return }
    result.proRataShare = try? Ratio(min(own, total), over: total)
    result.notes.append(
      Cited(
        law: side.methodLaw,
        says:
          "The pro rata share is \(min(own, total)) of \(total): only the theoretical amount is missing."
      ))
  }

  func setPeriods(_ result: inout SchemeResult, _ award: Award) {
    let source = award.run.source
    let isAlone = award.totalized == nil
    let own = isAlone ? source.own.total : source.ownTotalized.total
    let foreign = isAlone ? ExactDecimal.zero : source.foreign.total
    result.periods = PeriodTotals(
      own: own, foreign: foreign, total: own.plus(foreign), unit: scheme.unit)
    result.foreign = source.foreign.credits
  }

  /// The amounts of the award, with the independent one beside it where it was found too.
  private func merged(_ award: Award, with others: SchemeAssessor.Findings) -> Amounts? {
    var amounts = award.amounts
    let same = others.awards.filter { $0.kind == award.kind && $0.start == award.start }
    if amounts?.independent == nil {
      amounts?.independent = same.lazy.compactMap { $0.amounts?.independent }.first
    }
    if amounts?.ratio == nil, let pro = same.first(where: { $0.amounts?.ratio != nil })?.amounts {
      amounts?.ratio = pro.ratio
      amounts?.theoretical = pro.theoretical
      amounts?.proRata = pro.proRata
      amounts?.prorated = pro.prorated
      amounts?.voluntarySupplement = pro.voluntarySupplement
      amounts?.proratedPer = pro.proratedPer
    }
    return amounts
  }

  private func addFigures(_ result: inout SchemeResult, _ award: Award) {
    // How certain the amount is hangs on its figures too: they are found even where none is told.
    guard award.amounts?.paid != nil else { return }
    for step in scheme.figures {
      guard case .number(let value)? = try? award.run.value(of: step, in: award.setting) else {
        continue
      }
      let declaration = scheme.rules.steps[step].declaration
      result.figures.append(
        NamedFigure(
          id: declaration.id, name: declaration.name, value: value,
          unit: WorksheetWriter.unit(of: scheme.rules.steps[step].type),
          isTheoretical: isTheoretical(step, value, award)))
    }
  }

  /// Whether a figure of a pro rata pension is one that own periods alone do not give.
  private func isTheoretical(_ step: Int, _ value: ExactDecimal, _ award: Award) -> Bool {
    guard award.setting == .prorated,
      case .number(value)? = try? award.run.value(of: step, in: .theoretical)
    else { return false }
    if case .number(value)? = try? award.run.value(of: step, in: .independent) { return false }
    return true
  }

  private func assumptions(_ award: Award) -> [Phrase] {
    var all: [Phrase] = award.run.source.log.assumedFacts.inputs.compactMap { input in
      scheme.facts.first { $0.input == input }?.otherwise.map { Phrase(template: $0.says) }
    }
    if let last = scheme.limits?.start?.upperBound, award.start > last {
      all.append(
        "The rules were written for pensions that begin by \(last); today's law is carried on.")
    }
    if let begins = scheme.begins, let asked = context.requestedStart(of: scheme),
      asked != context.start(of: scheme)
    {
      all.append("Asked for from \(asked); a pension begins with a month (\(law: begins.law)).")
    }
    let periods = context.periods(of: scheme)
    let isTypical = periods.contains {
      if case .typical? = $0.earnings?.content { true } else { false }
    }
    if isTypical {
      all.append(
        "The earnings are one typical wage for the whole time: the amount is an estimate.")
    }
    let estimated = periods.reduce(into: Set<Int>()) {
      $0.formUnion($1.earnings?.estimated ?? [])
    }
    if !estimated.isEmpty {
      let years = YearList.text(estimated.sorted())
      all.append("The earnings of \(years) are an estimate: so is the amount.")
    }
    return all
  }

  private func setCertainty(_ result: inout SchemeResult, _ award: Award) {
    result.certainty = min(scheme.certainty, award.run.weakest)
    if let instrument = award.instrument {
      result.certainty = min(result.certainty, instrument.certainty)
    }
    var counts: [String: Int] = [:]
    for use in award.run.unverifiedUses {
      let parameter = scheme.rules.parameters[use.parameter]
      counts[parameter.name["en"] ?? parameter.id, default: 0] += 1
    }
    result.unverified = counts.sorted { $0.key < $1.key }.map { key, count in
      let name = Phrase(template: key)
      return count == 1 ? name : "\(name) (\(count) values)"
    }
  }
}
