import CZip

/// Reads small zip archives from memory, within limits.
enum ZipContents {
  /// The decoded bytes of the only entry whose name ends in `suffix`.
  /// - Parameter limit: Decoded bytes at most, counted while decoding: an archive may lie about
  ///   its sizes.
  static func entry(
    endingIn suffix: String, of archive: [UInt8], limit: Int
  ) throws(ReaderError) -> [UInt8] {
    let result = archive.withUnsafeBytes { buffer in
      Result { () throws(ReaderError) in try read(buffer, suffix: suffix, limit: limit) }
    }
    return try result.get()
  }

  private static func read(
    _ buffer: UnsafeRawBufferPointer, suffix: String, limit: Int
  ) throws(ReaderError) -> [UInt8] {
    guard sojourn_zip_is_there() else {
      throw ReaderError(.notZip, "the archive cannot be opened: libzip is not installed")
    }
    var error = zip_error_t()
    sojourn_zip_error_init(&error)
    defer { sojourn_zip_error_fini(&error) }
    guard
      let source = sojourn_zip_source_buffer_create(
        buffer.baseAddress, zip_uint64_t(buffer.count), 0, &error)
    else { throw ReaderError(.notZip, "the archive cannot be held in memory") }
    guard let archive = sojourn_zip_open_from_source(source, Int32(ZIP_RDONLY), &error) else {
      sojourn_zip_source_free(source)
      throw ReaderError(.notZip, "expected a zip archive")
    }
    defer { sojourn_zip_discard(archive) }
    let count = sojourn_zip_get_num_entries(archive, 0)
    guard (1...100).contains(count) else {
      throw ReaderError(.notZip, "expected 1 to 100 files in the archive, found \(count)")
    }
    let found = (0..<zip_uint64_t(count)).filter { index in
      sojourn_zip_get_name(archive, index, 0).map { String(cString: $0).hasSuffix(suffix) } ?? false
    }
    guard found.count == 1, let index = found.first else {
      throw ReaderError(
        .missing, "expected one file *\(suffix) in the archive, found \(found.count)")
    }
    guard let file = sojourn_zip_fopen_index(archive, index, 0) else {
      throw ReaderError(.notZip, at: "*\(suffix)", "the file in the archive cannot be opened")
    }
    defer { sojourn_zip_fclose(file) }
    return try decode(file, suffix: suffix, limit: limit)
  }

  private static func decode(
    _ file: OpaquePointer, suffix: String, limit: Int
  ) throws(ReaderError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Int(sojourn_zip_fread(file, &chunk, zip_uint64_t(chunk.count)))
      // A wrong checksum comes as an error at the end.
      guard count >= 0 else {
        throw ReaderError(.notZip, at: "*\(suffix)", "the file in the archive is damaged")
      }
      if count == 0 { return bytes }
      guard bytes.count + count <= limit else {
        throw ReaderError(.tooLarge, at: "*\(suffix)", "over \(limit) bytes in the archive")
      }
      bytes += chunk[..<count]
    }
  }
}
