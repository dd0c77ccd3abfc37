import Quantities

extension Run {
  /// A built-in function of values.
  func apply(_ function: Term.Function, _ arguments: [Value]) throws(EvaluationError) -> Value {
    switch function {
    case .absolute: return .number(try Self.number(arguments[0]).magnitude)
    case .number: return .number(try Self.number(arguments[0]))
    case .perMonth:
      let value = try Self.number(arguments[0])
      return .number(try exactly { () throws(ArithmeticError) in try value.divided(by: 12) })
    case .perYear:
      let value = try Self.number(arguments[0])
      return .number(try exactly { () throws(ArithmeticError) in try value.multiplied(by: 12) })
    case .floor, .ceil, .round:
      let (value, quantum) = (try Self.number(arguments[0]), try Self.number(arguments[1]))
      let mode: RoundingMode =
        function == .floor ? .floor : function == .ceil ? .ceiling : .halfUp
      return .number(
        try exactly { () throws(ArithmeticError) in try value.rounded(to: quantum, mode) })
    case .minimum, .maximum:
      var best = try Self.number(arguments[0])
      for argument in arguments.dropFirst() {
        let next = try Self.number(argument)
        best = function == .minimum ? min(best, next) : max(best, next)
      }
      return .number(best)
    case .earliest, .latest:
      var best = try Self.day(arguments[0])
      for argument in arguments.dropFirst() {
        let next = try Self.day(argument)
        best = function == .earliest ? min(best, next) : max(best, next)
      }
      return .date(best)
    case .citizen:
      let wanted = try Self.ordinal(arguments[0])
      return .truth(try source.citizenships().contains { $0.ordinal == wanted })
    case .date:
      guard
        let day = Day(
          year: try Self.whole(arguments[0]), month: try Self.whole(arguments[1]),
          day: try Self.whole(arguments[2]))
      else { throw .notADay }
      return .date(day)
    default: return try callOnDays(function, arguments)
    }
  }

  private func callOnDays(_ function: Term.Function, _ arguments: [Value])
    throws(EvaluationError) -> Value
  {
    if function == .monthsIn {
      let year = try Self.whole(arguments[0])
      let (from, through) = (try Self.day(arguments[1]), try Self.day(arguments[2]))
      return .number(ExactDecimal(CivilCount.months(of: year, touchedFrom: from, through: through)))
    }
    let day = try Self.day(arguments[0])
    switch function {
    case .year: return .number(ExactDecimal(day.year))
    case .month: return .number(ExactDecimal(day.month))
    case .day: return .number(ExactDecimal(day.dayOfMonth))
    case .firstOfMonth: return .date(day.firstOfMonth)
    case .lastOfMonth: return .date(day.lastOfMonth)
    case .firstOfNextMonth:
      guard let next = try? day.lastOfMonth.adding(days: 1) else { throw .notADay }
      return .date(next)
    case .age:
      return .number(ExactDecimal(CivilCount.completedMonths(from: source.birth, to: day) / 12))
    default: break
    }
    let other = try Self.day(arguments[1])
    switch function {
    case .monthsBetween:
      return .number(ExactDecimal(CivilCount.completedMonths(from: day, to: other)))
    case .yearsBetween:
      return .number(ExactDecimal(CivilCount.completedMonths(from: day, to: other) / 12))
    case .calendarMonths:
      return .number(
        ExactDecimal((other.year - day.year) * 12 + other.month - day.month))
    default: return .number(ExactDecimal(Int(other.number) - Int(day.number)))
    }
  }
}

/// Counting on the civil calendar as formulas need it.
enum CivilCount {
  /// Completed months from one day to another; negative where the second is earlier.
  static func completedMonths(from: Day, to: Day) -> Int {
    if to < from { return 0 - completedMonths(from: to, to: from) }
    let months = (to.year - from.year) * 12 + to.month - from.month
    // A month that would end on a day this month lacks is complete on its last day.
    guard let end = try? from.adding(months: months) else { return months }
    return end <= to ? months : months - 1
  }

  /// How many calendar months of `year` the days from..through touch.
  static func months(of year: Int, touchedFrom from: Day, through: Day) -> Int {
    guard from <= through else { return 0 }
    let first = max(from.year * 12 + from.month, year * 12 + 1)
    let last = min(through.year * 12 + through.month, year * 12 + 12)
    return max(0, last - first + 1)
  }
}
