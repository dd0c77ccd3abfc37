import Testing

@testable import Quantities

@Suite struct DayTests {
  @Test(arguments: [
    ("1970-01-01", 0, Weekday.thursday), ("0001-01-01", -719_162, .monday),
    ("9999-12-31", 2_932_896, .friday), ("2000-02-29", 11_016, .tuesday),
    ("1969-12-31", -1, .wednesday), ("1900-03-01", -25_508, .thursday),
    ("1961-08-13", -3_063, .sunday), ("1989-11-09", 7_252, .thursday),
    ("2024-02-29", 19_782, .thursday), ("2026-11-23", 20_780, .monday),
  ])
  func knownDays(text: String, number: Int, weekday: Weekday) throws {
    let day = try #require(Day(text))
    #expect(Int(day.number) == number)
    #expect(day.description == text)
    #expect(day.weekday == weekday)
    var bytes: [UInt8] = []
    day.withText { bytes = Array($0) }
    #expect(bytes == Array(text.utf8))
  }

  @Test func everyDayFollowsTheOneBefore() throws {
    // The whole calendar by counting, in which no formula takes part.
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var number = Int(Day.earliest.number)
    for year in 1...9999 where year < 5 || year % 25 < 2 || year > 9996 {
      number = Int(try #require(Day(year: year, month: 1, day: 1)).number)
      let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      #expect(Day.isLeap(year) == leap)
      for (index, plain) in lengths.enumerated() {
        let length = index == 1 && leap ? 29 : plain
        for day in [1, 2, 27, 28, length] {
          let built = Day(year: year, month: index + 1, day: day)
          guard let built, Int(built.number) == number + day - 1,
            built.components == (year, index + 1, day), Day(number: number + day - 1) == built
          else {
            Issue.record("\(year)-\(index + 1)-\(day) is \(String(describing: built))")
            return
          }
        }
        #expect(Day(year: year, month: index + 1, day: length + 1) == nil)
        number += length
      }
      if year < 9999 { #expect(Day(year: year + 1, month: 1, day: 1) == Day(number: number)) }
    }
  }

  @Test(arguments: [
    "", "2024", "2024-1-1", "2024-01-1", "2024-13-01", "2024-00-10", "2023-02-29", "2024-02-30",
    "2024-04-31", "0000-01-01", "10000-01-01", "2024/01/01", "2024-01-01 ", " 2024-01-01",
    "+024-01-01", "-024-01-01", "2024-01-0１", "20240101", "2024-01-01T00:00", "1900-02-29",
  ])
  func refusesWhatIsNoDay(text: String) {
    #expect(Day(text) == nil)
    #expect(Day(text[...]) == nil)
  }

  @Test(arguments: [
    ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"),
    ("2024-03-31", -1, "2024-02-29"), ("2024-12-15", 1, "2025-01-15"),
    ("2024-01-15", -1, "2023-12-15"), ("1960-05-14", 796, "2026-09-14"),
    ("2024-08-31", 6, "2025-02-28"), ("2024-02-29", 12, "2025-02-28"),
    ("2024-02-29", 48, "2028-02-29"),
  ])
  func monthsAreAddedByTheCalendar(start: String, months: Int, end: String) throws {
    #expect(try #require(Day(start)).adding(months: months).description == end)
  }

  @Test(arguments: 0..<4) func monthArithmeticHoldsItsProperties(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let all = Int(Day.latest.number - Day.earliest.number)
    for _ in 0..<5_000 {
      let day = try #require(Day(number: Int(Day.earliest.number) + generator.below(all + 1)))
      let months = generator.below(4801) - 2400
      guard let moved = try? day.adding(months: months) else {
        let index = Int(day.calendarMonth.index) + months
        guard index < 12 || index > 119_999 else {
          Issue.record("\(day) + \(months) months is in range")
          return
        }
        continue
      }
      let sameDay = moved.dayOfMonth == day.dayOfMonth
      let clamped = moved.dayOfMonth < day.dayOfMonth && moved == moved.lastOfMonth
      let back = try moved.adding(months: -months)
      guard sameDay || clamped, day.calendarMonth.distance(to: moved.calendarMonth) == months,
        back.calendarMonth == day.calendarMonth, !sameDay || back == day,
        months < 0 || Age.completedMonths(from: day, to: moved) == months
      else {
        Issue.record("\(day) + \(months) months gave \(moved)")
        return
      }
    }
  }

  @Test func outOfRangeIsAnError() {
    #expect(throws: CalendarError.outOfRange) { try Day.latest.adding(days: 1) }
    #expect(throws: CalendarError.outOfRange) { try Day.earliest.adding(days: -1) }
    #expect(throws: CalendarError.outOfRange) { try Day.latest.adding(days: Int.max) }
    #expect(throws: CalendarError.outOfRange) { try Day.latest.adding(months: 1) }
    #expect(throws: CalendarError.outOfRange) { try Day.latest.adding(months: Int.max) }
    #expect(throws: CalendarError.outOfRange) { try Day.earliest.adding(years: Int.min) }
    #expect(Day(number: 2_932_897) == nil && Day(number: Int.min) == nil)
    #expect(Day(year: 2024, month: 2, day: Int.max) == nil)
    #expect(Day(year: Int.min, month: 1, day: 1) == nil)
    #expect(Day.latest.advanced(by: 5) == .latest && Day.earliest.advanced(by: .min) == .earliest)
  }

  @Test func partsOfTheYear() throws {
    let day = try #require(Day("2024-08-15"))
    #expect(day.year == 2024 && day.month == 8 && day.dayOfMonth == 15 && day.dayOfYear == 228)
    #expect(day.firstOfMonth.description == "2024-08-01")
    #expect(day.lastOfMonth.description == "2024-08-31")
    #expect(day.firstOfYear.description == "2024-01-01")
    #expect(day.lastOfYear.dayOfYear == 366)
    #expect(day.calendarMonth.description == "2024-08")
    #expect(day.calendarQuarter.description == "2024-Q3")
    let next = try #require(Day("2024-08-20"))
    #expect((day...next).count == 6 && Array(day..<next).count == 5)
  }
}
