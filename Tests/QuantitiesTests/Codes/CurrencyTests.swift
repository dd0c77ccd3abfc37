import Testing

@testable import Quantities

@Suite struct CurrencyTests {
  @Test(arguments: [
    ("EUR", 978, 2, "Euro", nil), ("jpy", 392, 0, "Yen", nil),
    ("KWD", 414, 3, "Kuwaiti Dinar", nil),
    ("CLF", 990, 4, "Unidad de Fomento", nil),
    ("XDR", 960, nil, "SDR (Special Drawing Right)", nil),
    ("DEM", 276, nil, "Deutsche Mark", "2002-03"), ("HRK", 191, nil, "Kuna", "2023-01"),
    ("DDM", 278, nil, "Mark der DDR", "1990-07 to 1990-09"),
  ])
  func codes(
    text: String, number: Int, minor: Int?, name: String, withdrawn: String?
  ) throws {
    let currency = try #require(Currency(text))
    #expect(currency.code == text.uppercased() && currency.description == currency.code)
    #expect(currency.numeric == number && currency.minorUnits == minor)
    #expect(currency.name == name && currency.withdrawn == withdrawn)
    #expect(currency.isHistoric == (withdrawn != nil))
  }

  @Test(arguments: ["", "EU", "EURO", "ZZZ", "E1R", "€", "@@@"])
  func refusesOtherTexts(text: String) {
    #expect(Currency(text) == nil)
    #expect(Currency(text[...]) == nil)
  }

  @Test func everyCurrencyIsFoundByItsCode() {
    #expect(Currency.all.count == 307 && Currency.all == Currency.all.sorted())
    for currency in Currency.all {
      #expect(Currency(currency.code) == currency)
      #expect(!currency.name.isEmpty)
    }
  }

  @Test(arguments: [
    ("ERU", "EUR"), ("Euros", "EUR"), ("Swiss Frank", "CHF"), ("usd", "USD"), ("EUX", "EUR"),
    ("deutsche mark", "DEM"),
  ])
  func suggestions(text: String, code: String) {
    #expect(Currency.suggestion(for: text)?.code == code)
  }

  @Test func moneyOfOneCurrencyAddsUp() throws {
    let euro = try #require(Currency("EUR"))
    let amount = Money(try #require(ExactDecimal("12.5")), euro)
    #expect(amount.description == "12.50 EUR")
    #expect(try amount.adding(amount).description == "25.00 EUR")
    #expect(try amount.subtracting(amount).amount.isZero)
    #expect(try amount.divided(by: 3).rounded(to: 1, .halfUp).description == "4.00 EUR")
    #expect(try amount.multiplied(by: 2) == Money(amount: 25, currency: euro))
    #expect(try amount.compared(to: amount.negated) == 1)
    #expect(Money(1000, try #require(Currency("JPY"))).description == "1000 JPY")
  }

  @Test func moneyOfTwoCurrenciesDoesNot() throws {
    let (euro, dollar) = (try #require(Currency("EUR")), try #require(Currency("USD")))
    let mismatch = MoneyError.currencyMismatch(euro, dollar)
    #expect(throws: mismatch) { try Money(1, euro).adding(Money(1, dollar)) }
    #expect(throws: mismatch) { try Money(1, euro).subtracting(Money(1, dollar)) }
    #expect(throws: mismatch) { try Money(1, euro).compared(to: Money(1, dollar)) }
    let power = try #require(ExactDecimal.powerOfTen(37))
    let most = Money(try power * 9, euro)
    #expect(throws: MoneyError.arithmetic(.overflow)) { try most.adding(most) }
  }
}
