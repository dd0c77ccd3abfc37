import CommandLineKit
import Presentation
import Quantities
import Remittances

/// `sojourn remit FROM TO AMOUNT`: what sending money costs, service by service.
enum Remit: Subcommand {
  static let command = Command(
    "remit",
    summary: "Show what it costs to send money from one country to another.",
    discussion: [
      """
      Asks the price sources that RateCache/sources.yaml lists, or answers from the cache while \
      that is fresh, or from what is stored on this machine. Every figure names its source, its \
      date and its age. Only the two countries, the currencies and the amount are sent out.
      """,
      """
      Total cost in per cent is fee / amount x 100 plus the exchange rate margin. With \
      --mode taken-out the fee comes out of the amount and the margin weighs on the rest; with \
      --mode on-top the whole amount is converted and the fee is paid besides.
      """,
    ],
    arguments: [
      Argument("FROM", summary: "The sending country, as code or English name.", arity: .optional),
      Argument("TO", summary: "The receiving country.", arity: .optional),
      Argument(
        "AMOUNT", summary: "How much to send, in the sending currency.", kind: .decimalText,
        arity: .optional),
    ],
    options: [
      Option(
        "mode", value: "MODE", summary: "Whether the fee comes out of the amount or on top of it.",
        kind: .choice([CostMode.takenOut.rawValue, CostMode.onTop.rawValue]),
        defaultValue: CostMode.takenOut.rawValue),
      Option(
        "pay-in", value: "WAY", summary: "Only services paid for in this way.", kind: ways),
      Option(
        "pay-out", value: "WAY", summary: "Only services that pay out in this way.", kind: ways),
      Option(
        "currency", value: "CODE", summary: "The sending currency, if not the country's own.",
        kind: .currency),
      Option(
        "payout-currency", value: "CODE",
        summary: "The currency paid out, if not the country's own.", kind: .currency),
      Option(
        "max-age", value: "TIME",
        summary: "Ask again where the cache is older than this, such as 30m, 6h or 2d.",
        check: { ScaledNumber.seconds($0) == nil ? "is not a time such as 30m, 6h or 2d" : nil }),
      Option(
        "format", value: "FORMAT", summary: "How to write the answer.",
        kind: .choice(["text", "json", "csv"]), defaultValue: "text"),
      RemitStatistics.option,
    ],
    flags: [
      RemitStatistics.flag,
      Flag("offline", summary: "Open no connection; answer from the cache and what is stored."),
    ],
    examples: [
      Example("sojourn remit US MX 300", "Compare services for 300 dollars to Mexico."),
      Example(
        "sojourn remit DE TR 500 --mode on-top --format json",
        "The same for programs, with the fee on top of 500 euro."),
      Example("sojourn remit --stats GB NG", "Show how the corridor's cost went by quarter."),
      Example("sojourn remit --rank-from GB", "Rank all corridors from the United Kingdom."),
    ],
    group: "Money home")

  private static let ways = ValueKind.choice(
    PaymentChannel.allCases.filter { $0 != .unknown }.map(\.rawValue))

  /// Answers the question on the command line.
  /// - Returns: `unavailable` where neither a service nor a mean was found.
  static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let format = invocation.text("format")
    if invocation.isGiven("rank-from") {
      return try RemitStatistics.rank(
        from: try country("rank-from", invocation), format: format, console)
    }
    if invocation.flag("stats") {
      let corridor = Corridor(
        from: try country("FROM", invocation), to: try country("TO", invocation))
      return try RemitStatistics.run(corridor, format: format, console)
    }
    let question = try question(invocation)
    let setting = try RemitSetting(console, makesCache: !question.offline)
    let library = PriceLibrary.open { RemitSetting.warn("\($0)", console) }
    let finder = PriceFinder(
      sources: setting.sources, fetcher: setting.fetcher,
      stored: library.isEmpty ? nil : library)
    let answer = finder.answer(question)
    try console.print(text(answer, format: format, console))
    return answer.services.isEmpty && answer.mean == nil ? .unavailable : .success
  }

  private static func text(_ answer: RemitAnswer, format: String?, _ console: Console) -> String {
    switch format {
    case "json": return RemitJSON.json(answer).line + "\n"
    case "csv": return RemitCSV.lines(answer).map { $0 + "\r\n" }.joined()
    default:
      let table = RemitTable(
        answer, width: console.width, style: console.style, isUTF8: console.terminal.isUTF8)
      return table.lines.map { $0 + "\n" }.joined()
    }
  }

  private static func question(_ invocation: Invocation) throws(UsageError) -> RemitQuestion {
    let from = try country("FROM", invocation)
    let to = try country("TO", invocation)
    guard from != to else {
      throw invocation.refusal(of: "TO", "is the country the money comes from; name another")
    }
    let send = try currency("currency", of: from, invocation)
    let payout = try currency("payout-currency", of: to, invocation)
    _ = try invocation.required("AMOUNT")
    let amount = try invocation.value("AMOUNT", else: "is too long a number") {
      ExactDecimal($0)
    }
    guard let amount, amount > .zero, amount <= 1_000_000_000_000 else {
      throw invocation.refusal(of: "AMOUNT", "must be above 0 and at most 1,000,000,000,000")
    }
    let places = send.minorUnits ?? 2
    guard let rounded = try? amount.rounded(places: places, .down), rounded == amount else {
      throw invocation.refusal(of: "AMOUNT", "\(send) has \(places) decimals; write no more")
    }
    return RemitQuestion(
      corridor: Corridor(from: from, to: to), amount: amount, sendCurrency: send,
      payoutCurrency: payout,
      mode: invocation.text("mode").flatMap(CostMode.init(rawValue:)) ?? .takenOut,
      payIn: invocation.text("pay-in").flatMap(PaymentChannel.init(rawValue:)),
      payOut: invocation.text("pay-out").flatMap(PaymentChannel.init(rawValue:)),
      maxAge: invocation.text("max-age").flatMap { ScaledNumber.seconds($0) },
      offline: invocation.flag("offline"))
  }

  private static func country(
    _ name: String, _ invocation: Invocation
  ) throws(UsageError) -> Country {
    let text = try invocation.required(name)
    guard let country = Country(text) ?? Country(named: text), !country.isHistoric else {
      let hint = Country.suggestion(for: text).map { "did you mean \($0.code), \($0.name)?" }
      throw invocation.refusal(of: name, "\"\(text)\" is no country of today", hint: hint)
    }
    return country
  }

  private static func currency(
    _ option: String, of country: Country, _ invocation: Invocation
  ) throws(UsageError) -> Currency {
    if let text = invocation.text(option) {
      guard let currency = Currency(text), !currency.isHistoric else {
        let hint = Currency.suggestion(for: text).map { "did you mean \($0.code), \($0.name)?" }
        throw invocation.refusal(of: option, "\"\(text)\" is no currency of today", hint: hint)
      }
      return currency
    }
    guard let currency = country.homeCurrency else {
      throw invocation.refusal(of: option, "\(country.name) has no currency of its own; name one")
    }
    return currency
  }
}
