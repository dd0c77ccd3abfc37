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
    if fillings.isEmpty { return template }
    var text = ""
    withEnglish { text += String(decoding: $0, as: UTF8.self) }
    return text
  }

  /// Hands the English text to `body` piece by piece, for a writer that needs no text of its own.
  public func withEnglish(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    forEachPart(of: template, words: body) { $0.withEnglish(body) }
  }

  /// The text with every slot written by `write`.
  ///
  /// - Parameter translation: the template in another language; nil for the English one. A slot
  ///   nothing fills stays as it is.
  public func filled(_ translation: String? = nil, _ write: (Slot) -> String) -> String {
    var text = ""
    forEachPart(of: translation ?? template) { words in
      text += String(decoding: words, as: UTF8.self)
    } slot: {
      text += write($0)
    }
    return text
  }

  /// Goes through a template: its own words, and what fills the slots between them.
  private func forEachPart(
    of template: String, words: (UnsafeBufferPointer<UInt8>) -> Void, slot: (Slot) -> Void
  ) {
    var template = template
    template.withUTF8 { text in
      // Braces are one byte each: looking for bytes is much faster than for characters.
      var start = 0
      var open = 0
      while let next = text[open...].firstIndex(of: UInt8(ascii: "{")),
        let close = text[next...].firstIndex(of: UInt8(ascii: "}"))
      {
        open = close + 1
        let name = text[next + 1..<close]
        guard let filling = fillings.first(where: { $0.name.utf8.elementsEqual(name) }) else {
          continue
        }
        if start < next { words(UnsafeBufferPointer(rebasing: text[start..<next])) }
        slot(filling.slot)
        start = open
      }
      if start < text.count { words(UnsafeBufferPointer(rebasing: text[start...])) }
    }
  }
}

extension Phrase.Slot {
  /// Hands what stands in the slot to `body` in English.
  func withEnglish(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    switch self {
    case .phrase(let phrase): phrase.withEnglish(body)
    case .list(let phrases):
      for (index, phrase) in phrases.enumerated() {
        if index > 0 { Self.hand(", ", to: body) }
        phrase.withEnglish(body)
      }
    case .verbatim(let text), .citation(let text), .name(let text, _), .ruleWord(let text):
      Self.hand(text, to: body)
    case .figure(let figure): Self.hand(figure.text, to: body)
    case .money(let amount, let currency):
      Self.hand(currency.code, to: body)
      Self.hand(" ", to: body)
      Self.hand(amount.grouped(places: currency.minorUnits ?? 2), to: body)
    }
  }

  private static func hand(_ text: String, to body: (UnsafeBufferPointer<UInt8>) -> Void) {
    var text = text
    text.withUTF8(body)
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
