import Glibc

/// The files of a rule book, by their path below its folder.
struct BookFiles: Sendable {
  /// The folder that holds `schemes`, `instruments` and `examples`.
  let root: String

  /// The bytes of a file; nil where there is none or it cannot be read.
  func read(_ path: String) -> SourceText? {
    guard let bytes = Self.bytes(of: "\(root)/\(path)") else { return nil }
    return SourceText(file: path, bytes: bytes)
  }

  /// The names in a folder, sorted; empty where there is no such folder.
  func names(in path: String) -> [String] { entries(in: path).map(\.name) }

  /// All files below a folder whose names end so, sorted.
  func files(below path: String, ending suffix: String) -> [String] {
    entries(in: path).flatMap { entry -> [String] in
      let inner = path.isEmpty ? entry.name : "\(path)/\(entry.name)"
      if entry.isFolder ?? isFolder(inner) { return files(below: inner, ending: suffix) }
      return entry.name.hasSuffix(suffix) ? [inner] : []
    }
  }

  /// The entries of a folder; whether one is a folder is nil where only `stat` can tell.
  private func entries(in path: String) -> [(name: String, isFolder: Bool?)] {
    guard let folder = opendir("\(root)/\(path)") else { return [] }
    defer { closedir(folder) }
    return Self.entries(of: folder)
  }

  /// The entries of an open folder, sorted.
  static func entries(of folder: OpaquePointer) -> [(name: String, isFolder: Bool?)] {
    var entries: [(name: String, isFolder: Bool?)] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      switch Int(entry.pointee.d_type) {
      case DT_DIR: entries.append((name, true))
      case DT_REG: entries.append((name, false))
      default: entries.append((name, nil))
      }
    }
    return entries.sorted { $0.name < $1.name }
  }

  func exists(_ path: String) -> Bool { access("\(root)/\(path)", R_OK) == 0 }

  func isFolder(_ path: String) -> Bool { Self.isFolder("\(root)/\(path)") }

  /// How many bytes a file has; 0 where there is none.
  func size(of path: String) -> Int {
    var status = stat()
    return stat("\(root)/\(path)", &status) == 0 ? Int(status.st_size) : 0
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The whole of a file.
  static func bytes(of path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size <= 64 << 20
    else { return nil }
    let size = Int(status.st_size)
    // All empty arrays are one: making one here would write to what other threads read.
    if size == 0 { return [] }
    var isWhole = true
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size, let base = buffer.baseAddress {
        let got = Glibc.read(descriptor, base + count, size - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { isWhole = false }
        if got <= 0 { break }
        count += got
      }
    }
    return isWhole ? bytes : nil
  }
}
