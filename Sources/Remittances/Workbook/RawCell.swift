/// A cell as it stands in the file.
enum RawCell: Equatable {
  case blank
  /// A text, by its number in the pool.
  case text(Int)
  /// A numeric cell of a workbook.
  case number(PackedDecimal)
}

/// What receives the rows of a sheet or of a CSV file.
protocol RowSink: AnyObject {
  /// A row; `cells` counts from the first column and is lent for the call.
  ///
  /// - Parameter line: the row's number in the sheet or the line in the file, from 1.
  func row(_ line: Int, _ cells: UnsafeBufferPointer<RawCell>) throws
}
