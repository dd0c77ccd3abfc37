import Quantities

/// What was asked, so that a reader can tell an answer to something else.
public struct ReplyQuestion: Sendable, Equatable {
  /// The sending currency's three letters; nil where the source is not asked for one.
  public var fromCurrency: String?
  public var toCurrency: String?
  public var amount: ExactDecimal?
  /// The file a catalogue is searched for, with `*` for any run of characters.
  public var wantedFile: String?
  /// Hosts that a found address may have.
  public var hosts: [String]

  public init(
    fromCurrency: String? = nil, toCurrency: String? = nil, amount: ExactDecimal? = nil,
    wantedFile: String? = nil, hosts: [String] = []
  ) {
    self.fromCurrency = fromCurrency
    self.toCurrency = toCurrency
    self.amount = amount
    self.wantedFile = wantedFile
    self.hosts = hosts
  }
}
