import Coordination
import Formula
import Quantities

/// Reads the earnings record of a Social Security Statement as my Social Security hands it out in
/// XML (namespace http://ssa.gov/osss/schemas/2.0).
///
/// The birth date and the earnings taxed for Social Security are kept; the name is not read, nor
/// the estimates, nor the earnings taxed for Medicare, which count for no pension.
struct StatementImport {
  static let namespace = "http://ssa.gov/osss/schemas/2.0"

  let today: Day
  var draft = CaseDraft()

  static func read(_ bytes: [UInt8], today: Day) -> CaseDraft {
    var reader = StatementImport(today: today)
    do {
      try reader.read(try XMLTree.read(bytes))
    } catch {
      reader.draft.report(error)
    }
    return reader.draft
  }

  private static func name(_ local: String) -> String { "\(namespace)|\(local)" }

  private mutating func read(_ root: XMLTree) throws(ImportFault) {
    guard root.name == Self.name("OnlineSocialSecurityStatementData") else {
      let local = root.name.split(separator: "|").last.map(String.init) ?? root.name
      throw ImportFault(
        "us-record.other-document", at: root.place,
        "this is no statement of my Social Security: it begins with '\(ImportFault.shown(local))'",
        hint:
          "on ssa.gov choose \"Download Your Statement Data\"; the file begins with OnlineSocialSecurityStatementData of \(Self.namespace)"
      )
    }
    readBirth(root)
    guard let record = root.first(Self.name("EarningsRecord")) else {
      throw ImportFault(
        "us-record.no-earnings", at: root.place, "the statement has no record of earnings")
    }
    var years: [Int: ExactDecimal] = [:]
    var places: [Int: XMLTree] = [:]
    for element in record.all(Self.name("Earnings")) {
      guard let (year, amount) = readYear(element) else { continue }
      if let first = places[year] {
        report(
          "us-record.year-twice", element, "\(year) stands in line \(first.line) already",
          hint: "download the statement again; do not change it")
        continue
      }
      places[year] = element
      years[year] = amount
    }
    addPeriods(years, places)
    if draft.periods.isEmpty, !draft.hasErrors {
      report("import.nothing", record, "no period and no earnings were found in it")
    }
  }

  private mutating func readBirth(_ root: XMLTree) {
    let user = root.first(Self.name("UserInformation"))
    guard let element = user?.first(Self.name("DateOfBirth")) else { return }
    guard let born = Day(element.plainText), born <= today else {
      report(
        "us-record.bad-date", element,
        "'\(ImportFault.shown(element.plainText))' is no birth date",
        hint: "the statement writes days as 1960-05-14")
      return
    }
    draft.born = born
  }

  /// The year and the earnings of an element; nil with a fault, or where they are not recorded yet.
  private mutating func readYear(_ element: XMLTree) -> (Int, ExactDecimal)? {
    func year(_ name: String) -> Int? {
      element.attributes[name].flatMap { CellDigits.number($0, most: 4) }
        .flatMap { (1937...today.year).contains($0) ? $0 : nil }
    }
    guard let first = year("startYear"), let last = year("endYear") else {
      report(
        "us-record.bad-year", element, "the earnings do not say which year they are of",
        hint: .example(#"startYear="1992" endYear="1992""#))
      return nil
    }
    guard first == last else {
      report(
        "us-record.several-years", element,
        "the earnings of \(first) to \(last) are one sum: the law needs them year by year",
        hint: "ask the Social Security Administration for the yearly record")
      return nil
    }
    guard let fica = element.first(Self.name("FicaEarnings")) else {
      report(
        "us-record.missing-earnings", element,
        "the earnings of \(first) taxed for Social Security (FicaEarnings) are missing")
      return nil
    }
    let text = fica.plainText
    guard let amount = ExactDecimal(text), amount <= CaseLimits.absurdEarnings else {
      report(
        "us-record.bad-number", fica, "'\(ImportFault.shown(text))' is no amount of dollars",
        hint: "the statement writes whole dollars: 16800")
      return nil
    }
    // The Administration writes -1 for a year that is not recorded yet.
    if amount == -1 {
      warn(
        "us-record.not-recorded", element,
        "the earnings of \(first) are not recorded yet; the year is left out",
        hint: "add them to the case when they are known")
      return nil
    }
    guard !amount.isNegative else {
      report("us-record.bad-number", fica, "'\(ImportFault.shown(text))' is no amount of dollars")
      return nil
    }
    return (first, amount)
  }

  /// Neighbouring years with earnings are one period.
  private mutating func addPeriods(_ years: [Int: ExactDecimal], _ places: [Int: XMLTree]) {
    guard let country = Country("US") else { return }
    var run: [Earnings.Entry] = []
    func finish(_ draft: inout CaseDraft) {
      guard let first = run.first?.year, let last = run.last?.year,
        let from = Day(year: first, month: 1, day: 1),
        let to = CellDate.year(last).last(today: today), let span = Span(from: from, to: to)
      else { return }
      draft.periods.append(
        .init(
          period: InsurancePeriod(
            country: country, span: span, type: .compulsory,
            earnings: Earnings(.entries(run), currency: Currency("USD"))),
          note: "my Social Security statement: earnings taxed for Social Security",
          place: places[first]?.place ?? .whole, isRecord: true))
      run = []
    }
    for (year, amount) in years.sorted(by: { $0.key < $1.key }) where !amount.isZero {
      if let last = run.last, last.year + 1 < year { finish(&draft) }
      run.append(.init(year: year, amount: amount))
    }
    finish(&draft)
  }

  private mutating func report(
    _ code: String, _ place: XMLTree, _ message: Phrase, hint: Phrase? = nil
  ) {
    draft.report(ImportFault(code, at: place.place, message, hint: hint))
  }

  private mutating func warn(
    _ code: String, _ place: XMLTree, _ message: Phrase, hint: Phrase? = nil
  ) {
    draft.report(ImportFault(code, .warning, at: place.place, message, hint: hint))
  }
}
