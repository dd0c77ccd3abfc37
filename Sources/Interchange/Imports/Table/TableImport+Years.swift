import Coordination
import Formula
import Quantities

extension TableImport {
  /// A row that stands for a calendar year.
  struct YearRow {
    let row: TableText.Row
    let year: Int
    let key: Key
    let earnings: RowEarnings?
    let certified: InsurancePeriod.CertifiedSum?
    let note: String?

    /// What years must share to be one period.
    struct Key: Hashable {
      let country: Country
      let scheme: String?
      let type: PeriodType
      let currency: Currency?
    }

    /// Whether the person was insured at all.
    var isEmpty: Bool { earnings?.amount.isZero ?? false && certified == nil }
    /// Whether it joins its neighbours: a certified sum or a typical wage is that of its year.
    var isJoined: Bool {
      certified == nil && note == nil && (earnings?.per ?? .year) == .year
    }
  }

  mutating func readYear(_ row: TableText.Row, _ common: CommonFields) {
    let earnings = earnings(row)
    let certified = certified(common.sum, row)
    guard let text = header.text(.year, row) else {
      report(
        "table.missing-year", .year, row, "the row names no year",
        hint: "write the year with four digits")
      return
    }
    guard let year = CellDigits.number(CellDigits.latin(text), most: 4),
      (CaseLimits.firstYear...today.year).contains(year)
    else {
      report(
        "table.bad-year", .year, row,
        "'\(ImportFault.shown(text))' is no year of a career",
        hint: "write the year with four digits")
      return
    }
    guard let country = common.country else { return }
    let key = YearRow.Key(
      country: country, scheme: common.scheme, type: common.type, currency: earnings?.currency)
    if let other = yearRows.first(where: {
      $0.year == year && $0.key.country == country && $0.key.scheme == key.scheme
        && $0.key.type == key.type
    }) {
      report(
        "table.year-twice", .year, row,
        "\(year) stands in row \(other.row.number) already, for the same country and type",
        hint: "give one row a year, with the sum")
      return
    }
    yearRows.append(
      YearRow(
        row: row, year: year, key: key, earnings: earnings, certified: certified,
        note: common.note))
  }

  /// Makes periods of the years: neighbouring years of the same kind are one.
  mutating func finishYears() {
    guard !draft.hasErrors else { return }
    var order: [YearRow.Key] = []
    var groups: [YearRow.Key: [YearRow]] = [:]
    var empty: [YearRow] = []
    for row in yearRows {
      if row.isEmpty {
        empty.append(row)
        continue
      }
      if groups[row.key] == nil { order.append(row.key) }
      groups[row.key, default: []].append(row)
    }
    for key in order {
      var run: [YearRow] = []
      for row in (groups[key] ?? []).sorted(by: { $0.year < $1.year }) {
        if let last = run.last, !(last.isJoined && row.isJoined && last.year + 1 == row.year) {
          addPeriod(run)
          run = []
        }
        run.append(row)
      }
      addPeriod(run)
    }
    if let first = empty.first {
      warn(
        "table.empty-years", .earnings, first.row,
        "years without earnings are left out: nothing says that the person was insured then (rows: \(Self.list(empty.map(\.row.number))))"
      )
    }
  }

  private mutating func addPeriod(_ run: [YearRow]) {
    guard let first = run.first, let last = run.last,
      let start = Day(year: first.year, month: 1, day: 1),
      let end = CellDate.year(last.year).last(today: today),
      let span = Span(from: start, to: end)
    else { return }
    var period = InsurancePeriod(
      country: first.key.country, scheme: first.key.scheme, span: span, type: first.key.type,
      certified: first.certified)
    if let earnings = first.earnings, let per = earnings.per, per != .year {
      period.earnings = Earnings(.typical(earnings.amount, per: per), currency: first.key.currency)
    } else {
      let entries = run.compactMap { row in
        row.earnings.map { Earnings.Entry(year: row.year, amount: $0.amount) }
      }
      if !entries.isEmpty {
        period.earnings = Earnings(.entries(entries), currency: first.key.currency)
      }
    }
    draft.periods.append(
      .init(
        period: period, note: first.note, place: header.place(nil, first.row),
        isRecord: first.certified == nil))
  }
}
