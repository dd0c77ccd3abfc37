import Foundation
import Testing

/// `sojourn agreements`, `posting` and `rules` as an officer runs them.
@Suite struct AgreementsTests {
  private func output(_ arguments: String...) throws -> String {
    let outcome = try Program.run(arguments)
    #expect(outcome.status == 0)
    return outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func coverageIsThreeValued() throws {
    #expect(try output("agreements", "DE", "US").contains("An agreement is in force."))
    #expect(try output("agreements", "CH", "BD").contains("No agreement."))
    #expect(try output("agreements", "BD", "NP").contains("Unknown."))
  }

  @Test func contributionOnlyAgreementsNeverTotalize() throws {
    let text = try output("agreements", "CH", "KR")
    #expect(text.contains("method contribution_only"))
    #expect(!text.contains("totalizes where"))
  }

  @Test func anEarlierDayIsAnsweredByTheEarlierAgreement() throws {
    let text = try output("agreements", "FR", "CA", "--on", "2010-01-01")
    #expect(text.contains("An agreement is in force."))
    #expect(text.contains("Superseded by CA-FR"))
  }

  @Test func aSupersededAgreementSaysByWhat() throws {
    #expect(try output("agreements", "AT", "IE").contains("Superseded by EU-883-2004"))
  }

  @Test func aDateThatWasNotReadIsApproximate() throws {
    #expect(try output("agreements", "FR", "TN").contains("about (not read in a source)"))
  }

  @Test func postingsKnowTheirLimit() throws {
    let text = try output("posting", "US", "DE", "--months", "72")
    #expect(text.contains("DE-US: 60 months"))
    #expect(text.contains("72 months: over the limit of 60"))
    #expect(
      try output("posting", "US", "DE", "--months", "48").contains("48 months: within the limit"))
  }

  @Test func jsonHasTheSameAnswer() throws {
    let outcome = try Program.run("agreements", "KR", "--format", "json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let pairs = try #require(object["pairs"] as? [[String: Any]])
    #expect(pairs.count > 40)
    #expect(
      Set(pairs.compactMap { $0["state"] as? String }).isSubset(of: ["in_force", "none", "unknown"])
    )
  }

  @Test func schemesAndAgreementsArePages() throws {
    #expect(try output("rules", "show", "DE.GRV").contains("§ 64"))
    #expect(try output("rules", "show", "DE-US").contains("Art 7"))
    let list = try output("rules", "list")
    #expect(list.contains("KR.NPS month KRW amount"))
    #expect(list.contains("DZ.CNR month DZD right, ratio no values"))
  }

  @Test func aRegionIsATableOfPairs() throws {
    let text = try output("agreements", "matrix", "nordic")
    #expect(text.contains("DK . M M M M Denmark"))
    #expect(text.contains("10 of 10 pairs are linked"))
    let few = try output("agreements", "matrix", "US", "KR", "BD")
    #expect(few.contains("US . B"))
    #expect(few.contains("of 3 pairs"))
  }

  @Test func anUnknownRegionNamesTheKnown() throws {
    let outcome = try Program.run("agreements", "matrix", "atlantis")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("'atlantis' is no region"))
    #expect(outcome.errors.contains("nordic"))
  }

  @Test func theLawOfTwoDaysIsCompared() throws {
    let text = try output("rules", "diff", "2025-11-01", "2026-11-24", "US", "FR")
    #expect(text.contains("2026: 176100 → 184500 (42 USC 430)"))
    #expect(!text.contains("DE.GRV"))
    #expect(try Program.run("rules", "diff", "2026-01-01", "2025-01-01").status == 64)
    #expect(try Program.run("rules", "diff", "soon", "2025-01-01").status == 64)
  }

  @Test func certaintyIsCountedByCountry() throws {
    let text = try output("rules", "check", "--certainty")
    #expect(text.contains("COUNTRY VALUES primary secondary unverified"))
    #expect(text.contains("Germany"))
  }
}
