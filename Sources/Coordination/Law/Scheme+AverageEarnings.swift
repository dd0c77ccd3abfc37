import Formula
import Quantities

extension Scheme {
  /// What the insured of a scheme earned on average in a year, as its law publishes it.
  public struct AverageEarnings: Sendable, Hashable {
    /// For the whole year, in the currency of the year.
    public let amount: ExactDecimal
    public let currency: Currency
    /// What the law calls the figure, by language.
    public let name: [String: String]
    public let law: String
  }

  /// The average of a year; nil where the rule book has no such series or no value of that year.
  ///
  /// It may stand for earnings nobody knows, and is marked as an estimate then.
  public func averageEarnings(in year: Int) -> AverageEarnings? {
    for index in averageEarnings {
      let parameter = rules.parameters[index]
      guard let row = try? parameter.row(for: year) else { continue }
      let amount = parameter.unit.per == "month" ? try? row.value.multiplied(by: 12) : row.value
      guard let amount else { continue }
      return AverageEarnings(
        amount: amount, currency: tender(in: year)?.currency ?? currency, name: parameter.name,
        law: row.law.isEmpty ? parameter.law : row.law)
    }
    return nil
  }
}

extension Scheme {
  /// The average of a year for the days of a span that lie in it; part months by their days.
  public func averageEarnings(over span: Span, in year: Int) -> ExactDecimal? {
    guard let average = averageEarnings(in: year), let part = span.intersection(year: year) else {
      return nil
    }
    var sum: ExactDecimal = 0
    for month in part.monthsTouched {
      guard let days = part.intersection(month.span)?.days,
        let share = try? ExactDecimal.quotient(
          of: [average.amount, ExactDecimal(days)], by: [12, ExactDecimal(month.length)]),
        let more = try? sum.adding(share)
      else { return nil }
      sum = more
    }
    return try? sum.rounded(places: 2, .halfUp)
  }
}
