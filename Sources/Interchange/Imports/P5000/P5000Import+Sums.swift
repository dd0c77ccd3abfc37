import Coordination
import Formula
import Quantities

extension P5000Import {
  /// Turns the periods of a form into those of a case, each with its certified sum.
  ///
  /// - Parameters:
  ///   - totals: section 5.1.
  ///   - calculation: section 5.2.
  mutating func finish(totals: [JSONTree], calculation: [JSONTree]) {
    var kept = withoutRepetitions()
    assignTotals(totals, to: &kept)
    let overlapping = overlaps(in: kept)
    for (index, period) in kept.enumerated() {
      let sum = overlapping.contains(index) ? nil : certified(period)
      draft.periods.append(
        .init(
          period: InsurancePeriod(
            country: period.country, span: period.span, type: period.type, certified: sum),
          note: note(of: period, sum), place: .path(period.place.path)))
    }
    compare(kept, with: totals, section: "5.1")
    compare(kept, with: calculation, section: "5.2")
  }

  /// The periods, each once.
  private mutating func withoutRepetitions() -> [P5000Period] {
    var kept: [P5000Period] = []
    var times: [Int: Int] = [:]
    for period in periods {
      if let first = kept.firstIndex(where: { Self.areSame($0, period) }) {
        times[first, default: 1] += 1
      } else {
        kept.append(period)
      }
    }
    for (index, count) in times.sorted(by: { $0.key < $1.key }) {
      let period = kept[index]
      warn(
        "p5000.period-twice", period.place,
        "the period \(period.span.first) to \(period.span.last) stands \(count) times in the form; it is taken once"
      )
    }
    return kept
  }

  private static func areSame(_ one: P5000Period, _ other: P5000Period) -> Bool {
    one.country == other.country && one.span == other.span && one.type == other.type
      && one.sum == other.sum && one.scheme == other.scheme
  }

  private mutating func certified(_ period: P5000Period) -> InsurancePeriod.CertifiedSum? {
    switch period.sum.outcome {
    case .sum(let sum): return sum
    case .none:
      if !period.sum.parts.isEmpty {
        warn(
          "p5000.zero-sum", period.place,
          "the sum of the period \(period.span.first) to \(period.span.last) is zero; its dates are counted"
        )
      }
      return nil
    case .needsDaysPerWeek:
      report(
        "p5000.mixed-units", period.place,
        "the sum \(period.sum.phrases) does not say how many days an insured week has",
        hint: .example(#""dager": {"nr": "6", "type": "7"}"#))
      return nil
    }
  }

  /// What was certified and by whom; nothing that names the person.
  private func note(of period: P5000Period, _ sum: InsurancePeriod.CertifiedSum?) -> String {
    var parts = ["P5000"]
    let institution = institution(of: period.country).map { InputError.shown($0, atMost: 120) }
    parts.append(
      (sum == nil ? "dates as given by " : "\(period.sum.words) certified by ")
        + (institution.map { "\($0) (\(period.country.code))" } ?? period.country.code))
    if let scheme = period.scheme { parts.append("scheme \(scheme)") }
    if let relevance = period.relevance { parts.append("relevance \(relevance.text)") }
    if let calculation = period.calculation { parts.append("calculation \(calculation.text)") }
    return parts.joined(separator: "; ")
  }

  // MARK: Totals

  /// A total stands for the period it is about where there is only one that has no sum itself.
  private mutating func assignTotals(_ totals: [JSONTree], to periods: inout [P5000Period]) {
    for total in totals {
      guard let text = total["type"]?.text, let type = PeriodType(text) else { continue }
      let same = periods.indices.filter { periods[$0].type == type }
      guard !same.isEmpty, same.allSatisfy({ periods[$0].sum.parts.isEmpty }) else { continue }
      let sum = self.sum(of: total)
      guard !sum.isZero else { continue }
      if same.count == 1 {
        periods[same[0]].sum = sum
      } else {
        warn(
          "p5000.total-only", total,
          "the total of type \(text), \(sum.phrases), cannot be parted among \(same.count) periods; their dates are counted",
          hint: "ask the institution for the sum of each period")
      }
    }
  }

  /// The periods that cover the same time and rank, one with a sum at least: adding the sum to the
  /// other would count the time twice.
  private mutating func overlaps(in periods: [P5000Period]) -> Set<Int> {
    var overlapping: Set<Int> = []
    let ordered = periods.indices.sorted { periods[$0].span.first < periods[$1].span.first }
    for (place, index) in ordered.enumerated() {
      for other in ordered[(place + 1)...] {
        let (one, two) = (periods[index], periods[other])
        guard two.span.first <= one.span.last else { break }
        guard one.country == two.country, one.type.rank == two.type.rank,
          !one.sum.isZero || !two.sum.isZero
        else { continue }
        overlapping.formUnion([index, other])
        warn(
          "p5000.overlapping-sums", two.place,
          "the periods \(one.span.first) to \(one.span.last) and \(two.span.first) to \(two.span.last) overlap: their dates are counted, not their sums",
          hint: "compare the total with section 5 of the form")
      }
    }
    return overlapping
  }

  /// Says where the totals of section 5 are not what the periods add up to.
  ///
  /// A type may have a total for each group of pensions: those without old age are left aside.
  private mutating func compare(
    _ periods: [P5000Period], with all: [JSONTree], section: String
  ) {
    let totals = all.filter { total in
      let text = total["relevans"]?.text ?? total["beregning"]?.text
      return text.flatMap { P5000Mask($0) }?.hasOldAge ?? true
    }
    var seen: Set<PeriodType> = []
    for total in totals {
      guard let code = total["type"], let text = code.text else { continue }
      guard let type = PeriodType(text) else {
        report(
          "p5000.unknown-type", code,
          "'\(ImportFault.shown(text))' is no type of period of the form",
          hint: "10 to 13, 20 to 23, 30, or 40 to 52")
        continue
      }
      guard seen.insert(type).inserted else { continue }
      let same = totals.filter { $0["type"]?.text == text }.map { sum(of: $0) }
      let own = periods.filter { $0.type == type && !$0.sum.parts.isEmpty }
      guard !own.isEmpty, own.count == periods.count(where: { $0.type == type }) else { continue }
      let certified = Self.days(same)
      let found = Self.days(own.map(\.sum))
      if certified != found, !certified.isZero {
        warn(
          "p5000.other-total", total,
          "section \(section) certifies \(same.flatMap(\.phrases)) of type \(text), the periods add up to \(own.flatMap(\.sum.phrases)); the periods are counted",
          hint: "ask the institution which is right")
      }
    }
  }

  private static func days(_ sums: [SumParts]) -> ExactDecimal {
    sums.reduce(.zero) { total, sum in (try? total.adding(sum.days(perWeek: 7))) ?? total }
  }
}
