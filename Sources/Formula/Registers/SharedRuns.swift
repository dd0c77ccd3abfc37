import Quantities

/// What runs for one person, one record and one day have found, so that each finds it once.
///
/// It belongs to one case on one thread. Every outcome keeps what it rests on, so that a run that
/// takes it over is as certain, and takes as much for granted, as if it had computed it.
public final class SharedRuns {
  let rules: RuleSet
  let plan: SharingPlan
  let lasting: LastingOutcomes
  private let whole: OutcomeTable
  private var byPension: [(pension: Int, table: OutcomeTable)] = []
  private var byEarliest: [(pension: Int, earliest: Day?, table: OutcomeTable)] = []

  /// - Parameter lasting: what runs for other days of the same record found; nil: there are none.
  public init(_ rules: RuleSet, _ plan: SharingPlan, lasting: LastingOutcomes? = nil) {
    self.rules = rules
    self.plan = plan
    self.lasting = lasting ?? LastingOutcomes(rules, plan)
    whole = self.lasting.borrow(plan.rowCount * 4)
  }

  deinit {
    lasting.giveBack(whole)
    for (_, table) in byPension { lasting.giveBack(table) }
    for (_, _, table) in byEarliest { lasting.giveBack(table) }
  }

  /// The tables of levels 1 to 3 for a kind of pension and its first day.
  func levels(_ pension: Int, _ earliest: Day?) -> (
    OutcomeTable.Level, OutcomeTable.Level, OutcomeTable.Level
  ) {
    let second: OutcomeTable
    if let known = byPension.first(where: { $0.pension == pension }) {
      second = known.table
    } else {
      second = self.lasting.borrow(plan.rowCount * 4)
      byPension.append((pension, second))
    }
    let third: OutcomeTable
    if let known = byEarliest.first(where: { $0.pension == pension && $0.earliest == earliest }) {
      third = known.table
    } else {
      third = self.lasting.borrow(plan.rowCount * 4)
      byEarliest.append((pension, earliest, third))
    }
    return (whole.level, second.level, third.level)
  }
}

/// Where a run finds and leaves what other runs need too.
public struct Sharing {
  let runs: SharedRuns
  let pension: Int
  let earliest: Day?
  let isCrediting: Bool

  /// - Parameter isCrediting: the run credits the own record, whose periods are not known yet.
  public init(_ runs: SharedRuns, pension: Int, earliest: Day?, isCrediting: Bool = false) {
    self.runs = runs
    self.pension = pension
    self.earliest = earliest
    self.isCrediting = isCrediting
  }
}
