/// A country of ISO 3166-1, a withdrawn one of ISO 3166-3, or Kosovo (XK, user-assigned).
///
/// A withdrawn country keeps its two letters (SU, YU, DD) unless another bears them now or bore
/// them more recently: then its code is the four letters of ISO 3166-3, such as BYAA for the
/// Byelorussian SSR. CS is Czechoslovakia; Serbia and Montenegro is CSXX.
@frozen
public struct Country: Sendable, Hashable {
  /// The two letters in ASCII; the highest bit marks a country named by four letters.
  let rawValue: UInt16

  init(unchecked rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// Finds a country by its alpha-2, alpha-3 or (if withdrawn) alpha-4 code in either case.
  public init?(parsing bytes: UnsafeBufferPointer<UInt8>) {
    guard let country = CountryIndex.shared.country(bytes) else { return nil }
    self = country
  }

  /// Finds a country by its alpha-2, alpha-3 or (if withdrawn) alpha-4 code in either case.
  public init?(_ code: some StringProtocol) {
    guard let country = CivilText.read(code, Country.init(parsing:)) else { return nil }
    self = country
  }

  /// Finds a country by its name as ISO or everyday English writes it, or by a name that it also
  /// bears; case and accents do not matter.
  public init?(named name: some StringProtocol) {
    let index = CountryIndex.shared
    guard let row = Suggestion.row(named: String(name), in: index.table) else { return nil }
    self = index.country(row: row)
  }

  /// All countries, current and withdrawn, in the order of their codes.
  public static let all: [Country] = (0..<CountryIndex.shared.table.count)
    .map(CountryIndex.shared.country(row:))

  /// The alpha-2 code, or for some withdrawn countries the alpha-4 code.
  public var code: String { field(0) }
  /// The alpha-3 code.
  public var alpha3: String { field(1) }
  /// The numeric code, where there is one.
  public var numeric: Int? {
    CountryIndex.shared.table.number(CountryIndex.shared.row(self), 3)
  }
  /// The short English name.
  public var name: String { CountryIndex.shared.table.name(CountryIndex.shared.row(self)) }
  /// Whether ISO 3166 no longer lists the country.
  public var isHistoric: Bool {
    CountryIndex.shared.table.isWithdrawn(CountryIndex.shared.row(self))
  }

  /// When the code was withdrawn as ISO 3166-3 dates it, such as "1977" or "1992-08-30".
  public var withdrawn: String? {
    CountryIndex.shared.table.withdrawn(CountryIndex.shared.row(self))
  }

  private func field(_ column: Int) -> String {
    CountryIndex.shared.table.text(CountryIndex.shared.row(self), column)
  }

  /// The country that was probably meant by a code or name that is none.
  public static func suggestion(for text: some StringProtocol) -> Country? {
    let index = CountryIndex.shared
    return Suggestion.row(for: String(text), in: index.table, codeColumns: 0...1)
      .map(index.country(row:))
  }
}

extension Country: Comparable, LosslessStringConvertible {
  /// The order of the codes.
  public static func < (left: Country, right: Country) -> Bool {
    let (a, b) = (left.rawValue & 0x7FFF, right.rawValue & 0x7FFF)
    return a == b ? left.rawValue < right.rawValue : a < b
  }

  /// The code.
  public var description: String { code }

  /// Finds a country by its alpha-2, alpha-3 or (if withdrawn) alpha-4 code in either case.
  public init?(_ description: String) {
    guard let country = CivilText.read(description, Country.init(parsing:)) else { return nil }
    self = country
  }
}
