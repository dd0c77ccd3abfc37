import Coordination
import Interchange
import Presentation
import Quantities
import Remittances

extension Methods {
  var remit: RPCMethod {
    RPCMethod(
      "remit", title: "Cost of sending money",
      summary:
        "Compares what it costs to send an amount from one country to another, service by service, with fee, exchange-rate margin, source and age of each price. Asks price sources on the network unless offline is true; only corridor, amount and currency go out.",
      parameters: Self.parameters(
        """
        "from": {"type": "string"}, "to": {"type": "string"},
        "amount": {"type": ["string", "number"], "description": "In the sending currency."},
        "currency": {"type": "string", "description": "The sending currency, if not the country's own."},
        "payout_currency": {"type": "string"},
        "mode": {"enum": ["taken-out", "on-top"]}, "offline": {"type": "boolean"}
        """, required: ["from", "to", "amount"]), result: Self.object(RemitJSON.format),
      isOpenWorld: true
    ) { parameters, json in
      try parameters.allow([
        "from", "to", "amount", "currency", "payout_currency", "mode", "offline",
      ])
      let question = try question(parameters)
      let setting = try price { () throws(Failure) in
        try RemitSetting(console, makesCache: !question.offline)
      }
      let library = PriceLibrary.open { RemitSetting.warn("\($0)", console) }
      let finder = PriceFinder(
        sources: setting.sources, fetcher: setting.fetcher,
        stored: library.isEmpty ? nil : library)
      let answer = finder.answer(question)
      json.raw(RemitJSON.json(answer).line.utf8)
      return {
        RemitTable(answer, width: 100, style: .plain, isUTF8: true).lines.joined(separator: "\n")
      }
    }
  }

  var arrives: RPCMethod {
    RPCMethod(
      "arrives", title: "What arrives of each pension",
      summary:
        "For each pension of a case: how often it is paid, the cheapest ways to the country of residence, the yearly cost, what sending three payments at once would save, what arrives in local money. Asks price sources on the network unless offline is true; never sends the case.",
      parameters: Self.parameters(
        """
        "case": \(JSONSchema.case.text),
        "to": {"type": "string", "description": "Where the money shall arrive, if not where the person lives."},
        "offline": {"type": "boolean"}
        """, required: ["case"]), result: Self.object(ArrivalsJSON.format), isOpenWorld: true
    ) { parameters, json in
      try parameters.allow(["case", "to", "offline"])
      var career = try parameters.career(today: today, library: book)
      let named = try country("to", parameters)
      guard let home = named ?? career.person.livesIn else {
        throw RPCError.invalidParameters(
          InputError(
            "case.no-residence", "the case does not say where the person lives",
            hint: "add person.lives_in, or the parameter \"to\"", at: parameters.place("case")))
      }
      career.person.livesIn = home
      let result = try Engine(library: book, today: today).answer(
        career, detail: .full, refunds: false)
      let isOffline = try parameters.flag("offline")
      let arrivals = try price { () throws(Failure) in
        try Arrives.arrivals(of: result, home: home, isOffline: isOffline, console)
      }
      json.raw(ArrivalsJSON.json(arrivals, of: result, home: home).line.utf8)
      return {
        ArrivalsText(arrivals, of: result, home: home, width: 100, style: .plain).rendered()
      }
    }
  }

  private func question(_ parameters: RPCParameters) throws(RPCError) -> RemitQuestion {
    let from = try parameters.required("from", try country("from", parameters))
    let to = try parameters.required("to", try country("to", parameters))
    let send = try currency("currency", of: from, parameters)
    let payout = try currency("payout_currency", of: to, parameters)
    let amount = try parameters.required("amount", try parameters.decimal("amount"))
    let places = send.minorUnits ?? 2
    guard from != to, amount.signum > 0, amount <= 1_000_000_000_000,
      let cut = try? amount.rounded(places: places, .down), cut == amount
    else {
      throw .invalidParameters(
        InputError(
          "remit.bad-question",
          from == to
            ? "the money must go to another country"
            : "the amount must be above 0, at most 1,000,000,000,000, with \(places) decimals",
          at: parameters.place(from == to ? "to" : "amount")))
    }
    return RemitQuestion(
      corridor: Corridor(from: from, to: to), amount: amount, sendCurrency: send,
      payoutCurrency: payout,
      mode: try parameters.value("mode", "taken-out or on-top") { CostMode(rawValue: $0) }
        ?? .takenOut, offline: try parameters.flag("offline"))
  }

  private func country(_ name: String, _ parameters: RPCParameters) throws(RPCError) -> Country? {
    try parameters.value(name, "a country of today (ISO 3166 code or English name)") { text in
      (Country(text) ?? Country(named: text)).flatMap { $0.isHistoric ? nil : $0 }
    }
  }

  private func currency(
    _ name: String, of country: Country, _ parameters: RPCParameters
  ) throws(RPCError) -> Currency {
    let named = try parameters.value(name, "a currency of today (ISO 4217 code)") { text in
      Currency(text).flatMap { $0.isHistoric ? nil : $0 }
    }
    return try parameters.required(name, named ?? country.homeCurrency)
  }

  /// Runs what asks for prices and turns its trouble into an error of the request.
  private func price<Result>(_ body: () throws(Failure) -> Result) throws(RPCError) -> Result {
    do throws(Failure) {
      return try body()
    } catch {
      throw .failed(InputError("prices.unavailable", error.message, at: 0))
    }
  }
}
