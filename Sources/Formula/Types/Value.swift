import Quantities

/// What a formula yields.
public enum Value: Sendable, Hashable {
  case number(ExactDecimal)
  case truth(Bool)
  case date(Day)
  /// The place of the word in the list of its choice type.
  case choice(Int)
  case country(Country)
  case series(YearSeries)
  /// Keys are months counted from year 0 (`year * 12 + month - 1`).
  case months(YearSeries)
  case dates([Day])
}
