import Quantities

/// Where the engine finds the law of the countries a case names.
///
/// The rule book implements it; the engine knows no files.
public protocol LawLibrary: Sendable {
  /// The schemes of a country, in the order they are answered; empty where there are none.
  func schemes(of country: Country) throws -> [Scheme]

  /// The instruments to which at least two of the countries are party, whatever their status.
  func instruments(among countries: [Country]) throws -> [Instrument]

  /// Whether the official list of a country's agreements is known to be complete, and its source.
  func completeList(of country: Country) throws -> Cited?

  /// The day the rule book was last brought up to date (YYYY-MM-DD), and a hash of its files.
  var date: String { get }
  var hash: String { get }
}
