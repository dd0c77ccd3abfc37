/// What kind of thing a formula yields.
public enum ValueType: Sendable, Hashable, CustomStringConvertible {
  case number(Unit)
  case truth
  case date
  /// One word of a closed list.
  case choice([String])
  case country
  /// One number for each of some calendar years.
  case series(Unit)
  /// One number for each of some calendar months.
  case months(Unit)
  /// A list of days.
  case dates

  public var description: String {
    switch self {
    case .number(let unit): unit == .one ? "a plain number" : "a number in \(unit)"
    case .truth: "a condition (yes or no)"
    case .date: "a date"
    case .choice(let words): "one of \(words.joined(separator: ", "))"
    case .country: "a country"
    case .series(let unit):
      unit == .one ? "a series of plain numbers by year" : "a series by year in \(unit)"
    case .months(let unit):
      unit == .one ? "a series of plain numbers by month" : "a series by month in \(unit)"
    case .dates: "a list of dates"
    }
  }
}
