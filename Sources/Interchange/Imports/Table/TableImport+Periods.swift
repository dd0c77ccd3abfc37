import Coordination
import Formula
import Quantities

extension TableImport {
  /// Reads a row that has a first and a last day.
  mutating func readPeriod(_ row: TableText.Row, _ common: CommonFields) {
    let from = date(.from, row)
    let to = date(.to, row)
    let earnings = earnings(row)
    let certified = certified(common.sum, row)
    guard let from, let to, let country = common.country,
      let first = from.first(today: today), let last = to.last(today: today)
    else { return }
    guard let span = Span(from: first, to: last) else {
      report(
        "table.end-before-start", .to, row,
        "the period ends on \(last), before it begins on \(first)",
        hint: "exchange the two days, or correct the year")
      return
    }
    guard last <= today else {
      report(
        "table.future-period", .to, row, "the period ends on \(last), after today (\(today))",
        hint: "a career ends today at the latest")
      return
    }
    if from.isRough || to.isRough { rough.append(row.number) }
    if case .ongoing = to {
      warn(
        "table.ongoing", .to, row,
        "the period goes on; it is taken to end today (\(today))")
    }
    var period = InsurancePeriod(
      country: country, scheme: common.scheme, span: span, type: common.type,
      certified: certified)
    if let earnings { period.earnings = self.earnings(earnings, of: span, row) }
    draft.periods.append(
      .init(period: period, note: common.note, place: header.place(nil, row)))
  }

  private mutating func date(_ field: CareerWords.Field, _ row: TableText.Row) -> CellDate? {
    guard let text = header.text(field, row) else {
      report(
        "table.missing-date", field, row,
        field == .from
          ? "the row does not say when the period begins"
          : "the row does not say when the period ends",
        hint: field == .from
          ? "write the first day, such as 1992-01-15"
          : "write the last day, such as 2010-03-31, or 'today' if it goes on")
      return nil
    }
    let date = CellDate(text, order: dates, vocabulary, preferring: header.language)
    let shown = ImportFault.shown(text)
    switch date {
    case .ambiguous(let dayFirst, let monthFirst):
      report(
        "table.ambiguous-date", field, row,
        "'\(shown)' can be \(dayFirst.description) or \(monthFirst.description)",
        hint: "say whether the day or the month stands first: --dates dmy or --dates mdy")
      return nil
    case .ongoing where field == .from:
      report(
        "table.bad-date", field, row, "'\(shown)' is no first day",
        hint: "write the first day, such as 1992-01-15")
      return nil
    case .fault(let fault):
      report(fault, shown, field, row)
      return nil
    default: return date
    }
  }

  private mutating func report(
    _ fault: CellDate.Fault, _ shown: String, _ field: CareerWords.Field, _ row: TableText.Row
  ) {
    switch fault {
    case .unreadable:
      report(
        "table.bad-date", field, row, "'\(shown)' is no date that is understood",
        hint: "write it as 1992-01-15, 15.01.1992 or 15 January 1992")
    case .noSuchDay:
      report(
        "table.bad-date", field, row, "'\(shown)' is not a day of the calendar",
        hint: "write it as 1992-01-15, 15.01.1992 or 15 January 1992")
    case .twoDigitYear:
      report(
        "table.two-digit-year", field, row, "'\(shown)' does not say the century",
        hint: "write the year with four digits")
    case .serialNumber:
      report(
        "table.serial-date", field, row, "'\(shown)' is a spreadsheet's count of days, not a date",
        hint: "format the column as dates before saving the table")
    case .ambiguousMonth(let word):
      report(
        "table.ambiguous-month", field, row,
        "'\(ImportFault.shown(word))' is another month in another language",
        hint: "write the month as a number: 1992-01-15")
    }
  }

  /// The earnings of a period.
  private mutating func earnings(
    _ earnings: RowEarnings, of span: Span, _ row: TableText.Row
  ) -> Earnings? {
    if let per = earnings.per, per != .year || span.years.count > 1 {
      return Earnings(.typical(earnings.amount, per: per), currency: earnings.currency)
    }
    guard span.years.count == 1 else {
      report(
        "table.earnings-of-years", earnings.field, row,
        "the earnings stand for \(span.years.count) years at once: the law needs them year by year",
        hint:
          "give a row for each year, or say with a column 'per' that it is a typical wage (per: year, month)"
      )
      return nil
    }
    return Earnings(
      .entries([.init(year: span.first.year, amount: earnings.amount)]),
      currency: earnings.currency)
  }
}
