import CommandLineKit
import Coordination
import Quantities
import RuleBook

/// Countries and parts of countries on the command line.
enum PartyArgument {
  static func party(_ text: String, _ invocation: Invocation, _ name: String) throws(UsageError)
    -> Party
  {
    if let party = Party(text) { return party }
    if let country = Country(named: text) { return Party(country) }
    throw invocation.refusal(
      of: name, "'\(text)' is not a country",
      hint: Country.suggestion(for: text).map { "did you mean \($0.code) (\($0.name))?" })
  }

  /// - Throws: a refusal where the same party is named twice: no agreement links it with itself.
  static func requireTwo(_ parties: [Party], _ invocation: Invocation, _ name: String)
    throws(UsageError)
  {
    guard parties.count == 2, parties[0] == parties[1] else { return }
    throw invocation.refusal(
      of: name, "\(parties[0].code) is named twice", hint: "name two different countries")
  }

  /// The agreements of a rule book; only those of the named countries where two are named.
  static func map(_ book: RuleBook, among parties: [Party]) throws -> AgreementMap {
    do {
      let instruments =
        parties.count == 2
        ? try book.instruments(among: parties.map(\.country)) : try book.allInstruments()
      return AgreementMap(instruments: instruments, completeList: book.completeList)
    } catch {
      throw error.failure
    }
  }
}
