import Formula
import Quantities

extension Parameter {
  /// What the keys of its rows are.
  enum KeyKind {
    case day, year, number

    /// The key that a text writes; nil where it writes none.
    ///
    /// Days may be written YYYY-MM-DD, YYYY-MM or YYYY: the first day of the month or year.
    func key(_ text: String) -> Int? {
      switch self {
      case .day:
        if let day = Day(text) { return Int(day.number) }
        if let month = Month(text) { return Int(month.first.number) }
        return Self.year(text).flatMap { Day(year: $0, month: 1, day: 1) }.map { Int($0.number) }
      case .year: return Self.year(text)
      case .number: return Int(text)
      }
    }

    /// A calendar year of four digits.
    static func year(_ text: String) -> Int? {
      guard text.utf8.count == 4, let year = Int(text), year >= 1000 else { return nil }
      return year
    }

    var wanted: String {
      switch self {
      case .day: "write a day as YYYY-MM-DD"
      case .year: "write a year of four digits"
      case .number: "write a whole number"
      }
    }
  }

  /// What the keys of a parameter of that shape are.
  static func keyKind(of shape: Shape) -> KeyKind {
    switch shape {
    case .constant, .table(.number): .number
    case .dated, .table(.date): .day
    case .yearly, .editions: .year
    }
  }
}
