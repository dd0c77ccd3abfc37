import Formula
import Quantities

/// Units of insurance as Regulation (EC) 987/2009 Art 13 equates them.
///
/// Agreements with a rule of their own override this table; where they are silent its
/// equivalences (1 year = 4 quarters = 12 months = 52 weeks) are common to all that were read.
public enum StandardUnits {
  /// Days of a week, month, quarter and year for a 5-, 6- or 7-day system (Art 13(1)(b)).
  public static func days(of unit: PeriodUnit, perWeek: Int) -> Int {
    let row: (Int, Int, Int, Int) =
      switch perWeek {
      case 5: (5, 22, 66, 264)
      case 6: (6, 26, 78, 312)
      default: (7, 30, 90, 360)
      }
    return switch unit {
    case .day: 1
    case .week: row.0
    case .month: row.1
    case .quarter: row.2
    case .year: row.3
    }
  }

  /// The most units a calendar year can hold (Art 13(2)).
  static func perYear(_ unit: PeriodUnit, daysPerWeek: Int = 7) -> Int {
    switch unit {
    case .day: days(of: .year, perWeek: daysPerWeek)
    case .week: 52
    case .month: 12
    case .quarter: 4
    case .year: 1
    }
  }

  /// Converts a sum; a fraction left over counts as a whole unit (Art 13(1)(e)).
  static func convert(
    _ amount: ExactDecimal, from: PeriodUnit, to: PeriodUnit, _ daysPerWeek: Int?
  ) -> ExactDecimal? {
    if from == to { return amount }
    let base = daysPerWeek ?? 7
    let (multiply, divide): (Int, Int) =
      switch (from, to) {
      case (.month, .quarter): (1, 3)
      case (.quarter, .month): (3, 1)
      case (.year, _) where to != .day: (perYear(to), 1)
      case (_, .year) where from != .day: (1, perYear(from))
      case (.week, .quarter): (1, 13)
      case (.quarter, .week): (13, 1)
      // Weeks and months go through days of the 6-day table (Art 13(1)(c)).
      case (.week, .month): (6, 26)
      case (.month, .week): (26, 6)
      case (.day, _): (1, days(of: to, perWeek: base))
      default: (days(of: from, perWeek: base), 1)
      }
    guard
      let exact = try? ExactDecimal.quotient(
        of: [amount, ExactDecimal(multiply)], by: [ExactDecimal(divide)])
    else { return nil }
    return try? exact.rounded(to: 1, .ceiling)
  }

  /// The days a week of a system that counts so many days a year.
  static func daysPerWeek(perYear: Int) -> Int {
    switch perYear {
    case 264: 5
    // Twenty-five days a month, of a six-day week.
    case 300, 312: 6
    default: 7
    }
  }

  /// Days of one system as days of another, by what makes a month in each (Art 13(1)(b)); a part
  /// is a whole one.
  static func convertDays(_ amount: ExactDecimal, perWeek: Int, to other: Int) -> ExactDecimal {
    if perWeek == other { return amount }
    let exact = try? ExactDecimal.quotient(
      of: [amount, ExactDecimal(days(of: .month, perWeek: other))],
      by: [ExactDecimal(days(of: .month, perWeek: perWeek))])
    return exact.flatMap { try? $0.rounded(to: 1, .ceiling) } ?? amount
  }

  /// How many units of a year the days of a span touch.
  static func touched(by span: Span, in year: Int, unit: PeriodUnit) -> Int {
    guard let part = span.intersection(year: year) else { return 0 }
    return switch unit {
    case .day: part.days
    case .week: min(52, (part.days + 6) / 7)
    case .month: part.monthsTouched.count
    case .quarter: part.quartersTouched.count
    case .year: 1
    }
  }
}

extension ExactDecimal {
  /// Sums of period counts never come near the limits of a decimal; an overflow would keep the sum.
  func plus(_ other: ExactDecimal) -> ExactDecimal { (try? adding(other)) ?? self }
  func minus(_ other: ExactDecimal) -> ExactDecimal { (try? subtracting(other)) ?? self }
  func rounded() -> ExactDecimal { (try? rounded(to: 1, .ceiling)) ?? self }
}

extension YearSeries {
  /// The sum of its numbers.
  var total: ExactDecimal { reduce(.zero) { $0.plus($1.value) } }
}
