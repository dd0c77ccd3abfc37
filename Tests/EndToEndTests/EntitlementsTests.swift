import Foundation
import Testing

/// `sojourn entitlements` as a counsellor and a pipeline run it.
@Suite struct EntitlementsTests {
  static let example = "Rules/examples/cases/five-countries.json"

  @Test func answersTheCaseOfTheReadme() throws {
    let outcome = try Program.run("entitlements", Self.example)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    let text = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for scheme in ["US.OASDI", "DE.GRV", "KR.NPS", "FR.CNAV", "CA.OAS"] {
      #expect(text.contains("(\(scheme)): a pension of"))
    }
    #expect(text.contains("It needed the agreement DE-US: 28 own and 72 foreign quarters"))
    #expect(text.contains("Without the agreements US.OASDI: nothing instead of"))
  }

  @Test func theReadmeShowsWhatTheProgramPrints() throws {
    let readme = try String(
      contentsOf: Program.root.appending(path: "README.md"), encoding: .utf8)
    let outcome = try Program.run(
      "entitlements", Self.example, environment: ["COLUMNS": "88"])
    let start = try #require(readme.range(of: "In short\n"))
    let end = try #require(readme.range(of: "\n...\n"))
    let shown = readme[start.lowerBound..<end.lowerBound]
    for line in shown.split(separator: "\n") {
      #expect(outcome.output.contains(line), "the README shows a line the program does not print")
    }
  }

  @Test func theWholeCaseOfTheReadmeIsComputedInFull() throws {
    let readme = try String(
      contentsOf: Program.root.appending(path: "README.md"), encoding: .utf8)
    let start = try #require(readme.range(of: "```json\n"))
    let end = try #require(readme.range(of: "\n```", range: start.upperBound..<readme.endIndex))
    let outcome = try Program.run(
      "entitlements", "-", input: String(readme[start.upperBound..<end.lowerBound]))
    #expect(outcome.status == 0)
    #expect(!outcome.output.contains("not computed"))
    #expect(outcome.output.contains("Germany (DE.GRV): a pension of EUR"))
  }

  @Test func explainsEveryStepWithItsArticle() throws {
    let outcome = try Program.run("entitlements", Self.example, "--explain")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Worksheet: Statutory pension insurance (DE.GRV)"))
    #expect(outcome.output.contains("Theoretical amount: as if all periods were own"))
    #expect(outcome.output.contains("§ 70(1)"))
  }

  @Test func withoutAgreementsNothingIsTotalized() throws {
    let outcome = try Program.run("entitlements", Self.example, "--without-agreements")
    #expect(outcome.status == 0)
    #expect(!outcome.output.contains("It needed the agreement"))
    #expect(outcome.output.contains("United States (US.OASDI): no right yet."))
  }

  @Test func oneSchemeAnswersAlone() throws {
    let outcome = try Program.run("entitlements", Self.example, "--scheme", "DE.GRV")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Germany (DE.GRV): a pension of EUR"))
    // The periods of the others count, but they say nothing of their own.
    #expect(outcome.output.contains("France: 40 quarters count as 120 months"))
    #expect(!outcome.output.contains("FR.CNAV): "))
  }

  @Test(arguments: [
    (["--scheme", "DE.GRX"], "did you mean 'DE.GRV'?"),
    (["--scheme", "IT.FPLD"], "names no scheme of a country of this case"),
    (["--scheme", "DE.GRV", "--first-dates"], "cannot be given together with --first-dates"),
  ])
  func aSchemeThatCannotAnswerIsRefused(_ words: [String], _ says: String) throws {
    let outcome = try Program.run(["entitlements", Self.example] + words)
    #expect(outcome.status == 64)
    #expect(outcome.errors.replacing("\n", with: " ").contains(says), "\(outcome.errors)")
  }

  @Test func aLaterClaimMovesThePensions() throws {
    let outcome = try Program.run("entitlements", Self.example, "--claim", "2027-06-01")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("from 2027-06-01"))
  }

  @Test func writesJSONOnOneLine() throws {
    let outcome = try Program.run("entitlements", Self.example, "--format", "json", "--explain")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasSuffix("\n"))
    #expect(outcome.output.dropLast().contains("\n") == false)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(object["format"] as? String == "sojourn/result/1")
    let schemes = try #require(object["schemes"] as? [[String: Any]])
    let unitedStates = try #require(schemes.first { $0["scheme"] as? String == "US.OASDI" })
    let amounts = try #require(unitedStates["amounts"] as? [String: Any])
    #expect((amounts["ratio"] as? [String: String]) == ["numerator": "28", "denominator": "140"])
    #expect((unitedStates["worksheet"] as? [Any])?.isEmpty == false)
  }

  @Test func readsStandardInput() throws {
    let text = try String(contentsOf: Program.root.appending(path: Self.example), encoding: .utf8)
    let outcome = try Program.run("entitlements", "-", input: text)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Germany (DE.GRV): a pension of"))
  }

  @Test func whereOnlyTheAmountIsMissingTheShareIsSaid() throws {
    let career = """
      {"format": "sojourn/case/1",
       "person": {"born": "1957-01-10", "sex": "male", "lives_in": "DE", "citizen_of": ["DE"]},
       "claim": {"benefit": "old_age", "from": "2026-12-01"},
       "periods": [
         {"country": "CZ", "from": "1985-01-01", "to": "1992-12-31", "type": "employed"},
         {"country": "DE", "from": "1995-01-01", "to": "2016-12-31", "type": "employed",
          "earnings": {"amount": "30000", "per": "year", "currency": "EUR"}}]}
      """
    let outcome = try Program.run("entitlements", "-", input: career)
    let text = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      text.contains("The pro rata share is 96 of 360: only the theoretical amount is missing."))
    #expect(text.contains("Theoretical monthly pension stated by the institution"))
    let share = #""pro_rata_share":{"numerator":"96","denominator":"360"}"#
    let line = career.split(separator: "\n").joined(separator: " ") + "\n"
    for arguments in [["-", "--format", "json"], ["--ndjson", "--detail", "figures"]] {
      let json = try Program.run(
        ["entitlements"] + arguments, input: arguments[0] == "-" ? career : line)
      #expect(json.output.filter { !$0.isWhitespace }.contains(share))
    }
  }
}
