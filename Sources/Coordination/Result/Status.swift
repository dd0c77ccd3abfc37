import Quantities

/// What has become of a claim under one scheme; a closed list.
public enum Status: Sendable, Hashable {
  case payable
  /// The right exists, or will exist by age alone, on that day.
  case payableLater(Day)
  case notQualified
  /// The person has no period under the scheme.
  case notCovered
  /// Whether an agreement links the countries is not known, and it would matter.
  case unknownAgreement
  /// Something needed is missing; `SchemeResult.missing` says what.
  case notComputed

  public var name: String {
    switch self {
    case .payable: "payable"
    case .payableLater: "payable_later"
    case .notQualified: "not_qualified"
    case .notCovered: "not_covered"
    case .unknownAgreement: "unknown_agreement"
    case .notComputed: "not_computed"
    }
  }
}
