import Formula
import Quantities

/// Reads the conditions of a kind of pension in a setting.
struct RightsReader {
  let scheme: Scheme
  let kind: Int
  /// Missing insurance can be made up from this day on.
  let today: Day
  /// Whether nobody reads what is said of conditions that hold.
  let isBare: Bool

  init(_ context: CaseContext, _ scheme: Scheme, kind: Int) {
    self.scheme = scheme
    self.kind = kind
    today = context.today
    isBare = context.isBare
  }

  /// - Throws: `EvaluationError` where a condition cannot be decided.
  func right(_ run: inout Run<SchemeSituation>, in setting: Setting) throws(EvaluationError)
    -> RightResult
  {
    let pension = scheme.pensions[kind]
    // A right is only as certain as the age it opens at.
    _ = try run.value(of: pension.earliest, in: setting)
    var results: [ConditionResult] = []
    for condition in pension.conditions {
      let holds: Bool
      if case .truth(let value) = try run.value(of: condition.step, in: setting) {
        holds = value
      } else {
        holds = false
      }
      if isBare, holds { continue }
      let sides = try run.comparison(of: condition.step, in: setting)
      results.append(
        ConditionResult(
          id: condition.id, law: condition.law, holds: holds,
          says: isBare ? "" : sentence(condition, &run, in: setting), have: sides?.left,
          need: sides?.right,
          missing: holds ? nil : sides?.missing, unit: sides?.unit.description ?? ""))
    }
    let isMet = results.allSatisfy(\.holds)
    let earliest = run.source.earliest
    return RightResult(
      pension: pension.id, isMet: isMet, conditions: results, earliest: earliest,
      opensOn: isMet ? earliest : nil)
  }

  /// The right with the day it opens on, which only the rights that are reported need.
  func opened(_ right: RightResult, _ source: SchemeSituation, in setting: Setting) -> RightResult {
    guard !right.isMet else { return right }
    var opened = right
    opened.opensOn = opening(right.conditions, source, in: setting)
    return opened
  }

  private func sentence(
    _ condition: Scheme.Condition, _ run: inout Run<SchemeSituation>, in setting: Setting
  ) -> Phrase {
    guard let sentence = condition.sentence else {
      return run.formulaWithFigures(of: condition.step, in: setting)
    }
    return run.phrase(of: sentence, in: setting)
  }

  /// The day the missing units would be reached if insurance went on without a gap.
  private func opening(
    _ conditions: [ConditionResult], _ source: SchemeSituation, in setting: Setting
  ) -> Day? {
    let earliest = source.earliest
    let start = min(today, source.start)
    var day = max(start, earliest ?? start)
    for condition in conditions where !condition.holds {
      guard let unit = PeriodUnit(rawValue: condition.unit), var count = count(condition.missing),
        var reached = unit.moving(start, by: count)
      else { return nil }
      guard
        let step = scheme.pensions[kind].conditions.first(where: { $0.id == condition.id })?.step
      else { return nil }
      // What the law asks for may rise until then: the new need is looked up on the day found.
      while scheme.risingConditions.contains(step),
        let more = self.count(missing(on: reached, source, step, setting)), more > count
      {
        guard let later = unit.moving(start, by: more) else { return nil }
        (count, reached) = (more, later)
      }
      day = max(day, reached)
    }
    return day
  }

  private func missing(
    on day: Day, _ source: SchemeSituation, _ step: Int, _ setting: Setting
  ) -> ExactDecimal? {
    guard let later = try? source.moved(to: day) else { return nil }
    var run = later.run()
    _ = try? run.value(of: step, in: setting)
    return (try? run.comparison(of: step, in: setting))?.missing
  }

  private func count(_ missing: ExactDecimal?) -> Int? {
    guard let missing, let count = (try? missing.rounded(to: 1, .ceiling))?.intValue, count < 1200
    else { return nil }
    return count
  }
}
