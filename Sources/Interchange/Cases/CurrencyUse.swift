import Quantities

/// When currencies were in use, as far as a case needs it.
enum CurrencyUse {
  /// The first year of currencies that replaced another one, by the ISO 4217 amendments and the
  /// announcements of the central banks.
  private static let since: [String: Int] = [
    "ARS": 1992, "AZN": 2006, "BGN": 1999, "BRL": 1994, "BYN": 2016, "CZK": 1993, "EUR": 1999,
    "GHS": 2007, "HRK": 1994, "MXN": 1993, "MZN": 2006, "PEN": 1991, "PLN": 1995, "RON": 2005,
    "SKK": 1993, "TRY": 2005, "UAH": 1996,
  ]

  /// Refuses a currency that did not exist yet, or no longer, in a year.
  static func check(_ currency: Currency, in year: Int, at offset: Int) throws(InputError) {
    if let first = since[currency.code], year < first {
      throw InputError(
        "case.currency-not-in-use",
        "there was no \(currency.code) in \(year); it began in \(first)",
        hint: "give the amount in the currency of that year, or leave the currency out",
        at: offset
      ).within("currency")
    }
    guard currency.isHistoric, let withdrawn = currency.withdrawn,
      let last = lastYear(of: withdrawn), year > last
    else { return }
    throw InputError(
      "case.currency-not-in-use",
      "there was no \(currency.code) in \(year); it was withdrawn in \(withdrawn)",
      hint: "give the amount in the currency of that year, or leave the currency out",
      at: offset
    ).within("currency")
  }

  /// The last year in "2002-03" or "1989 to 1990".
  private static func lastYear(of withdrawn: String) -> Int? {
    withdrawn.split { !$0.isNumber }.filter { $0.utf8.count == 4 }.compactMap { Int($0) }.max()
  }
}
