import Formula
import Quantities

/// The foreign periods one scheme counts under one instrument.
struct Aggregation {
  let credits: [ForeignCredit]
  /// Own voluntary months that yield to compulsory ones abroad, where they are paid for apart.
  var yieldingVoluntary: MonthSet?

  static let none = Aggregation(credits: [])

  var total: ExactDecimal { credits.reduce(.zero) { $0.plus($1.counted) } }

  /// Without periods that are left to the others under Reg. 883/2004 Art 57(2).
  var ratioTotal: ExactDecimal {
    credits.filter { !$0.isTakenOver }.reduce(.zero) { $0.plus($1.counted) }
  }

  func byYear(over years: ClosedRange<Int>) -> YearSeries {
    var result = YearSeries(years, repeating: .zero)
    for credit in credits {
      for (year, value) in credit.byYear {
        result[year] = (result[year] ?? .zero).plus(value)
      }
    }
    return result
  }

  func byYear(of periods: PeriodSelection, over years: ClosedRange<Int>) -> YearSeries {
    if periods.contains(.any) { return byYear(over: years) }
    var result = YearSeries(years, repeating: .zero)
    for credit in credits {
      for (rank, series) in credit.byClass where Self.selects(rank, periods) {
        for (year, value) in series {
          result[year] = (result[year] ?? .zero).plus(value)
        }
      }
    }
    return result
  }

  func added(to own: YearSeries, over years: ClosedRange<Int>) -> YearSeries {
    var result = own
    for (year, value) in byYear(over: years) {
      result[year] = (result[year] ?? .zero).plus(value)
    }
    return result
  }

  /// Foreign periods are known by rank only: a rank is meant by its own name or by a type in it.
  private static func selects(_ rank: PeriodType.Rank, _ periods: PeriodSelection) -> Bool {
    if periods.contains(PeriodSelection(rank.periodClass)) { return true }
    return rank == .compulsory
      && (periods.contains(PeriodSelection(.employed))
        || periods.contains(PeriodSelection(.selfEmployed)))
  }
}
