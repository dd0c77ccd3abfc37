/// One place on the network that prices or rates come from, as its entry describes it.
public struct PriceSource: Sendable, Equatable {
  /// A short, stable name such as `ecb.history`.
  public let id: String
  public let name: String
  public let publisher: String
  public let gives: SourcePurpose
  public let url: URLTemplate
  /// Hosts the address may have when another source's reply names it.
  public let hosts: [String]
  public let reader: SourceReader
  /// The file a catalogue is searched for, with `*` for any run of characters.
  public let wantedFile: String?
  /// Seconds for which a reply is fresh where the server does not say.
  public let freshFor: Int64
  /// Seconds beyond that for which it may stand in for an error.
  public let staleFor: Int64
  /// Bytes of decoded reply at most.
  public let largest: Int64
  /// Whether a reply may be kept in the user's own cache.
  public let mayStore: Bool
  /// Whether what it says may leave the machine again.
  public let mayPassOn: Bool
  public let terms: String
  public let termsURL: String?
  public let attribution: String
  /// What a reader of its figures should know.
  public let caveat: String?
  /// How it is asked.
  public let limits: SourceLimits
}
