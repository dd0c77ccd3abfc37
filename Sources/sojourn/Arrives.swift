import CommandLineKit
import Coordination
import Presentation
import Quantities
import Remittances

/// `sojourn arrives CASE.json`: what of each pension reaches the person, and at what cost.
enum Arrives: Subcommand {
  static let command = Command(
    "arrives",
    summary: "Show what arrives of each pension where the person lives, and what is lost.",
    discussion: [
      "For each payable pension: how often it is paid, the cheapest ways home now, what they cost a "
        + "year, what sending three payments at once would save, and what arrives in local money. "
        + "Prices come from the same sources as 'sojourn remit'."
    ],
    arguments: [
      Argument("case", summary: "The case, as JSON; - reads standard input.", kind: .file)
    ],
    options: [
      Option(
        "to", value: "COUNTRY",
        summary: "Where the money shall arrive, if not where the case says the person lives.",
        kind: .country),
      Option(
        "claim", value: "DATE", summary: "The first day of the pensions, instead of the case's.",
        kind: .date),
      Option(
        "format", value: "FORMAT", summary: "How the answer is written.",
        kind: .choice(["text", "json"]), defaultValue: "text"),
    ],
    flags: [
      Flag("offline", summary: "Open no connection; answer from the cache and what is stored.")
    ],
    examples: [
      Example("sojourn arrives case.json", "What arrives, with prices of today."),
      Example("sojourn arrives case.json --to PH --offline", "After a move, from stored prices."),
    ],
    group: "Money home")

  static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let input = try CaseInput(invocation, console)
    let named = invocation.text("to").flatMap { Country($0) }
    guard let home = named ?? input.career.person.livesIn else {
      throw Failure(
        "sojourn: \(input.path) does not say where the person lives; add person.lives_in or give --to COUNTRY",
        .badInput)
    }
    var career = input.career
    career.person.livesIn = home
    let result = try input.answer(career, detail: .full, refunds: false)
    let arrivals = try self.arrivals(
      of: result, home: home, isOffline: invocation.flag("offline"), console)
    if invocation.text("format") == "json" {
      try console.print(ArrivalsJSON.json(arrivals, of: result, home: home).line + "\n")
      return .success
    }
    let text = ArrivalsText(
      arrivals, of: result, home: home, width: min(console.width, 100), style: console.style,
      say: try input.language(invocation).say)
    try console.print(text.rendered())
    return .success
  }

  /// Prices the pensions of an answer with the sources of this machine.
  static func arrivals(
    of result: CaseResult, home: Country, isOffline: Bool, _ console: Console
  ) throws(Failure) -> [Arrival] {
    let setting = try RemitSetting(console, makesCache: !isOffline)
    let library = PriceLibrary.open { RemitSetting.warn("\($0)", console) }
    let stored = library.isEmpty ? nil : library
    let finder = PriceFinder(sources: setting.sources, fetcher: setting.fetcher, stored: stored)
    return ArrivalFinder(
      home: home, isOffline: isOffline, ask: finder.answer,
      dollars: { currency in
        guard let dollar = Currency("USD") else { return nil }
        if currency == dollar { return .one }
        return (try? stored?.midMarket(from: currency, to: dollar, on: nil))?.rate
      }
    ).arrivals(of: result)
  }
}
