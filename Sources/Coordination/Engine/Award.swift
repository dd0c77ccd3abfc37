import Formula
import Quantities

/// One possible pension: a kind, a first day, and the instrument it rests on, if any.
struct Award {
  let kind: Int
  let start: Day
  let link: Link?
  let independent: RightResult
  let totalized: RightResult?
  /// The setting whose steps led to the amount paid.
  var setting: Setting
  var amounts: Amounts?
  var missing: [Missing] = []
  var run: Run<SchemeSituation>
  /// Where the amount rests on a value that is not published yet.
  var isProjected: Bool

  var instrument: Instrument? { link?.instrument }
  var neededTotalization: Bool { !independent.isMet }
}
