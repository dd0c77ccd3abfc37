import Coordination
import Formula
import Quantities
import Testing

@testable import RuleBook

/// The pages that compare and count the law, of a book whose every date is known.
@Suite struct PagesTests {
  private func difference(_ first: String, _ last: String) throws -> String {
    let book = TestBooks.good
    let (from, to) = (try #require(Day(first)), try #require(Day(last)))
    return DifferencePage.text(
      of: try book.allSchemes(), try book.allInstruments(), from: from, to: to, width: 200)
  }

  @Test func aChangeShowsTheOldAndTheNewValueWithItsLaw() throws {
    let text = try difference("2023-12-31", "2024-01-01")
    #expect(text.contains("pension_value: pension value, EUR/month [§ 68]"))
    #expect(text.contains("2024-01-01: 11.50 → 12 (Act of 2023), secondary"))
  }

  @Test func theFirstDayIsOutsideAndTheLastInside() throws {
    #expect(!(try difference("2024-01-01", "2024-02-01")).contains("pension_value"))
    #expect(try difference("2000-01-01", "2002-01-01").contains("10 → 11.50 (Act of 2001)"))
  }

  @Test func agreementsShowEntryAndEnd() throws {
    #expect(try difference("2020-06-01", "2021-01-01").contains("2020-12-31 TEST-1: last day for"))
  }

  @Test func aTimeWithoutChangesSaysSo() throws {
    #expect(try difference("1801-01-01", "1801-02-01").contains("Nothing the rule book dates"))
  }

  @Test func everyValueIsCountedOnceByItsCertainty() throws {
    let schemes = try TestBooks.good.allSchemes()
    let counts = CertaintyPage.counts(of: schemes, try TestBooks.good.allInstruments())
    let rows = schemes.flatMap { scheme in
      scheme.rules.parameters.flatMap { $0.rows + $0.editions.flatMap(\.rows) }
    }
    for certainty in [Certainty.primary, .secondary, .unverified] {
      let counted = counts.values.reduce(0) { $0 + ($1.values[certainty] ?? 0) }
      #expect(counted == rows.count { $0.certainty == certainty })
    }
    let country = try #require(Country("LU"))
    let luxembourg = try #require(counts[country])
    #expect(luxembourg.values[.primary] ?? 0 > 0)
    #expect(luxembourg.instruments[.secondary] ?? 0 > 0)
  }
}
