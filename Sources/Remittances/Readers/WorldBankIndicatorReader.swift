import Quantities

/// Reads the World Bank's indicator API, version 2: `[head, rows]`.
///
/// A bad code comes with status 200 as a list of one object that holds `message`.
enum WorldBankIndicatorReader {
  static func read(
    _ bytes: [UInt8], _ question: ReplyQuestion
  ) throws(ReaderError) -> CountryCostSeries {
    let parts = try JSONNode(reply: bytes).items()
    guard let head = parts.first else { throw ReaderError(.empty, "the reply is an empty list") }
    if let message = try head.optional("message") {
      let words = try message.items().first?.optional("value")?.text() ?? "no reason given"
      throw ReaderError(.refused, at: message.path, String(words.prefix(200)))
    }
    guard parts.count == 2 else {
      throw ReaderError(.missing, "expected a head and a list of values")
    }
    let pages = try head.member("pages").decimal()
    guard pages <= .one else {
      throw ReaderError(.tooLarge, at: "[0].pages", "the series came on \(pages) pages, not on one")
    }
    var identity: (indicator: String, country: String)?
    var values: [Int: ExactDecimal] = [:]
    var empty: [Int] = []
    for row in try parts[1].items() {
      let indicator = try row.member("indicator").member("id").text()
      let country = try row.member("countryiso3code").text()
      if let identity, identity != (indicator, country) {
        throw ReaderError(.otherQuestion, at: row.path, "the list mixes two series")
      }
      identity = (indicator, country)
      let year = try year(row)
      guard let value = try row.optional("value")?.decimal() else {
        empty.append(year)
        continue
      }
      guard values.updateValue(value, forKey: year) == nil else {
        throw ReaderError(.badValue, at: row.path, "\(year) has two values")
      }
    }
    guard let identity else { throw ReaderError(.empty, "the list of values is empty") }
    return CountryCostSeries(
      indicator: identity.indicator, country: identity.country,
      updated: try head.optional("lastupdated")?.day(), values: values, emptyYears: empty)
  }

  private static func year(_ row: JSONNode) throws(ReaderError) -> Int {
    let node = try row.member("date")
    let text = try node.text()
    guard text.utf8.count == 4, let year = Int(text), (1_900...2_200).contains(year) else {
      throw ReaderError(.badValue, at: node.path, "\"\(text.prefix(20))\" is not a year")
    }
    return year
  }
}
