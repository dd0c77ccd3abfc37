import Coordination
import Formula
import Quantities

/// How far the values and the agreements of each country were verified, as a table.
public enum CertaintyPage {
  /// Counts of one country.
  struct Count: Equatable {
    var values: [Certainty: Int] = [:]
    var instruments: [Certainty: Int] = [:]
  }

  /// The table: a line for each country with a scheme or an agreement, and one for all.
  ///
  /// - Parameters:
  ///   - schemes: whose values are counted, every row and every edition of a parameter.
  ///   - instruments: counted once for each of their members, by the certainty of their facts.
  ///   - width: the columns of a line.
  public static func text(of schemes: [Scheme], _ instruments: [Instrument], width: Int = 100)
    -> String
  {
    let counts = counts(of: schemes, instruments)
    var page = PageText(width: width)
    page.paragraph(
      "Values of the law by how far they were verified: read in the law or at the institution "
        + "(primary), in another source that cites it (secondary), recalled or not yet read "
        + "(unverified). Agreements likewise, counted for each of their parties.")
    page.blank()
    var rows = [
      ["COUNTRY", "VALUES", "primary", "secondary", "unverified", "AGREEMENTS", "primary"]
        + ["secondary", "unverified", "NAME"]
    ]
    let kinds: [Certainty] = [.primary, .secondary, .unverified]
    func cells(_ counted: [Certainty: Int]) -> [String] {
      [String(counted.values.reduce(0, +))] + kinds.map { String(counted[$0] ?? 0) }
    }
    for (country, count) in counts.sorted(by: { $0.key.code < $1.key.code }) {
      rows.append(
        [country.code] + cells(count.values) + cells(count.instruments) + [country.name])
    }
    var all = Count()
    for scheme in schemes { add(scheme, to: &all) }
    for instrument in instruments { all.instruments[instrument.certainty, default: 0] += 1 }
    rows.append(["all"] + cells(all.values) + cells(all.instruments) + ["(each once)"])
    page.table(rows)
    return page.text
  }

  static func counts(of schemes: [Scheme], _ instruments: [Instrument]) -> [Country: Count] {
    var counts: [Country: Count] = [:]
    for scheme in schemes { add(scheme, to: &counts[scheme.country, default: Count()]) }
    for instrument in instruments {
      for country in Set(instrument.members.map(\.party.country)) {
        counts[country, default: Count()].instruments[instrument.certainty, default: 0] += 1
      }
    }
    return counts
  }

  private static func add(_ scheme: Scheme, to count: inout Count) {
    for parameter in scheme.rules.parameters {
      for row in parameter.rows + parameter.editions.flatMap(\.rows) {
        count.values[row.certainty, default: 0] += 1
      }
    }
  }
}
