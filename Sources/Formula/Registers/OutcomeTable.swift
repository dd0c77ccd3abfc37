/// What became of steps, inputs and records; one row each, one column a setting.
///
/// It is lent out and given back. Only the states are cleared: nothing else is read before it is
/// written.
final class OutcomeTable: @unchecked Sendable {
  enum State {
    static let notRun: UInt8 = 0
    static let running: UInt8 = 1
    static let value: UInt8 = 2
    static let failed: UInt8 = 3
  }

  struct Outcome {
    var cell: Cell
    /// The derogation that applied; -1 for the general rule.
    var exception: Int32
    /// The place of the error of a failed step.
    var error: Int32
    /// What it rests on: a stretch of the evidence, if it is shared.
    var firstEvidence: Int32
    var endOfEvidence: Int32
    /// Whether it is the same whenever the pension begins, if it is shared.
    var isLasting = false
    /// Where a shared step that read it noted so last; -1 for nowhere.
    var lastNote: Int32 = -1
  }

  /// Its memory, without a reference.
  struct Level {
    let states: UnsafeMutablePointer<UInt8>
    let outcomes: UnsafeMutablePointer<Outcome>
  }

  private(set) var level: Level
  /// The levels of the run it belongs to: its own, then those it shares.
  let levels: UnsafeMutablePointer<Level>
  /// Which outcomes of all levels a run has taken over, by level and slot: those marked as its own.
  private let taken: UnsafeMutablePointer<UInt8>
  private var mark: UInt8 = 0
  private var capacity: Int

  private init(_ capacity: Int) {
    self.capacity = capacity
    taken = .allocate(capacity: capacity * 4)
    taken.initialize(repeating: 0, count: capacity * 4)
    level = Level(states: .allocate(capacity: capacity), outcomes: .allocate(capacity: capacity))
    levels = .allocate(capacity: 4)
    levels.initialize(repeating: level, count: 4)
  }

  deinit {
    levels.deallocate()
    taken.deallocate()
    level.states.deallocate()
    level.outcomes.deallocate()
  }

  private static let free = LendingPool<OutcomeTable>(most: 128)

  /// A table with room for so many outcomes, none of them there yet.
  ///
  /// - Parameter takes: whether it belongs to a run that takes over outcomes of others.
  static func borrow(_ count: Int, takes: Bool = false) -> OutcomeTable {
    var table = free.take() ?? OutcomeTable(max(256, count))
    if table.capacity < count { table = OutcomeTable(count) }
    table.clear(count, takes: takes)
    return table
  }

  /// Forgets all outcomes; all tables of a scheme have the same size.
  func clear(_ count: Int, takes: Bool) {
    level.states.initialize(repeating: State.notRun, count: count)
    guard takes else { return }
    // A new mark forgets what other runs took; the marks themselves are seldom wiped.
    if mark == .max { taken.initialize(repeating: 0, count: capacity * 4) }
    mark = mark == .max ? 1 : mark + 1
  }

  static func giveBack(_ table: OutcomeTable) { free.giveBack(table) }

  /// Tables that were given back, to be cleared before they are used.
  static func borrowSpare(_ count: Int) -> [OutcomeTable] { free.take(count) }

  static func giveBack(_ tables: [OutcomeTable]) { free.giveBack(tables) }

  /// Whether there is room for so many outcomes.
  func hasRoom(_ count: Int) -> Bool { capacity >= count }

  /// Notes that an outcome is taken over; whether it had been already.
  func take(_ place: Int) -> Bool {
    defer { taken[place] = mark }
    return taken[place] == mark
  }
}
