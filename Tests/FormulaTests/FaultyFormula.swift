import Testing

@testable import Formula

/// A faulty formula with the one fault it must be told.
struct FaultyFormula: Sendable, CustomTestStringConvertible {
  let text: String
  let code: String
  let column: Int
  var length: Int?
  var hint: String?
  var cadence = StepDeclaration.Cadence.once

  var testDescription: String { "\(text) → \(code)" }

  init(
    _ text: String, _ code: String, at column: Int, length: Int? = nil, hint: String? = nil,
    each cadence: StepDeclaration.Cadence = .once
  ) {
    self.text = text
    self.code = "formula.\(code)"
    self.column = column
    self.length = length
    self.hint = hint
    self.cadence = cadence
  }

  static let syntax: [FaultyFormula] = [
    .init("", "empty", at: 1),
    .init("   ", "empty", at: 1),
    .init("own_total # 2", "unknown-character", at: 11),
    .init("1 € 2", "unknown-character", at: 3),
    .init("birth + 2026-02-30", "no-such-day", at: 9, length: 10),
    .init("12abc", "bad-number", at: 1, length: 3, hint: "put a space between them"),
    .init("1 + \(String(repeating: "9", count: 60))", "bad-number", at: 5, length: 60),
    .init("1 +", "syntax", at: 4),
    .init("(1 + 2", "syntax", at: 7),
    .init("1 2", "syntax", at: 3),
    .init("max(1, 2", "syntax", at: 9),
    .init("if resident then 1", "syntax", at: 19),
    .init("if resident 1 else 2", "syntax", at: 13),
    .init("earnings[2000", "syntax", at: 14),
    .init("[employed", "syntax", at: 10),
    .init("sum(y in 2000..2001: awi[y]", "syntax", at: 28),
    .init("fold(1; y in 2000..2001: 1)", "syntax", at: 6),
    .init("fold(x = 1, y in 2000..2001: x)", "syntax", at: 11),
    .init("fold(x = 1; y of 2000..2001: x)", "syntax", at: 15),
    .init("then", "syntax", at: 1),
    .init("sum(Y in 2000..2001: awi[2000])", "syntax", at: 1),
    .init("fold(x = 1; x in 2000..2001: x)", "syntax", at: 1),
    .init("fold(x = 1; Y in 2000..2001: x)", "syntax", at: 1),
    .init("1 < 2 < 3", "chained-comparison", at: 7, length: 1, hint: "join them with 'and'"),
    .init("1 = 2 != 3", "chained-comparison", at: 7, length: 2, hint: "join them with 'and'"),
    .init(
      String(repeating: "(", count: 70) + "1" + String(repeating: ")", count: 70), "too-deep",
      at: 65, hint: "give a part of it a step of its own"),
    .init(String(repeating: "-", count: 70) + "1", "syntax", at: 65),
    .init(String(repeating: "not ", count: 70) + "yes", "syntax", at: 257),
    .init(
      String(repeating: "1 + ", count: 5000) + "1", "too-long", at: 1,
      hint: "give a part of it a step of its own"),
  ]

  static let names: [FaultyFormula] = [
    .init("own_totl + 1", "undefined-name", at: 1, length: 8, hint: "did you mean 'own_total'?"),
    .init("zzzzzzzz", "undefined-name", at: 1, length: 8),
    .init("XX", "undefined-name", at: 1),
    .init("awi", "which-year", at: 1, hint: "write awi[year(start)] or the like"),
    .init("coefficient", "which-year", at: 1, hint: "write coefficient[year(start)] or the like"),
    .init("standard_age", "which-row", at: 1, hint: "write standard_age[birth] or another date"),
    .init("factor", "which-row", at: 1, hint: "write factor[a number]"),
    .init("rate[2000]", "no-rows", at: 1, length: 10),
    .init("grant[2000]", "no-rows", at: 1, hint: "write 'grant at DATE'"),
    .init("rate at start", "at-misplaced", at: 1, length: 4),
    .init("(1 + rate) at start", "at-misplaced", at: 1),
    .init("earnings[2000] at start", "at-misplaced", at: 1),
    .init("awi[2000] at start", "at-misplaced", at: 1),
    .init("factor[3] at start", "at-misplaced", at: 1),
    .init("grant at 3", "date-wanted", at: 10),
    .init("awi[birth]", "number-wanted", at: 5, length: 5),
    .init("awi[5 months]", "year-wanted", at: 5, hint: "number(x) drops a unit"),
    .init("standard_age[2000]", "date-wanted", at: 14),
    .init("factor[birth]", "number-wanted", at: 8),
    .init("minn(1, 2)", "unknown-function", at: 1, hint: "did you mean 'min'?"),
    .init("frobnicate(1)", "unknown-function", at: 1),
    .init("days_in(employee, birth, start)", "unknown-class", at: 9, length: 8, hint: nil),
    .init(
      "sum(months_touched([any, volontary]))", "unknown-class", at: 26, length: 9,
      hint: "did you mean 'voluntary'?"),
    .init("sum(days(3))", "unknown-class", at: 10),
    .init("touched(any)", "month-wanted", at: 1),
    .init("touched(any)", "month-wanted", at: 1, each: .year),
    .init("known(birth)", "fact-wanted", at: 7, length: 5),
    .init("known(1)", "fact-wanted", at: 7),
    .init("independent(own_total)", "step-wanted", at: 13),
    .init("it + 1", "circle", at: 1, length: 2),
    .init("totalized(it)", "circle", at: 11, length: 2),
  ]

  static let types: [FaultyFormula] = [
    .init("2000..2001", "years-misplaced", at: 1),
    .init("[any, employed]", "list-misplaced", at: 1),
    .init("-birth", "number-wanted", at: 2, length: 5),
    .init("resident + 1", "number-wanted", at: 1),
    .init("1 + resident", "number-wanted", at: 5),
    .init("min(resident, no)", "number-wanted", at: 1),
    .init("sum(y in 2000..2001: birth)", "number-wanted", at: 22),
    .init("if 1 then 2 else 3", "condition-wanted", at: 4, hint: "compare it with something"),
    .init("resident and 1", "condition-wanted", at: 14, hint: "compare it with something"),
    .init("not birth", "condition-wanted", at: 5, hint: "compare it with something"),
    .init("any(y in 2000..2001: 1)", "condition-wanted", at: 22),
    .init("year(1990)", "date-wanted", at: 6),
    .init("months_between(birth, 3)", "date-wanted", at: 23),
    .init("sum(birth)", "series-wanted", at: 5),
    .init("top(3, own_total)", "series-wanted", at: 8),
    .init("in_year(earnings, 2000)", "series-wanted", at: 9),
    .init("2000 in birth", "series-wanted", at: 9),
    .init("own_total[2000]", "series-wanted", at: 1),
    .init("sum_top(3, monthly, monthly)", "series-wanted", at: 12, length: 7),
    .init("2000 in own and 3 months in own", "year-wanted", at: 17, hint: "number(x) drops a unit"),
    .init("top(1)", "argument-count", at: 1),
    .init("max()", "argument-count", at: 1),
    .init("round(1, 2, 3)", "argument-count", at: 1),
    .init("days_in(any, birth)", "argument-count", at: 1),
    .init("months_touched()", "argument-count", at: 1),
    .init("date(2000, 1)", "argument-count", at: 1, length: 13),
    .init("citizen(birth)", "country-wanted", at: 9),
    .init("round(1, own_total)", "quantum-wanted", at: 10),
    .init("round(1, 0)", "quantum-wanted", at: 10),
    .init("birth + 3", "duration-wanted", at: 9, hint: "say which: 30 days, 6 months"),
    .init("birth - 3 EUR", "duration-wanted", at: 9, hint: "say which: 30 days, 6 months"),
    .init("sex < female", "no-order", at: 1),
    .init("lives_in < DE", "no-order", at: 1),
    .init("sex = 1", "word-wanted", at: 7),
    .init("sex = femal", "unknown-word", at: 7, length: 5, hint: "did you mean 'female'?"),
    .init("birth = 3", "type-mismatch", at: 1),
    .init("resident = yes", "type-mismatch", at: 1),
    .init("if resident then birth else 3", "type-mismatch", at: 1),
    .init("product(y in 2000..2001: 1)", "unknown-loop", at: 1),
    .init("sum(y in earnings: 1)", "years-wanted", at: 10),
    .init("fold(x = 1; y in own_total: x)", "years-wanted", at: 18),
  ]

  static let units: [FaultyFormula] = [
    .init(
      "minimum + 5", "unit-mismatch", at: 1, length: 11,
      hint: "a plain number may stand for a count, never for money"),
    .init("minimum + own_total", "unit-mismatch", at: 1),
    .init("pension_value > minimum", "unit-mismatch", at: 1),
    .init("max(0, 5, minimum)", "unit-mismatch", at: 1),
    .init("max(5, 0, minimum)", "unit-mismatch", at: 1),
    .init("if resident then minimum else 3", "unit-mismatch", at: 1),
    .init("3 years + 4 months", "unit-mismatch", at: 1),
    .init("per_month(minimum)", "unit-mismatch", at: 1),
    .init("per_year(minimum / 1 year)", "unit-mismatch", at: 1),
    .init("sum_top(3 EUR, bonus, own)", "unit-mismatch", at: 9),
    .init("fold(x = 1; y in 2000..2001: x * minimum)", "unit-mismatch", at: 30),
    .init("fold(x = 1; c in children_born: c)", "unit-mismatch", at: 33),
    .init("fold(x = resident; c in children_born: x)", "unit-mismatch", at: 40),
  ]
}
