import Coordination
import Quantities

extension CaseReader {
  /// Earnings by year or month, or one typical wage.
  mutating func earnings() throws(InputError) -> Earnings {
    json.skipSpace()
    let start = json.position
    var entries: [Earnings.Entry] = []
    var currency: Currency?
    var amount: ExactDecimal?
    var per: PeriodUnit?
    var isTypical = false
    var names = SeenNames()
    try map { (reader, name, offset) throws(InputError) in
      try names.check(name, at: offset)
      switch name {
      case "currency": currency = try reader.currency()
      case "amount":
        isTypical = true
        amount = try reader.money()
      case "per":
        isTypical = true
        per = try reader.word(PeriodUnit.self, "case.unknown-unit")
      case "by_year":
        var years = SeenNames()
        try reader.map { (reader, name, offset) throws(InputError) in
          try years.check(name, at: offset)
          entries.append(try reader.entry(name, offset))
        }
      default: entries.append(try reader.entry(name, offset))
      }
    }
    if isTypical {
      guard let amount, let per, entries.isEmpty else {
        throw InputError(
          "case.typical-wage", "a typical wage has an amount and says per what, and nothing else",
          hint: "{\"amount\": \"2600\", \"per\": \"month\", \"currency\": \"EUR\"}", at: start)
      }
      return Earnings(.typical(amount, per: per), currency: currency)
    }
    for entry in entries { try CaseChecks.inUse(currency, in: entry.year, at: start) }
    return Earnings(.entries(entries), currency: currency)
  }

  private mutating func entry(_ name: String, _ offset: Int) throws(InputError) -> Earnings.Entry {
    let amount = try money()
    if let month = Month(name), name.utf8.count == 7 {
      return Earnings.Entry(year: month.year, month: month.month, amount: amount)
    }
    guard name.utf8.count == 4, let year = Int(name), (1880...today.year).contains(year) else {
      throw InputError(
        "case.bad-year", "'\(name)' is not a year or month of a career",
        hint: "\"1985\": \"16800.00\", or \"2001-03\" for a month", at: offset)
    }
    return Earnings.Entry(year: year, amount: amount)
  }

  /// An amount of money: not negative, not absurd.
  private mutating func money() throws(InputError) -> ExactDecimal {
    let place = try valueOffset()
    let amount = try decimal()
    if amount.isNegative {
      throw InputError("case.negative-earnings", "earnings cannot be negative", at: place)
    }
    if amount > CaseLimits.absurdEarnings {
      throw InputError(
        "case.absurd-earnings", "\(amount) is more than anyone earns; is a point missing?",
        at: place)
    }
    return amount
  }
}
