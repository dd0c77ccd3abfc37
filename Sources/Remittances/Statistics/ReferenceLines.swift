import Quantities

/// The two figures of SDG target 10.c, and what they are and are not about.
///
/// Source: SDG metadata 10.c.1 (World Bank as custodian). 3 % is for the global average of sending
/// 200 US dollars; 5 % is for the SmaRT average of each corridor. The metadata write both "less than
/// 3 %" and "3 % or less"; here a line is met at the figure itself.
public enum ReferenceLines {
  /// For the average of the world, in per cent.
  public static let global: ExactDecimal = 3
  /// For the SmaRT average of every corridor, in per cent.
  public static let corridor: ExactDecimal = 5

  /// On which side of a line a figure lies.
  public enum Side: String, Sendable, Hashable {
    case atOrBelow = "at or below"
    case above

    init(_ figure: ExactDecimal, line: ExactDecimal) {
      self = figure <= line ? .atOrBelow : .above
    }
  }

  /// A sentence about the mean of one corridor.
  public static func sentence(mean: ExactDecimal) -> String {
    let side = Side(mean, line: global).rawValue
    return "The mean of \(mean.text(places: 2)) % is \(side) the 3 % reference line, which the "
      + "Sustainable Development Goals (10.c) set for the average of the world, not for a corridor."
  }

  /// A sentence about the mean of the three cheapest.
  public static func sentence(smart: SmartStyle) -> String {
    guard let mean = smart.mean else {
      return "No SmaRT-style mean: \(smart.qualifying) of the 3 services needed qualify."
    }
    let side = Side(mean, line: corridor).rawValue
    return "The SmaRT-style mean of \(mean.text(places: 2)) % is \(side) the 5 % reference line, "
      + "which the goals set for the SmaRT average of every corridor; it is SmaRT-style only, "
      + "because access could not be tested."
  }
}
