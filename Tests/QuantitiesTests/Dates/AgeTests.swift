import Testing

@testable import Quantities

@Suite struct AgeTests {
  @Test(arguments: [
    ("1960-05-14", "2026-05-13", 65, 791), ("1960-05-14", "2026-05-14", 66, 792),
    ("1960-05-14", "2026-06-13", 66, 792), ("1960-02-29", "2025-02-27", 64, 779),
    ("1960-02-29", "2025-02-28", 65, 780), ("1960-02-29", "2024-02-28", 63, 767),
    ("1960-02-29", "2024-02-29", 64, 768), ("2000-01-31", "2000-02-29", 0, 1),
    ("2000-01-01", "2000-01-01", 0, 0), ("2001-01-01", "2000-01-01", -1, -12),
  ])
  func completed(from start: String, to end: String, years: Int, months: Int) throws {
    let (start, end) = (try #require(Day(start)), try #require(Day(end)))
    #expect(Age.completedYears(from: start, to: end) == years)
    #expect(Age.completedMonths(from: start, to: end) == months)
    #expect(Age.completed(from: start, to: end)?.totalMonths == (months < 0 ? nil : months))
  }

  @Test(arguments: [
    (66, 4, "66 years 4 months"), (65, 0, "65 years"), (1, 1, "1 year 1 month"),
    (0, 1, "1 month"), (0, 0, "0 years"), (0, 30, "2 years 6 months"),
  ])
  func durations(years: Int, months: Int, text: String) throws {
    let duration = try #require(YearMonths(years: years, months: months))
    #expect(duration.description == text)
    #expect(duration.years * 12 + duration.months == duration.totalMonths)
    let birth = try #require(Day("1960-02-29"))
    #expect(Age.completed(from: birth, to: try birth.adding(duration)) == duration)
  }

  @Test func durationsOutOfRangeAreNone() {
    #expect(YearMonths(years: -1) == nil && YearMonths(months: -1) == nil)
    #expect(YearMonths(years: .max, months: .max) == nil && YearMonths(months: 120_000) == nil)
    #expect(YearMonths(years: 9999, months: 12) == nil)
  }
}
