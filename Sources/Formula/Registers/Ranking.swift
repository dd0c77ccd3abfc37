import Quantities

/// The numbers of a series in order, the best first; of equal ones the earlier first.
enum Ranking {
  /// The places of the numbers among cells.
  static func places(
    of cells: UnsafeMutablePointer<Cell>, count: Int, highest: Bool
  ) -> [Int32] {
    var scale: UInt8 = 0
    for index in 0..<count where cells[index].tag == .number {
      scale = max(scale, cells[index].number.scale)
    }
    // At one scale whole digits are compared, which is much quicker than numbers.
    var ranked: [(digits: Int128, place: Int32)] = []
    ranked.reserveCapacity(count)
    for index in 0..<count where cells[index].tag == .number {
      guard let digits = cells[index].number.mantissa(at: scale) else {
        return compared(cells, count, highest)
      }
      ranked.append((highest ? 0 &- digits : digits, Int32(truncatingIfNeeded: index)))
    }
    ranked.sort { $0.digits == $1.digits ? $0.place < $1.place : $0.digits < $1.digits }
    return ranked.map(\.place)
  }

  private static func compared(
    _ cells: UnsafeMutablePointer<Cell>, _ count: Int, _ highest: Bool
  ) -> [Int32] {
    (0..<Int32(truncatingIfNeeded: count)).filter { cells[Int($0)].tag == .number }.sorted {
      let (left, right) = (cells[Int($0)].number, cells[Int($1)].number)
      return left == right ? $0 < $1 : highest ? left > right : left < right
    }
  }
}
