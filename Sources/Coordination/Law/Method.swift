/// How an instrument makes one party compute; a closed list, each implemented once.
public enum Method: String, Sendable, Hashable, CaseIterable {
  /// Own periods and own accrual; foreign periods only open the right.
  case direct
  /// Theoretical amount × own / total periods.
  case proRata = "pro_rata"
  /// The higher of the independent and the pro rata amount (Reg. 883/2004 Art 52(3)).
  case higherOf = "higher_of"
  /// The claimant chooses between the two; both are shown.
  case claimantChoice = "claimant_choice"
  /// Each party computes on its own periods only, whatever the other does.
  case separate
  /// A flat amount × own years of residence / full years.
  case residenceFraction = "residence_fraction"
  /// An account is paid out.
  case balance
  /// The State of residence pays for all.
  case territorial
  /// The agreement is about contributions only.
  case contributionOnly = "contribution_only"
  /// Not known to the rule book.
  case unknown
}
