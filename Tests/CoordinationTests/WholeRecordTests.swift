import Formula
import Quantities
import Testing

@testable import Coordination

/// Records that lie before a pension, and what is shared between the days on which it may begin.
@Suite struct WholeRecordTests {
  private static func earning(_ from: String, _ to: String, _ entries: [Earnings.Entry])
    -> InsurancePeriod
  {
    var period = Invented.period("DE", from, to)
    period.earnings = Earnings(.entries(entries))
    return period
  }

  @Test func endsAfterItsLastPeriodEarningsAndFacts() throws {
    #expect(WholeRecord.firstDay(after: [], [:]) == nil)
    let plain = [
      Invented.period("DE", "1990-01-01", "1999-05-31"),
      Invented.period("DE", "1980-01-01", "1985-12-31"),
    ]
    #expect(WholeRecord.firstDay(after: plain, [:]) == day("1999-06-01"))
    // Earnings of a later year or month wait for it.
    let years = [Self.earning("1990-01-01", "1999-05-31", [.init(year: 2003, amount: 1)])]
    #expect(WholeRecord.firstDay(after: years, [:]) == day("2003-01-02"))
    let months = [
      Self.earning("1990-01-01", "1999-05-31", [.init(year: 2003, month: 7, amount: 1)])
    ]
    #expect(WholeRecord.firstDay(after: months, [:]) == day("2003-07-02"))
    let facts = ["points": FactValue.byYear([2001: 1, 1995: 2])]
    #expect(WholeRecord.firstDay(after: plain, facts) == day("2001-01-02"))
  }

  /// Credits that look at the first day, each in its own way, around the end of the record.
  @Test(
    arguments: [
      "if year < year(start) then months_touched(any) else 0 months",
      "min(months_touched(any), if year = year(start) then month(start) * 1 month - 1 month else 12 months)",
      "if year >= year(start) then 0 months else months_touched(any)",
      "if year(start) > year then months_touched(any) else 0 months",
      "if as_of > 2026-06-30 then months_touched(any) else 3 months",
    ],
    ["2024-01-01", "2025-01-01", "2025-07-01", "2025-12-01", "2026-01-01", "2027-03-01"])
  func sharedAndPlainAnswersAgree(_ credited: String, _ start: String) throws {
    let law = InventedLaw(
      [Invented.scheme("DE", credited: credited), Invented.scheme("FR")],
      [Invented.instrument(["DE", "FR"], Invented.european)])
    let periods = [
      Invented.period("DE", "1990-01-01", "1994-06-30"),
      Invented.period("FR", "1995-01-01", "2001-12-31"),
      Invented.period("DE", "2024-03-01", "2025-09-30"),
    ]
    var career = Career(
      person: Person(born: day("1958-01-15"), sex: .female, livesIn: country("DE")),
      periods: periods)
    career.claim.from = day(start)
    let engine = Engine(library: law, today: day("2026-01-01"))
    let shared = try engine.answer(career, detail: .full)
    let plain = try engine.answer(career, detail: .worksheets)
    #expect(shared.schemes.map(\.periods) == plain.schemes.map(\.periods))
    #expect(shared.schemes.map(\.amounts) == plain.schemes.map(\.amounts))
    #expect(shared.schemes.map(\.status) == plain.schemes.map(\.status))
    #expect(shared.schemes.allSatisfy { $0.amounts?.paid != nil })
  }

  /// A typical wage comes to what its months come to, one by one.
  @Test(arguments: 0..<40) func typicalWagesAreTheSumOfTheirMonths(_ seed: Int) throws {
    var random = SeededGenerator(state: UInt64(seed))
    let scheme = try #require(Invented.scheme("DE"))
    let per = try #require(
      [PeriodUnit.day, .week, .month, .quarter, .year].randomElement(using: &random))
    let amount = try ExactDecimal(Int.random(in: 1...9_999_999, using: &random)).divided(by: 100)
    let first = try day("1985-01-01").adding(days: Int.random(in: 0...4_000, using: &random))
    let last = try first.adding(days: Int.random(in: 0...6_000, using: &random))
    var period = Invented.period("DE", first.description, last.description)
    period.earnings = Earnings(.typical(amount, per: per))
    let person = Person(born: day("1958-01-15"), sex: .female, livesIn: country("DE"))
    let found = try EarningsRecord([period], of: scheme, person: person, before: day("2026-01-01"))
    var expected: [Int: ExactDecimal] = [:]
    for month in period.span.monthsTouched {
      let days = try #require(period.span.intersection(month.span)?.days)
      let parts: [ExactDecimal] =
        switch per {
        case .day: [1]
        case .week: [7]
        case .month: [ExactDecimal(month.length)]
        case .quarter: [3, ExactDecimal(month.length)]
        case .year: [12, ExactDecimal(month.length)]
        }
      let wage = try ExactDecimal.quotient(of: [amount, ExactDecimal(days)], by: parts)
      expected[month.year, default: .zero] = try expected[month.year, default: .zero].adding(
        wage.rounded(places: 2, .halfUp))
    }
    for (year, sum) in found.byYear { #expect(sum == expected[year, default: .zero], "\(year)") }
  }
}
