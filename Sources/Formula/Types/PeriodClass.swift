/// A class of insurance periods, as formulas select them.
///
/// The single types carry the codes of the European form P5000 (period types 10 to 52).
public enum PeriodClass: Int, Sendable, Hashable, CaseIterable {
  case any, compulsory, voluntary, assimilated, residence
  case employed, selfEmployed, unemployed
  case sickness, unemployment, military, education, childRaising, pension, maternity
  case earlyRetirement, unemploymentBenefit, invalidity, care, fictitious

  /// The name formulas use.
  public var name: String {
    switch self {
    case .selfEmployed: "self_employed"
    case .childRaising: "child_raising"
    case .earlyRetirement: "early_retirement"
    case .unemploymentBenefit: "unemployment_benefit"
    default: String(describing: self)
    }
  }

  public static let named: [String: PeriodClass] = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.name, $0) })
}
