import Quantities

/// What a case may hold; more is refused with a clear error, and `--help` says so.
public enum CaseLimits {
  /// Bytes of one case or one line.
  public static let bytes = 4 << 20
  public static let periods = 2_000
  /// Facts of one scheme, and entries of one fact or one record of earnings.
  public static let entries = 2_000
  /// No wage of a year reaches this in any currency that counts its money in this century.
  public static let absurdEarnings: ExactDecimal = 1_000_000_000_000
}
