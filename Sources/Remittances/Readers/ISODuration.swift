/// Durations in ISO 8601, as far as delivery times need them.
enum ISODuration {
  /// Whole seconds of `P2DT20H8M16.3S` (weeks, days, hours, minutes, seconds; a fraction of a
  /// second is dropped); nil for anything else and for months and years, which have no length.
  static func seconds(_ text: String) -> Int64? {
    var rest = text.utf8[...]
    guard rest.popFirst() == UInt8(ascii: "P"), !rest.isEmpty else { return nil }
    var total: Int64 = 0
    var inTime = false
    var lastRank = 0
    while let byte = rest.first {
      if byte == UInt8(ascii: "T"), !inTime {
        inTime = true
        rest = rest.dropFirst()
        if rest.isEmpty { return nil }
        continue
      }
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      guard !digits.isEmpty, digits.count <= 9, let number = Int64(String(digits) ?? "") else {
        return nil
      }
      rest = rest.dropFirst(digits.count)
      var hasFraction = false
      if rest.first == UInt8(ascii: ".") {
        let fraction = rest.dropFirst().prefix { (0x30...0x39).contains($0) }
        guard !fraction.isEmpty else { return nil }
        rest = rest.dropFirst(1 + fraction.count)
        hasFraction = true
      }
      guard let unit = rest.popFirst(), let (rank, factor) = factor(unit, inTime: inTime),
        rank > lastRank, !hasFraction || unit == UInt8(ascii: "S")
      else { return nil }
      lastRank = rank
      total += number * factor
    }
    return lastRank > 0 ? total : nil
  }

  /// A unit's place in the order of units and its seconds.
  private static func factor(_ unit: UInt8, inTime: Bool) -> (Int, Int64)? {
    switch (unit, inTime) {
    case (UInt8(ascii: "W"), false): (1, 604_800)
    case (UInt8(ascii: "D"), false): (2, 86_400)
    case (UInt8(ascii: "H"), true): (3, 3_600)
    case (UInt8(ascii: "M"), true): (4, 60)
    case (UInt8(ascii: "S"), true): (5, 1)
    default: nil
    }
  }
}
