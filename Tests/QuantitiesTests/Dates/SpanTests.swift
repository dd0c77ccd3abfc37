import Testing

@testable import Quantities

@Suite struct SpanTests {
  private func span(_ first: String, _ last: String) throws -> Span {
    let (from, to) = (try #require(Day(first)), try #require(Day(last)))
    return try #require(Span(from: from, to: to))
  }

  @Test(arguments: [
    ("2001-01-15", "2001-01-15", 1, 1, 0, 1), ("2001-01-01", "2001-01-31", 31, 1, 1, 1),
    ("2001-01-15", "2001-03-31", 76, 3, 2, 1), ("2001-01-15", "2001-03-30", 75, 3, 1, 1),
    ("2001-01-31", "2001-02-01", 2, 2, 0, 1), ("1992-01-15", "2010-03-31", 6651, 219, 218, 73),
    ("2000-01-01", "2000-12-31", 366, 12, 12, 4), ("9999-12-01", "9999-12-31", 31, 1, 1, 1),
    ("0001-01-01", "0001-01-01", 1, 1, 0, 1), ("2001-03-31", "2001-04-01", 2, 2, 0, 2),
  ])
  func counts(
    first: String, last: String, days: Int, touched: Int, full: Int, quarters: Int
  ) throws {
    let span = try span(first, last)
    #expect(span.days == days)
    #expect(span.monthsTouched.count == touched)
    #expect(span.fullMonthCount == full)
    #expect(span.quartersTouched.count == quarters)
    #expect(span.description == "\(first)...\(last)")
  }

  @Test func aSpanNeverEndsBeforeItBegins() throws {
    let day = try #require(Day("2001-01-15"))
    #expect(Span(from: day, to: try day.adding(days: -1)) == nil)
    #expect(Span(from: day, to: day) == Span(day))
    #expect(Span(year: 10_000) == nil)
  }

  @Test func meetings() throws {
    let a = try span("2001-01-15", "2001-03-31")
    let b = try span("2001-03-31", "2001-04-30")
    let c = try span("2001-04-01", "2001-04-30")
    #expect(a.overlaps(b) && b.overlaps(a) && !a.overlaps(c) && !c.overlaps(a))
    #expect(a.intersection(b) == (try span("2001-03-31", "2001-03-31")))
    #expect(a.intersection(c) == nil)
    #expect(b.contains(c) && !c.contains(b) && b.contains(c.last) && !c.contains(b.first))
    let whole = try span("2000-06-01", "2002-06-30")
    #expect(whole.years == 2000...2002)
    #expect(whole.intersection(year: 2001)?.days == 365)
    #expect(whole.intersection(year: 2002)?.description == "2002-01-01...2002-06-30")
    #expect(whole.intersection(year: 2003) == nil)
  }

  @Test(arguments: 0..<4) func monthsAgreeWithDayByDayCounting(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<40 {
      let first = try #require(Day(number: generator.below(20_000)))
      let span = try #require(
        Span(from: first, to: try first.adding(days: generator.below(200))))
      var days: [Month: Int] = [:]
      for day in span.first...span.last { days[day.calendarMonth, default: 0] += 1 }
      #expect(span.monthsTouched.count == days.count)
      #expect(span.fullMonthCount == days.filter { $0.key.length == $0.value }.count)
    }
  }
}
