import Formula
import Glibc

/// Walks through the bytes of a CSV file.
///
/// Units, laws and sources repeat from row to row: a field with the bytes of the one above it
/// shares its text.
struct CSVScanner {
  private let file: String
  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0
  private var line = 1
  private var column = 1
  private var fields: [PlacedText] = []
  /// The bytes of each field.
  private var ranges: [Range<Int>] = []
  /// Where the row above begins among the fields, and where it ends.
  private var above = 0..<0

  private init(_ file: String, _ bytes: UnsafeBufferPointer<UInt8>) {
    self.file = file
    self.bytes = bytes
    // A byte order mark is no part of the first name.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  /// The fields of all rows that are not blank; where each row begins, and where the last ends.
  static func fields(of source: SourceText) throws(Diagnostic) -> ([PlacedText], [Int]) {
    try source.bytes.withUnsafeBufferPointer { buffer in
      Result { () throws(Diagnostic) in
        var scanner = CSVScanner(source.file, buffer)
        var starts = [0]
        // A line has mostly six or seven fields.
        scanner.fields.reserveCapacity(source.lineStarts.count * 7)
        scanner.ranges.reserveCapacity(source.lineStarts.count * 7)
        starts.reserveCapacity(source.lineStarts.count + 1)
        while try scanner.nextRow() { starts.append(scanner.fields.count) }
        return (scanner.fields, starts)
      }
    }.get()
  }

  private var byte: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func step() {
    if byte == UInt8(ascii: "\n") {
      line += 1
      column = 0
    }
    offset += 1
    while let next = byte, next & 0xC0 == 0x80 { offset += 1 }
    column += 1
  }

  /// Adds the fields of the next row; false at the end.
  private mutating func nextRow() throws(Diagnostic) -> Bool {
    while byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { step() }
    guard byte != nil else { return false }
    let start = fields.count
    defer { above = start..<fields.count }
    while true {
      try nextField(fields.count - start)
      switch byte {
      case UInt8(ascii: ","): step()
      case UInt8(ascii: "\r"), UInt8(ascii: "\n"), nil:
        if byte == UInt8(ascii: "\r") { step() }
        if byte == UInt8(ascii: "\n") { step() }
        return true
      default:
        throw Diagnostic(
          "csv.after-quote", "a comma or the end of the line must follow the closing quote",
          hint: "a quote inside a field is written twice", at: here)
      }
    }
  }

  private var here: SourceLocation {
    SourceLocation(file: file, line: line, column: column)
  }

  private mutating func nextField(_ index: Int) throws(Diagnostic) {
    let place = YAMLNode.Place(line: Int32(clamping: line), column: Int32(clamping: column))
    let start = offset
    let isQuoted = byte == UInt8(ascii: "\"")
    let hasEscapes = isQuoted ? try skipQuoted() : try skipPlain()
    let inner = isQuoted ? start + 1..<offset - 1 : start..<offset
    let length = line == Int(place.line) ? Int32(clamping: column) - place.column : 1
    fields.append(
      PlacedText(
        text: text(of: inner, hasEscapes: hasEscapes, index), place: place, length: length))
    ranges.append(inner)
  }

  private static func areSame(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard left.count == right.count else { return false }
    guard let first = left.baseAddress, let second = right.baseAddress else { return true }
    return memcmp(first, second, left.count) == 0
  }

  /// The text of a range, the same one as in the row above where the bytes are the same.
  private func text(of range: Range<Int>, hasEscapes: Bool, _ index: Int) -> String {
    let slice = UnsafeBufferPointer(rebasing: bytes[range])
    if index < above.count {
      let known = UnsafeBufferPointer(rebasing: bytes[ranges[above.lowerBound + index]])
      if Self.areSame(known, slice) { return fields[above.lowerBound + index].text }
    }
    if hasEscapes {
      var unescaped: [UInt8] = []
      var isSecond = false
      for byte in slice {
        if byte == UInt8(ascii: "\""), !isSecond {
          isSecond = true
          continue
        }
        isSecond = false
        unescaped.append(byte)
      }
      return String(decoding: unescaped, as: UTF8.self)
    }
    return String(decoding: slice, as: UTF8.self)
  }

  /// Goes past a field in quotes; whether quotes stand in it.
  private mutating func skipQuoted() throws(Diagnostic) -> Bool {
    let place = here
    var hasEscapes = false
    step()
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        step()
        guard byte == UInt8(ascii: "\"") else { return hasEscapes }
        hasEscapes = true
        step()
      case UInt8(ascii: "\n"): step()
      case let byte:
        if byte & 0xC0 != 0x80 { column += 1 }
        offset += 1
      }
    }
    throw Diagnostic("csv.open-quote", "this quote is never closed", at: place)
  }

  /// Goes past a field without quotes.
  private mutating func skipPlain() throws(Diagnostic) -> Bool {
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\r"): return false
      case UInt8(ascii: "\""):
        throw Diagnostic(
          "csv.bare-quote", "a quote stands inside a field without quotes",
          hint: "put the whole field in quotes and write the quote twice", at: here)
      case let byte:
        if byte & 0xC0 != 0x80 { column += 1 }
        offset += 1
      }
    }
    return false
  }
}
