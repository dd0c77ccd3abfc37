/// A way in which money is handed over, at either end.
public enum PaymentChannel: String, Sendable, Hashable, CaseIterable {
  case cash
  case bankAccount = "bank-account"
  case card
  case mobileMoney = "mobile-money"
  case homeDelivery = "home-delivery"
  /// Several of these in one product, or one the source names otherwise.
  case other
  /// Not recorded.
  case unknown
}
