import Coordination
import Formula
import Quantities

extension TableImport {
  /// What every row has, whether it is a period or a year.
  struct CommonFields {
    var country: Country?
    var scheme: String?
    var type: PeriodType
    var note: String?
    var sum: SumParts
  }

  mutating func commonFields(_ row: TableText.Row) -> CommonFields {
    let country = country(row)
    return CommonFields(
      country: country, scheme: scheme(row, of: country), type: type(row),
      note: note(row), sum: sum(row))
  }

  // MARK: Words

  private mutating func country(_ row: TableText.Row) -> Country? {
    guard let text = header.text(.country, row) else {
      if let country = settings.country { return country }
      report(
        "table.missing-country", .country, row, "the row names no country",
        hint: "write its code or name, such as DE or Germany")
      return nil
    }
    switch vocabulary.country(text, preferring: header.language) {
    case .one(let country): return country
    case .several(let countries):
      let names: [Phrase] = countries.map { "\($0.code) (\(Phrase(template: $0.name)))" }
      report(
        "table.ambiguous-country", .country, row,
        "'\(ImportFault.shown(text))' names several countries: \(names)", hint: "write the code")
    case .none:
      let near =
        Country.suggestion(for: text)
        ?? nearest(
          to: FoldedWord(text).text, among: vocabulary.countries.words(of: header.language)
        ).flatMap { word in
          if case .one(let country) = vocabulary.country(word, preferring: header.language) {
            return country
          }
          return nil
        }
      report(
        "table.unknown-country", .country, row,
        "'\(ImportFault.shown(text))' is no country",
        hint: near.map { "did you mean \($0.code) (\(Phrase(template: $0.name)))?" })
    }
    return nil
  }

  private mutating func scheme(_ row: TableText.Row, of country: Country?) -> String? {
    guard let text = header.text(.scheme, row), let country else { return nil }
    let id = text.contains(".") ? text : "\(country.code).\(text)"
    guard id.hasPrefix("\(country.code)."), id.utf8.count <= 40 else {
      report(
        "table.scheme-of-other-country", .scheme, row,
        "the scheme '\(ImportFault.shown(text))' is not one of \(country.code)",
        hint: "see 'sojourn rules list', or leave it out")
      return nil
    }
    return id
  }

  private mutating func type(_ row: TableText.Row) -> PeriodType {
    guard let text = header.text(.type, row) else {
      untyped.append(row.number)
      return .employed
    }
    switch vocabulary.type(text, preferring: header.language) {
    case .one(let type): return type
    case .several(let types):
      let names = types.map { "\($0.name) (\($0.rawValue))" }.joined(separator: ", ")
      report(
        "table.ambiguous-type", .type, row,
        "'\(ImportFault.shown(text))' is several types, depending on the language: \(names)",
        hint: "write one of these names, or its code")
    case .none:
      let near = nearest(
        to: FoldedWord(text).text, among: vocabulary.types.words(of: header.language))
      report(
        "table.unknown-type", .type, row, "'\(ImportFault.shown(text))' is no type of period",
        hint: near.map { "did you mean '\($0)'?" }
          ?? "a name such as employed, or a code of the form P5000 such as 11")
    }
    return .employed
  }

  private func note(_ row: TableText.Row) -> String? {
    let texts = header.notes.map { row[$0] }.filter { !$0.isEmpty }
    return texts.isEmpty
      ? nil : texts.map { InputError.shown($0, atMost: 500) }.joined(separator: "; ")
  }

  /// The unit that a word such as "month" or "monthly" stands for.
  mutating func unit(_ row: TableText.Row) -> PeriodUnit? {
    guard let text = header.text(.per, row) else { return nil }
    if case .one(let unit) = vocabulary.units.find(FoldedWord(text), preferring: header.language) {
      return unit
    }
    report(
      "table.unknown-unit", .per, row, "'\(ImportFault.shown(text))' is no stretch of time",
      hint: "write day, week, month, quarter or year")
    return nil
  }

  // MARK: Numbers

  /// The number in a field, not negative; nil where nothing stands there or it has a fault.
  mutating func number(_ field: CareerWords.Field, _ row: TableText.Row) -> (
    ExactDecimal, Currency?
  )? {
    guard let text = header.text(field, row) else { return nil }
    let shown = ImportFault.shown(text)
    let reading = CellNumber(text, decimals: decimals) {
      vocabulary.currency($0, preferring: header.language)
    }
    switch reading {
    case .number(let value, let currency):
      guard !value.isNegative else {
        report("table.negative", field, row, "'\(shown)' is less than nothing")
        return nil
      }
      guard value <= CaseLimits.absurdEarnings else {
        report(
          "table.absurd-number", field, row, "'\(shown)' is more than anyone earns",
          hint: "is a point missing?")
        return nil
      }
      return (value, currency)
    case .ambiguous(let thousands, let decimals, _):
      report(
        "table.ambiguous-number", field, row,
        "'\(shown)' can be \(thousands.description) or \(decimals.description)",
        hint: "say what stands before decimals: --decimal comma or --decimal point")
    case .fault(.unknownCurrency(let word)):
      report(
        "table.unknown-currency", field, row,
        "'\(ImportFault.shown(word))' beside the number is no currency of ISO 4217",
        hint: "write the code of the currency, such as EUR or USD, in a column 'currency'")
    case .fault(.unreadable):
      report(
        "table.bad-number", field, row, "'\(shown)' is no number",
        hint: "write it as 16800.00 or 16800,00")
    }
    return nil
  }

  private mutating func sum(_ row: TableText.Row) -> SumParts {
    var sum = SumParts()
    for field in CareerWords.Field.allCases {
      guard let unit = field.unit, let (amount, _) = number(field, row) else { continue }
      sum.parts[unit] = amount
    }
    if let (days, _) = number(.daysPerWeek, row) {
      if let days = days.intValue, (5...7).contains(days) {
        sum.daysPerWeek = days
      } else {
        report(
          "table.bad-week", .daysPerWeek, row, "an insured week has 5, 6 or 7 days, not \(days)")
      }
    }
    return sum
  }

  /// The certified sum of a row.
  mutating func certified(
    _ sum: SumParts, _ row: TableText.Row
  ) -> InsurancePeriod.CertifiedSum? {
    switch sum.outcome {
    case .none: return nil
    case .sum(let sum): return sum
    case .needsDaysPerWeek:
      report(
        "table.mixed-units", nil, row,
        "the row certifies \(sum.phrases): weeks or days add up with the others only where the days of an insured week are known",
        hint: "add a column 'days per week' with 5, 6 or 7, or give one unit")
      return nil
    }
  }

  // MARK: Earnings

  /// What a row says of earnings: an amount and per what, in which currency.
  struct RowEarnings {
    let amount: ExactDecimal
    /// nil: for the whole of the row.
    let per: PeriodUnit?
    let currency: Currency?
    let field: CareerWords.Field
  }

  mutating func earnings(_ row: TableText.Row) -> RowEarnings? {
    let whole = number(.earnings, row)
    let monthly = number(.monthlyEarnings, row)
    let per = unit(row)
    let named = currency(row)
    if whole != nil, monthly != nil {
      report(
        "table.two-earnings", .monthlyEarnings, row,
        "the row has yearly and monthly earnings", hint: "leave one of them empty")
      return nil
    }
    let field: CareerWords.Field = monthly == nil ? .earnings : .monthlyEarnings
    guard let (amount, beside) = whole ?? monthly else { return nil }
    let inHeader = header.columns[field].flatMap { header.currencies[$0] }
    let all = Set([beside, named, inHeader].compactMap { $0 })
    guard all.count <= 1 else {
      let codes = all.map(\.code).sorted().joined(separator: ", ")
      report(
        "table.two-currencies", field, row, "the row names several currencies: \(codes)")
      return nil
    }
    return RowEarnings(
      amount: amount, per: monthly == nil ? per : .month, currency: all.first, field: field)
  }

  private mutating func currency(_ row: TableText.Row) -> Currency? {
    guard let text = header.text(.currency, row) else { return nil }
    if let currency = vocabulary.currency(text, preferring: header.language) { return currency }
    report(
      "table.unknown-currency", .currency, row,
      "'\(ImportFault.shown(text))' is no currency of ISO 4217",
      hint: Currency.suggestion(for: text).map { "did you mean \($0.code) (\($0.name))?" }
        ?? "write the code of the currency, such as EUR or USD")
    return nil
  }
}
