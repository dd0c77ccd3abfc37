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

  /// What moves while a run goes on; behind a pointer, so that reading it is a plain load.
  struct Frontier {
    /// The next free register.
    var top = 0
    var cells: UnsafeMutablePointer<Cell>
    var count = 0
    var capacity: Int
  }

  private(set) var registers: UnsafeMutablePointer<Cell>
  private var registerCapacity: Int
  private(set) var outcomes: UnsafeMutablePointer<Outcome>
  private var outcomeCapacity: Int
  /// What inputs and classes of periods come to; absent until asked for.
  private(set) var known: UnsafeMutablePointer<Cell>
  private var knownCapacity: Int
  let frontier: UnsafeMutablePointer<Frontier>

  private init() {
    registerCapacity = 256
    outcomeCapacity = 256
    knownCapacity = 128
    registers = .allocate(capacity: registerCapacity)
    outcomes = .allocate(capacity: outcomeCapacity)
    known = .allocate(capacity: knownCapacity)
    frontier = .allocate(capacity: 1)
    frontier.initialize(to: Frontier(cells: .allocate(capacity: 1024), capacity: 1024))
  }

  deinit {
    registers.deallocate()
    outcomes.deallocate()
    known.deallocate()
    frontier.pointee.cells.deallocate()
    frontier.deallocate()
  }

  /// The cells of series and lists.
  var cells: UnsafeMutablePointer<Cell> { frontier.pointee.cells }

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
    frontier.pointee.top = 0
    frontier.pointee.count = 0
  }

  /// The first of `count` new cells, all absent.
  func reserve(_ count: Int) -> Int {
    let first = frontier.pointee.count
    let needed = first + count
    if needed > frontier.pointee.capacity {
      let capacity = max(needed, frontier.pointee.capacity * 2)
      let wider = UnsafeMutablePointer<Cell>.allocate(capacity: capacity)
      wider.moveInitialize(from: cells, count: first)
      cells.deallocate()
      frontier.pointee.cells = wider
      frontier.pointee.capacity = capacity
    }
    (cells + first).initialize(repeating: .absent, count: count)
    frontier.pointee.count = needed
    return first
  }
}
