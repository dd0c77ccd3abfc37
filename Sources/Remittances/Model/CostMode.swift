/// Where the fee stands: no cost in per cent means anything without it.
public enum CostMode: String, Sendable, Hashable, CaseIterable {
  /// The sender pays the amount and the fee; all of the amount is converted (World Bank).
  case onTop = "on-top"
  /// The sender pays the amount; the fee is taken out of it before it is converted (Wise).
  case takenOut = "taken-out"
}
