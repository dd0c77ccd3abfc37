import Coordination
import Formula
import Quantities

extension CaseAssembly {
  /// Puts the earnings of yearly records to the periods that another paper dates.
  ///
  /// A record knows years only; where a form certifies when the person was insured, the years of
  /// the record are no periods of their own, or the time would count twice.
  mutating func placeEarnings() {
    for index in entries.indices where entries[index].isRecord {
      guard case .entries(let earnings) = entries[index].period.earnings?.content else { continue }
      var left: [Earnings.Entry] = []
      var moved: [Int: [Earnings.Entry]] = [:]
      for entry in earnings {
        if let other = entries.first(where: {
          !$0.isRecord && Self.share($0.period, entries[index].period)
            && Self.earningYears($0.period).contains(entry.year)
        }) {
          reportTwice(
            entry.year, entries[index].period.country, at: entries[index].place,
            in: entries[index].paper, and: other.paper)
        } else if let target = target(of: entry.year, entries[index]) {
          moved[target, default: []].append(entry)
        } else {
          left.append(entry)
        }
      }
      for (target, earnings) in moved.sorted(by: { $0.key < $1.key }) {
        put(earnings, of: entries[index], to: target)
      }
      if !moved.isEmpty { keep(left, at: index) }
    }
    // Records of which nothing is left are gone; their earnings stand elsewhere.
    entries.removeAll { entry in
      guard entry.isRecord, case .entries(let earnings) = entry.period.earnings?.content else {
        return false
      }
      return earnings.isEmpty
    }
    for index in entries.indices { sort(index) }
    for entry in entries where entry.isRecord {
      findings.append(
        Finding(
          source: papers[entry.paper],
          fault: ImportFault(
            "import.whole-years", .warning, at: entry.place,
            "the years \(entry.period.span.first.year) to \(entry.period.span.last.year) in \(Phrase(template: entry.period.country.name)) are taken from 1 January to 31 December: the record names years only",
            hint: "where the days matter for another country, correct them in the case")))
    }
  }

  /// The dated period of the same country that the earnings of a year belong to: the one with the
  /// most days of that year.
  private func target(of year: Int, _ record: Entry) -> Int? {
    var best: (index: Int, days: Int)?
    for (index, entry) in entries.enumerated() where !entry.isRecord {
      let period = entry.period
      guard Self.share(period, record.period), period.type.rank != .residence,
        let days = period.span.intersection(year: year)?.days, days > best?.days ?? 0
      else { continue }
      best = (index, days)
    }
    return best?.index
  }

  private mutating func put(_ earnings: [Earnings.Entry], of record: Entry, to target: Int) {
    let currency = record.period.earnings?.currency
    let source = papers[record.paper]
    var placed = entries[target].period.earnings ?? Earnings(.entries([]), currency: currency)
    let country = Phrase(template: record.period.country.name)
    guard case .entries(let known) = placed.content, placed.currency == currency else {
      findings.append(
        Finding(
          source: source,
          fault: ImportFault(
            "import.two-currencies", at: record.place,
            "the earnings in \(country) are in other money than those the period \(entries[target].period.span.first) to \(entries[target].period.span.last) has already",
            hint: "leave the currency out where it is the legal tender of each year")))
      return
    }
    placed.content = .entries(known + earnings)
    entries[target].period.earnings = placed
    findings.append(
      Finding(
        source: source,
        fault: ImportFault(
          "import.earnings-placed", .warning, at: record.place,
          "the earnings in \(country) of \(earnings[0].year) to \(earnings[earnings.count - 1].year) are put to the period \(entries[target].period.span.first) to \(entries[target].period.span.last) of \(papers[entries[target].paper])"
        )))
  }

  /// Keeps what is left of a record: the years from the first to the last that found no period.
  private mutating func keep(_ left: [Earnings.Entry], at index: Int) {
    entries[index].period.earnings?.content = .entries(left)
    guard let first = left.first, let last = left.last,
      let years = Day(year: first.year, month: 1, day: 1).flatMap({ from in
        CellDate.year(last.year).last(today: today).flatMap { Span(from: from, to: $0) }
      })
    else { return }
    entries[index].period.span = years
    // Years in between that found one would count twice: what is left is parted there.
    guard
      let gap = left.indices.dropFirst().first(where: {
        left[$0].year > left[$0 - 1].year + 1
      })
    else { return }
    entries.append(entries[index])
    let next = entries.count - 1
    keep(Array(left[..<gap]), at: index)
    keep(Array(left[gap...]), at: next)
  }

  private mutating func sort(_ index: Int) {
    guard case .entries(let earnings) = entries[index].period.earnings?.content else { return }
    entries[index].period.earnings?.content = .entries(
      earnings.sorted { ($0.year, $0.month ?? 0) < ($1.year, $1.month ?? 0) })
  }
}
