import CZip

/// A zip archive that is read entry by entry within stated sizes (libzip).
final class ZipArchive {
  let handle: OpaquePointer
  let path: String

  /// Opens an archive.
  ///
  /// - Throws: `workbook.cannot_open` where there is no such file, `workbook.not_an_archive` where
  ///   it is something else or was cut off.
  init(path: String) throws(WorkbookError) {
    self.path = path
    guard sojourn_zip_is_there() else {
      throw WorkbookError(.cannotOpen, at: path, "cannot be read: libzip is not installed")
    }
    var code: Int32 = 0
    guard let handle = sojourn_zip_open(path, ZIP_RDONLY, &code) else {
      let reason: WorkbookError.Code =
        code == ZIP_ER_NOENT || code == ZIP_ER_OPEN || code == ZIP_ER_READ
        ? .cannotOpen : .notAnArchive
      throw WorkbookError(
        reason, at: path,
        reason == .cannotOpen
          ? "the file cannot be opened; name one that exists and may be read"
          : "not a complete zip archive; fetch the file again")
    }
    self.handle = handle
  }

  deinit { sojourn_zip_discard(handle) }

  /// Opens an entry; nil where the archive has none of that name.
  ///
  /// - Parameter limit: the most bytes that the entry may decode to, declared or real.
  func entry(_ name: String, limit: Int) throws(WorkbookError) -> ZipEntry? {
    var status = zip_stat_t()
    guard sojourn_zip_stat(handle, name, 0, &status) == 0 else { return nil }
    let place = "\(path): \(name)"
    guard status.size <= UInt64(limit) else {
      throw WorkbookError(
        .tooLarge, at: place,
        "declares \(status.size) bytes; at most \(limit) are read")
    }
    guard let file = sojourn_zip_fopen(handle, name, 0) else {
      throw WorkbookError(.damagedArchive, at: place, Self.reason(sojourn_zip_get_error(handle)))
    }
    return ZipEntry(file, of: self, place: place, limit: limit)
  }

  static func reason(_ error: UnsafeMutablePointer<zip_error_t>?) -> String {
    guard let error, let text = sojourn_zip_error_strerror(error) else { return "cannot be read" }
    return "cannot be read: \(String(cString: text)); fetch the file again"
  }
}
