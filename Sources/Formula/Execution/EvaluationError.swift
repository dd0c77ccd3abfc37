import Quantities

/// Why a checked formula has no value for this case: always missing or impossible data.
public enum EvaluationError: Error, Sendable, Hashable {
  /// No value of the law for that day or year stands in the rule book.
  case missingParameter(Int, key: Int, Parameter.Missing)
  /// The case does not say it.
  case missingFact(Int)
  /// The case does not say of which country the person is a citizen.
  case missingCitizenship
  /// A series has no number for that year.
  case missingYear(Int, input: Int?)
  /// Nothing to choose the mean, least or greatest from.
  case nothingToChooseFrom
  case divisionByZero
  /// The number is too large to be held exactly.
  case overflow
  /// A day outside the calendar, or a year that is not whole.
  case notADay
  /// A step that needs itself in this setting.
  case circle(Int)
  /// The engine refused: the record does not support the question.
  case unsupported(String)
  /// The rule asked for a span of more than `limit` years.
  case tooManyYears

  init(_ error: ArithmeticError) {
    self = error == .divisionByZero ? .divisionByZero : .overflow
  }
}
