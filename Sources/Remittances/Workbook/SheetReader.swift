/// Reads the rows of one sheet, cell by cell, keeping no more than the row at hand.
final class SheetReader: XMLHandler {
  /// Excel's limit of 32,767 characters, in UTF-8.
  static let longestText = 32_767 * 4
  /// Columns beyond these are no part of a price sheet and are passed over.
  static let columns = 64
  /// The rows that a sheet may have.
  static let mostRows = 1_048_576

  private enum Kind {
    case number, shared, text, ignored
  }

  private let pool: TextPool
  private let shared: [Int32]
  private let sink: any RowSink
  private let place: String
  private let cells: UnsafeMutableBufferPointer<RawCell>
  private var used = 0
  private var line = 0
  private var column = 0
  private var kind = Kind.number
  private var isInValue = false
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private var length = 0
  /// What the sink threw.
  private(set) var thrown: (any Error)?

  /// - Parameter shared: for each shared string its number in the pool.
  init(pool: TextPool, shared: [Int32], sink: any RowSink, place: String) {
    self.pool = pool
    self.shared = shared
    self.sink = sink
    self.place = place
    cells = .allocate(capacity: Self.columns)
    cells.initialize(repeating: .blank)
    buffer = .allocate(capacity: Self.longestText)
    buffer.initialize(repeating: 0)
  }

  deinit {
    cells.deallocate()
    buffer.deallocate()
  }

  override func open(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    switch first(name) {
    case UInt8(ascii: "c"):
      openCell(attributes)
    case UInt8(ascii: "v"), UInt8(ascii: "t"):
      isInValue = kind != .ignored
    case UInt8(ascii: "r") where name.localName.equals("row"):
      openRow(attributes)
    case UInt8(ascii: "r") where name.localName.equals("rPh"):
      kind = .ignored
    default: break
    }
  }

  override func close(_ name: UnsafePointer<CChar>) {
    switch first(name) {
    case UInt8(ascii: "v"), UInt8(ascii: "t"): isInValue = false
    case UInt8(ascii: "c"): closeCell()
    case UInt8(ascii: "r") where name.localName.equals("row"): closeRow()
    default: break
    }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard isInValue else { return }
    guard length + bytes.count <= buffer.count else {
      return fail(.tooLarge, "a cell has over 32,767 characters")
    }
    for byte in bytes {
      buffer[length] = byte
      length += 1
    }
  }

  /// The letter of a one-letter element, or `r` for those that begin with it; 0 for others.
  @inline(__always)
  private func first(_ name: UnsafePointer<CChar>) -> UInt8 {
    if name[1] == 0 { return UInt8(bitPattern: name[0]) }
    let local = name.localName
    let letter = UInt8(bitPattern: local[0])
    return local[1] == 0 || letter == UInt8(ascii: "r") ? letter : 0
  }

  private func openRow(_ attributes: XMLAttributes) {
    line = attributes.value("r").flatMap(Self.number) ?? line + 1
    column = -1
    guard line > Self.mostRows else { return }
    fail(.tooLarge, "more than \(Self.mostRows) rows")
  }

  private func openCell(_ attributes: XMLAttributes) {
    length = 0
    isInValue = false
    kind = .number
    column += 1
    guard var pair = attributes.start else { return }
    while let key = pair[0], let value = pair[1] {
      if key[0] == 0x72, key[1] == 0 {
        column = Self.column(value)
      } else if key[0] == 0x74, key[1] == 0 {
        kind = Self.kind(value)
      }
      pair += 2
    }
    if column < 0 || column >= Self.columns { kind = .ignored }
  }

  private static func kind(_ value: UnsafePointer<CChar>) -> Kind {
    if value[0] == 0x73, value[1] == 0 { return .shared }
    if value.equals("n") { return .number }
    // inlineStr, str (a formula's text), b, e, d: kept as the text that stands there.
    return .text
  }

  private func closeCell() {
    guard kind != .ignored, length > 0 else { return }
    let text = UnsafeBufferPointer(rebasing: buffer[..<length])
    switch kind {
    case .shared:
      var index = 0
      for byte in text {
        guard byte &- 0x30 < 10, index < 1 << 40 else {
          return fail(.badReference, "a shared string's number is not a number")
        }
        index = index * 10 + Int(byte - 0x30)
      }
      guard index < shared.count else {
        return fail(
          .badReference, "names shared string \(index); there are \(shared.count)")
      }
      put(.text(Int(shared[index])))
    case .number:
      if case .number(let number) = NumberText.read(text, isBinary: true) {
        put(.number(number))
      } else {
        intern(text)
      }
    case .text: intern(text)
    case .ignored: break
    }
  }

  private func intern(_ text: UnsafeBufferPointer<UInt8>) {
    guard let number = pool.intern(text) else {
      return fail(.tooLarge, "more distinct text than a price workbook has")
    }
    put(.text(number))
  }

  private func put(_ cell: RawCell) {
    cells[column] = cell
    used = max(used, column + 1)
  }

  private func closeRow() {
    defer {
      for index in 0..<used { cells[index] = .blank }
      used = 0
    }
    guard used > 0, failure == nil, thrown == nil else { return }
    do {
      try sink.row(line, UnsafeBufferPointer(rebasing: cells[..<used]))
    } catch {
      thrown = error
      // Ends the parsing; the caller throws what the sink threw.
      failure = error as? WorkbookError ?? WorkbookError(.badXML, at: place, "\(error)")
    }
  }

  private func fail(_ code: WorkbookError.Code, _ message: String) {
    guard failure == nil else { return }
    failure = WorkbookError(code, at: "\(place): row \(line)", message)
  }

  /// A number of digits only; nil for anything else.
  private static func number(_ text: UnsafePointer<CChar>) -> Int? {
    var value = 0
    var next = text
    while next.pointee != 0 {
      let digit = UInt8(bitPattern: next.pointee) &- 0x30
      guard digit < 10, value < 1 << 40 else { return nil }
      value = value * 10 + Int(digit)
      next += 1
    }
    return next == text ? nil : value
  }

  /// The column of a reference such as `AB12`, from 0; -1 where it has no letters.
  private static func column(_ reference: UnsafePointer<CChar>) -> Int {
    var value = 0
    var next = reference
    while true {
      let letter = (UInt8(bitPattern: next.pointee) & 0xDF) &- 0x41
      guard letter < 26, value < 1 << 20 else { break }
      value = value * 26 + Int(letter) + 1
      next += 1
    }
    return value - 1
  }
}
