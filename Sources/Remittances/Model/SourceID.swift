/// The short name of a price source, as written in `RateCache/sources.yaml` and in the databases.
public struct SourceID: RawRepresentable, Sendable, Hashable, Comparable, CustomStringConvertible,
  ExpressibleByStringLiteral
{
  /// Lower-case words, publisher first, for example `ecb.daily`.
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
  public init(stringLiteral value: String) { self.rawValue = value }

  /// World Bank, Remittance Prices Worldwide: the rows of services.
  public static let worldBankPrices: SourceID = "world_bank.rpw"
  /// Means per corridor and quarter derived from Remittance Prices Worldwide.
  public static let worldBankCorridorMeans: SourceID = "world_bank.rpw_means"
  /// World Bank DataBank, series ATCR.CORR.
  public static let worldBankDataBank: SourceID = "world_bank.databank"
  /// World Bank and KNOMAD, bilateral remittance flows.
  public static let bilateralFlows: SourceID = "world_bank.knomad"
  /// European Central Bank, euro foreign exchange reference rates.
  public static let europeanCentralBank: SourceID = "ecb.history"
  /// A parity fixed by law or by the issuing central bank.
  public static let officialParity: SourceID = "official_parity"

  public var description: String { rawValue }
  public static func < (left: SourceID, right: SourceID) -> Bool { left.rawValue < right.rawValue }
}
