import Coordination
import Quantities

extension CaseReader {
  /// Earnings by year or month, or one typical wage.
  mutating func earnings() throws(InputError) -> Earnings {
    let start = valueOffset()
    var record = EarningsDraft()
    places.removeAll()
    var fields = SeenFields()
    try names { (reader, key) throws(InputError) in
      if reader.isYear(key) { return try reader.entry(key, &record, nested: false) }
      let place = reader.valueOffset()
      switch try fields.check(key, in: reader.bytes, among: Self.earningsFields) {
      case 0:
        reader.places.currency = place
        record.currency = try reader.currency()
      case 1: record.amount = try reader.money()
      case 2: record.per = try reader.word(PeriodUnit.self, "case.unknown-unit")
      case 3: record.estimated = try reader.estimatedYears()
      default:
        try reader.names { (reader, key) throws(InputError) in
          guard reader.isYear(key) else { throw reader.badYear(key) }
          try reader.entry(key, &record, nested: true)
        }
      }
    }
    if record.amount != nil || record.per != nil {
      guard let amount = record.amount, let per = record.per, record.entries.isEmpty,
        record.estimated.isEmpty
      else {
        throw InputError(
          "case.typical-wage", "a typical wage has an amount and says per what, and nothing else",
          hint: "{\"amount\": \"2600\", \"per\": \"month\", \"currency\": \"EUR\"}", at: start)
      }
      return Earnings(.typical(amount, per: per), currency: record.currency)
    }
    if let currency = record.currency {
      for entry in record.entries {
        try CurrencyUse.check(currency, in: entry.year, at: places.currency)
      }
    }
    if !record.estimated.isEmpty, let (year, place) = record.unmatchedEstimate {
      throw InputError(
        "case.estimate-without-earnings", "no earnings of \(year) are given",
        hint: "name the years whose earnings are an estimate", at: place
      ).within("estimated")
    }
    return Earnings(
      .entries(record.entries), currency: record.currency,
      estimated: Set(record.estimated.map(\.year)))
  }

  private static let earningsFields: FieldNames = [
    "currency", "amount", "per", "estimated", "by_year",
  ]

  /// The years whose earnings are an estimate, each with its place.
  private mutating func estimatedYears() throws(InputError) -> [(year: Int, place: Int)] {
    try list { (reader) throws(InputError) in
      let place = reader.valueOffset()
      guard let year = try reader.decimal().intValue,
        (CaseLimits.firstYear...reader.today.year).contains(year)
      else {
        throw InputError(
          "case.bad-year", "this is not a year of a career", hint: "\"estimated\": [1989, 1990]",
          at: place)
      }
      return (year, place)
    }
  }

  /// The places of the earnings of the period being read, kept from period to period.
  struct EarningsPlaces {
    var entries: [(offset: Int, isNested: Bool)] = []
    var currency = 0

    mutating func removeAll() { entries.removeAll(keepingCapacity: true) }
  }

  /// What has been read of a record of earnings.
  private struct EarningsDraft {
    var entries: [Earnings.Entry] = []
    var years = SeenYears()
    var currency: Currency?
    var amount: ExactDecimal?
    var per: PeriodUnit?
    var estimated: [(year: Int, place: Int)] = []

    /// The first year whose earnings are said to be an estimate and are not given.
    var unmatchedEstimate: (year: Int, place: Int)? {
      let given = Set(entries.map(\.year))
      return estimated.first { !given.contains($0.year) }
    }
  }

  /// Whether a name begins as a year does.
  private func isYear(_ key: JSONText) -> Bool {
    key.withBytes(in: bytes) { $0.first.map { $0 &- 0x30 < 10 } ?? false }
  }

  private func badYear(_ key: JSONText) -> InputError {
    InputError(
      "case.bad-year",
      "'\(InputError.shown(key.text(in: bytes)))' is not a year or month of a career",
      hint: "\"1985\": \"16800.00\", or \"2001-03\" for a month", at: key.offset)
  }

  private mutating func entry(
    _ key: JSONText, _ record: inout EarningsDraft, nested: Bool
  ) throws(InputError) {
    let parts: (year: Int, month: Int?)? = key.withBytes(in: bytes) { name in
      if name.count == 4 { return YearText.read(name).map { ($0, nil) } }
      return Month(parsing: name).map { ($0.year, $0.month) }
    }
    guard let parts, parts.year >= CaseLimits.firstYear, parts.year <= thisYear else {
      throw badYear(key)
    }
    try record.years.check(parts.year, parts.month, at: key.offset)
    let entry = Earnings.Entry(year: parts.year, month: parts.month, amount: try money())
    if record.entries.isEmpty { record.entries.reserveCapacity(48) }
    record.entries.append(entry)
    if places.entries.isEmpty { places.entries.reserveCapacity(64) }
    places.entries.append((key.offset, nested))
  }

  /// An amount of money: not negative, not absurd.
  private mutating func money() throws(InputError) -> ExactDecimal {
    let place = valueOffset()
    let amount = try decimal()
    // Nearly every amount: whatever its scale, so few digits are neither negative nor too many.
    if amount.mantissa >= 0, amount.mantissa < 1_000_000_000_000 { return amount }
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

  /// Whether earnings belong to the period they stand in.
  func check(_ earnings: Earnings, over span: Span, at offset: Int) throws(InputError) {
    switch earnings.content {
    case .typical:
      // The euro stands for its predecessors at fixed rates, so it may be said of any year.
      guard let currency = earnings.currency, currency.isHistoric else { return }
      do {
        try CurrencyUse.check(currency, in: span.last.year, at: places.currency)
      } catch { throw error.within("earnings") }
    case .entries(let entries):
      let (first, last) = (span.first.year, span.last.year)
      for (index, entry) in entries.enumerated() {
        let isInside =
          if let number = entry.month, let month = Month(year: entry.year, month: number) {
            month.span.overlaps(span)
          } else {
            entry.year >= first && entry.year <= last
          }
        guard !isInside else { continue }
        let place =
          places.entries.indices.contains(index)
          ? places.entries[index] : (offset: offset, isNested: false)
        let fault = InputError(
          "case.earnings-outside", "earnings of \(entry.name) lie outside the period \(span)",
          hint: "move them to the period they were earned in", at: place.offset
        ).within(entry.name)
        throw (place.isNested ? fault.within("by_year") : fault).within("earnings")
      }
    }
  }
}

extension Earnings.Entry {
  /// The year or month as a case names it.
  var name: String {
    guard let month else { return String(year) }
    return Month(year: year, month: month)?.description ?? String(year)
  }
}
