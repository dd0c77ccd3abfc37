import Formula
import Quantities

/// The inputs of a formula example: what it gives, and nothing else.
struct GivenInputs: InputSource {
  let start: Day
  let birth: Day
  let values: [Int: Value]
  /// Facts the case did not give, with what the scheme takes instead.
  let defaults: [Int: Value]

  var isProjection: Bool { false }

  func value(of input: Int, in setting: Setting) throws(EvaluationError) -> Value {
    guard let value = values[input] ?? defaults[input] else { throw .missingFact(input) }
    return value
  }

  func isKnown(_ input: Int) -> Bool { values[input] != nil }

  func record(
    _ function: RecordFunction, _ periods: PeriodSelection, from: Day?, through: Day?,
    in setting: Setting
  ) throws(EvaluationError) -> Value {
    throw .unsupported("\(function.rawValue)(...) asks for periods, and the example has none")
  }

  func citizenships() throws(EvaluationError) -> [Country] { throw .missingCitizenship }
}
