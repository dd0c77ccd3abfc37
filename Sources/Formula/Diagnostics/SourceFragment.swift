/// A piece of text cut out of a rule file that still knows where each of its characters stood.
public struct SourceFragment: Sendable, Hashable {
  /// From `offset` (in UTF-8 bytes of the text) on, characters stand at `line` and `column`.
  public struct Segment: Sendable, Hashable {
    public let offset: Int
    public let line: Int
    public let column: Int

    public init(offset: Int, line: Int, column: Int) {
      self.offset = offset
      self.line = line
      self.column = column
    }
  }

  public let text: String
  public let file: String
  public let segments: [Segment]

  /// A fragment whose text stands on one line of the file.
  public init(_ text: String, file: String = "formula", line: Int = 1, column: Int = 1) {
    self.init(text, file: file, segments: [Segment(offset: 0, line: line, column: column)])
  }

  /// A fragment of several lines; `segments` are ordered by offset, the first at 0.
  public init(_ text: String, file: String, segments: [Segment]) {
    self.text = text
    self.file = file
    self.segments = segments
  }

  /// The place of the byte at `offset`.
  public func location(of offset: Int = 0) -> SourceLocation {
    guard let segment = segments.last(where: { $0.offset <= offset }) ?? segments.first else {
      return SourceLocation(file: file, line: 1, column: offset + 1)
    }
    return SourceLocation(
      file: file, line: segment.line, column: segment.column + max(0, offset - segment.offset))
  }
}
