import CommandLineKit
import Presentation
import Remittances

/// `sojourn rates refresh`: fetches exchange rates, and the World Bank's workbook where asked to.
enum RatesRefresh: Subcommand {
  static let command = Command(
    "refresh", summary: "Fetch exchange rates anew, and on request the World Bank's workbook.",
    discussion: [
      """
      Asks every source that needs no corridor to be asked. A reply that its reader refuses \
      replaces nothing. With --workbook all rows of Remittance Prices Worldwide are downloaded \
      (about 50 MB; a download that broke off goes on) and imported.
      """
    ],
    arguments: [
      Argument(
        "SOURCE", summary: "Only these sources, by the names rates status shows.",
        arity: .variadic(atLeast: 0))
    ],
    flags: [Flag("workbook", summary: "Download and import the World Bank's workbook too.")])

  static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let setting = try RemitSetting(console, makesCache: true)
    guard setting.cache != nil else {
      throw Failure("sojourn: without a cache there is nothing to refresh", .inputOutput)
    }
    let sources = try chosen(invocation, setting.sources)
    let jobs = sources.map {
      FetchJob(source: $0, url: $0.url.text, question: ReplyQuestion(), mode: .refresh)
    }
    var failures = 0
    for (source, result) in zip(sources, setting.fetcher.run(jobs)) {
      let line = report(source, result)
      failures += line.failed ? 1 : 0
      try console.print(TextLayout.visible(line.text) + "\n")
    }
    if invocation.flag("workbook"), try !workbook(setting, console) { failures += 1 }
    return failures == 0 ? .success : .unavailable
  }

  /// The sources whose address is complete as it stands and whose replies may be kept.
  private static func chosen(
    _ invocation: Invocation, _ list: SourceList
  ) throws(UsageError) -> [PriceSource] {
    let possible = list.sources.filter { $0.url.placeholders.isEmpty && $0.mayStore }
    let names = invocation.texts("SOURCE")
    if names.isEmpty { return possible.filter { $0.gives != .workbookLocation } }
    var sources: [PriceSource] = []
    for name in names {
      guard let source = possible.first(where: { $0.id == name }) else {
        let known = possible.map(\.id).joined(separator: ", ")
        throw invocation.refusal(of: "SOURCE", "\"\(name)\" is none of \(known)")
      }
      sources.append(source)
    }
    return sources
  }

  private static func report(
    _ source: PriceSource, _ result: Result<FetchAnswer, FetchError>
  ) -> (text: String, failed: Bool) {
    switch result {
    case .success(let answer):
      var text = "\(source.id): \(answer.tier.rawValue)"
      if case .rates(let sets) = answer.reading, let newest = sets.first {
        text += ", \(newest.rates.count) rates of \(newest.day)"
      }
      if let error = answer.because { text += "; \(error)" }
      return (text, answer.because != nil)
    case .failure(let error): return ("\(source.id): \(error)", true)
    }
  }

  /// Downloads and imports the workbook; false where that failed.
  private static func workbook(_ setting: RemitSetting, _ console: Console) throws -> Bool {
    guard let place = setting.place, let database = PricePlaces.imported() else { return false }
    let refresh = WorkbookRefresh(sources: setting.sources, fetcher: setting.fetcher)
    do {
      let location = try refresh.locate()
      let bytes = ProgressLine(
        location.name, total: location.size.map { Int(clamping: $0) }, unit: .bytes)
      let found = try refresh.download(location, into: place.directory) {
        bytes.update(to: Int(clamping: $0.received))
      }
      bytes.finish()
      let rows = ProgressLine("importing", unit: .items("rows"))
      let summary = try PriceImport.run(
        found.path, into: try PriceDatabase.create(database), retrieved: .now()
      ) { rows.update(to: $0) }
      rows.finish()
      try console.print(ImportReport.text(summary, database: database))
      return true
    } catch let error as FetchError {
      RemitSetting.warn("the World Bank's workbook: \(error)", console)
    } catch let error as WorkbookError {
      RemitSetting.warn("the World Bank's workbook: \(error)", console)
    } catch let error as SQLError {
      RemitSetting.warn("the database of prices: \(error)", console)
    } catch let error as PriceDatabase.Mismatch {
      RemitSetting.warn("\(error)", console)
    }
    return false
  }
}
