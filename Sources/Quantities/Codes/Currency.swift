/// A currency of ISO 4217, current or withdrawn.
@frozen
public struct Currency: Sendable, Hashable {
  /// The three letters in ASCII.
  let rawValue: UInt32

  init(unchecked rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// Finds a currency by its alphabetic code in either case.
  public init?(parsing bytes: UnsafeBufferPointer<UInt8>) {
    guard let code = PackedCode.pack(bytes), CurrencyIndex.shared.row(code) != nil else {
      return nil
    }
    self.init(unchecked: code)
  }

  /// Finds a currency by its alphabetic code in either case.
  public init?(_ code: some StringProtocol) {
    guard let currency = CivilText.read(code, Currency.init(parsing:)) else { return nil }
    self = currency
  }

  /// All currencies, current and withdrawn, in the order of their codes.
  public static let all: [Currency] = CurrencyIndex.shared.codes.map(Currency.init(unchecked:))

  /// The alphabetic code, such as "EUR".
  public var code: String { PackedCode.text(rawValue) }

  /// The numeric code, where there is one.
  public var numeric: Int? { row.flatMap { CurrencyIndex.shared.table.number($0, 1) } }

  /// The number of decimals of the currency: 2 for cents, 0 for the yen.
  ///
  /// Nil where ISO 4217 gives none: for metals and units of account, and for withdrawn currencies.
  public var minorUnits: Int? { row.flatMap { CurrencyIndex.shared.table.number($0, 2) } }

  /// The English name.
  public var name: String { row.map(CurrencyIndex.shared.table.name) ?? "" }

  /// Whether the code has been withdrawn.
  public var isHistoric: Bool {
    row.map(CurrencyIndex.shared.table.isWithdrawn) ?? false
  }

  /// When the code was withdrawn as ISO 4217 dates it: "2002-03", or "1989 to 1990".
  public var withdrawn: String? { row.flatMap(CurrencyIndex.shared.table.withdrawn) }

  private var row: Int? { CurrencyIndex.shared.row(rawValue) }

  /// The currency that was probably meant by a code or name that is none.
  public static func suggestion(for text: some StringProtocol) -> Currency? {
    let index = CurrencyIndex.shared
    return Suggestion.row(for: String(text), in: index.table, codeColumns: 0...0)
      .map { Currency(unchecked: index.codes[$0]) }
  }
}

extension Currency: Comparable, LosslessStringConvertible {
  /// The order of the codes.
  public static func < (left: Currency, right: Currency) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The alphabetic code.
  public var description: String { code }

  /// Finds a currency by its alphabetic code in either case.
  public init?(_ description: String) {
    guard let currency = CivilText.read(description, Currency.init(parsing:)) else { return nil }
    self = currency
  }
}
