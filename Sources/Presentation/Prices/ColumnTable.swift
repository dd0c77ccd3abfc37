import CommandLineKit

/// A table of text in columns, cut to the terminal's width.
///
/// Columns that may be left out go first when it is narrow, then the flexible one is shortened.
public struct ColumnTable: Sendable {
  /// How one column is set.
  public struct Column: Sendable {
    public var title: String
    public var alignment: TextLayout.Alignment
    /// The first column to go when there is no room has the highest number; nil never goes.
    public var goes: Int?
    /// Its cells are shortened to that many columns before others go, and further only when no
    /// more can go.
    public var shortensTo: Int?

    public init(
      _ title: String, _ alignment: TextLayout.Alignment = .left, goes: Int? = nil,
      shortensTo: Int? = nil
    ) {
      self.title = title
      self.alignment = alignment
      self.goes = goes
      self.shortensTo = shortensTo
    }
  }

  /// One line of cells.
  public struct Row: Sendable {
    public var cells: [String]
    /// Whether the whole line stands out.
    public var isStrong: Bool

    public init(_ cells: [String], isStrong: Bool = false) {
      self.cells = cells
      self.isStrong = isStrong
    }
  }

  public var columns: [Column]
  public var rows: [Row]
  private static let gap = "  "
  private static let narrowest = 8

  public init(columns: [Column], rows: [Row]) {
    self.columns = columns
    self.rows = rows
  }

  /// The lines of the table, none wider than `width` where that is possible at all.
  public func lines(width: Int, style: Style) -> [String] {
    let chosen = columnsThatFit(width)
    var widths = chosen.map(natural)
    let excess = total(widths) - width
    if excess > 0, let place = chosen.firstIndex(where: { columns[$0].shortensTo != nil }) {
      widths[place] = max(Self.narrowest, widths[place] - excess)
    }
    let head = line(chosen.map { columns[$0].title }, chosen, widths)
    return [style.bold(head)]
      + rows.map { row in
        let text = line(chosen.map { cell(row, $0) }, chosen, widths)
        return row.isStrong ? style.bold(text) : text
      }
  }

  private func line(_ cells: [String], _ chosen: [Int], _ widths: [Int]) -> String {
    var parts: [String] = []
    for (index, text) in cells.enumerated() {
      let cut = TextLayout.truncate(text, to: widths[index])
      parts.append(TextLayout.pad(cut, to: widths[index], columns[chosen[index]].alignment))
    }
    var joined = parts.joined(separator: Self.gap)
    while joined.last == " " { joined.removeLast() }
    return joined
  }

  /// The columns left when those that may go have gone, one by one, until the rest fits.
  private func columnsThatFit(_ width: Int) -> [Int] {
    var chosen = Array(columns.indices)
    while least(chosen) > width {
      guard
        let victim = chosen.filter({ columns[$0].goes != nil })
          .max(by: { (columns[$0].goes ?? 0) < (columns[$1].goes ?? 0) })
      else { break }
      chosen.removeAll { $0 == victim }
    }
    return chosen
  }

  private func least(_ chosen: [Int]) -> Int {
    total(chosen.map { min(natural($0), columns[$0].shortensTo ?? .max) })
  }

  private func natural(_ column: Int) -> Int {
    rows.reduce(displayWidth(of: columns[column].title)) {
      max($0, displayWidth(of: cell($1, column)))
    }
  }

  private func cell(_ row: Row, _ column: Int) -> String {
    column < row.cells.count ? row.cells[column] : ""
  }

  private func total(_ widths: [Int]) -> Int {
    widths.reduce(0, +) + Self.gap.count * max(0, widths.count - 1)
  }
}
