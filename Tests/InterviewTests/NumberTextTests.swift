import Quantities
import Testing

@testable import Interview

@Suite struct NumberTextTests {
  @Test(arguments: [
    ("31200", "31200"), ("31,200", "31200"), ("31.200", "31200"), ("31 200", "31200"),
    ("31'200", "31200"), ("31\u{A0}200", "31200"), ("31,200.50", "31200.50"),
    ("31.200,50", "31200.50"), ("31 200,5", "31200.5"), ("1.234.567,89", "1234567.89"),
    ("1,234,567", "1234567"), ("11800.00", "11800.00"), ("0", "0"), ("0,5", "0.5"),
    ("٣١٢٠٠", "31200"), ("٣١٬٢٠٠٫٥", "31200.5"), ("1234567.5", "1234567.5"),
  ])
  func moneyIsReadHoweverItIsWritten(text: String, number: String) throws {
    #expect(
      NumberText.read(text, isMoney: true) == .number(try #require(ExactDecimal(number))))
  }

  @Test(arguments: [
    "", "x", "-5", "1,2,3", "1.2.3", "12 34", "1,23,456", "1.234,56.7", ".", ",5", "5,", "1e5",
    "12,3456,789", "0.123.456",
  ])
  func whatIsNoAmountIsRefused(text: String) {
    #expect(NumberText.read(text, isMoney: true) == .unreadable)
  }

  @Test func thousandsOrDecimalsAreAskedBack() throws {
    let thousands = try #require(ExactDecimal("45123"))
    let decimals = try #require(ExactDecimal("45.123"))
    #expect(
      NumberText.read("45.123", isMoney: false)
        == .either(thousands: thousands, decimals: decimals))
    #expect(
      NumberText.read("45.1234", isMoney: false) == ExactDecimal("45.1234").map { .number($0) })
  }
}
