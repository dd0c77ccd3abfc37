import Glibc

/// Where the price databases are.
public enum PricePlaces {
  /// The database of imported workbooks, beside the cache of replies; nil where even the home
  /// directory is unknown. Apart from that cache, because nothing may evict what a user imported.
  public static func imported(
    environment: (String) -> String? = CachePlace.variable
  ) -> String? {
    CachePlace(environment: environment).map { $0.directory + "/prices.sqlite" }
  }

  /// The folder `RateCache` that Sojourn ships: named by `SOJOURN_RATE_CACHE`, else beside the
  /// program or above it (also under `share/sojourn`), else in the current folder.
  public static func rateCache(
    environment: (String) -> String? = CachePlace.variable
  ) -> String? {
    if let own = environment("SOJOURN_RATE_CACHE"), !own.isEmpty { return own }
    var folder = executable.map { parent($0) } ?? ""
    for _ in 0..<6 where !folder.isEmpty {
      for name in ["RateCache", "share/sojourn/RateCache"] where exists("\(folder)/\(name)") {
        return "\(folder)/\(name)"
      }
      folder = parent(folder)
    }
    return exists("RateCache") ? "RateCache" : nil
  }

  /// The snapshot's path; nil where there is none.
  public static func snapshot(
    environment: (String) -> String? = CachePlace.variable
  ) -> String? {
    rateCache(environment: environment).map { $0 + "/snapshot.sqlite" }
      .flatMap { exists($0) ? $0 : nil }
  }

  /// The path of the list of price sources; nil where there is none.
  public static func sources(
    environment: (String) -> String? = CachePlace.variable
  ) -> String? {
    rateCache(environment: environment).map { $0 + "/sources.yaml" }
      .flatMap { exists($0) ? $0 : nil }
  }

  /// The path of the running program.
  public static var executable: String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    guard count > 0 else { return nil }
    return String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static func parent(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[..<slash])
  }

  /// Whether there is a file or folder of this name.
  public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
