import Glibc

/// The folder `RateCache` that ships with Sojourn: the source list and the embedded snapshot.
public struct RateCacheFolder: Sendable, Equatable {
  public let path: String

  public init(path: String) {
    self.path = path
  }

  /// The list of price sources in it.
  public var sourcesPath: String { "\(path)/sources.yaml" }

  /// The folder of the environment variable `SOJOURN_RATES`; else `../share/sojourn/RateCache`
  /// beside the executable; else the nearest `RateCache` above it; else `RateCache` here. Nil where
  /// there is none.
  public static func locate(
    environment: (String) -> String? = CachePlace.variable
  ) -> RateCacheFolder? {
    if let named = environment("SOJOURN_RATES"), !named.isEmpty {
      return isFolder(named) ? RateCacheFolder(path: named) : nil
    }
    var candidates: [String] = []
    if var folder = folderOfExecutable() {
      candidates.append("\(folder)/../share/sojourn/RateCache")
      while !folder.isEmpty {
        candidates.append("\(folder)/RateCache")
        folder = String(folder[..<(folder.lastIndex(of: "/") ?? folder.startIndex)])
      }
    }
    candidates.append("RateCache")
    return candidates.first(where: isFolder).map(RateCacheFolder.init(path:))
  }

  private static func isFolder(_ folder: String) -> Bool {
    access("\(folder)/sources.yaml", R_OK) == 0
  }

  private static func folderOfExecutable() -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let length = readlink("/proc/self/exe", &buffer, Int(PATH_MAX))
    guard length > 0 else { return nil }
    let path = String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return path.lastIndex(of: "/").map { String(path[..<$0]) }
  }
}
