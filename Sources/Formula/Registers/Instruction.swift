import Quantities

/// One step of register code; registers are numbered, the first ones hold the local names.
///
/// Plain bytes: constants and lists of operands stand in tables of the code book.
enum Instruction {
  typealias Place = Int32

  /// A stretch of the table of operands.
  struct Operands {
    let first: Int32
    let count: Int32
  }

  case constant(Place, to: Place)
  case input(Place, to: Place)
  /// Fills a lasting register now, where the tree would look at it.
  case fill(Place)
  case move(Place, to: Place)
  case setting(to: Place)
  /// `setting` is -1 for the one of the run.
  case step(Place, setting: Int8, to: Place)
  /// `on` is -1 where the formula names no day.
  case parameter(Place, on: Place, to: Place)
  case row(Place, key: Place, on: Place, to: Place)
  case negate(Place, to: Place)
  case add(Place, Place, to: Place)
  case subtract(Place, Place, to: Place)
  case product(Operands, over: Operands, to: Place)
  case compare(Term.Comparison, Place, Place, to: Place)
  case compareOrdinals(Term.Comparison, Place, Place, to: Place)
  case not(Place, to: Place)
  case jump(Place)
  case jumpUnless(Place, Place)
  case jumpIf(Place, Place)
  /// Jumps where the comparison comes to `on`.
  case jumpComparing(Term.Comparison, Place, Place, on: Bool, Place)
  /// The same with the year of the first day of the pension on the right.
  case jumpComparingStart(Term.Comparison, Place, input: Place, on: Bool, Place)
  /// Jumps where it is `on` that a series has a number for a year.
  case jumpContaining(series: Place, key: Place, on: Bool, Place)
  case shift(Place, by: Place, Term.Period, backwards: Bool, to: Place)
  case function(Term.Function, Operands, to: Place)
  case known(Place, to: Place)
  /// `memo` is where a record without days is remembered.
  case record(RecordFunction, PeriodSelection, Operands, memo: Place, to: Place)
  /// `input` is the input the series is, for saying what is missing; -1 for none.
  case element(series: Place, input: Place, key: Place, to: Place)
  case contains(series: Place, key: Place, to: Place)
  case inYear(series: Place, year: Place, to: Place)
  case aggregate(Term.Aggregate, series: Place, to: Place)
  case select(highest: Bool, count: Place, series: Place, to: Place)
  case weighted(highest: Bool, amount: Place, rates: Place, weights: Place, to: Place)
  /// Opens a loop over years or days; goes to `end` when there are none. Two registers from
  /// `state` hold how far it is and what it has gathered.
  case loopYears(from: Place, through: Place, variable: Place, state: Place, end: Place)
  case loopDays(list: Place, isSorted: Bool, variable: Place, state: Place, end: Place)
  /// Keeps what the body of the loop yielded.
  case collect(Term.Aggregate, Place, state: Place)
  /// Goes back to `body` while items are left.
  case next(variable: Place, state: Place, body: Place)
  /// Brings a number to a multiple of a quantum; anything else stays as it is.
  case round(Place, quantum: Place, to: Place)
  /// Notes that a derogation made the value of the step.
  case apply(Place, state: Place)
  /// Keeps the value of a year or month; `applied` is -1 for the general rule.
  case keep(Place, applied: Place, state: Place)
  /// Goes on to the next year or month of a step, as long as there is one.
  case nextKey(isMonth: Bool, state: Place, body: Place)
  /// Closes a loop with what it gathered.
  case reduce(Term.Aggregate, state: Place, to: Place)
}
