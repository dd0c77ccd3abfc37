import Quantities

/// Reads the ECB's zip of all euro reference rates since 1999: one CSV, `Date,USD,JPY,...,`.
///
/// Dates are written as in ISO 8601; a rate that did not exist that day is `N/A`; the line ends in
/// a comma, which makes an empty last column. Dead currencies stay in the columns.
enum ECBHistoryReader {
  /// Bytes of CSV at most: all days to 2026 are 2.3 MB.
  private static let largest = 32 << 20

  static func read(_ bytes: [UInt8], _ question: ReplyQuestion) throws(ReaderError) -> [RateSet] {
    let csv = try ZipContents.entry(endingIn: ".csv", of: bytes, limit: largest)
    let sets = try parse(csv)
    guard !sets.isEmpty else { throw ReaderError(.empty, "the CSV has no day with rates") }
    return sets
  }

  /// Reads the CSV alone, newest day first as it stands.
  static func parse(_ csv: [UInt8]) throws(ReaderError) -> [RateSet] {
    var currencies: [String]?
    var sets: [RateSet] = []
    var number = 0
    for line in csv.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      number += 1
      let cells = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      if let currencies {
        sets.append(try day(cells, currencies, line: number))
      } else {
        currencies = try header(cells)
      }
    }
    guard currencies != nil else { throw ReaderError(.empty, "the CSV is empty") }
    return sets
  }

  private static func header(_ cells: [ArraySlice<UInt8>]) throws(ReaderError) -> [String] {
    var names = cells.map { String(String(decoding: $0, as: UTF8.self).trimmed) }
    if names.last == "" { names.removeLast() }
    guard names.first == "Date", names.count > 1,
      names.dropFirst().allSatisfy({ CurrencyText.isCode($0) })
    else { throw ReaderError(.wrongKind, at: "line 1", "expected Date and currency codes") }
    return Array(names.dropFirst())
  }

  private static func day(
    _ cells: [ArraySlice<UInt8>], _ currencies: [String], line: Int
  ) throws(ReaderError) -> RateSet {
    let place = "line \(line)"
    guard cells.count > currencies.count, let first = cells.first,
      let day = Day(String(decoding: first, as: UTF8.self).trimmed)
    else {
      throw ReaderError(
        .badValue, at: place, "expected a date and \(currencies.count) rates")
    }
    var rates: [String: ExactDecimal] = [:]
    rates.reserveCapacity(currencies.count)
    for (currency, cell) in zip(currencies, cells.dropFirst()) {
      if cell.elementsEqual("N/A".utf8) || cell.isEmpty { continue }
      let rate = cell.withUnsafeBufferPointer { try? ExactDecimal(parsing: $0) }
      guard let rate, rate > .zero else {
        let text = String(decoding: cell.prefix(30), as: UTF8.self)
        throw ReaderError(.badValue, at: place, "\(currency): \"\(text)\" is not a rate")
      }
      rates[currency] = rate
    }
    return RateSet(base: "EUR", day: day, rates: rates)
  }
}
