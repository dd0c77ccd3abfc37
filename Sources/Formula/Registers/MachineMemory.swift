import Quantities

/// The memory of a run: registers and the cells of its series.
///
/// It is lent out and given back, so that a run allocates nothing once a worker is warm.
final class MachineMemory: @unchecked Sendable {
  /// What moves while a run goes on; behind a pointer, so that reading it is a plain load.
  struct Frontier {
    /// The next free register, and how many there are.
    var top = 0
    var registerCapacity = 0
    var cells: UnsafeMutablePointer<Cell>
    var count = 0
    var capacity: Int
    /// What shared outcomes rest on.
    var evidence: UnsafeMutablePointer<Evidence>
    var evidenceCount = 0
    var evidenceCapacity: Int
    /// Where the evidence of the innermost shared step being computed begins, how weak it is so
    /// far, and how many shared steps are being computed, one inside the other.
    var firstEvidence = 0
    var weakest = Certainty.primary
    var sharedDepth = 0
    /// Whether something that hangs on the day was read for that step.
    var followsDay = false
  }

  private(set) var registers: UnsafeMutablePointer<Cell>
  /// Room for the numbers of one product.
  private(set) var factors: UnsafeMutablePointer<ExactDecimal>
  private var factorCapacity = 16
  private var registerCapacity: Int
  let frontier: UnsafeMutablePointer<Frontier>
  /// Why steps failed.
  var errors: [EvaluationError] = []

  private init() {
    registerCapacity = 256
    registers = .allocate(capacity: registerCapacity)
    factors = .allocate(capacity: factorCapacity)
    frontier = .allocate(capacity: 1)
    frontier.initialize(
      to: Frontier(
        cells: .allocate(capacity: 1024), capacity: 1024, evidence: .allocate(capacity: 256),
        evidenceCapacity: 256))
  }

  deinit {
    registers.deallocate()
    factors.deallocate()
    frontier.pointee.cells.deallocate()
    frontier.pointee.evidence.deallocate()
    frontier.deallocate()
  }

  /// The cells of series and lists.
  var cells: UnsafeMutablePointer<Cell> { frontier.pointee.cells }

  private static let free = LendingPool<MachineMemory>(most: 32)

  /// Memory with room for the registers and operands of a code book.
  static func borrow(for book: CodeBook) -> MachineMemory {
    let memory = free.take() ?? MachineMemory()
    memory.prepare(registers: book.registerCount, factors: book.mostOperands * 2)
    return memory
  }

  /// Takes memory back; what was in it is forgotten.
  static func giveBack(_ memory: MachineMemory) {
    free.giveBack(memory)
  }

  private func prepare(registers: Int, factors: Int) {
    if factorCapacity < factors {
      self.factors.deallocate()
      factorCapacity = factors
      self.factors = .allocate(capacity: factors)
    }
    if registerCapacity < registers {
      self.registers.deallocate()
      registerCapacity = registers
      self.registers = .allocate(capacity: registers)
    }
    errors.removeAll(keepingCapacity: true)
    frontier.pointee.top = 0
    frontier.pointee.registerCapacity = registerCapacity
    frontier.pointee.count = 0
    frontier.pointee.evidenceCount = 0
    frontier.pointee.firstEvidence = 0
    frontier.pointee.weakest = .primary
    frontier.pointee.sharedDepth = 0
    frontier.pointee.followsDay = false
  }

  /// Adds to what shared outcomes rest on.
  func add(_ evidence: Evidence) {
    let count = frontier.pointee.evidenceCount
    if count == frontier.pointee.evidenceCapacity {
      let wider = UnsafeMutablePointer<Evidence>.allocate(capacity: count * 2)
      wider.moveInitialize(from: frontier.pointee.evidence, count: count)
      frontier.pointee.evidence.deallocate()
      frontier.pointee.evidence = wider
      frontier.pointee.evidenceCapacity = count * 2
    }
    (frontier.pointee.evidence + count).initialize(to: evidence)
    frontier.pointee.evidenceCount = count + 1
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
