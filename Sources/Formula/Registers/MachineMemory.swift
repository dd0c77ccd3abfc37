import Synchronization

/// The memory of one run: registers, the cells of its series, what became of each step.
///
/// It is lent out and given back, so that a run allocates nothing once a worker is warm.
final class MachineMemory: @unchecked Sendable {
  /// What became of a step in a setting.
  struct Outcome {
    enum State: UInt8 { case notRun, running, value, failed }

    var cell: Cell
    var state: State
    /// The derogation that applied; -1 for the general rule.
    var exception: Int32
    /// The place of the error of a failed step.
    var error: Int32
  }

  private(set) var registers: UnsafeMutablePointer<Cell>
  private var registerCapacity: Int
  /// The next free register.
  var top = 0
  private(set) var outcomes: UnsafeMutablePointer<Outcome>
  private var outcomeCapacity: Int
  /// What inputs and classes of periods come to; absent until asked for.
  private(set) var known: UnsafeMutablePointer<Cell>
  private var knownCapacity: Int
  private(set) var cells: UnsafeMutablePointer<Cell>
  private(set) var cellCount = 0
  private var cellCapacity: Int

  private init() {
    registerCapacity = 256
    outcomeCapacity = 256
    knownCapacity = 128
    cellCapacity = 1024
    registers = .allocate(capacity: registerCapacity)
    outcomes = .allocate(capacity: outcomeCapacity)
    known = .allocate(capacity: knownCapacity)
    cells = .allocate(capacity: cellCapacity)
  }

  deinit {
    registers.deallocate()
    outcomes.deallocate()
    known.deallocate()
    cells.deallocate()
  }

  private static let free = Mutex<[MachineMemory]>([])

  /// Memory with room for so many registers, outcomes and known cells.
  static func borrow(registers: Int, outcomes: Int, known: Int) -> MachineMemory {
    let memory = free.withLock { $0.popLast() } ?? MachineMemory()
    memory.prepare(registers: registers, outcomes: outcomes, known: known)
    return memory
  }

  /// Takes memory back; what was in it is forgotten.
  static func giveBack(_ memory: MachineMemory) {
    free.withLock { if $0.count < 64 { $0.append(memory) } }
  }

  private func prepare(registers: Int, outcomes: Int, known: Int) {
    if registerCapacity < registers {
      self.registers.deallocate()
      registerCapacity = registers
      self.registers = .allocate(capacity: registers)
    }
    if outcomeCapacity < outcomes {
      self.outcomes.deallocate()
      outcomeCapacity = outcomes
      self.outcomes = .allocate(capacity: outcomes)
    }
    if knownCapacity < known {
      self.known.deallocate()
      knownCapacity = known
      self.known = .allocate(capacity: known)
    }
    self.outcomes.initialize(
      repeating: Outcome(cell: .absent, state: .notRun, exception: -1, error: 0), count: outcomes)
    self.known.initialize(repeating: .absent, count: known)
    top = 0
    cellCount = 0
  }

  /// The first of `count` new cells, all absent.
  func reserve(_ count: Int) -> Int {
    let first = cellCount
    let needed = first + count
    if needed > cellCapacity {
      let capacity = max(needed, cellCapacity * 2)
      let wider = UnsafeMutablePointer<Cell>.allocate(capacity: capacity)
      wider.moveInitialize(from: cells, count: cellCount)
      cells.deallocate()
      cells = wider
      cellCapacity = capacity
    }
    (cells + first).initialize(repeating: .absent, count: count)
    cellCount = needed
    return first
  }
}
