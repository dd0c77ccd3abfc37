/// Finds the newest workbook of World Bank prices in the catalogue and downloads it.
public struct WorkbookRefresh {
  /// A workbook on disk and where it came from.
  public struct Found: Sendable {
    public let location: FileLocation
    public let path: String
  }

  let sources: SourceList
  let fetcher: Fetcher

  public init(sources: SourceList, fetcher: Fetcher) {
    self.sources = sources
    self.fetcher = fetcher
  }

  /// Asks the catalogues in their order until one names the workbook.
  /// - Throws: `FetchError` of the last one asked.
  public func locate() throws(FetchError) -> FileLocation {
    var last = FetchError.invalidReply("the source list names no catalogue")
    let hosts = sources.giving(.workbook).flatMap(\.hosts)
    for source in sources.giving(.workbookLocation) {
      let question = ReplyQuestion(wantedFile: source.wantedFile, hosts: hosts)
      let job = FetchJob(source: source, url: source.url.text, question: question, mode: .refresh)
      switch fetcher.run([job]).first {
      case .success(let answer):
        if case .location(let location) = answer.reading { return location }
      case .failure(let error): last = error
      case nil: break
      }
    }
    throw last
  }

  /// Downloads the workbook into a directory under its own name.
  /// - Throws: `FetchError`; a download that broke off goes on at the next call.
  public func download(
    _ location: FileLocation, into directory: String, progress: ((FetchProgress) -> Void)? = nil
  ) throws(FetchError) -> Found {
    guard let source = sources.giving(.workbook).first,
      let url = try? source.url.filled([.location: location.url])
    else { throw .invalidReply("the source list names no workbook") }
    // The catalogue's name must not lead out of the directory.
    let name = location.name.filter {
      $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0))
    }
    let path = "\(directory)/\(name.hasPrefix(".") || name.isEmpty ? "workbook.xlsx" : name)"
    _ = try FileDownload(
      fetcher: fetcher, source: source, url: url, path: path, progress: progress
    ).run()
    return Found(location: location, path: path)
  }
}
