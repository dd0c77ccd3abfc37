import Quantities
import Testing

@testable import Formula

/// What formulas mean: figures worked out by hand.
@Suite struct SemanticsTests {
  @Test(arguments: [
    // A chain of * and / divides once.
    ("1 / 3 * 3", "1"), ("10 / 3 / 7 * 21", "10"), ("2 * 3 / (4 / 2)", "3"),
    ("(1 / 7) * (7 / 1)", "1"), ("1 - 2 - 3", "-4"), ("2 + 3 * 4", "14"), ("-2 * -3", "6"),
    ("0.6 % * 1000", "6"), ("2 % + 1", "1.02"),
    // Rounding functions.
    ("floor(2.79, 0.1)", "2.7"), ("ceil(2.71, 0.05)", "2.75"), ("round(2.5)", "3"),
    ("round(-2.5)", "-3"), ("floor(-2.1)", "-3"), ("ceil(-2.9)", "-2"), ("abs(0 - 4)", "4"),
    // Series.
    ("number(sum(earnings))", "9000"), ("number(mean(earnings))", "2250"),
    ("count(earnings)", "4"), ("number(max(earnings))", "3000"), ("number(min(earnings))", "1000"),
    ("number(sum(top(2, earnings)))", "6000"), ("number(sum(bottom(2, earnings)))", "3000"),
    ("count(top(99, earnings))", "4"), ("count(top(0 - 1, earnings))", "0"),
    ("number(earnings[2003])", "2000"), ("count(children_born)", "2"),
    // Loops.
    ("sum(y in 2000..2003: y - 2000)", "6"), ("count(y in 2000..2010: y in earnings)", "4"),
    ("mean(y in 1..4: y)", "2.5"), ("sum(y in 3..1: y)", "0"), ("count(y in 0..249: yes)", "250"),
    ("sum(c in children_born: if c >= 1992-01-01 then 36 else 30)", "66"),
    ("max(c in children_born: year(c))", "1992"),
    // Folds.
    ("fold(x = 100; y in 2001..2003: floor(x * (1 + cola[y]), 0.1))", "106.1"),
    ("fold(x = 7; y in 3..1: 0)", "7"),
    // A fold over dates goes in ascending order, whatever the order of the list.
    ("fold(x = 0; c in children_born: x * 10000 + year(c))", "19881992"),
    // Dates and ages.
    ("number(months_between(2020-01-31, 2020-02-29))", "1"),
    ("number(months_between(2020-01-31, 2020-02-28))", "0"),
    ("number(months_between(2020-03-15, 2020-01-15))", "-2"),
    ("number(calendar_months(2020-01-31, 2020-02-01))", "1"),
    ("number(years_between(1960-02-29, 2021-02-28))", "61"),
    ("number(days_between(2024-02-28, 2024-03-01))", "2"),
    ("number(2024-03-01 - 2024-02-28)", "2"), ("number(age(2025-05-13))", "64"),
    ("number(age(2025-05-14))", "65"), ("number(months_in(2001, 2001-03-31, 2002-01-01))", "10"),
    ("number(months_in(1999, 2001-03-31, 2002-01-01))", "0"),
    ("year(birth) * 10000 + month(birth) * 100 + day(birth)", "19600514"),
    // Parameters.
    ("rate * 1000", "3"), ("number(pension_value at 2024-12-31)", "39.32"),
    ("number(pension_value)", "40.79"), ("number(grant at 2005-06-01)", "50"),
    ("number(grant at 2019-12-31)", "60"), ("number(awi[2004])", "33000"), ("factor[9.99]", "1"),
    ("factor[10]", "1.1"), ("factor[999]", "1.25"), ("coefficient[2001]", "1.5"),
    ("coefficient[2001] at 2024-12-31", "1.4"), ("number(standard_age[1946-12-31])", "780"),
    ("number(standard_age[1947-01-01])", "781"), ("number(standard_age[birth])", "781"),
    ("number(per_month(minimum / 1 year))", "25"), ("number(per_year(pension_value))", "489.48"),
  ])
  func numbers(_ formula: String, _ expected: String) {
    #expect(outcome(formula) == .success(.number(decimal(expected))))
  }

  @Test(arguments: [
    ("birth + 66 years + 4 months - 1 day", "2026-09-13"), ("2024-01-31 + 1 month", "2024-02-29"),
    ("2023-01-31 + 1 month", "2023-02-28"), ("2024-02-29 + 1 year", "2025-02-28"),
    ("2024-03-31 - 1 month", "2024-02-29"), ("2024-01-01 + 2 weeks", "2024-01-15"),
    ("2024-01-31 + 1 quarter", "2024-04-30"), ("first_of_next_month(2024-12-31)", "2025-01-01"),
    ("first_of_month(2024-12-31)", "2024-12-01"), ("last_of_month(2024-02-03)", "2024-02-29"),
    ("date(2024, 2, 29)", "2024-02-29"), ("min(birth, start)", "1960-05-14"),
    ("max(birth, 2026-03-02, start)", "2026-03-02"),
    ("first_of_next_month(birth + standard_age[birth] - 1 day)", "2025-07-01"),
    ("fold(d = birth; c in children_born: max(d, c) + 1 month)", "1992-04-05"),
  ])
  func dates(_ formula: String, _ expected: String) {
    #expect(outcome(formula) == .success(.date(day(expected))))
  }

  @Test(arguments: [
    ("0.1 + 0.2 = 0.3", true), ("1 / 3 * 3 = 1", true), ("own_total >= 30", true),
    ("own_total > 30 months", false), ("sex = female", true), ("sex != female", false),
    ("lives_in = FR", true), ("lives_in != DE", true), ("2001 in earnings", true),
    ("1999 in earnings", false), ("known(children_born)", true), ("known(wage)", false),
    ("setting = independent", true), ("not (yes and no)", true), ("no and no or yes", true),
    ("yes or no and no", true), ("all(y in 3..1: no)", true), ("any(y in 3..1: yes)", false),
    // What is not needed is not asked for.
    ("resident or married", true), ("not resident and married", false),
    ("if resident then yes else married", true),
  ])
  func conditions(_ formula: String, _ expected: Bool) {
    #expect(outcome(formula) == .success(.truth(expected)))
  }

  @Test(
    arguments: [
      ("wage", .missingFact(13)), ("married", .missingFact(12)),
      ("citizen(FR)", .missingCitizenship),
      ("earnings[1999]", .missingYear(1999, input: 7)),
      ("mean(top(0, earnings))", .nothingToChooseFrom), ("max(y in 3..1: y)", .nothingToChooseFrom),
      ("minimum / 0", .divisionByZero), ("1 / (own_total - 30)", .divisionByZero),
      ("sum(y in 0..250: y)", .tooManyYears), ("fold(x = 0; y in 0..250: x)", .tooManyYears),
      ("date(2023, 2, 29)", .notADay), ("birth + 0.5 months", .notADay),
      ("birth + 9000 years", .notADay), ("earnings[2000.5]", .notADay),
      ("fold(x = 10; y in 1..200: x * x)", .overflow),
      ("awi[1999]", .missingParameter(4, key: 1999, .noRow)),
      ("awi[2003]", .missingParameter(4, key: 2003, .noRow)),
      ("awi[2005]", .missingParameter(4, key: 2005, .notYetPublished)),
      ("factor[0 - 1]", .missingParameter(7, key: -1, .noRow)),
      (
        "pension_value at 2024-06-30",
        .missingParameter(2, key: Int(day("2024-06-30").number), .noRow)
      ),
      (
        "pension_value at 2026-07-01",
        .missingParameter(2, key: Int(day("2026-07-01").number), .notYetPublished)
      ),
      ("grant at 2020-01-01", .missingParameter(3, key: Int(day("2020-01-01").number), .ended)),
      ("grant at 1999-12-31", .missingParameter(3, key: Int(day("1999-12-31").number), .noRow)),
      ("coefficient[2001] at 2023-12-31", .missingParameter(8, key: 2001, .noRow)),
      ("coefficient[2001] at 2027-01-01", .missingParameter(8, key: 2001, .notYetPublished)),
      ("coefficient[2002] at 2024-12-31", .missingParameter(8, key: 2002, .notYetPublished)),
    ] as [(String, EvaluationError)])
  func failures(_ formula: String, _ expected: EvaluationError) {
    #expect(outcome(formula) == .failure(expected))
  }

  /// Figures beyond any calendar are an error, never a trap or unbounded memory.
  @Test(arguments: [
    "earnings[0 - 9223372036854775000]",
    "sum(y in 0 - 9223372036854775000..9223372036854775000: y)",
    "birth + 9223372036854775000 days", "birth - 9223372036854775000 years",
    "birth + (0 - 9223372036854775807 - 1) * 1 day", "in_year(monthly, 900000000000000000)",
    "months_in(900000000000000000, birth, start)", "date(9223372036854775000, 1, 1)",
    "fold(x = 1; y in 0 - 9000000000000000000..9000000000000000000: x)",
  ])
  func extremes(_ formula: String) {
    let steps = [step("monthly", "1", each: .month), step("it", formula)]
    let result = outcome(steps)
    #expect(result == .failure(.notADay) || result == .failure(.tooManyYears))
    #expect(result == outcome(steps, reading: .tree))
  }

  @Test func spansOfStepsAreBounded() {
    let yearly = [step("it", "1", each: .year, over: "0..900000000000")]
    #expect(outcome(yearly) == .failure(.tooManyYears))
    let monthly = [step("it", "1", each: .month, over: "0001-01-01..9999-01-01")]
    #expect(outcome(monthly) == .failure(.tooManyYears))
    #expect(
      outcome([step("it", "1", each: .year, over: "5..4")]) == .success(.series(.empty)))
  }

  /// Under today's law, days to come take the newest values, or what a missing year is said to bring.
  @Test func projection() {
    var source = FixtureSource()
    source.isProjection = true
    #expect(outcome("awi[2010]", source: source) == .success(.number(33000)))
    #expect(outcome("cola[2010]", source: source) == .success(.number(0)))
    #expect(
      outcome("pension_value at 2030-01-01", source: source) == .success(.number(decimal("40.79"))))
    #expect(outcome("grant at 2030-01-01", source: source) == .success(.number(60)))
    #expect(
      outcome("coefficient[2009] at 2030-01-01", source: source)
        == .success(.number(decimal("1.3"))))
    // A year in the middle that was never published is missing even so.
    #expect(
      outcome("awi[2003]", source: source) == .failure(.missingParameter(4, key: 2003, .noRow)))
  }

  @Test func certaintyAndUses() throws {
    let rules = try #require(
      Fixture.rules([step("sure", "awi[2001]"), step("unsure", "awi[2002] * rate")]).rules)
    var run = Run(rules, source: FixtureSource())
    _ = try run.value(of: 0, in: .independent)
    #expect(run.weakest == .primary)
    #expect(run.uses == [ParameterUse(parameter: 4, key: 2001, rowKey: 2001)])
    _ = try run.value(of: 1, in: .independent)
    #expect(run.weakest == .unverified)
    #expect(run.uses.count == 3)
    #expect(!run.usedProjectedValue)
  }
}
