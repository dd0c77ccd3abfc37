/// How far a value of the law was verified.
public enum Certainty: Int, Sendable, Hashable, Comparable, CaseIterable {
  case unverified, secondary, primary

  public var name: String {
    switch self {
    case .unverified: "unverified"
    case .secondary: "secondary"
    case .primary: "primary"
    }
  }

  public init?(name: String) {
    guard let match = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = match
  }

  public static func < (left: Certainty, right: Certainty) -> Bool {
    left.rawValue < right.rawValue
  }
}
