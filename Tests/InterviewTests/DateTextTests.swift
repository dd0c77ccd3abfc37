import Quantities
import Testing

@testable import Interview

@Suite struct DateTextTests {
  private static let reader = DateText.Reader(Talk.languages, words: Talk.words, today: Talk.today)

  @Test(arguments: [
    "1960-05-14", "14.5.1960", "14.05.1960", "14/05/1960", "14-5-1960", "5/14/1960", "1960/5/14",
    "19600514", "14 May 1960", "May 14, 1960", "14th of May 1960", "14may1960", "14 mayo 1960",
    "14 de mayo de 1960", "14 mai 1960", "14 de maio de 1960", "14 مايو 1960", "١٤/٥/١٩٦٠",
    "۱۴.۵.۱۹۶۰", "  14 MAY 1960 ", "14. Mai 1960",
  ])
  func aDayIsReadHoweverItIsWritten(text: String) throws {
    #expect(Self.reader.read(text) == .day(try #require(Day("1960-05-14"))))
  }

  @Test(arguments: [
    "May 1960", "5/1960", "05.1960", "1960-05", "1960/5", "mayo de 1960", "mai 1960", "maio 1960",
    "مايو 1960", "may. 1960",
  ])
  func aMonthIsRead(text: String) {
    #expect(Self.reader.read(text) == Month(year: 1960, month: 5).map { .month($0) })
  }

  @Test(arguments: [
    ("15 Feb 1989", "1989-02-15"), ("1er mars 1990", "1990-03-01"),
    ("1º de março de 1990", "1990-03-01"),
    ("31 déc. 1994", "1994-12-31"), ("2 ago 2001", "2001-08-02"), ("3 août 2001", "2001-08-03"),
    ("3. Dezember 1990", "1990-12-03"), ("1 czerwca 1990", "1990-06-01"),
    ("3.4.1960", "1960-04-03"), ("31.12.2006", "2006-12-31"), ("12.31.2006", "2006-12-31"),
    ("29.2.2000", "2000-02-29"), ("4/4/1980", "1980-04-04"),
  ])
  func otherDays(text: String, day: String) throws {
    #expect(Self.reader.read(text) == .day(try #require(Day(day))))
  }

  @Test(arguments: [
    ("3/4/1960", ["1960-04-03", "1960-03-04"]), ("05-06-1993", ["1993-06-05", "1993-05-06"]),
    ("14.5.60", ["1960-05-14", "2060-05-14"]), ("14 May 60", ["1960-05-14", "2060-05-14"]),
    ("1/2/03", ["1903-02-01", "2003-02-01", "1903-01-02", "2003-01-02"]),
  ])
  func whatMayMeanTwoDaysIsAskedBack(text: String, days: [String]) {
    #expect(Self.reader.read(text) == .either(days.compactMap { Day($0) }))
  }

  @Test(arguments: [
    "31.2.1960", "29/2/1999", "32 May 1960", "13/13/1990", "1960-13-01", "0.5.1960",
  ])
  func daysThatDoNotExist(text: String) { #expect(Self.reader.read(text) == .impossible) }

  @Test(arguments: [
    "", "?", "yesterday", "May", "14 May", "jui 1960", "14 Brumaire 1960", "1960-05-14-1",
    "14:5:1960",
    "May June 1960", "999999999999999999999", "1.2.3.4", "14.5.196", "--", "14 5",
  ])
  func whatIsNoDateIsRefused(text: String) { #expect(Self.reader.read(text) == .unreadable) }

  @Test func aYearAlone() { #expect(Self.reader.read("1985") == .year(1985)) }
}
