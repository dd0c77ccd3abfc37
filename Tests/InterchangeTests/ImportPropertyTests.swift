import Coordination
import Foundation
import Quantities
import Testing

@testable import Interchange

/// Careers written as papers are imported without loss, and no damage to a paper harms more than
/// the paper.
struct ImportPropertyTests {
  /// A case that is begun with and to which nothing is added is the same case.
  @Test(arguments: 0..<4)
  func aCaseIsKeptWhole(_ seed: Int) throws {
    var generator = CaseGenerator(seed: seed)
    for _ in 0..<200 {
      let career = generator.career()
      var notes = CaseNotes()
      for index in career.periods.indices where generator.random.once(in: 2) {
        notes.periods[index] = CaseNotes.text("note \(index)")
      }
      let bytes = CaseWriter(notes: notes).bytes(of: career)
      var assembly = CaseAssembly(today: TestFiles.today)
      assembly.begin(
        with: try CaseReader.read(bytes, today: TestFiles.today), try CaseNotes(of: bytes),
        named: "case.json")
      let made = assembly.finish()
      guard let made, made.career == career, made.notes == notes else {
        Issue.record("\(String(decoding: bytes, as: UTF8.self))\n\(assembly.findings)")
        return
      }
    }
  }

  /// Periods written as a table in any language, with any separator and form of dates and numbers.
  @Test(arguments: ImportFiles.words.map(\.code))
  func aTableIsReadWithoutLoss(_ code: String) throws {
    let words = try #require(ImportFiles.words.first { $0.code == code })
    let vocabulary = TableVocabulary([words])
    var generator = CaseGenerator(seed: code.utf8.reduce(0) { $0 * 31 + Int($1) })
    for round in 0..<60 {
      let career = generator.career()
      let periods = career.periods.compactMap(Self.tabular)
      var writer = TableWriter(SeededRandom(round), words)
      let bytes = writer.table(periods)
      let draft = ImportKind.csv.read(bytes, today: TestFiles.today) { vocabulary }
      guard draft.periods.map(\.period) == periods, !draft.hasErrors || periods.isEmpty else {
        Issue.record("\(String(decoding: bytes, as: UTF8.self))\n\(draft.faults)")
        return
      }
    }
  }

  /// The period as a row can say it: earnings of one year or a typical wage, no mark that could be
  /// one of thousands, and no sum of nothing.
  private static func tabular(_ period: InsurancePeriod) -> InsurancePeriod? {
    var period = period
    if case .entries = period.earnings?.content { period.earnings = nil }
    if case .typical(let amount, .year) = period.earnings?.content,
      period.span.years.count == 1
    {
      period.earnings = Earnings(
        .entries([.init(year: period.span.first.year, amount: amount)]),
        currency: period.earnings?.currency)
    }
    if let amount = amount(period), CellNumber.mark(of: amount) == nil, amount.contains(".") {
      period.earnings = nil
    }
    if let sum = period.certified, sum.amount.isZero { period.certified = nil }
    // Days of a week say something of a sum in days only.
    if period.certified?.unit != .day { period.certified?.daysPerWeek = nil }
    return period
  }

  private static func amount(_ period: InsurancePeriod) -> String? {
    switch period.earnings?.content {
    case .entries(let entries): entries.first?.amount.description
    case .typical(let amount, _): amount.description
    case nil: nil
    }
  }

  // MARK: Forms and statements

  /// Periods written as a P5000, each with its sum in one or several units.
  @Test(arguments: 0..<4)
  func aFormIsReadWithoutLoss(_ seed: Int) throws {
    var random = SeededRandom(seed)
    for _ in 0..<50 {
      var wanted: [InsurancePeriod] = []
      var items: [String] = []
      for index in 0..<random.below(12) {
        let first = try #require(Day(year: 1980 + 2 * index, month: 1 + random.below(12), day: 1))
        let span = try #require(Span(from: first, to: try first.adding(days: random.below(400))))
        let type = PeriodType.allCases[random.below(PeriodType.allCases.count)]
        let (sum, text) = Self.sum(&random)
        wanted.append(
          InsurancePeriod(
            country: try #require(Country(["NO", "SE"][index % 2])), span: span, type: type,
            certified: sum))
        items.append(
          """
          {"land": \(index % 2 == 0 ? "null" : "\"SE\""), "type": "\(type.rawValue)", \(text),
           "periode": {"fom": "\(span.first)", "tom": "\(span.last)"}, "unknown": [{}]}
          """)
      }
      let form = """
        {"sed": "P5000", "nav": {"eessisak": [{"land": "NO", "institusjonsnavn": "NAV"}]},
         "pensjon": {"medlemskapboarbeid": {"medlemskap": [\(items.joined(separator: ",\n"))]}}}
        """
      let draft = ImportKind.p5000.read(Array(form.utf8), today: TestFiles.today) {
        ImportFiles.vocabulary
      }
      guard draft.periods.map(\.period) == wanted, draft.hasErrors == wanted.isEmpty else {
        Issue.record("\(form)\n\(draft.faults)")
        return
      }
    }
  }

  /// A sum, and how a form writes it.
  private static func sum(
    _ random: inout SeededRandom
  ) -> (InsurancePeriod.CertifiedSum?, String) {
    let (years, months, days) = (1 + random.below(3), 1 + random.below(11), 1 + random.below(29))
    switch random.below(5) {
    case 0: return (nil, #""sum": null"#)
    case 1: return (.init(ExactDecimal(months), .month), #""sum": {"maaneder": "0\#(months)"}"#)
    case 2:
      return (
        .init(ExactDecimal(12 * years + months), .month),
        #""sum": {"aar": "0\#(years)", "maaneder": \#(months), "dager": {"nr": "00", "type": "7"}}"#
      )
    case 3:
      return (
        .init(ExactDecimal(312 * years + 26 * months + days), .day, daysPerWeek: 6),
        #""sum": {"aar": "\#(years)", "maaneder": "\#(months)", "dager": {"nr": "\#(days)", "type": "6"}}"#
      )
    default:
      return (
        .init(ExactDecimal(days), .quarter),
        #""sum": {"kvartal": "\#(days)", "uker": null, "dager": {"nr": null, "type": "7"}}"#
      )
    }
  }

  /// Years of earnings written as a statement: runs of years without gaps are periods.
  @Test(arguments: 0..<4)
  func aStatementIsReadWithoutLoss(_ seed: Int) throws {
    var random = SeededRandom(seed)
    for _ in 0..<50 {
      var amounts: [Int: ExactDecimal] = [:]
      var rows = ""
      for year in 1975..<2026 {
        let amount = random.once(in: 3) ? 0 : random.below(160_000)
        if amount > 0 { amounts[year] = ExactDecimal(amount) }
        rows += """
          <s:Earnings startYear="\(year)" endYear="\(year)"><s:FicaEarnings>\(amount)</s:FicaEarnings>
          <s:MedicareEarnings>1</s:MedicareEarnings></s:Earnings>
          """
      }
      let text = """
        <s:OnlineSocialSecurityStatementData xmlns:s="\(StatementImport.namespace)">
        <s:EarningsRecord>\(rows)</s:EarningsRecord></s:OnlineSocialSecurityStatementData>
        """
      let draft = ImportKind.usRecord.read(Array(text.utf8), today: TestFiles.today) {
        ImportFiles.vocabulary
      }
      var found: [Int: ExactDecimal] = [:]
      for period in draft.periods.map(\.period) {
        guard case .entries(let entries) = period.earnings?.content else { continue }
        #expect(entries.map(\.year) == Array(period.span.years))
        for entry in entries { found[entry.year] = entry.amount }
      }
      #expect(found == amounts)
      #expect(!draft.hasErrors)
    }
  }

  // MARK: Damage

  /// Papers with bytes changed, lost, doubled and exchanged: there is an answer, and a case that is
  /// made of them can be read.
  @Test(
    arguments: ImportFiles.papers("good").map { "good/\($0)" }
      + ImportFiles.papers("bad").map { "bad/\($0)" })
  func damageIsSurvived(_ path: String) throws {
    let whole = try ImportFiles.bytes(path)
    var random = SeededRandom(path.utf8.reduce(7) { $0 &* 31 &+ Int($1) })
    for _ in 0..<TestFiles.number("SOJOURN_FUZZ_ROUNDS", otherwise: 120) {
      var bytes = whole
      for _ in 0...random.below(4) { Self.damage(&bytes, &random) }
      let kind =
        random.once(in: 8)
        ? ImportKind.allCases[random.below(3)] : ImportKind(recognizing: bytes)
      let draft = kind.read(bytes, today: TestFiles.today) { ImportFiles.vocabulary }
      let (text, findings) = ImportFiles.assembled(draft)
      if let text {
        _ = try CaseReader.read(Array(text.utf8), today: TestFiles.today)
      } else {
        #expect(findings.contains { $0.severity == .error })
      }
    }
  }

  private static func damage(_ bytes: inout [UInt8], _ random: inout SeededRandom) {
    guard !bytes.isEmpty else {
      bytes = [UInt8(random.below(256))]
      return
    }
    let place = random.below(bytes.count)
    let length = min(bytes.count - place, 1 + random.below(40))
    switch random.below(6) {
    case 0: bytes[place] = UInt8(random.below(256))
    case 1: bytes.removeSubrange(place..<place + length)
    case 2: bytes.insert(contentsOf: bytes[place..<place + length], at: random.below(bytes.count))
    case 3:
      bytes.insert(contentsOf: Array("\"\n;,<&>{}[]".utf8).shuffled(using: &random), at: place)
    case 4: bytes.removeSubrange(place...)
    default: bytes.swapAt(place, random.below(bytes.count))
    }
  }

  // MARK: Several papers

  private func draft(_ table: String) -> CaseDraft {
    ImportKind.csv.read(Array(table.utf8), today: TestFiles.today) { ImportFiles.vocabulary }
  }

  private func assembly(_ tables: String...) -> CaseAssembly {
    var assembly = CaseAssembly(today: TestFiles.today)
    assembly.say(Day("1960-05-14"), nil, nil, [], "the command line")
    for (index, table) in tables.enumerated() {
      assembly.add(draft(table), named: "paper\(index + 1)")
    }
    return assembly
  }

  @Test func earningsGoToThePeriodsThatAnotherPaperDates() throws {
    var assembly = assembly(
      "country,year,type,earnings\nDE,1989,employed,100\nDE,1990,employed,200\nDE,1991,employed,300\nDE,1993,employed,500\n",
      "country,from,to,type,months\nDE,1990-02-15,1991-06-30,employed,17\n")
    let made = assembly.finish()
    let career = try #require(made).career
    let dated = try #require(career.periods.first { $0.certified != nil })
    #expect(
      dated.earnings
        == Earnings(.entries([.init(year: 1990, amount: 200), .init(year: 1991, amount: 300)])))
    let years = career.periods.compactMap { period -> [Int]? in
      guard period.certified == nil, case .entries(let entries) = period.earnings?.content else {
        return nil
      }
      #expect(entries.map(\.year) == Array(period.span.years))
      return entries.map(\.year)
    }
    #expect(years.sorted { $0[0] < $1[0] } == [[1989], [1993]])
    #expect(assembly.findings.contains { $0.fault.code == "import.earnings-placed" })
  }

  @Test func aDatedPeriodInACertifiedOneIsTakenOnce() throws {
    var assembly = assembly(
      "country,from,to,type,earnings,currency\nDE,1990-03-01,1990-12-31,employed,20000,DEM\n",
      "country,from,to,type,months\nDE,1990-02-15,1991-06-30,employed,17\n")
    let made = assembly.finish()
    let periods = try #require(made).career.periods
    #expect(periods.count == 1)
    #expect(periods[0].certified == .init(17, .month))
    #expect(
      periods[0].earnings
        == Earnings(.entries([.init(year: 1990, amount: 20000)]), currency: Currency("DEM")))
    #expect(assembly.findings.map(\.fault.code) == ["import.certified-already"])
  }

  @Test(arguments: [
    "country,from,to,type\nDE,1989-03-01,1990-12-31,employed\n",
    "country,from,to,type,monthly wage\nDE,1990-03-01,1990-12-31,employed,2000\n",
  ])
  func aDatedPeriodBesideACertifiedOneIsAFault(_ table: String) {
    var assembly = assembly(
      table, "country,from,to,type,months\nDE,1990-02-15,1991-06-30,employed,17\n")
    let made = assembly.finish()
    #expect(made == nil)
    #expect(assembly.findings.map(\.fault.code) == ["import.overlapping-periods"])
  }

  @Test func earningsOfAYearInTwoRowsOfOnePaperAreAFault() {
    var assembly = assembly(
      "country,from,to,year,type,earnings\nUS,1990-02-15,1990-06-30,,employed,90\nUS,,,1990,employed,100\n"
    )
    let made = assembly.finish()
    #expect(made == nil)
    #expect(assembly.findings.map(\.fault.code).contains("import.same-earnings"))
  }

  @Test func theSamePeriodIsTakenOnce() {
    let table = "country,from,to,type\nDE,1990-02-15,1991-06-30,employed\n"
    var assembly = assembly(table, table)
    let made = assembly.finish()
    #expect(made?.career.periods.count == 1)
    #expect(assembly.findings.map(\.fault.code) == ["import.period-twice"])
  }

  @Test func theSameEarningsInTwoPapersAreAFault() {
    var assembly = assembly(
      "country,year,type,earnings\nUS,1990,employed,100\n",
      "country,from,to,type,earnings\nUS,1990-02-15,1990-06-30,employed,90\n")
    let made = assembly.finish()
    #expect(made == nil)
    #expect(assembly.findings.contains { $0.fault.code == "import.same-earnings" })
  }

  @Test func papersOfTwoPersonsAreAFault() throws {
    var assembly = CaseAssembly(today: TestFiles.today)
    assembly.say(Day("1961-05-14"), .male, nil, [], "the command line")
    assembly.add(try ImportFiles.draft("good/p5000-months.json"), named: "p5000.json")
    let made = assembly.finish()
    #expect(made == nil)
    #expect(
      assembly.findings.map(\.fault.code) == ["import.contradiction", "import.contradiction"])
  }

  @Test func withoutABirthDateThereIsNoCase() {
    var assembly = CaseAssembly(today: TestFiles.today)
    assembly.add(draft("country,from,to,type\nDE,1990-01-01,1990-12-31,employed\n"), named: "x")
    let made = assembly.finish()
    #expect(made == nil)
    #expect(assembly.findings.map(\.fault.code) == ["import.no-birth-date"])
  }
}
