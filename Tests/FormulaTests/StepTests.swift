import Quantities
import Testing

@testable import Formula

/// What steps add to formulas: years and months, rounding, exceptions, settings.
@Suite struct StepTests {
  @Test func aPhraseIsSaidInAnotherLanguageWithTheSameFigures() throws {
    let day = try #require(Day("2026-12-01"))
    let phrase: Phrase = "from \(day) on under \("DE-US"): \(Phrase(template: "full"))"
    #expect(phrase.template == "from {1} on under {2}: {3}")
    #expect(phrase.english == "from 2026-12-01 on under DE-US: full")
    let translated = phrase.filled("{3}, nach {2}, ab {1}{4}") { slot in
      if case .figure(let figure) = slot { "<\(figure.text)>" } else { "voll" }
    }
    #expect(translated == "voll, nach voll, ab <2026-12-01>{4}")
  }

  @Test(arguments: [
    ("2.345", "0.01", RoundingMode.halfUp, "2.35"), ("2.345", "0.01", .halfEven, "2.34"),
    ("2.345", "0.01", .halfDown, "2.34"), ("2.341", "0.01", .up, "2.35"),
    ("2.349", "0.01", .down, "2.34"), ("0 - 2.341", "0.01", .floor, "-2.35"),
    ("0 - 2.349", "0.01", .ceiling, "-2.34"), ("0 - 2.345", "0.01", .halfUp, "-2.35"),
    ("7.3", "0.25", .halfUp, "7.25"), ("1249", "100", .down, "1200"),
    ("2 / 3", "0.0001", .halfUp, "0.6667"),
  ])
  func rounding(_ formula: String, _ quantum: String, _ mode: RoundingMode, _ expected: String) {
    #expect(
      outcome([step("it", formula, round: (quantum, mode))])
        == .success(.number(decimal(expected))))
  }

  /// The first exception that holds replaces the rule, with its own rounding if it has one.
  @Test func exceptionsInOrder() throws {
    let it = step(
      "it", "1.26", round: ("0.1", .halfUp),
      exceptions: [
        ("setting = theoretical", "2.26", nil), ("setting != independent", "3.26", ("1", .floor)),
        ("setting = totalized", "4", nil),
      ])
    let rules = try #require(Fixture.rules([it]).rules)
    var run = Run(rules, source: FixtureSource())
    let expected: [(Setting, String, Int?)] = [
      (.independent, "1.3", nil), (.theoretical, "2.3", 0), (.totalized, "3", 1),
      (.prorated, "3", 1),
    ]
    for (setting, value, exception) in expected {
      #expect(try run.value(of: 0, in: setting) == .number(decimal(value)))
      guard case .value(_, let applied) = run.outcome(of: 0, in: setting) else {
        Issue.record("no outcome")
        return
      }
      #expect(applied == exception)
    }
  }

  @Test func yearByYear() {
    let points = step(
      "it", "earnings / 1000 EUR", each: .year, where: "earnings > 1000 EUR",
      exceptions: [("year = last_year", "0 - number(earnings) / 1000", nil)])
    #expect(
      outcome([points])
        == .success(
          .series(
            {
              var series = YearSeries(firstYear: 2001, count: 3)
              (series[2001], series[2002], series[2003]) = (3, 3, -2)
              return series
            }())))
    // Years left out are missing, not zero.
    #expect(
      outcome([points, step("gap", "it[2000]")], "gap")
        == .failure(.missingYear(2000, input: nil)))
    #expect(outcome([points, step("sum", "sum(it)")], "sum") == .success(.number(4)))
    // In a step by year a bare series is that year's number, and sum takes the whole.
    let share = step("share", "earnings / sum(earnings) * 9", each: .year)
    #expect(outcome([share], "share") == .success(.series(series(from: 2000, 1, 3, 3, 2))))
    #expect(
      outcome([step("rise", "cola", each: .year, over: "2001..2003")], "rise")
        == .success(
          .series(series(from: 2001, decimal("0.026"), decimal("0.014"), decimal("0.021"))))
    )
  }

  @Test func monthByMonth() {
    // own is 12 months in 2000 and 6 in 2001; a yearly series means the month's year.
    let monthly = step("monthly", "number(own)", each: .month, over: "2000-11-15..2001-02-01")
    #expect(outcome([monthly, step("it", "sum(monthly)")]) == .success(.number(36)))
    #expect(outcome([monthly, step("it", "in_year(monthly, 2001)")]) == .success(.number(12)))
    #expect(outcome([monthly, step("it", "in_year(monthly, 1990)")]) == .success(.number(0)))
    #expect(outcome([monthly, step("it", "monthly[2000-12-24]")]) == .success(.number(12)))
    #expect(
      outcome([monthly, step("it", "monthly[2000-10-31]")])
        == .failure(.missingYear(2000, input: nil)))
    let byYear = step("years", "in_year(monthly, year)", each: .year, over: "2000..2001")
    #expect(outcome([monthly, byYear], "years") == .success(.series(series(from: 2000, 24, 12))))
    let cut = step(
      "cut", "month(month)", each: .month, over: "2000-11-01..2001-04-30",
      where: "month >= 2001-01-01 and month(month) != 3")
    #expect(outcome([cut, step("it", "sum(cut)")]) == .success(.number(7)))
    // Without 'over': from the first year of the record to the month before the start.
    let all = step("all_months", "1", each: .month)
    #expect(outcome([all, step("it", "count(all_months)")]) == .success(.number(314)))
    // The fixture's record is touched in every third month.
    let touched = step(
      "t", "if touched(any) then 1 else 0", each: .month, over: "2000-01-01..2000-12-31")
    #expect(outcome([touched, step("it", "sum(t)")]) == .success(.number(4)))
  }

  /// Of equal years the earlier are taken; the last year of weights is taken in part.
  @Test func bestYears() {
    #expect(
      outcome("top(1, earnings)") == .success(.series(series(from: 2001, 3000))))
    #expect(
      outcome("bottom(3, earnings)")
        == .success(
          .series(
            {
              var chosen = series(from: 2000, 1000, 3000)
              chosen[2003] = 2000
              return chosen
            }())))
    let weights = step("weights", "if year = 2001 then 0 else 2", each: .year)
    // 2001 has no weight; 2002 gives 2 × 3000, 2003 half of its 2.
    #expect(
      outcome([weights, step("it", "number(sum_top(3, earnings, weights))")])
        == .success(.number(8000)))
    #expect(
      outcome([weights, step("it", "number(sum_bottom(2.5, earnings, weights))")])
        == .success(.number(3000)))
    #expect(
      outcome([weights, step("it", "number(sum_top(99, earnings, weights))")])
        == .success(.number(12000)))
    #expect(
      outcome([weights, step("it", "number(sum_top(0, earnings, weights))")])
        == .success(.number(0)))
  }

  @Test func otherSettings() {
    let steps = [
      step("amount", "counted_total", unit: .month),
      step("it", "theoretical(amount) - independent(amount)"),
      step(
        "itself", "counted_total", unit: .month,
        exceptions: [("setting = totalized", "independent(itself) * 2", nil)]),
    ]
    for setting in Setting.allCases {
      #expect(outcome(steps, in: setting) == .success(.number(24)))
    }
    #expect(outcome(steps, "itself", in: .totalized) == .success(.number(60)))
    #expect(outcome(steps, "itself", in: .theoretical) == .success(.number(54)))
  }

  /// A circle through another setting is found when it runs, in every reading.
  @Test func circleAtRunTime() {
    let steps = [step("it", "totalized(it) + 1", unit: .one)]
    for reading in [Run<FixtureSource>.Reading.registers, .tree] {
      #expect(outcome(steps, in: .independent, reading: reading) == .failure(.circle(0)))
      #expect(outcome(steps, in: .totalized, reading: reading) == .failure(.circle(0)))
    }
  }

  @Test func givenValuesReplaceSteps() throws {
    let rules = try #require(Fixture.rules([step("a", "1 / 0"), step("b", "a + 1")]).rules)
    var run = Run(rules, source: FixtureSource())
    run.fix(0, in: .prorated, to: .number(41))
    #expect(try run.value(of: 1, in: .prorated) == .number(42))
    #expect(throws: EvaluationError.divisionByZero) { try run.value(of: 1, in: .totalized) }
  }

  @Test func comparisonsTellWhatIsMissing() throws {
    let rules = try #require(
      Fixture.rules([step("a", "own_total >= 36"), step("b", "own_total < 20"), step("c", "yes")])
        .rules)
    var run = Run(rules, source: FixtureSource())
    let first = try #require(try run.comparison(of: 0, in: .independent))
    #expect(first.missing == 6)
    #expect(first.unit == .month)
    let second = try #require(try run.comparison(of: 1, in: .independent))
    #expect(second.missing == nil)
    #expect(try run.comparison(of: 2, in: .independent) == nil)
  }

  @Test func sentences() throws {
    let rules = try #require(
      Fixture.rules([step("points", "1 / 3"), step("it", "points * own_total")]).rules)
    var run = Run(rules, source: FixtureSource())
    let sentence = try Sentence(
      SourceFragment("{own_total} of 60, {sex} {birth} {points} {nobody} {wage} {rate}"))
    #expect(
      run.phrase(of: sentence, in: .independent).english
        == "30 of 60, female 1960-05-14 0.33333333 {nobody} {wage} 0.003")
    #expect(run.formulaWithFigures(of: 1, in: .independent).english == "0.33333333 × 30")
    #expect(sentence.names.first == "own_total")
  }

  @Test(arguments: [
    ("EUR/month", "EUR/month"), ("1/month", "1/month"), ("EUR", "EUR"), ("1", "1"),
    ("months", "month"), ("EUR/month/month", "EUR/month^2"), ("month/month", "1"),
  ])
  func unitsPrinted(_ text: String, _ shown: String) throws {
    #expect(try #require(Unit(text)).description == shown)
  }

  @Test(arguments: ["", "euro", "EUR/", "/month", "EURO", "EUR*month", "EUR/1"])
  func noUnits(_ text: String) { #expect(Unit(text) == nil) }

  @Test(arguments: [
    ("minimum * own_total", "EUR·month"), ("minimum / own_total", "EUR/month"),
    ("pension_value * 12 months", "EUR"), ("rate * 3 months", "month"), ("5", "1"),
    ("minimum / minimum", "1"), ("sum_top(3, earnings, own)", "EUR·month"),
    ("per_year(pension_value)", "EUR/year"), ("1 / own_total / own_total", "1/month^2"),
    ("max(0, minimum)", "EUR"), ("if yes then 0 else minimum", "EUR"), ("5 + own_total", "month"),
  ])
  func unitAlgebra(_ formula: String, _ unit: String) throws {
    let rules = try #require(Fixture.rules([step("it", formula)]).rules)
    guard case .number(let found) = rules.steps[0].type else {
      Issue.record("not a number: \(rules.steps[0].type)")
      return
    }
    #expect(found.description == unit)
  }
}
