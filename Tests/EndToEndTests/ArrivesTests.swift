import Testing

@Suite struct ArrivesTests {
  private static let example = "Rules/examples/cases/five-countries.json"

  @Test func saysWhatIsLostOnTheWayHome() throws {
    let outcome = try Program.run("arrives", "-", "--offline", input: Self.mexican)
    #expect(outcome.status == 0)
    let text = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("12 times a year (monthly)"))
    #expect(text.contains("estimate from the corridor's surveyed mean of 2025-Q1"))
    #expect(text.contains("sending three payments at once would save about USD"))
    #expect(text.contains("mid-market of 2026-"))
  }

  @Test func aPensionAtHomeNeedsNoTransferAndOneNotPaidAbroadIsSaid() throws {
    let outcome = try Program.run("arrives", Self.example, "--offline", "--to", "CU")
    #expect(outcome.output.contains("nothing: it is not paid in Cuba"))
    let home = try Program.run("arrives", Self.example, "--offline")
    #expect(home.output.contains("paid in Canada itself; nothing to send"))
  }

  @Test func writesJSONForPrograms() throws {
    let outcome = try Program.run(
      "arrives", Self.example, "--offline", "--to", "CU", "--format", "json")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("{\"format\":\"sojourn/arrives/1\""))
    #expect(outcome.output.contains("\"state\":\"not_paid_there\""))
    #expect(
      outcome.output.contains("\"payment\":\"703.28\",\"currency\":\"EUR\",\"times_a_year\":12"))
  }

  @Test func asksWhereThePersonLives() throws {
    let outcome = try Program.run(
      "arrives", "-", "--offline",
      input: Self.mexican.replacing("\"lives_in\": \"MX\", ", with: ""))
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("add person.lives_in or give --to COUNTRY"))
  }

  private static let mexican = """
    {"format": "sojourn/case/1",
     "person": {"born": "1960-05-14", "lives_in": "MX", "citizen_of": ["MX"]},
     "claim": {"from": "2026-12-01"},
     "periods": [
      {"country": "US", "from": "1990-01-01", "to": "2009-12-31", "type": "employed",
       "earnings": {"amount": "20000", "per": "year", "currency": "USD"}}]}
    """
}
