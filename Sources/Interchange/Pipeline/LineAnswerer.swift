/// Answers the lines of a stream, one after the other; each worker has its own.
public protocol LineAnswerer: AnyObject {
  /// Answers one line and appends what goes out, with its line end; nothing for a notification.
  ///
  /// - Parameters:
  ///   - line: without its line end, never blank.
  ///   - number: of the line in the stream, from 1.
  /// - Returns: whether the line was answered without an error.
  func answer(
    _ line: UnsafeBufferPointer<UInt8>, number: Int, into json: inout JSONWriter
  ) -> Bool

  /// Answers a line that is longer than the stream allows.
  func refuseLongLine(number: Int, into json: inout JSONWriter)
}
