/// One or several classes of periods, taken together.
public struct PeriodSelection: OptionSet, Sendable, Hashable {
  public let rawValue: UInt32

  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The selection of a single class.
  public init(_ periodClass: PeriodClass) { rawValue = 1 << UInt32(periodClass.rawValue) }

  public static let any = PeriodSelection(.any)

  /// The classes taken together.
  public var classes: [PeriodClass] {
    PeriodClass.allCases.filter { contains(PeriodSelection($0)) }
  }
}
