import Formula
import Quantities

extension SchemeAssessor {
  /// Finds the pensions that foreign periods open before own ones do, where the age hangs on them.
  ///
  /// - Returns: the days after `day` on which others of them open.
  func findSooner(
    _ kind: Int, on day: Day, than own: SchemeSituation, links: [Link], _ projecting: Bool,
    _ findings: inout Findings
  ) throws(Missing) -> [Day] {
    guard scheme.agesByPeriods[kind], let ownDay = own.earliest else { return [] }
    var later: [Day] = []
    for link in links where link.side.totalization != .none {
      let found = try way(kind, day, under: link, projecting: projecting)
      guard let opens = found.earliest, opens < ownDay else { continue }
      guard opens <= day else {
        later.append(opens)
        continue
      }
      var run = own.run()
      let right = try evaluated { () throws(EvaluationError) in
        try RightsReader(context, scheme, kind: kind).right(
          &run, in: .independent)
      }
      let unopened = RightResult(
        pension: right.pension, isMet: false, conditions: right.conditions, earliest: ownDay,
        opensOn: right.opensOn)
      try find(
        kind, on: day, under: link, OwnRight(result: unopened, source: own), projecting,
        into: &findings)
    }
    return later
  }
}
