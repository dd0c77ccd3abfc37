import Quantities

/// Where a run gets the values that are not in the rules: the person's record and claim.
public protocol InputSource {
  /// The value of an input in a setting.
  ///
  /// - Throws: `missingFact` where the case does not say it.
  func value(of input: Int, in setting: Setting) throws(EvaluationError) -> Value

  /// Whether the value of an input hangs on the day the pension begins.
  func followsDay(_ input: Int) -> Bool

  /// Whether the case gives this fact.
  func isKnown(_ input: Int) -> Bool

  /// What the periods of a class come to in a setting.
  func record(
    _ function: RecordFunction, _ periods: PeriodSelection, from: Day?, through: Day?,
    in setting: Setting
  ) throws(EvaluationError) -> Value

  /// The countries the person is a citizen of.
  ///
  /// - Throws: `missingCitizenship` where the case does not say.
  func citizenships() throws(EvaluationError) -> [Country]

  /// The first day of the pension: dated parameters hold on it unless a formula says otherwise.
  var start: Day { get }

  /// The birth date, for ages.
  var birth: Day { get }

  /// Whether days to come use the newest values of the law.
  var isProjection: Bool { get }
}

extension InputSource {
  /// Nothing is shared between days unless the source says more.
  public func followsDay(_ input: Int) -> Bool { true }
}
