/// Which of its up to four runs a formula is in.
///
/// The names follow Regulation (EC) 883/2004 Art 52: an independent benefit, and a theoretical
/// amount from which a pro rata is made; bilateral agreements use the same three notions.
public enum Setting: Int, Sendable, Hashable, CaseIterable {
  /// Own periods only.
  case independent
  /// Foreign periods counted for the right; the amount from what the law calls its own.
  case totalized
  /// As if all periods had been completed under this legislation.
  case theoretical
  /// After the ratio has been applied to the theoretical amount.
  case prorated

  public var name: String {
    switch self {
    case .independent: "independent"
    case .totalized: "totalized"
    case .theoretical: "theoretical"
    case .prorated: "prorated"
    }
  }
}
