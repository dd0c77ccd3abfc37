import CZip
import Glibc

/// The file to import: what it is and how to tell it from others of its name.
struct ImportFile {
  let path: String
  /// The last part of the path, which is all that the database keeps of it.
  let name: String
  let isWorkbook: Bool
  /// Bytes and checksum, such as `50780339-9f1c02ab`.
  let fingerprint: String

  init(_ path: String) throws(WorkbookError) {
    self.path = path
    name = path.split(separator: "/").last.map(String.init) ?? path
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw WorkbookError(
        .cannotOpen, at: path, "\(String(cString: strerror(errno))); name a file that exists")
    }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var head: [UInt8] = []
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var size = 0
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw WorkbookError(.cannotOpen, at: path, String(cString: strerror(errno)))
      }
      if count == 0 { break }
      if head.isEmpty { head = Array(buffer.prefix(min(count, 4))) }
      size += count
      // FNV-1a over words: fast enough to be no part of the import's time.
      buffer.withUnsafeBytes { bytes in
        var index = 0
        while index + 8 <= count {
          let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          hash = (hash ^ UInt64(littleEndian: word)) &* 0x100_0000_01B3
          hash ^= hash >> 32
          index += 8
        }
        while index < count {
          hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3
          index += 1
        }
      }
    }
    // "PK": a zip archive, whole or cut off.
    isWorkbook = head.starts(with: [0x50, 0x4B])
    let digits = String(hash, radix: 16)
    fingerprint = "\(size)-" + String(repeating: "0", count: 16 - digits.count) + digits
  }
}
