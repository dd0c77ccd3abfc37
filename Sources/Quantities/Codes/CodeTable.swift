/// A table of codes, one line a row and `|` between the columns, read where it stands.
///
/// Only the starts of the rows are remembered; a field is decoded when it is asked for.
struct CodeTable: Sendable {
  private let text: StaticString
  private let starts: [Int]
  /// The column of the name; before it stands the withdrawal, after it other names.
  private let nameColumn: Int

  /// Finds the rows of a table that ends without a line break.
  init(_ text: StaticString, nameColumn: Int) {
    self.text = text
    self.nameColumn = nameColumn
    starts = text.withUTF8Buffer { bytes in
      var starts = [0]
      starts.reserveCapacity(bytes.count / 24)
      for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
        starts.append(index + 1)
      }
      return starts + [bytes.count + 1]
    }
  }

  /// The number of rows.
  var count: Int { starts.count - 1 }

  /// Hands the bytes of a field to `body`; an absent field is empty.
  func withField<Result>(
    _ row: Int, _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    text.withUTF8Buffer { bytes in
      let end = starts[row + 1] - 1
      var first = starts[row]
      var left = column
      while left > 0, first < end {
        if bytes[first] == UInt8(ascii: "|") { left -= 1 }
        first += 1
      }
      var last = first
      while last < end, bytes[last] != UInt8(ascii: "|") { last += 1 }
      return body(UnsafeBufferPointer(rebasing: bytes[first..<last]))
    }
  }

  /// The text of a field.
  func text(_ row: Int, _ column: Int) -> String {
    withField(row, column) { String(decoding: $0, as: UTF8.self) }
  }

  /// The number that a field holds, or nil where it is empty.
  func number(_ row: Int, _ column: Int) -> Int? {
    withField(row, column) { bytes in
      bytes.isEmpty ? nil : CivilText.number(bytes, 0, bytes.count)
    }
  }

  /// Whether the entry of a row was withdrawn.
  func isWithdrawn(_ row: Int) -> Bool {
    withField(row, nameColumn - 1) { !$0.isEmpty }
  }

  /// When the entry of a row was withdrawn, or nil.
  func withdrawn(_ row: Int) -> String? {
    let date = text(row, nameColumn - 1)
    return date.isEmpty ? nil : date
  }

  /// The name of the entry of a row.
  func name(_ row: Int) -> String {
    text(row, nameColumn)
  }

  /// Other names by which the entry of a row is found, in lower case.
  func otherNames(_ row: Int) -> [String] {
    text(row, nameColumn + 1).split(separator: ";").map(String.init)
  }
}
