import Glibc

/// Where the cache of replies is kept.
public struct CachePlace: Sendable, Equatable {
  /// The name of the database in its directory.
  public static let fileName = "rates.sqlite"

  /// The database's path.
  public let path: String

  public init(path: String) {
    self.path = path
  }

  /// The place the environment names: `SOJOURN_CACHE` (a directory, or a file ending in
  /// `.sqlite`), else `sojourn/` in `XDG_CACHE_HOME`, else in `~/.cache`. Nil where even the home
  /// directory is unknown.
  public init?(environment: (String) -> String? = CachePlace.variable) {
    if let own = environment("SOJOURN_CACHE"), !own.isEmpty {
      path = own.hasSuffix(".sqlite") ? own : "\(own)/\(CachePlace.fileName)"
      return
    }
    // The XDG specification says to ignore a relative path.
    if let base = environment("XDG_CACHE_HOME"), base.hasPrefix("/") {
      path = "\(base)/sojourn/\(CachePlace.fileName)"
      return
    }
    guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
    path = "\(home)/.cache/sojourn/\(CachePlace.fileName)"
  }

  /// The directory the database and downloads are in.
  public var directory: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Makes the directory, readable by its owner only, with the ones above it.
  /// - Throws: `CacheError.noPlace`.
  public func makeDirectory() throws(CacheError) {
    var made = directory.hasPrefix("/") ? "/" : ""
    for part in directory.split(separator: "/") {
      made += made.isEmpty || made.hasSuffix("/") ? String(part) : "/\(part)"
      if mkdir(made, 0o700) != 0, errno != EEXIST {
        throw .noPlace("\(made): \(String(cString: strerror(errno)))")
      }
    }
  }

  /// One variable of this process's environment.
  public static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
