import Coordination
import Quantities
import RuleBook
import Testing

/// Every agreement of the shipped book is found when its two countries are asked for.
struct InstrumentFileTests {
  @Test func everyBilateralAgreementIsFoundByItsParties() throws {
    let all = try Book.rules.allInstruments().filter { $0.members.count == 2 }
    #expect(all.count > 700)
    for instrument in all {
      let countries = instrument.members.map(\.party.country)
      let found = try Book.rules.instruments(among: countries).map(\.id)
      #expect(found.contains(instrument.id), "\(instrument.id) is not found by its parties")
    }
  }
}
