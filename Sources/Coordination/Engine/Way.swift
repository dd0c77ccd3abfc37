import Formula
import Quantities

/// A situation on own periods or under one instrument, with the run that found its first day.
struct Way {
  let situation: SchemeSituation
  var run: Run<SchemeSituation>

  var earliest: Day? { situation.earliest }
}
