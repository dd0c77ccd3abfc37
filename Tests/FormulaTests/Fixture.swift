import Quantities

@testable import Formula

/// A number written as in a rule file; text that is no number fails the test that uses it.
func decimal(_ text: String) -> ExactDecimal { ExactDecimal(text) ?? ExactDecimal(-999_999_999) }

/// A day written YYYY-MM-DD; text that is no day gives the earliest of the calendar.
func day(_ text: String) -> Day { Day(text) ?? .earliest }

/// A series of consecutive years.
func series(from first: Int, _ values: ExactDecimal...) -> YearSeries {
  var result = YearSeries(firstYear: first, count: values.count)
  for (offset, value) in values.enumerated() { result[first + offset] = value }
  return result
}

/// The invented scheme whose names the formulas of these tests use.
enum Fixture {
  static let euro = Unit(powers: [.init(base: "EUR", exponent: 1)])
  static let euroPerMonth = euro.divided(by: .month)
  static let euroPerYear = euro.divided(by: .year)

  /// The names the engine would give values to.
  static let inputs: [InputDeclaration] = [
    InputDeclaration(name: "birth", type: .date),
    InputDeclaration(name: "sex", type: .choice(["female", "male"])),
    InputDeclaration(name: "start", type: .date),
    InputDeclaration(name: "lives_in", type: .country),
    InputDeclaration(name: "resident", type: .truth),
    InputDeclaration(name: "first_year", type: .number(.one)),
    InputDeclaration(name: "last_year", type: .number(.one)),
    InputDeclaration(name: "earnings", type: .series(euro)),
    InputDeclaration(name: "own", type: .series(.month)),
    InputDeclaration(name: "own_total", type: .number(.month)),
    InputDeclaration(name: "counted_total", type: .number(.month)),
    InputDeclaration(name: "children_born", type: .dates, isFact: true),
    InputDeclaration(name: "married", type: .truth, isFact: true),
    InputDeclaration(name: "wage", type: .number(euro), isFact: true),
    InputDeclaration(name: "wedding", type: .date, isFact: true),
    InputDeclaration(name: "bonus", type: .series(.one), isFact: true),
  ]

  private static func row(_ key: Int, _ value: String, _ certainty: Certainty = .primary)
    -> Parameter.Row
  {
    .init(key: key, value: decimal(value), law: "s 1", source: "test", certainty: certainty)
  }

  private static func row(_ key: String, _ value: String) -> Parameter.Row {
    row(Int(day(key).number), value)
  }

  private static func parameter(
    _ id: String, _ unit: Unit, _ shape: Parameter.Shape, _ rows: [Parameter.Row] = [],
    editions: [Parameter.Edition] = [], lasts: Int? = nil, ended: Day? = nil,
    projected: ExactDecimal? = nil
  ) -> Parameter {
    Parameter(
      id: id, unit: unit, law: "s 1", shape: shape, rows: rows, editions: editions, lasts: lasts,
      ended: ended, projected: projected,
      location: SourceLocation(file: "parameters", line: 1, column: 1))
  }

  /// One parameter of every shape.
  static let parameters: [Parameter] = [
    parameter("rate", .one, .constant, [row(0, "0.003", .secondary)]),
    parameter("minimum", euro, .constant, [row(0, "300")]),
    parameter(
      "pension_value", euroPerMonth, .dated,
      [row("2024-07-01", "39.32"), row("2025-07-01", "40.79")], lasts: 12),
    parameter(
      "grant", euro, .dated, [row("2000-01-01", "50"), row("2010-01-01", "60")],
      ended: day("2019-12-31")),
    parameter(
      "awi", euro, .yearly,
      [
        row(2000, "30000"), row(2001, "31000"), row(2002, "32500", .unverified),
        row(2004, "33000"),
      ]),
    parameter(
      "cola", .one, .yearly, [row(2001, "0.026"), row(2002, "0.014"), row(2003, "0.021")],
      projected: 0),
    parameter(
      "standard_age", .month, .table(.date),
      [row("1900-01-01", "780"), row("1947-01-01", "781"), row("1964-01-01", "804")]),
    parameter("factor", .one, .table(.number), [row(0, "1"), row(10, "1.1"), row(20, "1.25")]),
    parameter(
      "coefficient", .one, .editions,
      editions: [
        .init(since: day("2024-01-01"), rows: [row(2000, "1.5"), row(2001, "1.4")]),
        .init(
          since: day("2025-01-01"), rows: [row(2000, "1.6"), row(2001, "1.5"), row(2002, "1.3")]),
      ], lasts: 24),
  ]

  /// A builder that knows the inputs and parameters.
  static func builder() -> RuleSetBuilder {
    var builder = RuleSetBuilder(schemeUnit: .month)
    for input in inputs { builder.add(input) }
    for parameter in parameters { builder.add(parameter) }
    return builder
  }

  /// The rules of some steps; nil with the faults where there are any.
  static func rules(_ steps: [StepDeclaration]) -> (rules: RuleSet?, faults: [Diagnostic]) {
    var builder = builder()
    for step in steps { builder.add(step) }
    let rules = builder.build()
    return (rules, builder.diagnostics)
  }
}

/// A step written in a line.
func step(
  _ id: String, _ formula: String, each cadence: StepDeclaration.Cadence = .once,
  over: String? = nil, where only: String? = nil, unit: Unit? = nil,
  round: (String, RoundingMode)? = nil,
  exceptions: [(when: String, is: String, round: (String, RoundingMode)?)] = []
) -> StepDeclaration {
  func rounding(_ pair: (String, RoundingMode)?) -> Rounding? {
    pair.map { Rounding(to: decimal($0.0), mode: $0.1, law: "s 2") }
  }
  return StepDeclaration(
    id: id, formula: SourceFragment(formula), cadence: cadence,
    over: over.map { SourceFragment($0) }, only: only.map { SourceFragment($0) }, unit: unit,
    rounding: rounding(round), law: "s 3",
    exceptions: exceptions.map {
      .init(
        when: SourceFragment($0.when), is: SourceFragment($0.is), rounding: rounding($0.round),
        law: "s 4")
    })
}
