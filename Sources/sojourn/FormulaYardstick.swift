import Formula
import Quantities

/// One formula as rule text and as Swift, for measuring what the rule language costs.
///
/// Forty years of earnings become points, each year capped and rounded, and the points a pension;
/// the figures are invented, the shape is that of the German formula (§§ 64, 70, 121, 123 SGB VI).
struct FormulaYardstick {
  private static let years = 1980...2019
  private let rules: RuleSet
  private let result: Int
  private let earnings: [ExactDecimal]
  private let ceilings: [ExactDecimal]
  private let averages: [ExactDecimal]
  private let pointValue = ExactDecimal(4079)

  /// nil where the formula does not pass the checks of the rule language.
  init?() {
    earnings = Self.years.map { ExactDecimal(14_000 + 977 * ($0 - 1980)) }
    ceilings = Self.years.map { ExactDecimal(22_000 + 800 * ($0 - 1980)) }
    averages = Self.years.map { ExactDecimal(15_000 + 601 * ($0 - 1980)) }
    guard let month = Unit("month"), let euro = Unit("EUR") else { return nil }
    var builder = RuleSetBuilder(schemeUnit: month)
    builder.add(InputDeclaration(name: "earnings", type: .series(euro)))
    builder.add(Self.table("ceiling", euro, .yearly, 1980, ceilings))
    builder.add(Self.table("average", euro, .yearly, 1980, averages))
    builder.add(Self.table("point_value", euro, .constant, 0, [pointValue]))
    guard let fine = ExactDecimal("0.0001"), let cent = ExactDecimal("0.01") else { return nil }
    builder.add(
      StepDeclaration(
        id: "points_by_year",
        formula: SourceFragment("min(earnings[year], ceiling[year]) / average[year]"),
        cadence: .year, over: SourceFragment("1980..2019"),
        rounding: Rounding(to: fine, mode: .halfUp, law: "")))
    builder.add(
      StepDeclaration(
        id: "pension", formula: SourceFragment("sum(points_by_year) * point_value"),
        rounding: Rounding(to: cent, mode: .halfUp, law: "")))
    guard let rules = builder.build(), let step = rules.step(named: "pension") else { return nil }
    self.rules = rules
    result = step
  }

  private static func table(
    _ id: String, _ unit: Unit, _ shape: Parameter.Shape, _ first: Int, _ values: [ExactDecimal]
  ) -> Parameter {
    Parameter(
      id: id, unit: unit, law: "", shape: shape,
      rows: values.enumerated().map {
        Parameter.Row(
          key: first + $0.offset, value: $0.element, law: "", source: "", certainty: .primary)
      }, location: SourceLocation(file: "yardstick", line: 1, column: 1))
  }

  /// The pension by the rule language; nil where it has no value.
  func byRule() -> ExactDecimal? {
    var series = YearSeries(Self.years, repeating: .zero)
    for (year, amount) in zip(Self.years, earnings) { series[year] = amount }
    var run = Run(rules, source: Source(earnings: series))
    guard case .number(let value)? = try? run.value(of: result, in: .independent) else {
      return nil
    }
    return value
  }

  /// The same written out in Swift.
  func byHand() -> ExactDecimal? {
    guard let fine = ExactDecimal("0.0001"), let cent = ExactDecimal("0.01") else { return nil }
    var points = ExactDecimal.zero
    for place in earnings.indices {
      guard
        let share = try? min(earnings[place], ceilings[place]).divided(by: averages[place]),
        let rounded = try? share.rounded(to: fine, .halfUp),
        let sum = try? points.adding(rounded)
      else { return nil }
      points = sum
    }
    return try? points.multiplied(by: pointValue).rounded(to: cent, .halfUp)
  }

  private struct Source: InputSource {
    let earnings: YearSeries
    let start = Day.latest
    let birth = Day.earliest
    let isProjection = false

    func value(of input: Int, in setting: Setting) throws(EvaluationError) -> Value {
      .series(earnings)
    }

    func isKnown(_ input: Int) -> Bool { true }

    func record(
      _ function: RecordFunction, _ periods: PeriodSelection, from: Day?, through: Day?,
      in setting: Setting
    ) throws(EvaluationError) -> Value { throw .unsupported(function.rawValue) }

    func citizenships() throws(EvaluationError) -> [Country] { throw .missingCitizenship }
  }
}
