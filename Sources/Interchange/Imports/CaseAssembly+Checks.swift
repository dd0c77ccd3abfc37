import Coordination
import Formula
import Quantities

extension CaseAssembly {
  /// Checks what only shows once all papers are joined; what one paper can show it has shown.
  mutating func check(born: Day) {
    for entry in entries {
      if entry.period.span.first < born {
        report(
          entry, "import.before-birth",
          "the period begins on \(entry.period.span.first), before the birth on \(born)",
          hint: "correct the day, or the birth date")
      }
      checkSize(entry)
      checkCurrency(entry)
    }
    checkSums()
  }

  private mutating func report(
    _ entry: Entry, _ code: String, _ message: Phrase, hint: Phrase
  ) {
    findings.append(
      Finding(
        source: papers[entry.paper],
        fault: ImportFault(code, at: entry.place, message, hint: hint)))
  }

  /// A sum no calendar could hold is a slip of the pen.
  private mutating func checkSize(_ entry: Entry) {
    guard let sum = entry.period.certified else { return }
    do {
      try CaseChecks.check(sum, over: entry.period.span, at: 0)
    } catch {
      report(
        entry, error.code,
        "\(Phrase(sum.amount, sum.unit)) do not fit into the years \(entry.period.span.first.year) to \(entry.period.span.last.year)",
        hint: "correct the sum, or the days")
    }
  }

  private mutating func checkCurrency(_ entry: Entry) {
    guard let earnings = entry.period.earnings, let currency = earnings.currency else { return }
    let years =
      switch earnings.content {
      case .entries(let entries): entries.map(\.year)
      case .typical: currency.isHistoric ? [entry.period.span.last.year] : []
      }
    for year in years {
      do {
        try CurrencyUse.check(currency, in: year, at: 0)
      } catch {
        return report(
          entry, error.code, "there was no \(currency.code) in \(year)",
          hint: "give the amount in the currency of that year, or leave the currency out")
      }
    }
  }

  /// Two certified sums for the same time would count it twice.
  private mutating func checkSums() {
    let summed = entries.filter { $0.period.certified != nil }
      .sorted { $0.period.span.first < $1.period.span.first }
    for (index, second) in summed.enumerated() {
      for first in summed[..<index] where Self.overlaps(first.period, second.period) {
        report(
          second, "import.overlapping-sums",
          "the certified sums of \(first.period.span.first) to \(first.period.span.last) and \(second.period.span.first) to \(second.period.span.last) cover the same time",
          hint: "give one sum for both, or dates that do not overlap")
      }
    }
  }

  static func overlaps(_ one: InsurancePeriod, _ other: InsurancePeriod) -> Bool {
    one.span.overlaps(other.span) && one.type.rank == other.type.rank && share(one, other)
  }
}
