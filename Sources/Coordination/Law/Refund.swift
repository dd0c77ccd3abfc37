import Formula

/// What a scheme may pay back instead of a pension, and the periods that ends.
public struct Refund: Sendable {
  /// What the refund takes away: periods that count nowhere afterwards.
  public struct Erasure: Sendable {
    /// The step that yields how many units; nil: all own periods.
    public let units: Int?
    public let law: String
    public let says: SourceFragment?
    /// What it says, read once; nil where the file has no sentence.
    let sentence: Sentence?

    public init(units: Int?, law: String, says: SourceFragment?) {
      self.units = units
      self.law = law
      self.says = says
      sentence = says.flatMap { try? Sentence($0) }
    }
  }

  public let id: String
  public let name: [String: String]
  public let law: String
  /// What is paid back, in words.
  public let says: SourceFragment?
  let sentence: Sentence?
  public let conditions: [Scheme.Condition]
  /// The law that grants it only where no pension is due, alone or with an agreement; nil: also
  /// beside a right.
  public let withoutRightLaw: String?
  /// The steps that yield the first and the last day it can be asked for; nil: any day.
  public let from: Int?
  public let until: Int?
  /// The step that yields what is paid; nil: the rule book has no formula for it.
  public let amount: Int?
  public let erasure: Erasure
  public let certainty: Certainty

  public init(
    id: String, name: [String: String], law: String, says: SourceFragment?,
    conditions: [Scheme.Condition], withoutRightLaw: String? = nil, from: Int?, until: Int?,
    amount: Int?, erasure: Erasure,
    certainty: Certainty
  ) {
    self.id = id
    self.name = name
    self.law = law
    self.says = says
    sentence = says.flatMap { try? Sentence($0) }
    self.conditions = conditions
    self.withoutRightLaw = withoutRightLaw
    self.from = from
    self.until = until
    self.amount = amount
    self.erasure = erasure
    self.certainty = certainty
  }
}
