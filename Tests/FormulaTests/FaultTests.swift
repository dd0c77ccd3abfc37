import Foundation
import Testing

@testable import Formula

/// Every fault of a formula is told with its code, its place and, where it can be, what is right.
@Suite struct FaultTests {
  /// A step by month beside the formula, for functions that take one or must refuse it.
  private static let monthly = step("monthly", "1", each: .month)

  private func check(_ faulty: FaultyFormula) throws {
    let (rules, faults) = Fixture.rules([
      Self.monthly, step("it", faulty.text, each: faulty.cadence),
    ])
    let isRefused = rules == nil
    #expect(isRefused)
    let fault = try #require(faults.first)
    #expect(faults.count == 1)
    #expect(fault.code == faulty.code, "\(fault.message)")
    #expect(fault.location.column == faulty.column)
    if let hint = faulty.hint { #expect(fault.hint == hint) }
    if let length = faulty.length { #expect(fault.length == length) }
    #expect(!fault.message.isEmpty)
  }

  @Test(arguments: FaultyFormula.syntax) func syntax(_ faulty: FaultyFormula) throws {
    try check(faulty)
  }

  @Test(arguments: FaultyFormula.names) func names(_ faulty: FaultyFormula) throws {
    try check(faulty)
  }

  @Test(arguments: FaultyFormula.types) func types(_ faulty: FaultyFormula) throws {
    try check(faulty)
  }

  @Test(arguments: FaultyFormula.units) func units(_ faulty: FaultyFormula) throws {
    try check(faulty)
  }

  // MARK: Faults of a step as a whole

  struct FaultyStep: Sendable, CustomTestStringConvertible {
    let step: StepDeclaration
    let code: String
    let text: String

    var testDescription: String { "\(step.formula.text) → \(code)" }
  }

  static let steps: [FaultyStep] = [
    .init(
      step: step("it", "1", over: "2000..2001"), code: "rule.years-of-plain-step",
      text: "2000..2001"),
    .init(step: step("it", "1", where: "yes"), code: "rule.years-of-plain-step", text: "yes"),
    .init(step: step("it", "birth", each: .year), code: "rule.yearly-number", text: "birth"),
    .init(
      step: step("it", "birth", round: ("1", .halfUp)), code: "rule.round-no-number",
      text: "birth"),
    .init(
      step: step("it", "1", each: .year, over: "2000"), code: "formula.years-wanted", text: "2000"),
    .init(
      step: step("it", "1", each: .month, over: "2000..2001"), code: "formula.date-wanted",
      text: "2000"),
    .init(
      step: step("it", "1", each: .year, where: "3"), code: "formula.type-mismatch", text: "3"),
    .init(
      step: step("it", "1", exceptions: [("2", "3", nil)]), code: "formula.type-mismatch",
      text: "2"),
    .init(
      step: step("it", "1", exceptions: [("resident", "minimum", nil)]),
      code: "formula.unit-mismatch", text: "minimum"),
    // A zero takes any unit, but not two: 5 is no amount of money.
    .init(
      step: step("it", "0", exceptions: [("resident", "5", nil), ("no", "minimum", nil)]),
      code: "formula.unit-mismatch", text: "minimum"),
    .init(
      step: step("it", "minimum", unit: .month), code: "formula.unit-mismatch", text: "minimum"),
    .init(step: step("it", "birth", unit: .month), code: "formula.unit-mismatch", text: "birth"),
    .init(step: step("it", "5", unit: Fixture.euro), code: "formula.unit-mismatch", text: "5"),
    .init(step: step("rate", "1"), code: "rule.duplicate-name", text: "rate"),
    .init(step: step("Rate", "1"), code: "rule.bad-name", text: "Rate"),
    .init(step: step("2nd", "1"), code: "rule.bad-name", text: "2nd"),
  ]

  @Test(arguments: steps) func wholeStep(_ faulty: FaultyStep) throws {
    let (rules, faults) = Fixture.rules([faulty.step])
    let isRefused = rules == nil
    #expect(isRefused)
    #expect(faults.map(\.code) == [faulty.code])
    if !faulty.code.hasPrefix("rule.round") {
      #expect(faults.first?.length == faulty.text.utf8.count)
    }
  }

  @Test(arguments: [
    ("{own_total of 60", "says.open-brace", 1), ("a {b} {c", "says.open-brace", 7),
    ("of {Own} 60", "says.bad-name", 4), ("{}", "says.bad-name", 1),
  ]) func sentence(_ text: String, _ code: String, _ column: Int) {
    #expect {
      try Sentence(SourceFragment(text))
    } throws: { error in
      let fault = error as? Diagnostic
      return fault?.code == code && fault?.location.column == column
    }
  }

  /// Each circle is told once, where it closes, with the way round.
  @Test func circleOfThree() throws {
    let (_, faults) = Fixture.rules([step("a", "b + 1"), step("b", "2 * c"), step("c", "a")])
    let fault = try #require(faults.first)
    #expect(faults.count == 1)
    #expect(fault.code == "formula.circle")
    #expect(fault.message.contains("a → b → c → a"))
  }

  @Test func faultsOfSeveralFormulasAreAllTold() {
    let (_, faults) = Fixture.rules([
      step("a", "nothing"), step("b", "a + 1"), step("c", "1 +"), step("d", "minimum + 1"),
    ])
    // b only names a, whose fault is told already.
    #expect(
      faults.map(\.code) == ["formula.undefined-name", "formula.syntax", "formula.unit-mismatch"])
  }

  /// No code of the sources goes without a case here.
  @Test func everyCodeIsProved() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Formula")
    let files = try #require(
      FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
    var used: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /"((formula|rule|says)\.[a-z-]+)"/) {
        used.insert(String(match.1))
      }
    }
    let formulas =
      FaultyFormula.syntax + FaultyFormula.names + FaultyFormula.types + FaultyFormula.units
    let proved = Set(formulas.map(\.code) + Self.steps.map(\.code))
      .union(["says.open-brace", "says.bad-name"])
    #expect(used.count > 40)
    #expect(used.subtracting(proved).isEmpty, "\(used.subtracting(proved))")
  }

  @Test func rendersPlaceLineAndCaret() {
    let fault = Diagnostic(
      "formula.syntax", "wrong", hint: "right",
      at: SourceLocation(file: "a.yaml", line: 12, column: 5), length: 3)
    #expect(
      fault.rendered(line: "is: 1 +") == """
        a.yaml:12:5: error: wrong [formula.syntax]
         12 | is: 1 +
            |     ^^^
          hint: right
        """)
  }

  /// A formula folded over lines keeps the place of each of its characters.
  @Test func placesOfSeveralLines() throws {
    let fragment = SourceFragment(
      "1 +\n nothing", file: "a.yaml",
      segments: [.init(offset: 0, line: 3, column: 9), .init(offset: 4, line: 4, column: 5)])
    let (_, faults) = Fixture.rules([StepDeclaration(id: "it", formula: fragment)])
    #expect(faults.first?.location == SourceLocation(file: "a.yaml", line: 4, column: 6))
  }

  @Test func exceptionsThatNeverApplyAreKnown() throws {
    let rules = try #require(
      Fixture.rules([
        step(
          "it", "1",
          exceptions: [
            ("resident", "2", nil), ("resident", "3", nil), ("no", "4", nil), ("yes", "5", nil),
            ("own_total > 3", "6", nil),
          ])
      ]).rules)
    #expect(rules.unreachableExceptions.map(\.exception) == [1, 2, 4])
    #expect(rules.unreadParameters.count == Fixture.parameters.count)
  }
}
