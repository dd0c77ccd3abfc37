import Quantities

/// A word of the rule language.
struct Token: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case number(ExactDecimal)
    case date(Day)
    case name(String)
    case symbol(String)
    case end
  }

  let kind: Kind
  /// Where it stands in the fragment, in UTF-8 bytes.
  let range: Range<Int>
  /// Whether white space stands before it.
  let spaced: Bool

  /// The token as it is spoken of in a message.
  var spoken: String {
    switch kind {
    case .number(let value): "the number \(value)"
    case .date(let day): "the date \(day)"
    case .name(let name): "'\(name)'"
    case .symbol(let symbol): "'\(symbol)'"
    case .end: "the end of the formula"
    }
  }
}
