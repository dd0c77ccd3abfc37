/// A party to an agreement: a country, or a part of one that concludes agreements of its own, such
/// as Quebec (`CA-QC`).
///
/// Jersey, Guernsey and the Isle of Man have country codes of their own (JE, GG, IM).
@frozen
public struct Party: Sendable, Hashable {
  /// The country.
  public let country: Country
  /// The letters after the hyphen, packed; 0 for the whole country.
  let part: UInt32

  /// The whole of a country.
  public init(_ country: Country) {
    self.init(country, part: 0)
  }

  /// Finds a party by a country code, or by the ISO 3166-2 code of a subdivision that concludes
  /// agreements of its own; either in either case.
  public init?(_ code: some StringProtocol) {
    let pieces = code.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = pieces.first, let country = Country(first) else { return nil }
    guard pieces.count == 2 else {
      self.init(country)
      return
    }
    guard let part = CivilText.read(pieces[1], PackedCode.pack) else { return nil }
    self.init(country, part: part)
    if Self.row(of: self) == nil { return nil }
  }

  private init(_ country: Country, part: UInt32) {
    self.country = country
    self.part = part
  }

  /// The part's letters, such as "QC", or nil for a whole country.
  public var subdivision: String? { part == 0 ? nil : PackedCode.text(part) }

  /// The code, such as "CA" or "CA-QC".
  public var code: String { subdivision.map { "\(country.code)-\($0)" } ?? country.code }

  /// The English name: of the subdivision where there is one, otherwise of the country.
  public var name: String {
    Self.row(of: self).map { Self.table.name($0) } ?? country.name
  }

  private static let table = CodeTable(SubdivisionTable.lines, nameColumn: 2)

  private static func row(of party: Party) -> Int? {
    if party.part == 0 { return nil }
    let code = party.code
    return (0..<table.count).first { table.text($0, 0) == code }
  }
}

extension Party: Comparable, LosslessStringConvertible {
  /// The order of the codes.
  public static func < (left: Party, right: Party) -> Bool {
    left.country == right.country ? left.part < right.part : left.country < right.country
  }

  /// The code.
  public var description: String { code }

  /// Finds a party by its code; see ``init(_:)``.
  public init?(_ description: String) {
    self.init(description[...])
  }
}
