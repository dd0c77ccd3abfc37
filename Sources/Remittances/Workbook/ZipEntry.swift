import CZip

/// One entry of an archive, decoded as it is read and counted, so that no entry outgrows its limit
/// whatever it declares.
final class ZipEntry {
  private let file: OpaquePointer
  private let archive: ZipArchive
  private let limit: Int
  private var count = 0
  /// The archive and the entry's name.
  let place: String

  init(_ file: OpaquePointer, of archive: ZipArchive, place: String, limit: Int) {
    self.file = file
    self.archive = archive
    self.place = place
    self.limit = limit
  }

  deinit { sojourn_zip_fclose(file) }

  /// Decodes the next bytes; 0 at the end.
  ///
  /// - Throws: `workbook.damaged_archive` where the data is broken or its checksum wrong,
  ///   `workbook.too_large` beyond the limit.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(WorkbookError) -> Int {
    let read = sojourn_zip_fread(file, buffer.baseAddress, UInt64(buffer.count))
    guard read >= 0 else {
      throw WorkbookError(
        .damagedArchive, at: place, ZipArchive.reason(sojourn_zip_file_get_error(file)))
    }
    count += Int(read)
    guard count <= limit else {
      throw WorkbookError(.tooLarge, at: place, "decodes to more than \(limit) bytes")
    }
    return Int(read)
  }
}
