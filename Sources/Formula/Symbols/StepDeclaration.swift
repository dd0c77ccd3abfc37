/// A step of a computation as the rule file writes it.
public struct StepDeclaration: Sendable {
  /// A derogation from the general rule: the first whose condition holds takes its place.
  public struct Exception: Sendable {
    public let condition: SourceFragment
    public let formula: SourceFragment
    public let rounding: Rounding?
    public let law: String
    public let says: SourceFragment?

    public init(
      when condition: SourceFragment, is formula: SourceFragment, rounding: Rounding? = nil,
      law: String, says: SourceFragment? = nil
    ) {
      self.condition = condition
      self.formula = formula
      self.rounding = rounding
      self.law = law
      self.says = says
    }
  }

  public enum Cadence: String, Sendable, Hashable, CaseIterable { case once, year, month }

  public let id: String
  /// By language code.
  public let name: [String: String]
  public let formula: SourceFragment
  /// Whether it has one value, or one for each calendar year or month.
  public let cadence: Cadence
  /// The years or days of a yearly or monthly step, `a .. b`; the own record where nil.
  public let over: SourceFragment?
  /// Which of those years or months it keeps.
  public let only: SourceFragment?
  /// The unit the author expects; checked against the formula.
  public let unit: Unit?
  public let rounding: Rounding?
  public let law: String
  /// The sentence of the worksheet, with names in braces.
  public let says: SourceFragment?
  public let exceptions: [Exception]
  /// Whether the worksheet shows it only where it was used.
  public let isDefinition: Bool
  public let location: SourceLocation

  public init(
    id: String, name: [String: String] = [:], formula: SourceFragment, cadence: Cadence = .once,
    over: SourceFragment? = nil, only: SourceFragment? = nil, unit: Unit? = nil,
    rounding: Rounding? = nil, law: String = "", says: SourceFragment? = nil,
    exceptions: [Exception] = [], isDefinition: Bool = false, location: SourceLocation? = nil
  ) {
    self.id = id
    self.name = name
    self.formula = formula
    self.cadence = cadence
    self.over = over
    self.only = only
    self.unit = unit
    self.rounding = rounding
    self.law = law
    self.says = says
    self.exceptions = exceptions
    self.isDefinition = isDefinition
    self.location = location ?? formula.location()
  }
}
