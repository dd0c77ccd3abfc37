import Coordination
import Quantities

extension CaseReader {
  mutating func periods() throws(InputError) -> [PeriodDraft] {
    var periods: [PeriodDraft] = []
    try array("periods", atMost: CaseLimits.periods) { (reader) throws(InputError) in
      periods.append(try reader.period())
    }
    return periods
  }

  private static let periodFields: FieldNames = [
    "country", "scheme", "from", "to", "type", "earnings", "certified", "note",
  ]

  private mutating func period() throws(InputError) -> PeriodDraft {
    let start = valueOffset()
    var country: Country?
    var scheme: (id: String, offset: Int)?
    var from: (day: Day, offset: Int)?
    var to: (day: Day, offset: Int)?
    var type: PeriodType?
    var earnings: (record: Earnings, offset: Int)?
    var certified: (sum: InsurancePeriod.CertifiedSum, offset: Int)?
    try object(Self.periodFields) { (reader, field) throws(InputError) in
      let place = reader.valueOffset()
      switch field {
      case 0: country = try reader.country()
      case 1: scheme = (try reader.text(), place)
      case 2: from = (try reader.day(), place)
      case 3: to = (try reader.day(), place)
      case 4: type = try reader.periodType()
      case 5: earnings = (try reader.earnings(), place)
      case 6: certified = (try reader.certifiedSum(), place)
      default: try reader.json.skip()
      }
    }
    guard let country else { throw missing("country", "\"country\": \"DE\"", start) }
    guard let from else { throw missing("from", "\"from\": \"1992-01-15\"", start) }
    guard let to else { throw missing("to", "\"to\": \"2010-03-31\"", start) }
    guard let span = Span(from: from.day, to: to.day) else {
      throw InputError(
        "case.end-before-start", "the period ends on \(to.day), before it begins on \(from.day)",
        hint: "exchange the two days, or correct the year", at: to.offset
      ).within("to")
    }
    guard span.last <= today else {
      throw InputError(
        "case.future-period", "the period ends on \(span.last), after today (\(today))",
        hint: "a career ends today at the latest", at: to.offset
      ).within("to")
    }
    if let scheme, !scheme.id.hasPrefix("\(country.code).") {
      throw InputError(
        "case.scheme-of-other-country",
        "the scheme '\(InputError.shown(scheme.id))' is not one of \(country.code)",
        hint: "\(country.code).…", at: scheme.offset
      ).within("scheme")
    }
    let period = InsurancePeriod(
      country: country, scheme: scheme?.id, span: span, type: type ?? .employed,
      earnings: earnings?.record, certified: certified?.sum)
    if let earnings { try check(earnings.record, over: span, at: earnings.offset) }
    if let certified { try CaseChecks.check(certified.sum, over: span, at: certified.offset) }
    return PeriodDraft(
      period: period, offset: start, from: from.offset, certified: certified?.offset ?? start)
  }

  private func missing(_ field: String, _ example: String, _ offset: Int) -> InputError {
    InputError(
      "case.missing-\(field)", "the period does not say '\(field)'", hint: example, at: offset)
  }

  /// The names of the types in bytes, so that reading one makes no text.
  private static let types = PeriodType.allCases.map { (name: Array($0.name.utf8), type: $0) }

  private mutating func periodType() throws(InputError) -> PeriodType {
    let start = valueOffset()
    if try json.kind() == .string {
      var ahead = json
      let key = try ahead.string()
      if let known = key.withBytes(
        in: bytes,
        { word in
          Self.types.first { $0.name.count == word.count && word.elementsEqual($0.name) }
        })
      {
        json = ahead
        return known.type
      }
    }
    let word = try identifier()
    guard let type = PeriodType(word) else {
      throw InputError(
        "case.unknown-type", "'\(InputError.shown(word))' is no type of period",
        hint: meant(by: word, among: PeriodType.allCases.map(\.name))
          ?? "a name such as employed, or a code of the form P5000 such as 11", at: start)
    }
    return type
  }

  // MARK: Certified sums

  private static let sumFields: FieldNames = [
    "days", "weeks", "months", "quarters", "years", "days_per_week",
  ]

  private mutating func certifiedSum() throws(InputError) -> InsurancePeriod.CertifiedSum {
    let start = valueOffset()
    var sum: (amount: ExactDecimal, unit: PeriodUnit)?
    var perWeek: Int?
    try object(Self.sumFields) { (reader, field) throws(InputError) in
      let place = reader.valueOffset()
      let amount = try reader.decimal()
      guard !amount.isNegative else {
        throw InputError("case.negative-sum", "a certified sum cannot be negative", at: place)
      }
      if field == 5 {
        guard let days = amount.intValue, (5...7).contains(days) else {
          throw InputError("case.bad-week", "an insured week has 5, 6 or 7 days", at: place)
        }
        perWeek = days
      } else {
        guard sum == nil else {
          throw InputError(
            "case.two-sums", "a period has one certified sum, in one unit", at: place)
        }
        let unit: PeriodUnit =
          switch field {
          case 0: .day
          case 1: .week
          case 2: .month
          case 3: .quarter
          default: .year
          }
        sum = (amount, unit)
      }
    }
    guard let sum else {
      throw InputError(
        "case.missing-sum", "the certified sum is missing",
        hint: "\"certified\": {\"quarters\": 13}", at: start)
    }
    return .init(sum.amount, sum.unit, daysPerWeek: perWeek)
  }
}
