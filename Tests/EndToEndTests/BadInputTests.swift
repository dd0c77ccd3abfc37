import Foundation
import Testing

/// Bad input ends with exit code 65, a stable code, a place and nothing on standard output.
@Suite struct BadInputTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    let code: String
    let text: String
    var place = "error:"

    var testDescription: String { code }
  }

  private static func caseText(
    person: String = #""born": "1960-05-14", "lives_in": "DE""#, periods: String
  ) -> String {
    #"{"format": "sojourn/case/1", "person": {\#(person)}, "periods": [\#(periods)]}"#
  }

  static let faults: [Fault] = [
    Fault(
      code: "case.unknown-country",
      text: caseText(
        periods: #"{"country": "DX", "from": "1990-01-01", "to": "1999-12-31"}"#),
      place: "/periods/0/country"),
    Fault(
      code: "case.overlapping-sums",
      text: caseText(
        periods:
          #"{"country": "FR", "from": "1990-01-01", "to": "1999-12-31", "certified": {"quarters": 40}}, {"country": "FR", "from": "1995-01-01", "to": "2000-12-31", "certified": {"quarters": 20}}"#
      ),
      place: "/periods/1/certified"),
    Fault(
      code: "case.end-before-start",
      text: caseText(
        periods: #"{"country": "DE", "from": "1999-01-01", "to": "1990-12-31"}"#),
      place: "/periods/0/to"),
    Fault(
      code: "case.negative-earnings",
      text: caseText(
        periods:
          #"{"country": "DE", "from": "1990-01-01", "to": "1990-12-31", "earnings": {"1990": "-5"}}"#
      ),
      place: "/periods/0/earnings/1990"),
    Fault(
      code: "case.absurd-earnings",
      text: caseText(
        periods:
          #"{"country": "DE", "from": "1990-01-01", "to": "1990-12-31", "earnings": {"1990": "9999999999999999"}}"#
      ),
      place: "/periods/0/earnings/1990"),
    Fault(
      code: "case.future-period",
      text: caseText(
        periods: #"{"country": "DE", "from": "2020-01-01", "to": "2030-12-31"}"#),
      place: "/periods/0"),
    Fault(
      code: "case.currency-not-in-use",
      text: caseText(
        periods:
          #"{"country": "DE", "from": "1990-01-01", "to": "1990-12-31", "earnings": {"currency": "EUR", "by_year": {"1990": "20000"}}}"#
      ),
      place: "/periods/0/earnings"),
    Fault(
      code: "case.missing-birth-date", text: caseText(person: #""sex": "female""#, periods: ""),
      place: "/person"),
    Fault(code: "json.syntax", text: #"{"format": "sojourn/case/1", "person": {"#),
    Fault(code: "json.syntax", text: ""),
    Fault(code: "json.syntax", text: "\u{0}"),
    Fault(
      code: "case.unknown-field",
      text: #"{"format": "sojourn/case/1", "persn": {}}"#, place: "did you mean 'person'?"),
  ]

  @Test(arguments: faults)
  func isRefusedWithItsPlace(_ fault: Fault) throws {
    let outcome = try Program.run("entitlements", "-", input: fault.text)
    #expect(outcome.status == 65)
    #expect(outcome.output == "", "no answer that looks whole")
    #expect(outcome.errors.contains("[\(fault.code)]"))
    #expect(outcome.errors.contains(fault.place))
  }

  @Test func anEndlessLineIsRefusedSoon() throws {
    // A gigabyte offered in pieces: the program stops reading at its limit.
    let piece = String(repeating: "[", count: 1 << 20)
    let outcome = try Program.run("entitlements", "-", input: piece, pieces: 1024)
    #expect(outcome.status == 65)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("[case.too-long]"))
  }

  @Test func aMissingFileIsAnInputOutputError() throws {
    let outcome = try Program.run("entitlements", "no-such-file.json")
    #expect(outcome.status == 74)
  }

  @Test func aWrongOptionIsAUsageError() throws {
    let outcome = try Program.run("entitlements", "x.json", "--formt", "json")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("--format"))
  }

  @Test func aMistypedFolderOfExamplesDoesNotPass() throws {
    let outcome = try Program.run("rules", "test", "Examples/US")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("no worked example in examples/Examples/US"))
  }
}
