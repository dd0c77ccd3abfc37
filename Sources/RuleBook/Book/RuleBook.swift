import Coordination
import Formula
import Quantities
import Synchronization

/// The law as data: schemes and instruments, read from a folder when they are asked for.
///
/// What was read is kept; a file with faults throws whenever it is asked for.
public final class RuleBook: LawLibrary {
  let files: BookFiles
  private let cache = Mutex(Cache())
  /// Whoever asks while another takes the hash waits for it.
  private let knownHash = Mutex<String?>(nil)

  private struct Cache {
    var schemes: [String: LoadedScheme] = [:]
    var instruments: [String: LoadedInstrument] = [:]
    var schemePaths: [Country: [String]] = [:]
    var schemesOf: [Country: [Scheme]] = [:]
    var instrumentsAmong: [Set<Country>: [Instrument]] = [:]
    var bilateral: [InstrumentFiles.Bilateral]?
    var multilateral: [(path: String, mentioned: Set<Country>)]?
    var complete: CompleteLists?
    var book: BookPage?
  }

  /// A rule book in a folder that holds `schemes` and `instruments`.
  public init(at folder: String) {
    files = BookFiles(root: folder)
  }

  /// The folder it reads.
  public var folder: String { files.root }

  // MARK: Schemes

  /// Where the file of a scheme stands: `DE.GRV` in `schemes/DE/GRV.yaml`.
  static func path(ofScheme id: String) -> String? {
    let parts = id.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 2, !parts[1].isEmpty,
      id.utf8.allSatisfy({ $0 != UInt8(ascii: "/") })
    else { return nil }
    return "schemes/\(parts[0])/\(parts[1]).yaml"
  }

  /// The scheme of that id; nil where the book has none.
  ///
  /// - Throws: `RuleBookError` where its file has faults.
  public func scheme(_ id: String) throws(RuleBookError) -> Scheme? {
    guard let path = Self.path(ofScheme: id), files.exists(path) else { return nil }
    return try scheme(at: path)
  }

  /// The schemes of a country, by their ids.
  ///
  /// - Throws: `RuleBookError` where a file has faults.
  public func schemes(of country: Country) throws(RuleBookError) -> [Scheme] {
    if let known = cache.withLock({ $0.schemesOf[country] }) { return known }
    var result: [Scheme] = []
    for path in schemePaths(of: country) { result.append(try scheme(at: path)) }
    let found = result
    cache.withLock { $0.schemesOf[country] = found }
    return result
  }

  /// Every scheme of the book, by country and id.
  public func allSchemes() throws(RuleBookError) -> [Scheme] {
    var result: [Scheme] = []
    for path in files.files(below: "schemes", ending: ".yaml") {
      result.append(try scheme(at: path))
    }
    return result
  }

  func schemePaths(of country: Country) -> [String] {
    cache.withLock { cache in
      if let known = cache.schemePaths[country] { return known }
      let folder = "schemes/\(country.code)"
      let paths = files.names(in: folder).filter { $0.hasSuffix(".yaml") }.map { "\(folder)/\($0)" }
      cache.schemePaths[country] = paths
      return paths
    }
  }

  func scheme(at path: String) throws(RuleBookError) -> Scheme {
    let loaded = kept(path, in: \.schemes) { SchemeLoader.load(path, from: files) }
    guard let scheme = loaded.scheme else {
      throw RuleBookError(path: "\(folder)/\(path)", diagnostics: loaded.diagnostics)
    }
    return scheme
  }

  /// What was read from a file before, else what `load` reads now.
  ///
  /// Files are read outside the lock, so that several threads read several files at a time; where
  /// two read the same one, the first is kept, since a scheme is known by its identity.
  private func kept<Loaded: Sendable>(
    _ path: String, in list: WritableKeyPath<Cache, [String: Loaded]> & Sendable,
    load: () -> Loaded
  ) -> Loaded {
    if let known = cache.withLock({ $0[keyPath: list][path] }) { return known }
    let loaded = load()
    return cache.withLock { cache in
      if let known = cache[keyPath: list][path] { return known }
      cache[keyPath: list][path] = loaded
      return loaded
    }
  }

  // MARK: Instruments

  /// The instruments to which at least two of the countries are party, bilateral ones first.
  ///
  /// - Throws: `RuleBookError` where a file has faults.
  public func instruments(among countries: [Country]) throws(RuleBookError) -> [Instrument] {
    let wanted = Set(countries)
    guard wanted.count > 1 else { return [] }
    if let known = cache.withLock({ $0.instrumentsAmong[wanted] }) { return known }
    var result: [Instrument] = []
    for path in instrumentPaths(among: wanted) {
      let instrument = try instrument(at: path)
      if wanted.intersection(instrument.members.map(\.party.country)).count > 1 {
        result.append(instrument)
      }
    }
    let found = result
    // Cases name few sets of countries; a stream of many must not fill the memory.
    cache.withLock { if $0.instrumentsAmong.count < 10_000 { $0.instrumentsAmong[wanted] = found } }
    return result
  }

  /// The instrument of that id; nil where the book has none.
  public func instrument(_ id: String) throws(RuleBookError) -> Instrument? {
    guard !id.utf8.contains(UInt8(ascii: "/")) else { return nil }
    for kind in Instrument.Kind.allCases {
      let path = "instruments/\(kind.rawValue)/\(id).yaml"
      if files.exists(path) { return try instrument(at: path) }
    }
    return nil
  }

  /// Every instrument of the book, bilateral ones first.
  public func allInstruments() throws(RuleBookError) -> [Instrument] {
    var result: [Instrument] = []
    for kind in Instrument.Kind.allCases {
      for path in files.files(below: "instruments/\(kind.rawValue)", ending: ".yaml") {
        result.append(try instrument(at: path))
      }
    }
    return result
  }

  private func instrument(at path: String) throws(RuleBookError) -> Instrument {
    let loaded = kept(path, in: \.instruments) { InstrumentLoader.load(path, from: files) }
    guard let instrument = loaded.instrument else {
      throw RuleBookError(path: "\(folder)/\(path)", diagnostics: loaded.diagnostics)
    }
    return instrument
  }

  /// The files whose names, or for multilateral ones whose texts, name two of the countries.
  private func instrumentPaths(among wanted: Set<Country>) -> [String] {
    // As for `kept`: files are read outside the lock.
    var (bilateral, multilateral) = cache.withLock { ($0.bilateral, $0.multilateral) }
    if bilateral == nil || multilateral == nil {
      let found = (InstrumentFiles.bilateral(in: files), InstrumentFiles.multilateral(in: files))
      cache.withLock { ($0.bilateral, $0.multilateral) = found }
      (bilateral, multilateral) = found
    }
    return (bilateral ?? []).filter { wanted.contains($0.first) && wanted.contains($0.second) }
      .map(\.path)
      + (multilateral ?? []).filter { wanted.intersection($0.mentioned).count > 1 }.map(\.path)
  }

  /// Whether the official list of a country's agreements is known to be complete, and its source.
  public func completeList(of country: Country) -> Cited? { completeLists.lists[country] }

  var completeLists: CompleteLists {
    if let known = cache.withLock({ $0.complete }) { return known }
    let lists = CompleteLists(from: files)
    cache.withLock { $0.complete = lists }
    return lists
  }

  // MARK: The book itself

  private var page: BookPage {
    cache.withLock { cache in
      let page = cache.book ?? BookPage(from: files)
      cache.book = page
      return page
    }
  }

  /// The name of the book.
  public var title: String { page.title }

  /// The day the book was last brought up to date (YYYY-MM-DD), by `book.yaml`.
  public var date: String { page.date?.description ?? "" }

  /// A hash of all schemes and instruments and their series: the same files, the same hash.
  public var hash: String {
    knownHash.withLock { known in
      let hash = known ?? BookHash.hash(of: files)
      known = hash
      return hash
    }
  }
}
