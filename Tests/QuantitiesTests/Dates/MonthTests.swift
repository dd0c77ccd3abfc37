import Testing

@testable import Quantities

@Suite struct MonthTests {
  @Test(arguments: [
    ("2024-02", "2024-02-01", "2024-02-29", "2024-Q1"),
    ("1999-12", "1999-12-01", "1999-12-31", "1999-Q4"),
    ("0001-01", "0001-01-01", "0001-01-31", "0001-Q1"),
    ("9999-12", "9999-12-01", "9999-12-31", "9999-Q4"),
    ("1900-02", "1900-02-01", "1900-02-28", "1900-Q1"),
    ("2026-06", "2026-06-01", "2026-06-30", "2026-Q2"),
  ])
  func firstAndLastDays(text: String, first: String, last: String, quarter: String) throws {
    let month = try #require(Month(text))
    #expect(month.description == text)
    #expect(month.first.description == first && month.last.description == last)
    #expect(month.span.days == month.length)
    #expect(month.calendarQuarter.description == quarter)
    #expect(Month(year: month.year, month: month.month) == month)
    #expect(Month(index: Int(month.index)) == month)
  }

  @Test(arguments: ["", "2024", "2024-13", "2024-00", "0000-01", "2024-1", "2024-01-01", "2024/01"])
  func refusesWhatIsNoMonth(text: String) {
    #expect(Month(text) == nil)
    #expect(Month(text[...]) == nil)
  }

  @Test func arithmetic() throws {
    let month = try #require(Month("2024-11"))
    #expect(try month.adding(months: 2).description == "2025-01")
    #expect(try month.adding(months: -11).description == "2023-12")
    #expect(throws: CalendarError.outOfRange) { try Month.latest.adding(months: 1) }
    #expect(throws: CalendarError.outOfRange) { try Month.earliest.adding(months: .min) }
    let end = try #require(Month("2026-10"))
    #expect((month...end).count == 24)
    #expect(Month.latest.advanced(by: .max) == .latest)
    #expect(Month(year: .max, month: 1) == nil && Month(index: 11) == nil)
  }

  @Test func quarters() throws {
    let quarter = try #require(CalendarQuarter(year: 2024, quarter: 4))
    #expect(quarter.first.description == "2024-10-01" && quarter.last.description == "2024-12-31")
    #expect(try quarter.adding(quarters: 1).description == "2025-Q1")
    #expect(throws: CalendarError.outOfRange) { try quarter.adding(quarters: .max) }
    #expect(quarter.span.days == 92 && quarter.firstMonth.month == 10)
    #expect(CalendarQuarter(year: 2024, quarter: 5) == nil)
    #expect(CalendarQuarter(year: 0, quarter: 1) == nil)
    #expect(CalendarQuarter(index: Int(quarter.index)) == quarter)
    #expect(quarter.advanced(by: .max).description == "9999-Q4")
  }
}
