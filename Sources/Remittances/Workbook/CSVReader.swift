/// Reads comma-separated values (RFC 4180), record by record.
///
/// Lines end with CR LF, LF or CR; a byte-order mark at the start is passed over; a quote inside a
/// quoted field is doubled. What the RFC does not allow (text after a closing quote, a quote left
/// open) is an error and not guessed at.
struct CSVReader {
  /// The most bytes of one record.
  static let longestRecord = 1 << 20

  private enum State {
    case fieldStart, plain, quoted, quoteInQuoted, afterReturn
  }

  private let place: String
  private var state = State.fieldStart
  private var buffer: [UInt8] = []
  private var ends: [Int] = []
  private var line = 1
  private var recordLine = 1
  private var mark = 0

  /// - Parameter place: the file's name, for errors.
  init(place: String) { self.place = place }

  /// Takes the next bytes of the file and hands on every record that ends in them.
  ///
  /// `body` gets the line on which the record begins, the bytes of its fields one after another and
  /// where each of them ends.
  mutating func feed(
    _ bytes: UnsafeRawBufferPointer,
    _ body: (Int, UnsafeBufferPointer<UInt8>, [Int]) throws -> Void
  ) throws {
    for byte in bytes {
      // The byte-order mark EF BB BF.
      if mark < 3 {
        let expected: UInt8 = mark == 0 ? 0xEF : (mark == 1 ? 0xBB : 0xBF)
        if byte == expected {
          mark += 1
          continue
        }
        mark = 3
      }
      try take(byte, body)
    }
  }

  /// Ends the file: hands on a last record without a line end.
  mutating func finish(
    _ body: (Int, UnsafeBufferPointer<UInt8>, [Int]) throws -> Void
  ) throws {
    if state == .quoted { throw fail("a quote is not closed") }
    if !ends.isEmpty || !buffer.isEmpty || state == .quoteInQuoted { try endRecord(body) }
  }

  private mutating func take(
    _ byte: UInt8, _ body: (Int, UnsafeBufferPointer<UInt8>, [Int]) throws -> Void
  ) throws {
    if state == .afterReturn {
      state = .fieldStart
      if byte == UInt8(ascii: "\n") { return }
    }
    switch (state, byte) {
    case (.quoted, UInt8(ascii: "\"")): state = .quoteInQuoted
    case (.quoted, _):
      if byte == UInt8(ascii: "\n") { line += 1 }
      try append(byte)
    case (.quoteInQuoted, UInt8(ascii: "\"")):
      state = .quoted
      try append(byte)
    case (_, UInt8(ascii: ",")):
      ends.append(buffer.count)
      state = .fieldStart
    case (_, UInt8(ascii: "\r")), (_, UInt8(ascii: "\n")):
      line += 1
      try endRecord(body)
      state = byte == UInt8(ascii: "\r") ? .afterReturn : .fieldStart
    case (.fieldStart, UInt8(ascii: "\"")): state = .quoted
    case (.quoteInQuoted, _): throw fail("text follows a closing quote")
    case (.plain, UInt8(ascii: "\"")): throw fail("a quote inside a field without quotes")
    default:
      state = .plain
      try append(byte)
    }
  }

  private mutating func append(_ byte: UInt8) throws {
    guard buffer.count < Self.longestRecord else {
      throw WorkbookError(
        .tooLarge, at: "\(place):\(recordLine)", "a record has over \(Self.longestRecord) bytes")
    }
    buffer.append(byte)
  }

  private mutating func endRecord(
    _ body: (Int, UnsafeBufferPointer<UInt8>, [Int]) throws -> Void
  ) throws {
    ends.append(buffer.count)
    // A line with nothing on it is no record.
    if buffer.count > 0 || ends.count > 1 {
      try buffer.withUnsafeBufferPointer { try body(recordLine, $0, ends) }
    }
    buffer.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    recordLine = line
  }

  private func fail(_ message: String) -> WorkbookError {
    WorkbookError(.badCSV, at: "\(place):\(line)", message)
  }
}
