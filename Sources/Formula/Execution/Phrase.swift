import Quantities

/// A text for people that can be said in any language: an English template and what fills it.
///
/// A template holds slots in braces, `{counted_total} of 60 months`. Rule files name their slots;
/// texts of the program number them from 1, in the order of an interpolated literal. The template
/// is the key under which a language file holds the translation.
public struct Phrase: Sendable, Hashable {
  /// What stands in a slot.
  public indirect enum Slot: Sendable, Hashable {
    /// Said as it is in every language: an id, a name in the law's own language.
    case verbatim(String)
    /// The articles of the law; what an English file explains behind a colon is said in English.
    case citation(String)
    /// A figure, written as the reader's language writes it.
    case figure(Figure)
    case money(ExactDecimal, Currency)
    case phrase(Phrase)
    /// Phrases one after the other, with a comma between them.
    case list([Phrase])
    /// A name of the rule language, and what the law calls it.
    case name(String, [String: String])
    /// A word the rule language itself has: a function, a unit, `if`.
    case ruleWord(String)
  }

  public struct Filling: Sendable, Hashable {
    public let name: String
    public let slot: Slot

    public init(_ name: String, _ slot: Slot) {
      self.name = name
      self.slot = slot
    }
  }

  /// The English text with its slots in braces.
  public let template: String
  public let fillings: [Filling]
  /// A formula: it has no words of its own to translate, only slots.
  public let isFormula: Bool

  public init(template: String, _ fillings: [Filling] = [], isFormula: Bool = false) {
    self.template = template
    self.fillings = fillings
    self.isFormula = isFormula
  }

  /// Whether there is nothing to say.
  public var isEmpty: Bool { template.isEmpty }

  /// The text in English.
  public var english: String {
    fillings.isEmpty ? template : filled { Self.english($0) }
  }

  /// The text with every slot written by `write`.
  ///
  /// - Parameter translation: the template in another language; nil for the English one. A slot
  ///   nothing fills stays as it is.
  public func filled(_ translation: String? = nil, _ write: (Slot) -> String) -> String {
    var text = ""
    var rest = Substring(translation ?? template)
    // Braces are one byte each: looking for bytes is much faster than for characters.
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
      text += rest[..<open]
      guard let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: "}")) else {
        rest = rest[open...]
        break
      }
      let name = rest[rest.utf8.index(after: open)..<close]
      if let filling = fillings.first(where: { $0.name == name }) {
        text += write(filling.slot)
      } else {
        text += rest[open...close]
      }
      rest = rest[rest.utf8.index(after: close)...]
    }
    return text + rest
  }

  private static func english(_ slot: Slot) -> String {
    switch slot {
    case .verbatim(let text), .citation(let text): text
    case .figure(let figure): figure.text
    case .money(let amount, let currency):
      "\(currency.code) \(amount.grouped(places: currency.minorUnits ?? 2))"
    case .phrase(let phrase): phrase.english
    case .list(let phrases): phrases.map(\.english).joined(separator: ", ")
    case .name(let name, _): name
    case .ruleWord(let word): word
    }
  }
}

extension Phrase: ExpressibleByStringInterpolation {
  public init(stringLiteral text: String) { self.init(template: text) }

  public init(stringInterpolation: Interpolation) {
    self.init(template: stringInterpolation.template, stringInterpolation.fillings)
  }

  /// Gathers the words of a literal into its template and the values into numbered slots.
  public struct Interpolation: StringInterpolationProtocol {
    var template = ""
    var fillings: [Filling] = []

    public init(literalCapacity: Int, interpolationCount: Int) {
      template.reserveCapacity(literalCapacity + 3 * interpolationCount)
      fillings.reserveCapacity(interpolationCount)
    }

    public mutating func appendLiteral(_ literal: String) { template += literal }

    private mutating func append(_ slot: Slot) {
      let name = String(fillings.count + 1)
      template += "{\(name)}"
      fillings.append(Filling(name, slot))
    }

    /// An id or the like, which no language changes.
    public mutating func appendInterpolation(_ text: String) { append(.verbatim(text)) }

    /// The articles something rests on.
    public mutating func appendInterpolation(law: String) { append(.citation(law)) }
    public mutating func appendInterpolation(_ phrase: Phrase) { append(.phrase(phrase)) }
    public mutating func appendInterpolation(_ phrases: [Phrase]) { append(.list(phrases)) }
    public mutating func appendInterpolation(_ figure: Figure) { append(.figure(figure)) }

    /// An amount, with the currency's usual decimals.
    public mutating func appendInterpolation(_ amount: ExactDecimal, _ currency: Currency) {
      append(.money(amount, currency))
    }

    public mutating func appendInterpolation(_ day: Day) {
      append(.figure(Figure(value: .date(day), type: .date)))
    }

    public mutating func appendInterpolation(_ number: ExactDecimal) {
      append(.figure(Figure(value: .number(number), type: .number(.one))))
    }

    /// A name of the rule language, with what it is called by language.
    public mutating func appendInterpolation(name: String, _ names: [String: String]) {
      append(.name(name, names))
    }

    public mutating func appendInterpolation(ruleWord word: String) { append(.ruleWord(word)) }

    /// A count or a year.
    public mutating func appendInterpolation(_ number: Int) { append(.verbatim(String(number))) }
  }
}

extension Phrase: CustomStringConvertible {
  public var description: String { english }
}
