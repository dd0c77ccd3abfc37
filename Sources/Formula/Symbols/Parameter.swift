import Quantities

/// A figure of the law, with every value it has had and the act behind each.
///
/// A reference, so that looking a value up copies no rows.
public final class Parameter: Sendable {
  /// How a value is looked up.
  public enum Shape: Sendable, Hashable {
    /// One value for all time.
    case constant
    /// Keys are days; the last row on or before the day asked for holds.
    case dated
    /// Keys are years; only that year's row holds.
    case yearly
    /// Keys are days or numbers; the last row on or before the key holds.
    case table(TableKey)
    /// Yearly tables republished from time to time: the edition in force, then the year.
    case editions
  }

  public enum TableKey: Sendable, Hashable { case date, number }

  /// One value and what it rests on.
  public struct Row: Sendable {
    /// A day number, a year or a whole number, by the shape; 0 for a constant.
    public let key: Int
    public let value: ExactDecimal
    /// The act or article this very value rests on; empty where the parameter's own is enough.
    public let law: String
    public let source: String
    public let certainty: Certainty

    public init(key: Int, value: ExactDecimal, law: String, source: String, certainty: Certainty) {
      self.key = key
      self.value = value
      self.law = law
      self.source = source
      self.certainty = certainty
    }
  }

  /// A republished yearly table.
  public struct Edition: Sendable {
    public let since: Day
    /// By year, ascending.
    public let rows: [Row]

    public init(since: Day, rows: [Row]) {
      self.since = since
      self.rows = rows
    }
  }

  public let id: String
  public let name: [String: String]
  public let unit: Unit
  public let law: String
  public let shape: Shape
  /// Ascending by key; empty for editions.
  public let rows: [Row]
  /// Ascending by day; empty for all other shapes.
  public let editions: [Edition]
  /// How many months the newest dated value may be used after its day; nil without limit.
  public let lasts: Int?
  /// The last day the newest value holds, where the law ended it.
  public let ended: Day?
  /// What a year after the newest one is taken to bring where today's law is carried on; nil: the
  /// newest value. A rate of increase that nobody has set yet is 0.
  public let projected: ExactDecimal?
  public let location: SourceLocation
  /// The keys of the rows that nobody has verified.
  public let unverifiedKeys: Set<Int>
  /// The same values as plain memory.
  let table: ParameterTable

  deinit { table.deallocate() }

  public init(
    id: String, name: [String: String] = [:], unit: Unit, law: String, shape: Shape,
    rows: [Row], editions: [Edition] = [], lasts: Int? = nil, ended: Day? = nil,
    projected: ExactDecimal? = nil, location: SourceLocation
  ) {
    self.id = id
    self.name = name
    self.unit = unit
    self.law = law
    self.shape = shape
    self.rows = rows
    self.editions = editions
    self.lasts = lasts
    self.ended = ended
    self.projected = projected
    self.location = location
    table = ParameterTable(
      shape: shape, rows: rows, editions: editions, lasts: lasts, ended: ended,
      projected: projected)
    unverifiedKeys = Set(
      (rows + editions.flatMap(\.rows)).filter { $0.certainty == .unverified }.map(\.key))
  }
}

extension Parameter {
  /// Why a value could not be had.
  public enum Missing: Error, Sendable, Hashable {
    /// Nothing stands for the key: before the first row, or a year without one.
    case noRow
    /// The newest value is too old for the day asked for: the next is not in the rule book.
    case notYetPublished
    /// The law ended the value before the day asked for.
    case ended
  }

  /// The row that holds for a key; `projecting` takes the newest value for days to come.
  ///
  /// - Parameters:
  ///   - key: a day number, a year or a whole number, by the shape.
  ///   - projecting: whether a day after the newest value may use it ("under today's law").
  /// - Complexity: O(1) by year, O(log n) otherwise.
  public func row(for key: Int, projecting: Bool = false) throws(Missing) -> Row {
    switch shape {
    case .constant:
      guard let only = rows.first else { throw .noRow }
      return only
    case .yearly:
      return try yearlyRow(key, in: rows, projecting: projecting)
    case .dated, .table:
      guard let row = lastRow(upTo: key) else { throw .noRow }
      if shape == .dated, !projecting, row.key == rows.last?.key {
        if let ended, key > Int(ended.number) { throw .ended }
        if let lasts, let end = try? Day(number: row.key)?.adding(months: lasts),
          key >= Int(end.number)
        {
          throw .notYetPublished
        }
      }
      return row
    case .editions: throw .noRow
    }
  }

  /// The row of `year` in the edition in force on `day`.
  public func row(for year: Int, on day: Day, projecting: Bool = false) throws(Missing) -> Row {
    guard let edition = editions.last(where: { $0.since <= day }) else { throw .noRow }
    if !projecting, edition.since == editions.last?.since, let lasts,
      let end = try? edition.since.adding(months: lasts), day >= end
    {
      throw .notYetPublished
    }
    return try yearlyRow(year, in: edition.rows, projecting: projecting)
  }

  private func yearlyRow(_ year: Int, in rows: [Row], projecting: Bool) throws(Missing) -> Row {
    guard let first = rows.first, let last = rows.last else { throw .noRow }
    if year > last.key {
      guard projecting else { throw .notYetPublished }
      guard let projected else { return last }
      return Row(
        key: last.key, value: projected, law: last.law, source: last.source,
        certainty: last.certainty)
    }
    guard year >= first.key else { throw .noRow }
    let index = year - first.key
    if index < rows.count, rows[index].key == year { return rows[index] }
    guard let row = rows.first(where: { $0.key == year }) else { throw .noRow }
    return row
  }

  private func lastRow(upTo key: Int) -> Row? {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].key <= key { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? rows[low - 1] : nil
  }
}
