import Coordination
import Formula
import Testing

@testable import RuleBook

/// Each fault the check knows is proved by a book that has it, at the place it has it.
@Suite struct BadRulesTests {
  @Test(arguments: TestBooks.bad)
  func faultsAreFoundWhereTheyStand(name: String) {
    let report = TestBooks.bad(name).check { _, _ in
      throw ExampleCaseFault(code: "test.no-cases", message: "no cases here", pointer: "")
    }
    let found = report.diagnostics.map {
      "\($0.location.file):\($0.location.line):\($0.location.column) \($0.code)"
    }
    #expect(found.sorted() == TestBooks.expectedFaults(of: name))
    #expect(!found.isEmpty)
  }

  @Test func faultsAreShownWithLineAndCaret() throws {
    let report = TestBooks.bad("overlap").check()
    let first = try #require(report.rendered().first)
    #expect(
      first.split(separator: "\n").map(String.init) == [
        "schemes/LU/T.yaml:15:17: error: the value before holds until 2020-02-29 already"
          + " [parameter.overlap]",
        " 15 |       - {since: 2020-02-01, until: 2020-01-01, value: 10, law: b}",
        "    |                 ^^^^^^^^^^",
      ])
    #expect(report.summary == "1 scheme, 0 instruments, 0 examples: 2 errors, 0 warnings")
  }

  @Test func aFaultySchemeCannotBeUsed() {
    #expect(throws: RuleBookError.self) {
      try TestBooks.bad("overlap").scheme("LU.T")
    }
  }
}
