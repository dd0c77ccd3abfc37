import Quantities
import Testing

@testable import Formula

/// Register code and the walk of the tree are two readings of one formula: they must agree.
@Suite struct ReadingsTests {
  /// Steps the formulas of these tests lean on.
  static let support = [
    step("base", "independent(minimum_twice) + minimum"),
    step("minimum_twice", "2 * minimum"),
    step("awi_like", "1000 EUR + (year - 2000) * 10 EUR", each: .year, over: "2000..2002"),
    step("plain_like", "year - 1999", each: .year, over: "2000..2003", where: "year != 2001"),
    step("monthly", "own + 1 month", each: .month, over: "2000-11-01..2001-02-01"),
  ]

  /// Compares both readings of every step in every setting; the number of those with a value.
  private func compare(_ steps: [StepDeclaration], _ source: FixtureSource) throws -> Int {
    let (found, faults) = Fixture.rules(Self.support + steps)
    let rules = try #require(found, "\(faults.map(\.message))")
    var values = 0
    for setting in Setting.allCases {
      var fast = Run(rules, source: source, reading: .registers)
      var plain = Run(rules, source: source, reading: .tree)
      for index in rules.steps.indices {
        let first = Result { () throws(EvaluationError) in try fast.value(of: index, in: setting) }
        let second = Result { () throws(EvaluationError) in
          try plain.value(of: index, in: setting)
        }
        let text = rules.steps[index].declaration.formula.text
        #expect(first == second, "\(text) in \(setting)")
        if case .success = first { values += 1 }
      }
      #expect(fast.uses == plain.uses)
      #expect(fast.weakest == plain.weakest)
      #expect(fast.usedProjectedValue == plain.usedProjectedValue)
    }
    return values
  }

  /// Every kind of term, by hand.
  @Test(arguments: [
    "12", "yes", "2026-09-01", "sex = female", "lives_in = DE", "birth", "earnings", "base",
    "independent(base)", "theoretical(base)", "setting = prorated", "rate", "grant at 2005-01-01",
    "pension_value", "pension_value at 2025-01-01", "awi[2001]", "awi[2003]", "coefficient[2001]",
    "coefficient[2001] at 2024-06-01", "factor[12.5]", "standard_age[birth]", "-own_total",
    "own_total + 1", "own_total - 1", "minimum * 3 / 7 * 2", "3 > 2", "birth < start",
    "not resident", "resident and married", "married or resident", "resident or married",
    "if resident then 1 else number(wage)", "if married then 1 else 2", "birth + 3 months",
    "birth - 2 years", "start + 0.5 months", "wedding + 0.5 months", "start + 900000 years",
    "abs(0 - 3)", "floor(2.7)", "ceil(2.1, 0.5)", "round(2.45, 0.1)", "number(own_total)",
    "per_month(minimum / 1 year)", "per_year(pension_value)", "min(3, 1, 2)", "max(birth, start)",
    "year(birth) + month(birth) + day(birth)", "date(2024, 2, 30)", "date(1.5, 2, 3)",
    "first_of_month(birth)", "last_of_month(birth)", "first_of_next_month(birth)",
    "months_between(birth, start)", "calendar_months(start, birth)", "years_between(birth, start)",
    "days_between(birth, start)", "age(start)", "months_in(2001, birth, start)", "citizen(FR)",
    "known(wage)", "months_touched(any)", "months_touched([employed, sickness])",
    "completed_months(any, birth, start)", "first_day(any)", "last_day(care)", "foreign(any)",
    "earnings[2002]", "earnings[1990]", "earnings[2000.5]", "bonus[2000.5]", "2001 in earnings",
    "1990 in earnings", "monthly[2001-01-15]", "monthly[1999-01-15]", "in_year(monthly, 2000)",
    "in_year(monthly, 0.5)", "sum(earnings)", "mean(earnings)", "count(earnings)", "max(earnings)",
    "min(earnings)", "mean(top(0, earnings))", "max(top(0, earnings))", "top(2, earnings)",
    "bottom(2, monthly)", "top(1.5, earnings)", "sum_top(4, awi_like, plain_like)",
    "sum_bottom(0.5, awi_like, plain_like)", "sum(y in 2000..2003: y * y)",
    "mean(y in 2003..2000: y)", "all(y in 2003..2000: no)", "any(y in 2000..2003: y = 2002)",
    "count(y in 2000..2003: y > 2001)", "sum(y in 0..249: y)", "sum(y in 0..250: y)",
    "sum(y in 0.5..3: y)", "max(c in children_born: days_between(birth, c))",
    "all(c in children_born: c > birth)", "count(children_born)",
    "fold(x = 1; y in 2000..2003: x * 2 + y)", "fold(x = 5; y in 3..1: x)",
    "fold(x = 1; y in 0..250: x)", "fold(d = birth; c in children_born: max(d, c) + 1 month)",
    "fold(x = 0; c in children_born: x * 10 + month(c))",
    "sum(y in 2000..2002: fold(x = y; z in 1..y - 1999: x + sum(w in 1..z: w * x)))",
    "fold(x = sum(y in 1..3: y); y in 1..2: x + sum(z in 1..2: x * z))",
    "1 / 0", "minimum / (own_total - 30 months)", "cola[2009]",
    "sum(y in 2001..2003: cola[y])",
  ])
  func everyTerm(_ formula: String) throws {
    _ = try compare([step("it", formula)], FixtureSource())
    var rich = FixtureSource()
    rich.isProjection = true
    rich.citizenOf = [Country("FR")].compactMap { $0 }
    rich.values["married"] = .truth(true)
    rich.values["wage"] = .number(1234)
    rich.values["wedding"] = .date(day("1990-01-31"))
    rich.values["bonus"] = .series(series(from: 2000, 1, 2, 3))
    _ = try compare([step("it", formula)], rich)
  }

  /// Formulas of all kinds written at random, a third of them by year and rounded.
  @Test(arguments: 0..<40) func random(_ seed: Int) throws {
    var steps: [StepDeclaration] = []
    for number in 0..<60 {
      let isYearly = number % 3 == 0
      var writer = RandomFormulas(seed: UInt64(seed * 1000 + number), isYearly: isYearly)
      let kinds =
        isYearly ? [RandomFormulas.Kind.plain, .money, .months] : RandomFormulas.Kind.allCases
      let kind = kinds[number / 3 % kinds.count]
      let formula = writer.formula(kind, depth: 4)
      if isYearly {
        let condition = writer.formula(.truth, depth: 2)
        steps.append(
          step(
            "s\(number)", formula, each: .year, over: "1999..2003", where: "year != 2002",
            round: ("0.01", .halfEven),
            exceptions: [(condition, writer.formula(kind, depth: 2), nil)]))
      } else {
        steps.append(step("s\(number)", formula))
      }
    }
    var source = FixtureSource()
    if seed % 2 == 0 {
      source.isProjection = true
      source.values["married"] = .truth(true)
      source.values["wage"] = .number(1234)
      source.values["wedding"] = .date(day("1990-01-31"))
      source.values["bonus"] = .series(series(from: 2000, 1, 2, 3))
    }
    // Enough of them must come to a value for the comparison to mean something.
    #expect(try compare(steps, source) > 60)
  }
}

extension Result where Failure == EvaluationError {
  init(_ body: () throws(EvaluationError) -> Success) {
    do { self = .success(try body()) } catch { self = .failure(error) }
  }
}
