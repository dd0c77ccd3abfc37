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
      [0] + bytes.indices.lazy.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
        + [bytes.count + 1]
    }
  }

  /// The number of rows.
  var count: Int { starts.count - 1 }

  /// Hands the bytes of a field to `body`; an absent field is empty.
  func withField<Result>(
    _ row: Int, _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    text.withUTF8Buffer { bytes in
      var rest = bytes[starts[row]..<starts[row + 1] - 1]
      for _ in 0..<column {
        rest = rest.drop { $0 != UInt8(ascii: "|") }.dropFirst()
      }
      return body(UnsafeBufferPointer(rebasing: rest.prefix { $0 != UInt8(ascii: "|") }))
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
