import Testing

@testable import Quantities

@Suite struct DayTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
    ("2000-02-29", 11_016), ("1969-12-31", -1), ("1900-03-01", -25_508),
  ])
  func knownDays(text: String, number: Int) throws {
    let day = try #require(Day(text))
    #expect(Int(day.number) == number)
    #expect(day.description == text)
  }
}
