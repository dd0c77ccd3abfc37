/// Why the cache of replies cannot be used. Questions then go on without it.
public enum CacheError: Error, Sendable, Equatable {
  /// No directory is known or it cannot be made.
  case noPlace(String)
  /// The file is another program's database.
  case foreign(path: String)
  /// A newer Sojourn wrote it.
  case newer(path: String, version: Int)
  /// SQLite failed.
  case database(SQLError)

  /// A stable name.
  public var code: String {
    switch self {
    case .noPlace: "cache.no_place"
    case .foreign: "cache.foreign"
    case .newer: "cache.newer"
    case .database(let error): error.code
    }
  }
}

extension CacheError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noPlace(let reason): "there is no place for the cache: \(reason)"
    case .foreign(let path): "\(path) is a database of another program; it was left alone"
    case .newer(let path, let version):
      "\(path) was written by a newer Sojourn (version \(version) of the cache); it was left alone"
    case .database(let error): "the cache failed: \(error)"
    }
  }
}
