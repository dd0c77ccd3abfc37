import Quantities

/// The values of a parameter as plain memory, for looking them up without counting references.
///
/// `Parameter` owns the memory.
struct ParameterTable: @unchecked Sendable {
  struct Entry {
    let key: Int
    let value: ExactDecimal
    let certainty: Certainty

    init(_ row: Parameter.Row) {
      key = row.key
      value = row.value
      certainty = row.certainty
    }

    init(key: Int, value: ExactDecimal, certainty: Certainty) {
      self.key = key
      self.value = value
      self.certainty = certainty
    }
  }

  struct Edition {
    let since: Day
    let entries: UnsafeMutableBufferPointer<Entry>
  }

  let shape: Parameter.Shape
  let entries: UnsafeMutableBufferPointer<Entry>
  let editions: UnsafeMutableBufferPointer<Edition>
  let lasts: Int?
  let ended: Day?
  let projected: ExactDecimal?

  init(
    shape: Parameter.Shape, rows: [Parameter.Row], editions all: [Parameter.Edition], lasts: Int?,
    ended: Day?, projected: ExactDecimal?
  ) {
    self.shape = shape
    self.lasts = lasts
    self.ended = ended
    self.projected = projected
    entries = Self.table(rows.map(Entry.init))
    editions = Self.table(
      all.map { Edition(since: $0.since, entries: Self.table($0.rows.map(Entry.init))) })
  }

  private static func table<T>(_ array: [T]) -> UnsafeMutableBufferPointer<T> {
    let buffer = UnsafeMutableBufferPointer<T>.allocate(capacity: array.count)
    _ = buffer.initialize(from: array)
    return buffer
  }

  func deallocate() {
    for edition in editions { edition.entries.deallocate() }
    editions.deallocate()
    entries.deallocate()
  }

  /// The entry that holds for a key; see ``Parameter/row(for:projecting:)``.
  func entry(for key: Int, projecting: Bool) throws(Parameter.Missing) -> Entry {
    switch shape {
    case .constant:
      guard let only = entries.first else { throw .noRow }
      return only
    case .yearly: return try yearly(key, in: entries, projecting: projecting)
    case .dated, .table:
      guard let place = lastPlace(upTo: key) else { throw .noRow }
      let entry = entries[place]
      if shape == .dated, !projecting, place == entries.count - 1 {
        if let ended, key > Int(ended.number) { throw .ended }
        if let lasts, let end = try? Day(number: entry.key)?.adding(months: lasts),
          key >= Int(end.number)
        {
          throw .notYetPublished
        }
      }
      return entry
    case .editions: throw .noRow
    }
  }

  /// The entry of `year` in the edition in force on `day`.
  func entry(for year: Int, on day: Day, projecting: Bool) throws(Parameter.Missing) -> Entry {
    guard let place = editions.lastIndex(where: { $0.since <= day }) else { throw .noRow }
    let edition = editions[place]
    if !projecting, place == editions.count - 1, let lasts,
      let end = try? edition.since.adding(months: lasts), day >= end
    {
      throw .notYetPublished
    }
    return try yearly(year, in: edition.entries, projecting: projecting)
  }

  private func yearly(
    _ year: Int, in entries: UnsafeMutableBufferPointer<Entry>, projecting: Bool
  ) throws(Parameter.Missing) -> Entry {
    guard let first = entries.first, let last = entries.last else { throw .noRow }
    if year > last.key {
      guard projecting else { throw .notYetPublished }
      guard let projected else { return last }
      return Entry(key: last.key, value: projected, certainty: last.certainty)
    }
    guard year >= first.key else { throw .noRow }
    let index = year - first.key
    if index < entries.count, entries[index].key == year { return entries[index] }
    guard let entry = entries.first(where: { $0.key == year }) else { throw .noRow }
    return entry
  }

  private func lastPlace(upTo key: Int) -> Int? {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].key <= key { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }
}
