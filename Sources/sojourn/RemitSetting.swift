import CommandLineKit
import Remittances

/// What the commands on prices share: the source list, the cache and the fetcher.
struct RemitSetting {
  let sources: SourceList
  let cache: ReplyCache?
  let place: CachePlace?
  let fetcher: Fetcher
  /// What went wrong with the cache, for a line on standard error.
  let trouble: String?

  /// Why the commands cannot even begin.
  enum Failure: Error {
    case noFolder
    case badList(SourceListError)

    var message: String {
      switch self {
      case .noFolder:
        "the folder RateCache with sources.yaml was not found; name it in SOJOURN_RATES"
      case .badList(let error): "\(error)"
      }
    }
  }

  /// Opens everything; a cache that cannot be used is done without.
  init() throws(Failure) {
    guard let folder = RateCacheFolder.locate() else { throw .noFolder }
    do {
      sources = try SourceList(path: folder.sourcesPath)
    } catch {
      throw .badList(error)
    }
    place = CachePlace()
    var opened: ReplyCache?
    var trouble: String?
    if let place {
      do {
        opened = try ReplyCache(place: place)
      } catch {
        trouble = "\(error)"
      }
    } else {
      trouble = "there is no place for a cache; name one in SOJOURN_CACHE"
    }
    cache = opened
    self.trouble = trouble
    fetcher = Fetcher(
      cache: opened, settings: TransportSettings(sources.limits, agent: "sojourn"))
  }

  /// Writes a line to standard error.
  static func warn(_ message: String) {
    StandardError.write("sojourn: \(TextLayout.visible(message))\n")
  }
}
