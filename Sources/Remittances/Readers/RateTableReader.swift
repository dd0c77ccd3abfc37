import Quantities

/// Reads an object with `result`, `base_code`, `time_last_update_unix` and `rates`.
///
/// Such sources refuse with status 200 and `result` other than `success`, or `success: false`.
enum RateTableReader {
  static func read(_ bytes: [UInt8], _ question: ReplyQuestion) throws(ReaderError) -> [RateSet] {
    let root = try JSONNode(reply: bytes)
    try refuseRefusal(root)
    let base = try root.member("base_code").currency()
    if let asked = question.fromCurrency, base != asked {
      throw ReaderError(.otherQuestion, at: "base_code", "asked for \(asked), found \(base)")
    }
    let update = try root.member("time_last_update_unix")
    let seconds = try update.decimal()
    guard let count = seconds.intValue, count > 0, count < 253_402_300_800 else {
      throw ReaderError(.badValue, at: update.path, "\(seconds) is not a time in seconds")
    }
    var rates: [String: ExactDecimal] = [:]
    var skipped: [String] = []
    for (name, node) in try root.member("rates").members() {
      guard CurrencyText.isCode(name) else {
        skipped.append(name)
        continue
      }
      guard rates.updateValue(try node.rate(), forKey: name) == nil else {
        throw ReaderError(.badValue, at: node.path, "\(name) has two rates")
      }
    }
    guard !rates.isEmpty else { throw ReaderError(.empty, at: "rates", "there are no rates") }
    let day = Instant(seconds: Int64(count)).day
    return [RateSet(base: base, day: day, rates: rates, skipped: skipped)]
  }

  private static func refuseRefusal(_ root: JSONNode) throws(ReaderError) {
    if let success = try root.optional("success"), try !success.bool() {
      throw ReaderError(.refused, at: "success", "the source answers success: false")
    }
    if let result = try root.optional("result"), case .string(let word) = result.value,
      word != "success"
    {
      let type = try root.optional("error-type")?.text() ?? "no reason given"
      throw ReaderError(.refused, at: "result", "the source answers \(word): \(type)")
    }
  }
}
