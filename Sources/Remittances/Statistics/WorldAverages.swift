import Quantities

/// Averages over many corridors, as the World Bank's reports define them.
public enum WorldAverages {
  /// The G20 countries that send (the European Union and the African Union are no rows).
  public static let g20: Set<String> = [
    "ARG", "AUS", "BRA", "CAN", "CHN", "DEU", "FRA", "GBR", "IDN", "IND", "ITA", "JPN", "KOR",
    "MEX", "RUS", "SAU", "TUR", "USA", "ZAF",
  ]

  /// The simple mean of the total cost at 200 US dollars over the transparent rows of all corridors,
  /// without those from Russia, which the World Bank leaves out of its global average.
  ///
  /// Nil where there are no such rows.
  public static func global(_ rows: [ServiceRow]) throws(ArithmeticError) -> ExactDecimal? {
    try ExactDecimal.mean(
      rows.filter { $0.isTransparent && $0.source != "RUS" }.compactMap(\.low.total))
  }

  /// The same over the senders of the G20, with Russia.
  public static func g20(_ rows: [ServiceRow]) throws(ArithmeticError) -> ExactDecimal? {
    try ExactDecimal.mean(
      rows.filter { $0.isTransparent && g20.contains($0.source) }.compactMap(\.low.total))
  }

  /// The mean of corridors' means, weighted by bilateral flows; nil where no flow is above zero.
  public static func weighted(
    _ corridors: [(mean: ExactDecimal, flow: ExactDecimal)]
  ) throws(ArithmeticError) -> ExactDecimal? {
    var sum = ExactDecimal.zero
    var weight = ExactDecimal.zero
    for (mean, flow) in corridors where flow.signum > 0 {
      sum = try sum.adding(mean.multiplied(by: flow))
      weight = try weight.adding(flow)
    }
    return weight.isZero ? nil : try sum.divided(by: weight)
  }
}
