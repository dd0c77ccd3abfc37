import Glibc

/// The replies of price sources, kept in SQLite for all processes of this user on this machine.
///
/// A row is replaced in one transaction, so a process killed at any moment leaves the old reply or
/// the new one, never a half. A damaged file is moved aside and begun anew. Used by one thread.
public final class ReplyCache {
  /// Bytes of bodies kept at most by default: 64 MiB.
  public static let defaultLimit: Int64 = 64 << 20

  public let place: CachePlace
  /// Bytes of bodies kept at most.
  public let limit: Int64
  private var database: SQLDatabase
  /// How often a damaged file was moved aside since this cache was opened.
  public private(set) var rebuilds = 0

  /// Opens the cache, makes it where there is none, migrates an older one.
  /// - Throws: `CacheError`; the caller then goes on without a cache.
  public init(
    place: CachePlace, limit: Int64 = ReplyCache.defaultLimit
  ) throws(CacheError) {
    self.place = place
    self.limit = limit
    try place.makeDirectory()
    ReplyCache.touch(place.path)
    do {
      database = try CacheOpening.open(place.path)
    } catch .database(let error) where error.meansDamage {
      database = try CacheOpening.rebuild(place.path)
      rebuilds = 1
    }
  }

  /// Runs `body` on the database; when the file turns out damaged, begins it anew and runs once
  /// more.
  func use<Value>(_ body: (SQLDatabase) throws -> Value) throws(CacheError) -> Value {
    do {
      return try body(database)
    } catch let error as SQLError where error.meansDamage {
      database = try CacheOpening.rebuild(place.path)
      rebuilds += 1
    } catch {
      throw ReplyCache.wrapped(error)
    }
    do {
      return try body(database)
    } catch {
      throw ReplyCache.wrapped(error)
    }
  }

  private static func wrapped(_ error: any Error) -> CacheError {
    switch error {
    case let error as SQLError: .database(error)
    case let error as CacheError: error
    default: .database(SQLError(result: 1, message: "\(error)", context: "cache"))
    }
  }

  /// Makes the file readable by its owner only before SQLite would make it for all.
  private static func touch(_ path: String) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    if descriptor >= 0 { close(descriptor) }
  }
}
