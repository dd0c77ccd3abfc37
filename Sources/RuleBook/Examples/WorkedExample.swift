import Coordination
import Formula
import Quantities

/// A published or own computation that the rules must reproduce.
public struct WorkedExample: Sendable {
  /// Whose figures they are.
  public enum Grade: String, Sendable, Hashable, CaseIterable {
    /// The institution's own, or a statute's.
    case official
    case published
    /// Another program's, made independently.
    case secondOpinion = "second_opinion"
    /// Worked out by hand from the law.
    case own
  }

  /// What is computed.
  public enum Subject: Sendable {
    case career(ExampleCase)
    case formula(FormulaQuestion)
  }

  public let id: String
  /// What it shows, in a sentence.
  public let about: String
  public let source: String
  public let grade: Grade
  public let subject: Subject
  public let expectations: [Expectation]
  /// What was published against the law, and the law.
  public let contradiction: Cited?
  /// The day the answer is given; nil: the day of the rule book.
  public let today: Day?
  public let location: SourceLocation
}
