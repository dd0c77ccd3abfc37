/// Reads how money is paid in and out from the World Bank's words, which changed over the years.
enum ChannelText {
  /// How the sender pays: from the product or payment instrument.
  static func payIn(_ instrument: String?) -> PaymentChannel {
    guard let text = instrument?.lowercased() else { return .unknown }
    // "Cash to account, Card to cash": what stands before "to" is how it is paid in.
    return channel(of: text.split(separator: ",").map { beforeTo($0) })
  }

  /// How the receiver is paid: from the pick-up method, else from what follows "to" in the product.
  static func payOut(_ pickup: String?, instrument: String?) -> PaymentChannel {
    if let pickup, !pickup.isEmpty {
      let found = channel(of: pickup.lowercased().split(separator: ",").map { $0 })
      if found != .unknown { return found }
    }
    guard let text = instrument?.lowercased() else { return .unknown }
    let parts = text.split(separator: ",").compactMap { afterTo($0) }
    return parts.isEmpty ? .unknown : channel(of: parts)
  }

  /// The speed of the World Bank's seven words.
  static func speed(_ text: String?) -> TransferSpeed {
    guard let text = text?.lowercased() else { return .unknown }
    return TransferSpeed(rawValue: Tidy.text(text)) ?? .unknown
  }

  private static func beforeTo(_ text: Substring) -> Substring {
    range(of: " to ", in: text).map { text[..<$0.lowerBound] } ?? text
  }

  private static func afterTo(_ text: Substring) -> Substring? {
    range(of: " to ", in: text).map { text[$0.upperBound...] }
  }

  private static func range(
    of word: String, in text: Substring
  ) -> Range<Substring.Index>? {
    var start = text.startIndex
    while start < text.endIndex {
      if text[start...].hasPrefix(word) {
        return start..<text.index(start, offsetBy: word.count)
      }
      start = text.index(after: start)
    }
    return nil
  }

  /// The one channel of some words; `other` where they name several.
  private static func channel(of words: [Substring]) -> PaymentChannel {
    var found: Set<PaymentChannel> = []
    for word in words { if let channel = channel(word) { found.insert(channel) } }
    guard let first = found.first else { return .unknown }
    return found.count == 1 ? first : .other
  }

  private static func channel(_ word: Substring) -> PaymentChannel? {
    func has(_ part: String) -> Bool { range(of: part, in: word) != nil }
    if has("card") { return .card }
    if has("mobile") || has("wallet") { return .mobileMoney }
    if has("door") || has("home") { return .homeDelivery }
    if has("cash") { return .cash }
    if has("account") || has("bank") { return .bankAccount }
    if has("online") || has("service") || has("atm") { return .other }
    return nil
  }
}
