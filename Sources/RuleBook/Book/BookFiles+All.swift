import Glibc

extension BookFiles {
  /// Hands over every file below a folder whose name ends so, with its path, in the order of
  /// `files(below:ending:)`.
  ///
  /// Each is opened from its own folder and read into the same memory: of a thousand small files
  /// the way to them would cost more than their bytes. One that cannot be read is empty.
  func readAll(
    below path: String, ending suffixes: [String],
    _ body: (_ path: UnsafeRawBufferPointer, _ bytes: UnsafeRawBufferPointer) -> Void
  ) {
    // Larger than nearly all; what is larger still is read on its own.
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 512 << 10, alignment: 16)
    defer { memory.deallocate() }
    var path = path
    readAll(below: &path, ending: suffixes, into: memory, body)
  }

  private func readAll(
    below path: inout String, ending suffixes: [String],
    into memory: UnsafeMutableRawBufferPointer,
    _ body: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) -> Void
  ) {
    guard let folder = opendir("\(root)/\(path)") else { return }
    defer { closedir(folder) }
    let here = dirfd(folder)
    let above = path
    for entry in Self.entries(of: folder) {
      defer { path = above }
      path += "/"
      path += entry.name
      if entry.isFolder ?? isFolder(path) {
        readAll(below: &path, ending: suffixes, into: memory, body)
        continue
      }
      guard suffixes.contains(where: entry.name.hasSuffix) else { continue }
      let count = entry.isFolder == nil ? nil : Self.read(entry.name, in: here, into: memory)
      path.withUTF8 { text in
        let text = UnsafeRawBufferPointer(text)
        if let count {
          body(text, UnsafeRawBufferPointer(rebasing: memory[..<count]))
        } else {
          let bytes = Self.bytes(of: "\(root)/\(String(decoding: text, as: UTF8.self))") ?? []
          bytes.withUnsafeBytes { body(text, $0) }
        }
      }
    }
  }

  /// How many bytes a file of an open folder has, read into memory; nil where they are too many.
  private static func read(
    _ name: String, in folder: Int32, into memory: UnsafeMutableRawBufferPointer
  ) -> Int? {
    let descriptor = openat(folder, name, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return 0 }
    defer { close(descriptor) }
    var count = 0
    while count < memory.count {
      let got = Glibc.read(
        descriptor, memory.baseAddress?.advanced(by: count), memory.count - count)
      if got < 0, errno == EINTR { continue }
      if got < 0 { return 0 }
      if got == 0 { return count }
      count += got
    }
    return nil
  }
}
