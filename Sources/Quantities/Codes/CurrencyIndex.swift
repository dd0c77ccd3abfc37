/// Where each currency stands in the table; built on first use.
struct CurrencyIndex: Sendable {
  static let shared = CurrencyIndex()

  let table = CodeTable(CurrencyTable.lines, nameColumn: 4)
  /// The packed codes in the order of the rows, which is their own order.
  let codes: [UInt32]

  private init() {
    let table = table
    codes = (0..<table.count).map { table.withField($0, 0, PackedCode.pack) ?? 0 }
  }

  /// The row of a packed code, by bisection.
  func row(_ code: UInt32) -> Int? {
    let place = Bisection.firstIndex(in: codes, notBelow: code)
    return place < codes.count && codes[place] == code ? place : nil
  }
}
