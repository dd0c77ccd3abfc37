import Testing

@Suite struct WhatIfTests {
  private static let example = "Rules/examples/cases/five-countries.json"

  @Test func aLaterClaimRaisesOnePensionAndLeavesTheOthers() throws {
    let outcome = try Program.run(
      "entitlements", Self.example, "--what-if", "claim US 2029-01",
      environment: ["COLUMNS": "100"])
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n")
    let first = try #require(lines.first { $0.hasPrefix("US.OASDI") })
    #expect(first.contains("USD 518.00 a month from 2029-01-01") && first.hasSuffix("+ USD 74.00"))
    for scheme in ["DE.GRV", "KR.NPS", "FR.CNAV", "CA.OAS"] {
      let line = try #require(lines.first { $0.hasPrefix(scheme) })
      #expect(line.hasSuffix("="), "\(scheme) changed")
    }
  }

  @Test func moreWorkIsAddedWithTheLastWageAndSaysSo() throws {
    let outcome = try Program.run(
      "entitlements", Self.example, "--what-if", "work DE until 2028-06", "--what-if",
      "claim 2028-07", "--format", "json")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\"format\":\"sojourn/difference/1\""))
    #expect(outcome.output.contains("The earnings of 2006 in Germany are carried on unchanged."))
    #expect(!outcome.output.contains("may not count the later work"))
    #expect(outcome.output.contains("\"paid_before\":\"703.28\",\"paid_after\":\"810.74\""))
  }

  @Test(arguments: [
    ("work Frnce until 2030", "did you mean FR, France?"),
    ("work DE", "does not say until when"),
    ("dance", "is no change"),
    ("work DE until 2030-13", "is no date"),
    ("work DE until 2028-06 earning lots", "is no amount"),
    ("work DE until 2028-06 earning 2600", "how often"),
    ("claim US 2029-01 and more", "was not expected"),
    ("live FR from 2030 until 2029-01", "is no date"),
    ("live FR from 2030-01 until 2029-01", "lies before"),
  ])
  func aChangeThatMakesNoSenseIsRefused(text: String, says: String) throws {
    let outcome = try Program.run("entitlements", Self.example, "--what-if", text)
    #expect(outcome.status == 64)
    #expect(Self.unwrapped(outcome.errors).contains(says), "\(outcome.errors)")
  }

  @Test(arguments: [
    ("claim MX 2029-01", "no pension of Mexico to claim [change.no-periods]"),
    ("claim US.NONE 2029-01", "its schemes are US.OASDI"),
    ("work MX until 2030-01", "what was earned in Mexico"),
    ("live CA until 2025-01", "already reaches 2026-10-31"),
  ])
  func aChangeThisCaseCannotTakeIsRefused(text: String, says: String) throws {
    let outcome = try Program.run("entitlements", Self.example, "--what-if", text)
    #expect(outcome.status == 64)
    #expect(Self.unwrapped(outcome.errors).contains(says), "\(outcome.errors)")
  }

  @Test func firstDatesNameTheDayEachPensionOpens() throws {
    let outcome = try Program.run("entitlements", "-", "--first-dates", input: Self.young)
    #expect(outcome.status == 0)
    #expect(
      outcome.output.contains("US.OASDI  2042-06-01, if insurance goes on"), "\(outcome.output)")
    #expect(outcome.output.contains("DE.GRV"))
  }

  /// The text with its line ends turned into spaces.
  private static func unwrapped(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static let young = """
    {"format": "sojourn/case/1",
     "person": {"born": "1980-05-14", "lives_in": "DE", "citizen_of": ["DE"]},
     "periods": [
      {"country": "US", "from": "2002-01-01", "to": "2002-12-31", "type": "employed",
       "earnings": {"2002": "30000"}},
      {"country": "DE", "from": "2004-01-01", "to": "2024-12-31", "type": "employed",
       "earnings": {"amount": "3000", "per": "month", "currency": "EUR"}}]}
    """
}
