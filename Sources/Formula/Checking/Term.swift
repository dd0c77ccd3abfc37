import Quantities

/// A checked formula: every name resolved, every unit agreed, nothing left to go wrong but data.
indirect enum Term: Sendable, Hashable {
  // Numbers, conditions, days, words and countries.
  case number(ExactDecimal)
  case truth(Bool)
  case day(Day)
  /// The place of a word in its choice, or the packed code of a country.
  case symbol(Int)
  case input(Int)
  case local(Int)
  case setting
  /// The value of a step, in this setting or a named one.
  case step(Int, Setting?)
  case parameter(Int, on: Term?)
  case row(Int, key: Term, on: Term?)
  case negated(Term)
  case sum(Term, Term)
  case difference(Term, Term)
  case product([Term], over: [Term])
  case compare(Comparison, Term, Term, unit: Unit)
  /// Days, words and countries are compared by their numbers.
  case compareOrdinals(Comparison, Term, Term)
  case not(Term)
  case and(Term, Term)
  case or(Term, Term)
  case conditional(Term, Term, Term)
  case shift(day: Term, by: Term, Period, backwards: Bool)
  case function(Function, [Term])
  case known(Int)
  case record(RecordFunction, PeriodSelection, [Term])

  // Series and lists.
  case element(series: Term, year: Term)
  case contains(series: Term, year: Term)
  /// The number of the month in which the day lies.
  case monthElement(series: Term, day: Term)
  /// The sum over the months of a year.
  case inYear(series: Term, year: Term)
  case aggregate(Aggregate, series: Term)
  case select(highest: Bool, count: Term, series: Term)
  case weighted(highest: Bool, amount: Term, rates: Term, weights: Term)
  case loop(Aggregate, slot: Int, from: Term, through: Term, body: Term)
  case loopDays(Aggregate, slot: Int, list: Term, body: Term)
  case fold(slot: Int, initial: Term, yearSlot: Int, from: Term, through: Term, body: Term)
  case foldDays(slot: Int, initial: Term, daySlot: Int, list: Term, body: Term)

  enum Comparison: Sendable, Hashable {
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
  }

  enum Aggregate: String, Sendable, Hashable { case sum, mean, count, max, min, all, any }

  enum Period: String, Sendable, Hashable { case day, week, month, quarter, year }

  /// Built-in functions of numbers and days.
  enum Function: String, Sendable, Hashable, CaseIterable {
    case absolute = "abs"
    case floor, ceil, round
    case number
    case perMonth = "per_month"
    case perYear = "per_year"
    case minimum = "min"
    case maximum = "max"
    case year, month, day, date
    case firstOfMonth = "first_of_month"
    case firstOfNextMonth = "first_of_next_month"
    case lastOfMonth = "last_of_month"
    case monthsBetween = "months_between"
    case calendarMonths = "calendar_months"
    case yearsBetween = "years_between"
    case daysBetween = "days_between"
    case age
    case monthsIn = "months_in"
    /// Whether the person is a citizen of a country.
    case citizen
    /// The earlier and the later of days.
    case earliest = "min of days"
    case latest = "max of days"
  }
}
