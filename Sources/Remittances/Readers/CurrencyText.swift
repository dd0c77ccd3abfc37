/// Currency codes as replies write them. Sources also carry codes outside ISO 4217 (territories,
/// gold), so a reply's code is kept as text until it meets a question.
enum CurrencyText {
  /// Three capital letters of ASCII.
  static func isCode(_ text: some StringProtocol) -> Bool {
    text.utf8.count == 3
      && text.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
  }
}
