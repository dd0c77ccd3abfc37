import Quantities

/// What runs for one person and one record have found that is the same whenever the pension begins.
///
/// It belongs to one case on one thread, and holds the memory of all runs that share it.
public final class LastingOutcomes {
  let memory: MachineMemory
  /// The first day on which a pension that shares them can begin; nil where only one can.
  let firstStart: Day?
  private let table: OutcomeTable
  /// Tables that runs of the case gave back.
  private var spare: [OutcomeTable] = []

  public init(_ rules: RuleSet, _ plan: SharingPlan, firstStart: Day? = nil) {
    self.firstStart = firstStart
    memory = MachineMemory.borrow(for: rules.codeBook)
    table = OutcomeTable.borrow(plan.rowCount * 4)
  }

  deinit {
    MachineMemory.giveBack(memory)
    OutcomeTable.giveBack(spare + [table])
  }

  var level: OutcomeTable.Level { table.level }

  /// A table for a run of the case.
  func borrow(_ count: Int, takes: Bool = false) -> OutcomeTable {
    // One visit to the common store serves most cases.
    if spare.isEmpty { spare = OutcomeTable.borrowSpare(12) }
    guard let known = spare.popLast(), known.hasRoom(count) else {
      return OutcomeTable.borrow(count, takes: takes)
    }
    known.clear(count, takes: takes)
    return known
  }

  func giveBack(_ table: OutcomeTable) { spare.append(table) }
}
