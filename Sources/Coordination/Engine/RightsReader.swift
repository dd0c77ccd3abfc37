import Formula
import Quantities

/// Reads the conditions of a kind of pension in a setting.
struct RightsReader {
  let scheme: Scheme
  let kind: Int
  /// Missing insurance can be made up from this day on.
  let today: Day

  /// - Throws: `EvaluationError` where a condition cannot be decided.
  func right(_ run: inout Run<SchemeSituation>, in setting: Setting) throws(EvaluationError)
    -> RightResult
  {
    let pension = scheme.pensions[kind]
    var results: [ConditionResult] = []
    for condition in pension.conditions {
      let holds: Bool
      if case .truth(let value) = try run.value(of: condition.step, in: setting) {
        holds = value
      } else {
        holds = false
      }
      let sides = try run.comparison(of: condition.step, in: setting)
      results.append(
        ConditionResult(
          id: condition.id, law: condition.law, holds: holds,
          says: sentence(condition, &run, in: setting), have: sides?.left, need: sides?.right,
          missing: holds ? nil : sides?.missing, unit: sides?.unit.description ?? ""))
    }
    let isMet = results.allSatisfy(\.holds)
    let earliest = run.source.earliest
    return RightResult(
      pension: pension.id, isMet: isMet, conditions: results, earliest: earliest,
      opensOn: opening(
        results, isMet: isMet, earliest: earliest, start: min(today, run.source.start)))
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
    _ conditions: [ConditionResult], isMet: Bool, earliest: Day?, start: Day
  ) -> Day? {
    if isMet { return earliest }
    var day = max(start, earliest ?? start)
    for condition in conditions where !condition.holds {
      guard let missing = condition.missing, let unit = PeriodUnit(rawValue: condition.unit),
        let count = (try? missing.rounded(to: 1, .ceiling))?.intValue, count < 1200,
        let reached = unit.moving(start, by: count)
      else { return nil }
      day = max(day, reached)
    }
    return day
  }
}
