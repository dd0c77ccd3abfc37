import Quantities

/// Reads a list of `{"date", "base", "quote", "rate"}`.
///
/// Rows may bear different dates: a source that gathers several central banks dates each pair.
enum RateRowsReader {
  static func read(_ bytes: [UInt8], _ question: ReplyQuestion) throws(ReaderError) -> [RateSet] {
    let root = try JSONNode(reply: bytes)
    let rows = try root.items()
    guard !rows.isEmpty else { throw ReaderError(.empty, "the list of rates is empty") }
    var sets: [Key: [String: ExactDecimal]] = [:]
    for row in rows {
      let key = Key(base: try row.member("base").currency(), day: try row.member("date").day())
      if let asked = question.fromCurrency, key.base != asked {
        throw ReaderError(
          .otherQuestion, at: row.path, "asked for rates of \(asked), found \(key.base)")
      }
      let quote = try row.member("quote").currency()
      let rate = try row.member("rate").rate()
      guard sets[key, default: [:]].updateValue(rate, forKey: quote) == nil else {
        throw ReaderError(.badValue, at: row.path, "\(quote) has two rates on \(key.day)")
      }
    }
    return sets.map { RateSet(base: $0.key.base, day: $0.key.day, rates: $0.value) }
      .sorted { $0.day > $1.day }
  }

  private struct Key: Hashable {
    let base: String
    let day: Day
  }
}
