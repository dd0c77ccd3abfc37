import CommandLineKit
import Remittances

/// What the commands on prices share: the source list, the cache and the fetcher.
struct RemitSetting {
  let sources: SourceList
  let cache: ReplyCache?
  let place: CachePlace?
  let fetcher: Fetcher
  /// Opens everything; a cache that cannot be used is done without, which `console` is told.
  ///
  /// - Parameter makesCache: whether a cache is made where there is none; what only looks leaves
  ///   nothing behind.
  /// - Throws: `Failure` where there is no list of sources or it is wrong.
  init(_ console: Console, makesCache: Bool) throws(Failure) {
    guard let path = PricePlaces.sources() else {
      throw Failure(
        "sojourn: RateCache/sources.yaml was not found; name its folder in SOJOURN_RATE_CACHE",
        .unavailable)
    }
    do {
      sources = try SourceList(path: path)
    } catch {
      throw Failure("sojourn: \(error)", .badInput)
    }
    place = CachePlace()
    var opened: ReplyCache?
    var trouble: String?
    if let place {
      if makesCache || PricePlaces.exists(place.path) {
        do {
          opened = try ReplyCache(place: place)
        } catch {
          trouble = "\(error)"
        }
      }
    } else {
      trouble = "there is no place for a cache; name one in SOJOURN_CACHE"
    }
    cache = opened
    if let trouble { Self.warn(trouble, console) }
    fetcher = Fetcher(
      cache: opened, settings: TransportSettings(sources.limits, agent: "sojourn/\(Root.version)"))
  }

  /// A line on standard error.
  static func warn(_ message: String, _ console: Console) {
    console.complain("sojourn: \(TextLayout.visible(message))\n")
  }
}
