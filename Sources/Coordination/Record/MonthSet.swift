import Quantities

/// A set of calendar months.
///
/// Months from 1880 to 2219 are held; others cannot be inserted.
public struct MonthSet: Sendable, Hashable {
  private static let first = 1880 * 12
  private static let capacity = 340 * 12
  private var words: [UInt64] = Array(repeating: 0, count: (capacity + 63) / 64)

  public init() {}

  private static func position(_ month: Int) -> (word: Int, bit: UInt64)? {
    let offset = month - first
    guard (0..<capacity).contains(offset) else { return nil }
    return (offset / 64, 1 << UInt64(offset % 64))
  }

  public func contains(_ month: Month) -> Bool {
    guard let (word, bit) = Self.position(Int(month.index)) else { return false }
    return words[word] & bit != 0
  }

  public mutating func insert(_ months: ClosedRange<Month>) {
    for index in Int(months.lowerBound.index)...Int(months.upperBound.index) {
      if let (word, bit) = Self.position(index) { words[word] |= bit }
    }
  }

  public mutating func formUnion(_ other: MonthSet) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  public mutating func subtract(_ other: MonthSet) {
    for index in words.indices { words[index] &= ~other.words[index] }
  }

  public func intersection(_ other: MonthSet) -> MonthSet {
    var result = self
    for index in words.indices { result.words[index] &= other.words[index] }
    return result
  }

  public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// How many months of a calendar year are in it.
  public func count(in year: Int) -> Int {
    var count = 0
    for index in year * 12..<year * 12 + 12 {
      if let (word, bit) = Self.position(index), words[word] & bit != 0 { count += 1 }
    }
    return count
  }

  /// How many months from one to another are in it.
  public func count(from: Month, through: Month) -> Int {
    guard from <= through else { return 0 }
    return (Int(from.index)...Int(through.index)).count {
      Self.position($0).map { words[$0.word] & $0.bit != 0 } ?? false
    }
  }

  public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
}
