import CZlib
import Glibc

/// A file read from start to end, plain or compressed by gzip, within a limit of decoded bytes.
final class PlainFile {
  private let handle: gzFile
  private let path: String
  private let limit: Int
  private var count = 0

  /// Opens a file.
  ///
  /// - Throws: `workbook.cannot_open`.
  init(_ path: String, limit: Int = 1 << 30) throws(WorkbookError) {
    guard let handle = gzopen(path, "rbe") else {
      throw WorkbookError(
        .cannotOpen, at: path, "\(String(cString: strerror(errno))); name a file that exists")
    }
    self.handle = handle
    self.path = path
    self.limit = limit
    gzbuffer(handle, 1 << 17)
  }

  deinit { gzclose_r(handle) }

  /// Reads the next bytes; 0 at the end.
  ///
  /// - Throws: `workbook.damaged_archive` where compressed data is broken or cut off,
  ///   `workbook.too_large` beyond the limit.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(WorkbookError) -> Int {
    let read = gzread(handle, buffer.baseAddress, UInt32(buffer.count))
    var code: Int32 = 0
    let reason = gzerror(handle, &code)
    // A compressed file that was cut off reads short and reports Z_BUF_ERROR.
    guard read >= 0, code == Z_OK || code == Z_STREAM_END else {
      let text = reason.map { String(cString: $0) } ?? "cannot be read"
      throw WorkbookError(.damagedArchive, at: path, "\(text); fetch the file again")
    }
    count += Int(read)
    guard count <= limit else {
      throw WorkbookError(.tooLarge, at: path, "decodes to more than \(limit) bytes")
    }
    return Int(read)
  }

  /// Reads the records of a file of comma-separated values.
  static func records(
    of path: String, limit: Int = 1 << 30,
    _ body: (Int, UnsafeBufferPointer<UInt8>, [Int]) throws -> Void
  ) throws {
    let file = try PlainFile(path, limit: limit)
    var reader = CSVReader(place: path)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 8)
    defer { buffer.deallocate() }
    while true {
      let count = try file.read(into: buffer)
      if count == 0 { break }
      try reader.feed(UnsafeRawBufferPointer(rebasing: buffer[..<count]), body)
    }
    try reader.finish(body)
  }

  /// Reads the records of a file of comma-separated values as texts by column name.
  ///
  /// - Throws: `workbook.missing_column` where a name is not in the first record.
  static func table(
    of path: String, columns: [String], _ body: ([String]) throws -> Void
  ) throws {
    var places: [Int]?
    try records(of: path) { line, bytes, ends in
      var fields: [String] = []
      var start = 0
      for end in ends {
        fields.append(String(decoding: bytes[start..<end], as: UTF8.self))
        start = end
      }
      guard let places else {
        places = try columns.map { name in
          guard let place = fields.firstIndex(of: name) else {
            throw WorkbookError(.missingColumn, at: path, "has no column “\(name)”")
          }
          return place
        }
        return
      }
      guard let last = places.max(), last < fields.count else { return }
      try body(places.map { fields[$0] })
    }
  }
}
