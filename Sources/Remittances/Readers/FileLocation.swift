/// Where a catalogue says that a file is to be had.
public struct FileLocation: Sendable, Equatable {
  public let url: String
  public let name: String
  /// When the catalogue says it was last changed, in its own words.
  public let modified: String?
  /// Bytes, where the catalogue says so.
  public let size: Int64?
}
