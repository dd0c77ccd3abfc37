import Quantities

/// The mean of the three cheapest services of a corridor that qualify, after the World Bank's SmaRT.
///
/// Not SmaRT itself: the public rows have no column for access, so that condition cannot be tested.
public struct SmartStyle: Sendable, Hashable {
  /// A condition of SmaRT (World Bank, Smart Remitter Target; SDG metadata 10.c.1).
  public enum Test: String, Sendable, Hashable, CaseIterable {
    /// The service discloses its cost.
    case transparency
    /// The money arrives within five days.
    case speed
    /// A branch is near, or the account, phone or connection that is needed is at hand.
    case access
  }

  /// What counts as one of the three.
  public enum Unit: String, Sendable, Hashable, CaseIterable {
    /// Every row: two ways to pay one firm count twice.
    case row
    /// The cheapest row of each firm.
    case firm
  }

  /// Three, by the definition.
  public static let services = 3
  public static let applied: [Test] = [.transparency, .speed]
  public static let notApplied: [Test] = [.access]

  public let unit: Unit
  /// The mean in per cent; nil where fewer than three qualify, as the mean of one is none.
  public let mean: ExactDecimal?
  /// How many qualify.
  public let qualifying: Int
  /// The rows of the mean, cheapest first.
  public let rows: [ServiceRow]

  /// Picks the three cheapest at the equivalent of 200 US dollars.
  ///
  /// - Throws: where the sum does not fit, which published percentages never come near.
  init(_ rows: [ServiceRow], unit: Unit) throws(ArithmeticError) {
    var qualifying = rows.filter {
      $0.isTransparent && !$0.flags.contains(.transparencyDenied) && $0.speed.isWithinFiveDays
        && $0.low.total != nil
    }
    qualifying.sort { ($0.low.total ?? .zero, $0.firm) < ($1.low.total ?? .zero, $1.firm) }
    if unit == .firm {
      var seen: Set<String> = []
      qualifying = qualifying.filter { seen.insert($0.firm.lowercased()).inserted }
    }
    self.unit = unit
    self.qualifying = qualifying.count
    let cheapest = Array(qualifying.prefix(Self.services))
    self.rows = cheapest
    mean =
      cheapest.count == Self.services
      ? try ExactDecimal.mean(cheapest.compactMap(\.low.total)) : nil
  }
}

extension ExactDecimal {
  /// The arithmetic mean; nil of nothing.
  static func mean(_ values: [ExactDecimal]) throws(ArithmeticError) -> ExactDecimal? {
    guard !values.isEmpty else { return nil }
    var sum = ExactDecimal.zero
    for value in values { sum = try sum.adding(value) }
    return try sum.divided(by: ExactDecimal(values.count))
  }
}
