import Coordination
import Formula
import Quantities

/// Joins what several papers say of one person into one case.
///
/// Nothing is overwritten: papers that contradict each other are faults, what stands twice is taken
/// once and said.
public struct CaseAssembly {
  /// A fault and the paper it is in; nil for the case as a whole.
  public struct Finding: Sendable, Hashable {
    public let source: String?
    public let fault: ImportFault
  }

  /// A value and the paper it is from.
  private struct Said<Value: Hashable> {
    let value: Value
    let source: String
  }

  struct Entry {
    var period: InsurancePeriod
    var note: [UInt8]?
    let place: ImportFault.Place
    /// The place of its paper among those added.
    let paper: Int
    var isRecord = false
  }

  let today: Day
  public internal(set) var findings: [Finding] = []
  private(set) var papers: [String] = []
  private(set) var base: Career?
  private var notes = CaseNotes()
  private var born: Said<Day>?
  private var sex: Said<Person.Sex>?
  private var livesIn: Said<Country>?
  private var citizenOf: [Country] = []
  var entries: [Entry] = []

  public init(today: Day) { self.today = today }

  public var hasErrors: Bool { findings.contains { $0.fault.severity == .error } }

  // MARK: Adding

  /// Begins with a case that exists.
  public mutating func begin(with career: Career, _ notes: CaseNotes, named source: String) {
    base = career
    self.notes = notes
    papers.append(source)
    let person = career.person
    say(person.born, person.sex, person.livesIn, [], source)
    citizenOf = person.citizenOf
    for (index, period) in career.periods.enumerated() {
      entries.append(
        Entry(
          period: period, note: notes.periods[index], place: .path("/periods/\(index)"), paper: 0))
    }
  }

  /// Says what a person gave on the command line.
  public mutating func say(
    _ born: Day?, _ sex: Person.Sex?, _ livesIn: Country?, _ citizenOf: [Country],
    _ source: String
  ) {
    let old = (self.born, self.sex, self.livesIn)
    self.born = agree(old.0, born, source) { one, other, paper in
      "the person was born on \(one), in \(paper) on \(other)"
    }
    self.sex = agree(old.1, sex, source) { _, _, paper in
      "the person's sex is not the one that \(paper) says"
    }
    // Where somebody lives changes; what was said first is kept.
    if let livesIn {
      if let first = self.livesIn, first.value != livesIn {
        warn(
          "import.other-residence", source,
          "the person lives in \(Phrase(template: livesIn.name)) by this paper, in \(Phrase(template: first.value.name)) by \(first.source); the latter is kept",
          hint: "say it with --lives-in")
      }
      self.livesIn = self.livesIn ?? Said(value: livesIn, source: source)
    }
    for country in citizenOf where !self.citizenOf.contains(country) {
      self.citizenOf.append(country)
    }
  }

  /// Adds what was found in a paper, and its faults.
  public mutating func add(_ draft: CaseDraft, named source: String) {
    findings += draft.faults.map { Finding(source: source, fault: $0) }
    guard !draft.hasErrors else { return }
    papers.append(source)
    let paper = papers.count - 1
    say(draft.born, draft.sex, draft.livesIn, draft.citizenOf, source)
    for period in draft.periods {
      if let same = entries.first(where: { $0.period == period.period && $0.paper != paper }) {
        warn(
          "import.period-twice", source,
          "the period stands in \(papers[same.paper]) already; it is taken once",
          at: period.place)
        continue
      }
      checkEarnings(period, paper)
      entries.append(
        Entry(
          period: period.period, note: period.note.map(CaseNotes.text), place: period.place,
          paper: paper, isRecord: period.isRecord))
    }
  }

  /// Earnings of the same year in two papers would count twice.
  private mutating func checkEarnings(_ period: CaseDraft.Period, _ paper: Int) {
    let years = Self.earningYears(period.period)
    for entry in entries where entry.paper != paper {
      guard Self.share(entry.period, period.period),
        let year = years.intersection(Self.earningYears(entry.period)).min()
      else { continue }
      reportTwice(year, period.period.country, at: period.place, in: paper, and: entry.paper)
      return
    }
  }

  mutating func reportTwice(
    _ year: Int, _ country: Country, at place: ImportFault.Place, in paper: Int, and other: Int
  ) {
    findings.append(
      Finding(
        source: papers[paper],
        fault: ImportFault(
          "import.same-earnings", at: place,
          "earnings of \(year) in \(Phrase(template: country.name)) stand in \(papers[other]) already: they would count twice",
          hint: "leave them out of one of the papers")))
  }

  /// Whether both periods are of one country, and of one scheme as far as they say it.
  static func share(_ one: InsurancePeriod, _ other: InsurancePeriod) -> Bool {
    one.country == other.country
      && (one.scheme == nil || other.scheme == nil || one.scheme == other.scheme)
  }

  static func earningYears(_ period: InsurancePeriod) -> Set<Int> {
    switch period.earnings?.content {
    case .entries(let entries): Set(entries.map(\.year))
    case .typical: Set(period.span.years)
    case nil: []
    }
  }

  private mutating func agree<Value>(
    _ first: Said<Value>?, _ next: Value?, _ source: String,
    _ words: (Value, Value, String) -> Phrase
  ) -> Said<Value>? {
    guard let next else { return first }
    guard let first else { return Said(value: next, source: source) }
    if first.value != next {
      findings.append(
        Finding(
          source: source,
          fault: ImportFault(
            "import.contradiction", at: .whole, words(next, first.value, first.source),
            hint: "are these papers of one person? Correct the one that is wrong")))
    }
    return first
  }

  private mutating func warn(
    _ code: String, _ source: String, _ message: Phrase, at place: ImportFault.Place = .whole,
    hint: Phrase? = nil
  ) {
    findings.append(
      Finding(
        source: source, fault: ImportFault(code, .warning, at: place, message, hint: hint)))
  }

  // MARK: The case

  /// The case and its notes; nil with the reasons among the findings.
  ///
  /// - Complexity: O(n²) for n periods with certified sums.
  public mutating func finish() -> (career: Career, notes: CaseNotes)? {
    guard let born, !hasErrors else {
      if born == nil, !hasErrors {
        findings.append(
          Finding(
            source: nil,
            fault: ImportFault(
              "import.no-birth-date", at: .whole, "no paper says when the person was born",
              hint: "say it with --born 1960-05-14")))
      }
      return nil
    }
    guard entries.count <= CaseLimits.periods else {
      findings.append(
        Finding(
          source: nil,
          fault: ImportFault(
            "import.too-many-periods", at: .whole,
            "the papers name more than \(CaseLimits.periods) periods",
            hint: "a case is about one person")))
      return nil
    }
    placeEarnings()
    joinCertified()
    sortPeriods()
    check(born: born.value)
    guard !hasErrors else { return nil }
    var person = base?.person ?? Person(born: born.value)
    person.sex = sex?.value
    person.livesIn = livesIn?.value
    person.citizenOf = citizenOf
    var career = base ?? Career(person: person, periods: [])
    career.person = person
    career.periods = entries.map(\.period)
    for (index, entry) in entries.enumerated() { notes.periods[index] = entry.note }
    // What a case may hold is checked once more by its own reader.
    do {
      _ = try CaseReader.read(CaseWriter(notes: notes).bytes(of: career), today: today)
    } catch {
      findings.append(finding(error))
      return nil
    }
    return (career, notes)
  }

  /// The periods of the papers by their first days, after those of the case they are added to.
  private mutating func sortPeriods() {
    let old = base?.periods.count ?? 0
    let new = entries[old...].enumerated().sorted { one, other in
      let (first, second) = (one.element.period.span.first, other.element.period.span.first)
      return first == second ? one.offset < other.offset : first < second
    }
    entries.replaceSubrange(old..., with: new.map(\.element))
  }

  /// A fault of the case as one of the paper that the period with the fault is from.
  public func finding(_ fault: InputError) -> Finding {
    let parts = fault.path.split(separator: "/")
    guard parts.first == "periods", parts.count > 1, let index = Int(parts[1]),
      entries.indices.contains(index)
    else { return Finding(source: nil, fault: fault.importFault()) }
    let entry = entries[index]
    return Finding(source: papers[entry.paper], fault: fault.importFault(at: entry.place))
  }
}
