import Coordination
import Quantities

/// Earnings of a case that no question could have asked for so, such as monthly ones, kept as they
/// are.
enum GivenEarnings {
  /// `typical EUR 2600 quarter`, or `entries EUR 1999=100,2000-03=200 1999`; `-` stands for nothing.
  static func stored(_ earnings: Earnings) -> String {
    let currency = earnings.currency?.code ?? "-"
    switch earnings.content {
    case .typical(let amount, let per): return "typical \(currency) \(amount) \(per.rawValue)"
    case .entries(let entries):
      let list = entries.map { "\(name($0))=\($0.amount)" }.joined(separator: ",")
      let years = earnings.estimated.sorted().map(String.init).joined(separator: ",")
      return "entries \(currency) \(list.isEmpty ? "-" : list) \(years.isEmpty ? "-" : years)"
    }
  }

  /// The earnings; nil where the text is none of the above.
  static func read(_ stored: String) -> Earnings? {
    let parts = stored.split(separator: " ").map(String.init)
    guard parts.count == 4 else { return nil }
    let currency = parts[1] == "-" ? nil : Currency(parts[1])
    guard currency != nil || parts[1] == "-" else { return nil }
    if parts[0] == "typical" {
      guard let amount = ExactDecimal(parts[2]), let per = PeriodUnit(rawValue: parts[3]) else {
        return nil
      }
      return Earnings(.typical(amount, per: per), currency: currency)
    }
    guard parts[0] == "entries" else { return nil }
    let list = parts[2] == "-" ? [] : Stored.words(parts[2])
    let entries = list.compactMap(entry)
    guard entries.count == list.count else { return nil }
    let years = parts[3] == "-" ? [] : Stored.words(parts[3]).compactMap { Int($0) }
    return Earnings(.entries(entries), currency: currency, estimated: Set(years))
  }

  private static func name(_ entry: Earnings.Entry) -> String {
    let month = entry.month.flatMap { Month(year: entry.year, month: $0) }
    return month?.description ?? String(entry.year)
  }

  private static func entry(_ text: String) -> Earnings.Entry? {
    let pair = text.split(separator: "=")
    guard pair.count == 2, let amount = ExactDecimal(pair[1]) else { return nil }
    if let year = Int(pair[0]) { return .init(year: year, amount: amount) }
    return Month(String(pair[0])).map { .init(year: $0.year, month: $0.month, amount: amount) }
  }
}
