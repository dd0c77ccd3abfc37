import Coordination
import Formula
import Quantities

extension CaseReader {
  mutating func periods() throws(InputError) -> [(period: InsurancePeriod, offset: Int)] {
    var periods: [(period: InsurancePeriod, offset: Int)] = []
    var reader = self
    try json.array { (json, index) throws(InputError) in
      reader.json = json
      defer { json = reader.json }
      reader.json.skipSpace()
      guard index < CaseLimits.periods else {
        throw InputError(
          "case.too-many", "more than \(CaseLimits.periods) periods", at: reader.json.position)
      }
      let offset = reader.json.position
      periods.append((try reader.period(), offset))
    }
    return periods
  }

  private mutating func period() throws(InputError) -> InsurancePeriod {
    json.skipSpace()
    let start = json.position
    var seen = SeenFields()
    var country: Country?
    var scheme: (id: String, offset: Int)?
    var from: Day?
    var to: (day: Day, offset: Int)?
    var type: PeriodType?
    var earnings: Earnings?
    var certified: InsurancePeriod.CertifiedSum?
    var reader = self
    try json.object { (json, key) throws(InputError) in
      reader.json = json
      defer { json = reader.json }
      let field = try seen.check(
        key, in: reader.bytes,
        among: [
          "country", "scheme", "from", "to", "type", "earnings", "certified", "note",
        ])
      reader.json.skipSpace()
      let offset = key.range.lowerBound
      switch field {
      case 0: country = try reader.country()
      case 1: scheme = (try reader.text(), offset)
      case 2: from = try reader.day()
      case 3:
        _ = reader.json.peek()
        let place = try reader.valueOffset()
        to = (try reader.day(), place)
      case 4: type = try reader.periodType()
      case 5: earnings = try reader.earnings()
      case 6: certified = try reader.certifiedSum()
      default: try reader.json.skip()
      }
    }
    guard let country else { throw missing("country", "\"country\": \"DE\"", start) }
    guard let from else { throw missing("from", "\"from\": \"1992-01-15\"", start) }
    guard let to else { throw missing("to", "\"to\": \"2010-03-31\"", start) }
    guard let span = Span(from: from, to: to.day) else {
      throw InputError(
        "case.end-before-start", "the period ends on \(to.day), before it begins on \(from)",
        hint: "exchange the two days, or correct the year", at: to.offset
      ).within("to")
    }
    if let scheme, !scheme.id.hasPrefix("\(country.code).") {
      throw InputError(
        "case.scheme-of-other-country", "the scheme \(scheme.id) is not one of \(country.code)",
        hint: "\(country.code).…", at: scheme.offset
      ).within("scheme")
    }
    return InsurancePeriod(
      country: country, scheme: scheme?.id, span: span, type: type ?? .employed,
      earnings: earnings, certified: certified)
  }

  mutating func valueOffset() throws(InputError) -> Int {
    json.skipSpace()
    return json.position
  }

  private func missing(_ field: String, _ example: String, _ offset: Int) -> InputError {
    InputError(
      "case.missing-\(field)", "the period does not say '\(field)'", hint: example, at: offset)
  }

  private mutating func periodType() throws(InputError) -> PeriodType {
    json.skipSpace()
    let start = json.position
    let word = try identifier()
    guard let type = PeriodType(word) else {
      throw InputError(
        "case.unknown-type", "'\(word)' is no type of period",
        hint: nearest(to: word, among: PeriodType.allCases.map(\.name)).map {
          "did you mean '\($0)'?"
        } ?? "a name such as employed, or a code of the form P5000 such as 11", at: start)
    }
    return type
  }

  private mutating func certifiedSum() throws(InputError) -> InsurancePeriod.CertifiedSum {
    json.skipSpace()
    let start = json.position
    var seen = SeenFields()
    var sum: (amount: ExactDecimal, unit: PeriodUnit)?
    var perWeek: Int?
    let units: [PeriodUnit] = [.day, .week, .month, .quarter, .year]
    var reader = self
    try json.object { (json, key) throws(InputError) in
      reader.json = json
      defer { json = reader.json }
      let field = try seen.check(
        key, in: reader.bytes,
        among: ["days", "weeks", "months", "quarters", "years", "days_per_week"])
      let place = try reader.valueOffset()
      let amount = try reader.decimal()
      guard !amount.isNegative else {
        throw InputError("case.negative-sum", "a certified sum cannot be negative", at: place)
      }
      if field < units.count {
        guard sum == nil else {
          throw InputError(
            "case.two-sums", "a period has one certified sum, in one unit", at: place)
        }
        sum = (amount, units[field])
      } else {
        guard let days = amount.intValue, (5...7).contains(days) else {
          throw InputError(
            "case.bad-week", "an insured week has 5, 6 or 7 days", at: place)
        }
        perWeek = days
      }
    }
    guard let sum else {
      throw InputError(
        "case.missing-sum", "the certified sum is missing",
        hint: "\"certified\": {\"quarters\": 13}",
        at: start)
    }
    return .init(sum.amount, sum.unit, daysPerWeek: perWeek)
  }
}
