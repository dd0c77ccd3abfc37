/// The set of flags on a price, held in one machine word as the databases hold it.
public struct PriceFlags: OptionSet, Sendable, Hashable {
  public let rawValue: Int64

  public init(rawValue: Int64) { self.rawValue = rawValue }

  /// The set of one flag.
  public init(_ flag: PriceFlag) { rawValue = 1 << Int64(flag.rawValue) }

  /// The set of some flags.
  public init(flags: some Sequence<PriceFlag>) {
    rawValue = flags.reduce(0) { $0 | 1 << Int64($1.rawValue) }
  }

  /// Whether a flag is set.
  public func contains(_ flag: PriceFlag) -> Bool { contains(PriceFlags(flag)) }

  /// Sets a flag where the condition holds.
  public mutating func set(_ flag: PriceFlag, when condition: Bool = true) {
    if condition { formUnion(PriceFlags(flag)) }
  }

  /// The flags that are set, in the order of their numbers.
  public var flags: [PriceFlag] { PriceFlag.allCases.filter { contains($0) } }

  /// The stable names of the flags that are set.
  public var codes: [String] { flags.map(\.code) }
}
