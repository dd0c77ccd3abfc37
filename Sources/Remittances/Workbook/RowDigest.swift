/// What the checks between rows need of a row; 80 bytes each.
struct RowDigest {
  let rowid: Int64
  let number: Int64?
  var flags: PriceFlags
  let quarter: Int32
  /// The texts of source, destination and send currency in the pool; -1 for none.
  let source: Int32
  let destination: Int32
  let currency: Int32
  /// Amount and interbank rate as words, 0 for none.
  let amount: Int64
  let interbank: Int64
  /// Of all cells but the number.
  let fingerprint: UInt64
  /// Of all cells but the number and how the money is paid out.
  let fingerprintWithoutPickup: UInt64

  init(_ row: PriceRowDraft, rowid: Int64) {
    self.rowid = rowid
    number = row.number
    flags = row.flags
    quarter = row.quarter?.index ?? 0
    source = Int32(row.text(.sourceCode) ?? -1)
    destination = Int32(row.text(.destinationCode) ?? -1)
    currency = Int32(row.text(.lowCurrency) ?? -1)
    amount = row.figure(.lowAmount)?.word ?? 0
    interbank = row.figure(.interbank)?.word ?? 0
    var all: UInt64 = 0x9E37_79B9_7F4A_7C15
    var some = all
    for column in PriceColumn.allCases where column != .id {
      let value = Self.value(row, column)
      all = Self.mix(all, value)
      if column != .pickupMethod && column != .pickupLocation && column != .coverage {
        some = Self.mix(some, value)
      }
    }
    fingerprint = all
    fingerprintWithoutPickup = some
  }

  private static func value(_ row: PriceRowDraft, _ column: PriceColumn) -> UInt64 {
    if let figure = row.figure(column) { return UInt64(bitPattern: figure.word) &* 2 &+ 1 }
    switch row[column] {
    case .blank: return 0
    case .text(let number): return UInt64(number) &* 2 &+ 2
    case .number(let figure): return UInt64(bitPattern: figure.word) &* 2 &+ 1
    }
  }

  /// One step of a multiplicative hash with a final rotation.
  private static func mix(_ hash: UInt64, _ value: UInt64) -> UInt64 {
    let product = (hash ^ value).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low &+ 0x2545_F491_4F6C_DD1D
  }
}

/// Digests in blocks, so that a growing list is never copied as a whole.
struct RowDigests {
  private static let block = 8192
  private var blocks: [[RowDigest]] = []

  private(set) var count = 0
  var isEmpty: Bool { count == 0 }
  var indices: Range<Int> { 0..<count }

  mutating func append(_ digest: RowDigest) {
    if count % Self.block == 0 {
      blocks.append([])
      blocks[blocks.count - 1].reserveCapacity(Self.block)
    }
    blocks[blocks.count - 1].append(digest)
    count += 1
  }

  subscript(_ index: Int) -> RowDigest {
    get { blocks[index / Self.block][index % Self.block] }
    _modify { yield &blocks[index / Self.block][index % Self.block] }
  }
}
