/// How long the money takes, in the steps that sources use.
public enum TransferSpeed: String, Sendable, Hashable, CaseIterable, Comparable {
  case withinHour = "less than one hour"
  case sameDay = "same day"
  case nextDay = "next day"
  case twoDays = "2 days"
  case threeToFiveDays = "3-5 days"
  case sixDaysOrMore = "6 days or more"
  case unknown = "not known"

  /// The most days that this step may mean; nil where it has no end or is not known.
  public var mostDays: Int? {
    switch self {
    case .withinHour, .sameDay: 0
    case .nextDay: 1
    case .twoDays: 2
    case .threeToFiveDays: 5
    case .sixDaysOrMore, .unknown: nil
    }
  }

  /// Whether the money certainly arrives within five days, one of the SmaRT conditions.
  public var isWithinFiveDays: Bool { mostDays != nil }

  /// The step that a longest delay of so many seconds falls into.
  public init(seconds: Int64) {
    switch seconds {
    case ..<0: self = .unknown
    case ..<3600: self = .withinHour
    case ..<86_400: self = .sameDay
    case ..<172_800: self = .nextDay
    case ..<259_200: self = .twoDays
    case ..<518_400: self = .threeToFiveDays
    default: self = .sixDaysOrMore
    }
  }

  private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  public static func < (left: TransferSpeed, right: TransferSpeed) -> Bool {
    left.order < right.order
  }
}
