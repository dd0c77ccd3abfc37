import CZip

/// What a part of a package is made of.
enum SampleProducer {
  case text(String)
  case sheet(SampleSheet)

  /// The pieces of the part, one after another; nil at the end.
  func pieces() -> () -> [UInt8]? {
    switch self {
    case .text(let text):
      var left: [UInt8]? = Array(text.utf8)
      return {
        defer { left = nil }
        return left
      }
    case .sheet(let sheet): return sheet.pieces()
    }
  }
}

/// Writes a zip archive whose entries are made while they are compressed (libzip).
enum SampleZip {
  static func write(
    _ parts: [(String, SampleProducer)], to path: String, compression: Int
  ) throws(WorkbookError) {
    guard sojourn_zip_is_there() else {
      throw WorkbookError(.cannotOpen, at: path, "cannot be written: libzip is not installed")
    }
    var code: Int32 = 0
    guard let archive = sojourn_zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code) else {
      throw WorkbookError(.cannotOpen, at: path, "cannot be written (libzip error \(code))")
    }
    for (name, producer) in parts {
      let feed = Unmanaged.passRetained(Feed(producer.pieces()))
      let source = sojourn_zip_source_function(archive, Feed.callback, feed.toOpaque())
      let index = sojourn_zip_file_add(archive, name, source, 0)
      guard index >= 0 else {
        sojourn_zip_discard(archive)
        throw WorkbookError(.cannotOpen, at: "\(path): \(name)", "cannot be added")
      }
      sojourn_zip_set_file_compression(archive, UInt64(index), ZIP_CM_DEFLATE, UInt32(compression))
      // A fixed time, so that the same sample has the same bytes.
      sojourn_zip_file_set_dostime(archive, UInt64(index), 0, 0x5A21, 0)
    }
    guard sojourn_zip_close(archive) == 0 else {
      let reason = ZipArchive.reason(sojourn_zip_get_error(archive))
      sojourn_zip_discard(archive)
      throw WorkbookError(.cannotOpen, at: path, reason)
    }
  }
}

/// Hands pieces to libzip as it asks for bytes.
private final class Feed {
  private let next: () -> [UInt8]?
  private var piece: [UInt8] = []
  private var used = 0

  init(_ next: @escaping () -> [UInt8]?) { self.next = next }

  private func read(into target: UnsafeMutableRawBufferPointer) -> Int {
    var written = 0
    while written < target.count {
      if used == piece.count {
        guard let more = next() else { break }
        piece = more
        used = 0
      }
      let count = min(piece.count - used, target.count - written)
      piece.withUnsafeBytes { bytes in
        UnsafeMutableRawBufferPointer(rebasing: target[written..<(written + count)])
          .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[used..<(used + count)]))
      }
      used += count
      written += count
    }
    return written
  }

  static let callback: zip_source_callback = { user, data, length, command in
    guard let user else { return -1 }
    let feed = Unmanaged<Feed>.fromOpaque(user)
    switch command {
    case ZIP_SOURCE_READ:
      let target = UnsafeMutableRawBufferPointer(start: data, count: Int(length))
      return Int64(feed.takeUnretainedValue().read(into: target))
    case ZIP_SOURCE_STAT:
      guard let data else { return -1 }
      sojourn_zip_stat_init(data.assumingMemoryBound(to: zip_stat_t.self))
      return Int64(MemoryLayout<zip_stat_t>.size)
    case ZIP_SOURCE_ERROR:
      data?.bindMemory(to: Int32.self, capacity: 2).initialize(repeating: 0, count: 2)
      return Int64(2 * MemoryLayout<Int32>.size)
    case ZIP_SOURCE_FREE:
      feed.release()
      return 0
    case ZIP_SOURCE_SUPPORTS:
      return [
        ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
        ZIP_SOURCE_FREE,
      ].reduce(0) { $0 | Int64(1) << Int64($1.rawValue) }
    case ZIP_SOURCE_OPEN, ZIP_SOURCE_CLOSE: return 0
    default: return -1
    }
  }
}
