import Quantities

/// What sending money in one corridor cost in one quarter, from the single services.
public struct CorridorStatistics: Sendable, Hashable {
  /// The cheapest transparent service of one way of paying in and out.
  public struct Way: Sendable, Hashable {
    public let payIn: PaymentChannel
    public let payOut: PaymentChannel
    public let cheapest: ServiceRow
    /// How many services there are of this way.
    public let services: Int
  }

  public let corridor: Corridor
  public let quarter: CalendarQuarter
  /// Simple mean of the total cost of transparent services at 200 US dollars, in per cent.
  public let mean200: ExactDecimal?
  /// The same at 500 US dollars.
  public let mean500: ExactDecimal?
  /// How many rows the mean at 200 dollars is of.
  public let services: Int
  /// How many firms they belong to.
  public let firms: Int
  /// Rows left out because they are marked not transparent.
  public let opaque: Int
  public let smartByRow: SmartStyle
  public let smartByFirm: SmartStyle
  /// Cheapest first.
  public let ways: [Way]

  /// Works out the figures of a corridor's rows of one quarter.
  public init(
    corridor: Corridor, quarter: CalendarQuarter, rows: [ServiceRow]
  ) throws(ArithmeticError) {
    let transparent = rows.filter(\.isTransparent)
    self.corridor = corridor
    self.quarter = quarter
    mean200 = try ExactDecimal.mean(transparent.compactMap(\.low.total))
    mean500 = try ExactDecimal.mean(transparent.compactMap(\.high.total))
    services = transparent.count
    firms = Set(transparent.map { $0.firm.lowercased() }).count
    opaque = rows.count - transparent.count
    smartByRow = try SmartStyle(rows, unit: .row)
    smartByFirm = try SmartStyle(rows, unit: .firm)
    ways = Self.ways(transparent)
  }

  private static func ways(_ rows: [ServiceRow]) -> [Way] {
    // A service whose margin nobody knows may not be called the cheapest.
    let known = rows.filter { $0.low.total != nil && !$0.flags.contains(.marginUnknown) }
    let groups = Dictionary(grouping: known) { [$0.payIn, $0.payOut] }
    let ways = groups.values.compactMap { group -> Way? in
      let cheapest = group.min {
        ($0.low.total ?? .zero, $0.firm) < ($1.low.total ?? .zero, $1.firm)
      }
      return cheapest.map {
        Way(payIn: $0.payIn, payOut: $0.payOut, cheapest: $0, services: group.count)
      }
    }
    return ways.sorted {
      ($0.cheapest.low.total ?? .zero, $0.payIn.rawValue, $0.payOut.rawValue)
        < ($1.cheapest.low.total ?? .zero, $1.payIn.rawValue, $1.payOut.rawValue)
    }
  }
}
