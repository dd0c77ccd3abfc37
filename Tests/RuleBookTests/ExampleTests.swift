import Coordination
import Formula
import Quantities
import Testing

@testable import RuleBook

@Suite struct ExampleTests {
  private func example(_ text: String) throws -> WorkedExample {
    let findings = Findings()
    let source = SourceText(file: "x.yaml", bytes: Array(text.utf8))
    let node = try #require(YAMLReader.read(source, findings))
    let reader = try #require(MappingReader(node, findings, what: "an example"))
    let example = ExampleLoader(findings: findings, reader: reader).example()
    #expect(findings.diagnostics.isEmpty)
    return try #require(example)
  }

  private let text = """
    example: X
    about: a case
    source: by hand
    grade: own
    case:
      person: {born: 1950-01-01}
      facts: {LU.T: {married: yes, colour: "yes", note: "a \\"b\\" \\u0007"}}
      periods:
        - {country: LU, earnings: {"2000": 1200.50}}
    expect:
      - {scheme: LU.T, status: not_covered}

    """

  @Test func casesBecomeJSONWithExactNumbers() throws {
    guard case .career(let career) = try example(text).subject else {
      Issue.record("no case")
      return
    }
    #expect(
      String(decoding: career.json, as: UTF8.self)
        == #"{"person":{"born":"1950-01-01"},"facts":{"LU.T":{"married":true,"colour":"yes","#
        + #""note":"a \"b\" \u0007"}},"periods":[{"country":"LU","earnings":{"2000":"1200.50"}}]}"#)
  }

  @Test func faultsOfACaseAreShownInTheExample() throws {
    let runner = ExampleRunner(TestBooks.good) { _, _ in
      throw ExampleCaseFault(
        code: "case.bad", message: "no such wage", pointer: "/periods/0/earnings/2000")
    }
    let faults = runner.run(try example(text))
    #expect(faults.map(\.code) == ["case.bad"])
    #expect(faults.first?.location == SourceLocation(file: "x.yaml", line: 9, column: 40))
  }

  @Test func answersAreCompared() throws {
    let born = try day("1950-01-01")
    let luxembourg = try country("LU")
    let span = try #require(
      Span(from: day("1980-01-01"), to: day("1980-12-31")))
    let career = Career(
      person: Person(born: born),
      periods: [InsurancePeriod(country: luxembourg, span: span, type: .employed)])
    let runner = ExampleRunner(TestBooks.good) { _, _ in career }
    let met = text.replacing(
      "not_covered", with: "not_computed, missing: earnings of 1980, own: 12")
    #expect(runner.run(try example(met)) == [])
    let unmet = text.replacing("not_covered", with: "not_computed, own: 13")
    let faults = runner.run(try example(unmet))
    #expect(faults.map(\.code) == ["example.mismatch"])
    #expect(faults.first?.message.hasPrefix("expected 13, computed 12") == true)
  }

  @Test(arguments: [
    ("193.28", nil, "193.282", true), ("193.28", nil, "193.286", false),
    ("193", nil, "193.4", true),
    ("193.28", "0.01", "193.29", true), ("193.28", "0.01", "193.2901", false),
    ("193.28", "0", "193.280", true), ("0", nil, "0.4", true), ("x", nil, "0", false),
  ])
  func numbersAgreeToTheLastPlaceWritten(text: String, within: String?, actual: String, met: Bool)
    throws
  {
    let node = try #require(
      YAMLReader.read(SourceText(file: "x", bytes: Array("a".utf8)), Findings()))
    let expectation = Expectation(
      scheme: nil, step: nil, setting: nil, within: within.flatMap { ExactDecimal($0) }, items: [],
      node: node)
    #expect(expectation.isMet(text, by: try #require(ExactDecimal(actual))) == met)
  }

  @Test func reportsCountByGrade() {
    let report = TestBooks.good.test { _, _ in
      throw ExampleCaseFault(code: "test.no-cases", message: "no cases", pointer: "")
    }
    #expect(report.summary == "1 passed, 0 failed (1/1 own)")
    #expect(report.isClean)
  }
}

extension String {
  fileprivate func replacing(_ old: String, with new: String) -> String {
    guard let range = firstRange(of: old) else { return self }
    return self[..<range.lowerBound] + new + self[range.upperBound...]
  }
}
