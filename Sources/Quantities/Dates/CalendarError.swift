/// What can go wrong in calendar arithmetic.
public enum CalendarError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The result lies outside the years 1...9999.
  case outOfRange

  /// The stable name of this error, independent of its wording.
  public var code: String { "calendar.out-of-range" }

  /// What is wrong, as a phrase.
  public var description: String { "the date is outside the years 1 to 9999" }
}
