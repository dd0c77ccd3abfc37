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
  /// Births and years before this one are slips of the pen.
  static let firstYear = 1880
  /// The last year a fact may be about.
  static let lastYear = 2135
  /// No claim is made at a higher age.
  static let oldest = 130

  /// What is said of a case longer than ``bytes``.
  public static var tooLong: InputError {
    InputError(
      "case.too-long", "a case is at most \(bytes >> 20) MiB (\(bytes) bytes)",
      hint: "leave out what is not needed, or split it into several cases", at: bytes)
  }
}
