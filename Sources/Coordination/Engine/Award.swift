import Formula
import Quantities

/// The right on own periods alone, with the situation it was found in.
struct OwnRight {
  var result: RightResult
  let source: SchemeSituation
}

/// One possible pension: a kind, a first day, and the instrument it rests on, if any.
///
/// A reference, for much is kept of each.
final class Award {
  let kind: Int
  let start: Day
  let link: Link?
  let own: OwnRight
  let totalized: RightResult?
  /// The setting whose steps led to the amount paid.
  var setting: Setting
  var amounts: Amounts?
  var missing: [Missing]
  var run: Run<SchemeSituation>
  /// Where the amount rests on a value that is not published yet.
  var isProjected: Bool

  init(
    kind: Int, start: Day, link: Link?, own: OwnRight, totalized: RightResult?, setting: Setting,
    missing: [Missing] = [], run: Run<SchemeSituation>, isProjected: Bool
  ) {
    self.kind = kind
    self.start = start
    self.link = link
    self.own = own
    self.totalized = totalized
    self.setting = setting
    self.missing = missing
    self.run = run
    self.isProjected = isProjected
  }

  var instrument: Instrument? { link?.instrument }
  var independent: RightResult { own.result }
  var neededTotalization: Bool { !independent.isMet }
}
