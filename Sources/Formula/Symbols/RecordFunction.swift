/// What a formula can ask of the periods of a class.
public enum RecordFunction: String, Sendable, Hashable, CaseIterable {
  // Series by calendar year; between two days, a number.
  case monthsTouched = "months_touched"
  case fullMonths = "full_months"
  case quartersTouched = "quarters_touched"
  case days
  case monthsAfterStart = "months_after_start"
  case days360
  case certified
  /// Foreign periods of the class that an agreement lets count.
  case foreign
  // Numbers between two days.
  case completedYears = "completed_years"
  case completedMonths = "completed_months"
  case daysIn = "days_in"
  // Days.
  case firstDay = "first_day"
  case lastDay = "last_day"
  /// Whether the month of a monthly step is touched.
  case touched

  /// How many dates may stand after the class.
  var dateArguments: [Int] {
    switch self {
    case .completedYears, .completedMonths, .daysIn: [2]
    case .monthsTouched, .fullMonths, .days: [0, 2]
    default: [0]
    }
  }

  /// What it yields; sums of the scheme's own kind stand in its unit.
  func type(schemeUnit: Unit, between days: Bool) -> ValueType {
    switch self {
    case .monthsTouched, .fullMonths: days ? .number(.month) : .series(.month)
    case .monthsAfterStart: .series(.month)
    case .quartersTouched: .series(.quarter)
    case .days: days ? .number(.day) : .series(.day)
    case .days360: .series(.day)
    case .certified, .foreign: .series(schemeUnit)
    case .completedYears: .number(.year)
    case .completedMonths: .number(.month)
    case .daysIn: .number(.day)
    case .firstDay, .lastDay: .date
    case .touched: .truth
    }
  }
}

extension Unit {
  static let day = Unit(powers: [Power(base: "day", exponent: 1)])
  static let month = Unit(powers: [Power(base: "month", exponent: 1)])
  static let quarter = Unit(powers: [Power(base: "quarter", exponent: 1)])
  static let year = Unit(powers: [Power(base: "year", exponent: 1)])
}
