import Quantities

/// Reads Wise's comparison, version 4.
enum WiseComparisonReader {
  static func read(_ bytes: [UInt8], _ question: ReplyQuestion) throws(ReaderError) -> QuoteSet {
    let root = try JSONNode(reply: bytes)
    let from = try root.member("sourceCurrency").currency()
    let to = try root.member("targetCurrency").currency()
    let sent = try amount(root)
    if let asked = question.fromCurrency, asked != from {
      throw ReaderError(.otherQuestion, at: "sourceCurrency", "asked \(asked), found \(from)")
    }
    if let asked = question.toCurrency, asked != to {
      throw ReaderError(.otherQuestion, at: "targetCurrency", "asked \(asked), found \(to)")
    }
    if let asked = question.amount, asked != sent {
      throw ReaderError(.otherQuestion, at: "amount", "asked \(asked), found \(sent)")
    }
    var quotes: [CollectedQuote] = []
    var dropped: [String] = []
    for provider in try root.member("providers").items() {
      let name = try provider.member("name").text()
      let alias = try provider.optional("alias")?.text() ?? name
      let kind = try provider.optional("type")?.text() ?? ""
      for node in try provider.member("quotes").items() {
        switch try quote(node, name: name, alias: alias, kind: kind, sent: sent) {
        case .success(let quote): quotes.append(quote)
        case .failure(let reason): dropped.append("\(name): \(reason.words)")
        }
      }
    }
    // An empty list is an answer: the comparison knows nobody in this corridor.
    return QuoteSet(
      fromCurrency: from, toCurrency: to, sent: sent, quotes: quotes, dropped: dropped)
  }

  private struct Unusable: Error {
    let words: String
  }

  private static func amount(_ root: JSONNode) throws(ReaderError) -> ExactDecimal {
    if let type = try root.optional("amountType") {
      let word = try type.text()
      guard word == "SEND" else {
        throw ReaderError(.otherQuestion, at: "amountType", "asked SEND, found \(word.prefix(20))")
      }
    }
    if let amount = try root.optional("amount") { return try amount.rate() }
    return try root.member("sendAmount").rate()
  }

  /// A quote, or why it cannot be used; throws only where the shape is not the expected one.
  private static func quote(
    _ node: JSONNode, name: String, alias: String, kind: String, sent: ExactDecimal
  ) throws(ReaderError) -> Result<CollectedQuote, Unusable> {
    guard let rate = try node.optional("rate")?.decimal(), rate > .zero else {
      return .failure(Unusable(words: "no rate"))
    }
    guard let fee = try node.optional("fee")?.decimal() else {
      return .failure(Unusable(words: "no fee"))
    }
    guard fee < sent else { return .failure(Unusable(words: "the fee eats the amount up")) }
    guard let collected = try node.optional("dateCollected") else {
      return .failure(Unusable(words: "no date"))
    }
    let duration = try node.optional("deliveryEstimation")?.optional("duration")
    return .success(
      CollectedQuote(
        provider: name, alias: alias, kind: kind, rate: rate, fee: fee,
        markup: try node.optional("markup")?.decimal(),
        received: try node.optional("receivedAmount")?.decimal(),
        collectedAt: try collected.instant(),
        fromCountry: try country(node, "sourceCountry"),
        toCountry: try country(node, "targetCountry"),
        fastest: try seconds(duration, "min"), slowest: try seconds(duration, "max"),
        isMidMarket: try node.optional("isConsideredMidMarketRate")?.bool() ?? false))
  }

  private static func country(
    _ node: JSONNode, _ name: String
  ) throws(ReaderError) -> String? {
    try node.optional(name)?.text()
  }

  private static func seconds(
    _ node: JSONNode?, _ name: String
  ) throws(ReaderError) -> Int64? {
    guard let value = try node?.optional(name) else { return nil }
    let text = try value.text()
    guard let seconds = ISODuration.seconds(text) else {
      throw ReaderError(
        .badValue, at: value.path, "\"\(text.prefix(30))\" is not a duration such as PT2H30M")
    }
    return seconds
  }
}
