import Glibc

/// The first and last bytes of a file.
struct FileEnds {
  let start: [UInt8]
  let end: [UInt8]
  let size: Int

  /// Reads four bytes at the start and up to `tail` at the end; nil where the file cannot be read.
  init?(_ path: String, tail: Int) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    size = Int(status.st_size)
    var head = [UInt8](repeating: 0, count: 4)
    var last = [UInt8](repeating: 0, count: min(tail, size))
    let headCount = pread(descriptor, &head, 4, 0)
    let lastCount = pread(descriptor, &last, last.count, size - last.count)
    guard headCount >= 0, lastCount == last.count else { return nil }
    start = Array(head[..<headCount])
    end = last
  }
}
