import Glibc

extension RuleBook {
  /// The rule book to use where none is named.
  ///
  /// The folder of the environment variable `SOJOURN_RULES`; else `../share/sojourn/Rules` beside
  /// the executable; else the nearest `Rules` folder above it; else `Rules` here. Nil where there
  /// is none.
  public static func locate() -> RuleBook? {
    if let named = getenv("SOJOURN_RULES") {
      let folder = String(cString: named)
      if !folder.isEmpty { return isBook(folder) ? RuleBook(at: folder) : nil }
    }
    var candidates: [String] = []
    if var folder = folderOfExecutable() {
      candidates.append("\(folder)/../share/sojourn/Rules")
      while !folder.isEmpty {
        candidates.append("\(folder)/Rules")
        folder = String(folder[..<(folder.lastIndex(of: "/") ?? folder.startIndex)])
      }
    }
    candidates.append("Rules")
    return candidates.first(where: isBook).map(RuleBook.init(at:))
  }

  private static func isBook(_ folder: String) -> Bool {
    BookFiles.isFolder("\(folder)/schemes")
  }

  private static func folderOfExecutable() -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let length = readlink("/proc/self/exe", &buffer, Int(PATH_MAX))
    guard length > 0 else { return nil }
    let path = String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return path.lastIndex(of: "/").map { String(path[..<$0]) }
  }
}
