/// The names of a map that have been read.
struct SeenNames {
  private var seen: Set<String> = []

  mutating func check(_ name: String, at offset: Int) throws(InputError) {
    guard seen.insert(name).inserted else {
      throw InputError(
        "case.duplicate-key", "'\(InputError.shown(name))' is given twice", at: offset)
    }
    guard seen.count <= CaseLimits.entries else {
      throw InputError("case.too-many", "more than \(CaseLimits.entries) entries", at: offset)
    }
  }
}

/// The years and months of one record of earnings: none is given twice, in whole or in part.
struct SeenYears {
  private static let first = 1880
  /// One bit a year, for 256 years; larger years are refused before they come here.
  private struct Years {
    private var early: UInt128 = 0
    private var late: UInt128 = 0

    @inline(__always)
    func contains(_ index: Int) -> Bool {
      (index < 128 ? early &>> UInt128(index) : late &>> UInt128(index &- 128)) & 1 == 1
    }

    @inline(__always)
    mutating func insert(_ index: Int) {
      if index < 128 {
        early |= 1 &<< UInt128(index)
      } else {
        late |= 1 &<< UInt128(index &- 128)
      }
    }
  }

  private var whole = Years()
  private var parts = Years()
  private var months: Set<Int> = []
  private var count = 0

  mutating func check(_ year: Int, _ month: Int?, at offset: Int) throws(InputError) {
    let index = year - Self.first
    guard (0..<256) ~= index else {
      throw InputError("case.bad-year", "\(year) is no year of a career", at: offset)
    }
    guard !whole.contains(index) else {
      throw month == nil
        ? InputError("case.duplicate-key", "\(year) is given twice", at: offset)
        : Self.both(year, offset)
    }
    if let month {
      guard months.insert(year * 12 + month).inserted else {
        throw InputError("case.duplicate-key", "this month is given twice", at: offset)
      }
      parts.insert(index)
    } else {
      guard !parts.contains(index) else { throw Self.both(year, offset) }
      whole.insert(index)
    }
    count += 1
    guard count <= CaseLimits.entries else {
      throw InputError("case.too-many", "more than \(CaseLimits.entries) entries", at: offset)
    }
  }

  private static func both(_ year: Int, _ offset: Int) -> InputError {
    InputError(
      "case.year-and-months", "\(year) is given as a whole and by months",
      hint: "give one or the other, or the earnings count twice", at: offset)
  }
}
