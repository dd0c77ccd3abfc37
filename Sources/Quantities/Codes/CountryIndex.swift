/// Where each country stands in the table; built on first use.
struct CountryIndex: Sendable {
  static let shared = CountryIndex()

  let table = CodeTable(CountryTable.lines, nameColumn: 5)
  /// For each pair of letters the row of the country that bears it, or -1.
  private var bearers = [Int16](repeating: -1, count: 26 * 26)
  /// For each pair of letters the row of an earlier bearer, which a four-letter code names, or -1.
  private var earlier = [Int16](repeating: -1, count: 26 * 26)
  /// The alpha-3 codes and the four-letter codes of ISO 3166-3 in their order, each with its row
  /// in the low 16 bits; the bit above them puts withdrawn countries last.
  private var longCodes: [UInt64] = []

  private init() {
    longCodes.reserveCapacity(table.count + 40)
    for row in 0..<table.count {
      guard let code = table.withField(row, 0, PackedCode.pack),
        let alpha3 = table.withField(row, 1, PackedCode.pack)
      else { continue }
      longCodes.append(Self.entry(alpha3, row, in: table))
      if let alpha4 = table.withField(row, 2, PackedCode.pack) {
        longCodes.append(Self.entry(alpha4, row, in: table))
      }
      if code >> 16 == 0 {
        bearers[Self.slot(UInt16(truncatingIfNeeded: code))] = Int16(row)
      } else {
        earlier[Self.slot(UInt16(truncatingIfNeeded: code >> 16))] = Int16(row)
      }
    }
    longCodes.sort()
  }

  /// What ``longCodes`` holds for a code and its row.
  private static func entry(_ code: UInt32, _ row: Int, in table: CodeTable) -> UInt64 {
    let historic: UInt64 = table.isWithdrawn(row) ? 1 : 0
    return UInt64(code) << 17 | historic << 16 | UInt64(row)
  }

  /// The place of two letters among all pairs.
  private static func slot(_ letters: UInt16) -> Int {
    Int(letters >> 8 & 0x7F) * 26 + Int(letters & 0x7F) - 65 * 27
  }

  /// The row of a country.
  func row(_ country: Country) -> Int {
    let slot = Self.slot(country.rawValue & 0x7FFF)
    return Int(country.rawValue >> 15 == 0 ? bearers[slot] : earlier[slot])
  }

  /// The country of a code of two, three or four letters.
  func country(_ bytes: UnsafeBufferPointer<UInt8>) -> Country? {
    guard let code = PackedCode.pack(bytes) else { return nil }
    if code >> 16 == 0 {
      let letters = UInt16(truncatingIfNeeded: code)
      return bearers[Self.slot(letters)] < 0 ? nil : Country(unchecked: letters)
    }
    let place = Bisection.firstIndex(in: longCodes, notBelow: UInt64(code) << 17)
    guard place < longCodes.count, longCodes[place] >> 17 == UInt64(code) else { return nil }
    return country(row: Int(longCodes[place] & 0xFFFF))
  }

  /// The country that stands in a row.
  func country(row: Int) -> Country {
    let code = table.withField(row, 0, PackedCode.pack) ?? 0
    return code >> 16 == 0
      ? Country(unchecked: UInt16(truncatingIfNeeded: code))
      : Country(unchecked: UInt16(truncatingIfNeeded: code >> 16) | 0x8000)
  }
}
