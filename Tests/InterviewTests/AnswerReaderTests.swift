import Coordination
import Quantities
import Testing

@testable import Interview

/// Sums, wages and numbers by year, in all languages.
@Suite struct AnswerReaderTests {
  private static let span = Span(
    from: Day("1990-01-01") ?? .earliest, to: Day("1999-12-31") ?? .latest)

  @Test(arguments: [
    ("13 quarters", "13 quarter"), ("13quarters", "13 quarter"), ("13 trimestres", "13 quarter"),
    ("40 months", "40 month"), ("40 mois", "40 month"), ("40 meses", "40 month"),
    ("40 شهر", "40 month"), ("5 أشهر", "5 month"), ("3 years 4 months", "40 month"),
    ("3 ans et 4 mois", "40 month"), ("8 years", "8 year"), ("300 days", "300 day"),
    ("300 jours", "300 day"), ("50 semanas", "50 week"), ("13 ربع سنة", "13 quarter"), ("none", ""),
  ])
  func sums(text: String, stored: String) throws {
    let span = try #require(Self.span)
    let reading = try Talk.reader().sum(text, span, "x")
    #expect(reading == .answers([.init("x", stored)]), "\(text)")
  }

  @Test(arguments: [
    "quarters", "13 14 quarters", "13 bananas", "x", "400 quarters", "13 months 2 weeks",
  ])
  func whatIsNoSumIsRefused(text: String) throws {
    guard case .refused = try Talk.reader().sum(text, try #require(Self.span), "x") else {
      Issue.record("\(text) was taken")
      return
    }
  }

  @Test(arguments: [
    ("2600 a month", "2600 month EUR"), ("EUR 2,600 / month", "2600 month EUR"),
    ("2.600 € al mes", "2600 month EUR"), ("2600 euros par mois", "2600 month EUR"),
    ("31200 EUR por ano", "31200 year EUR"), ("600 a week", "600 week EUR"),
    ("2600 شهر", "2600 month EUR"), ("80.50 per day", "80.50 day EUR"),
    ("2600 euros mensuels", "2600 month EUR"), ("31.200 Euro jährlich", "31200 year EUR"),
    ("2600 mensual", "2600 month EUR"),
  ])
  func wages(text: String, stored: String) throws {
    let euro = try #require(Currency("EUR"))
    #expect(try Talk.reader().wage(text, [euro], "x") == .answers([.init("x", stored)]), "\(text)")
  }

  @Test func whatAWageIsPaidForIsAskedBack() throws {
    let euro = try #require(Currency("EUR"))
    guard case .unclear(_, let choices) = try Talk.reader().wage("2600", [euro], "x") else {
      Issue.record("2600 was taken for sure")
      return
    }
    #expect(
      choices.map(\.value) == ["2600 month EUR", "2600 year EUR", "2600 week EUR", "2600 day EUR"])
  }

  @Test func anotherCurrencyIsRefused() throws {
    let euro = try #require(Currency("EUR"))
    guard case .refused(let says) = try Talk.reader().wage("2600 USD a month", [euro], "x") else {
      Issue.record("another currency was taken")
      return
    }
    #expect(says.english == "Give the amount in EUR.")
  }

  @Test func numbersByYear() throws {
    #expect(
      try Talk.reader().byYear("1976=3; 1978-1980 = 4", 1880...2135, "x")
        == .answers([.init("x", "1976=3,1978=4,1979=4,1980=4")]))
    for text in ["1976", "=3", "1980-1970=3", "x=3", "1976=x", "1700=3"] {
      guard case .refused = try Talk.reader().byYear(text, 1880...2135, "x") else {
        Issue.record("\(text) was taken")
        continue
      }
    }
  }
}
