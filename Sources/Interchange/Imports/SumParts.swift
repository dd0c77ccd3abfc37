import Coordination
import Formula
import Quantities

/// A certified sum as forms write it, in several units side by side: "1 year 3 months 15 days".
///
/// A case holds one number in one unit. Years, quarters and months add up exactly; with weeks or
/// days all become days, by the table of Regulation (EC) 987/2009 Art 13(1)(b) for the insured
/// week of the certifying institution.
struct SumParts: Hashable {
  var parts: [PeriodUnit: ExactDecimal] = [:]
  var daysPerWeek: Int?

  enum Outcome: Hashable {
    case none
    case sum(InsurancePeriod.CertifiedSum)
    /// Units that only the days of an insured week would join.
    case needsDaysPerWeek
  }

  /// Whether every part that was written is zero.
  var isZero: Bool { parts.values.allSatisfy(\.isZero) }

  var outcome: Outcome {
    let filled = PeriodUnit.allCases.filter { !(parts[$0] ?? 0).isZero }
    guard let first = filled.first else { return .none }
    let isDayed = filled.contains(.day)
    if filled.count == 1 {
      return .sum(.init(parts[first] ?? 0, first, daysPerWeek: isDayed ? daysPerWeek : nil))
    }
    if !isDayed, !filled.contains(.week) {
      let unit: PeriodUnit = filled.contains(.month) ? .month : .quarter
      return .sum(.init(total(filled) { Self.exact($0, in: unit) }, unit))
    }
    guard let daysPerWeek else { return .needsDaysPerWeek }
    let days = total(filled) { StandardUnits.days(of: $0, perWeek: daysPerWeek) }
    return .sum(.init(days, .day, daysPerWeek: daysPerWeek))
  }

  /// The parts in days of weeks of `perWeek`, to compare sums with.
  func days(perWeek: Int) -> ExactDecimal {
    total(Array(parts.keys)) { StandardUnits.days(of: $0, perWeek: daysPerWeek ?? perWeek) }
  }

  private func total(_ units: [PeriodUnit], _ weight: (PeriodUnit) -> Int) -> ExactDecimal {
    units.reduce(.zero) { sum, unit in
      let part = try? (parts[unit] ?? 0).multiplied(by: ExactDecimal(weight(unit)))
      return part.flatMap { try? sum.adding($0) } ?? sum
    }
  }

  private static func exact(_ unit: PeriodUnit, in smaller: PeriodUnit) -> Int {
    let months = [PeriodUnit.month: 1, .quarter: 3, .year: 12]
    return (months[unit] ?? 1) / (months[smaller] ?? 1)
  }

  /// The parts that are not zero, largest unit first: "1 year", "3 months".
  var phrases: [Phrase] {
    let order: [PeriodUnit] = [.year, .quarter, .month, .week, .day]
    return order.compactMap { unit in
      guard let amount = parts[unit], !amount.isZero else { return nil }
      return Phrase(amount.normalized, unit)
    }
  }

  /// The same in English.
  var words: String { phrases.map(\.english).joined(separator: " ") }
}
