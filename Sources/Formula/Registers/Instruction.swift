import Quantities

/// One step of register code; registers are numbered, the first ones hold the local names.
enum Instruction: Sendable {
  case constant(Value, to: Int)
  case input(Int, to: Int)
  case move(Int, to: Int)
  case setting(to: Int)
  case step(Int, Setting?, to: Int)
  case parameter(Int, on: Int?, to: Int)
  case row(Int, key: Int, on: Int?, to: Int)
  case negate(Int, to: Int)
  case add(Int, Int, to: Int)
  case subtract(Int, Int, to: Int)
  case product([Int], over: [Int], to: Int)
  case compare(Term.Comparison, Int, Int, to: Int)
  case compareOrdinals(Term.Comparison, Int, Int, to: Int)
  case not(Int, to: Int)
  case jump(Int)
  case jumpUnless(Int, Int)
  case jumpIf(Int, Int)
  case shift(Int, by: Int, Term.Period, backwards: Bool, to: Int)
  case function(Term.Function, [Int], to: Int)
  case known(Int, to: Int)
  case record(RecordFunction, PeriodSelection, [Int], to: Int)
  /// `input` is the input the series is, for saying what is missing.
  case element(series: Int, input: Int?, key: Int, to: Int)
  case contains(series: Int, key: Int, to: Int)
  case inYear(series: Int, year: Int, to: Int)
  case aggregate(Term.Aggregate, series: Int, to: Int)
  case select(highest: Bool, count: Int, series: Int, to: Int)
  case weighted(highest: Bool, amount: Int, rates: Int, weights: Int, to: Int)
  /// Opens a loop over years or days; goes to `end` when there are none.
  case loopYears(from: Int, through: Int, variable: Int, end: Int)
  case loopDays(list: Int, isSorted: Bool, variable: Int, end: Int)
  /// Keeps what the body of the loop yielded.
  case collect(Int)
  /// Goes back to `body` while items are left.
  case next(variable: Int, body: Int)
  /// Closes the innermost loop and reduces what it kept.
  case reduce(Term.Aggregate, to: Int)
  /// Closes the innermost loop of a fold.
  case leave
}
