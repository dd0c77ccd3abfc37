import Formula
import Quantities

/// A language answers are said in: its texts and its forms of numbers, money and days.
public struct Language: Sendable {
  /// The code of BCP 47, such as `fr`.
  public let code: String
  /// What the language calls itself.
  public let name: String
  public let isRightToLeft: Bool
  public let forms: Forms
  /// English templates and what they are in this language.
  public private(set) var catalogue: [String: Translation]

  /// How a language writes figures.
  public struct Forms: Sendable, Hashable {
    /// What separates thousands, and what stands before the decimals.
    public var group = ","
    public var point = "."
    /// Signs that a space before them binds to the word they follow, such as a French colon.
    public var noBreakBefore = ""
    /// What stands between the items of a list.
    public var comma = ", "
    /// Money, with the slots `amount` and `currency`.
    public var money = "{currency} {amount}"
    /// A day, with the slots `day`, `month` and `year`; empty for YYYY-MM-DD.
    public var day = ""
    /// How the first day of a month is written, where it differs.
    public var firstDay = "1"
    /// The names of the months, as they stand inside a date.
    public var months: [String] = []

    public init() {}

    /// The text with no-break spaces before the signs of `noBreakBefore`.
    func bound(_ text: String) -> String {
      guard !noBreakBefore.isEmpty else { return text }
      let signs = noBreakBefore.unicodeScalars
      var bound = String.UnicodeScalarView()
      for scalar in text.unicodeScalars {
        if signs.contains(scalar), bound.last == " " {
          bound.removeLast()
          bound.append("\u{A0}")
        }
        bound.append(scalar)
      }
      return String(bound)
    }
  }

  public init(
    code: String, name: String, isRightToLeft: Bool = false, forms: Forms = Forms(),
    catalogue: [String: Translation] = [:]
  ) {
    self.code = code
    self.name = name
    self.isRightToLeft = isRightToLeft
    self.forms = forms
    self.catalogue = catalogue
  }

  /// The language of the templates; days are written YYYY-MM-DD.
  public static let english = Language(code: "en", name: "English")

  /// The same language with further texts.
  public func adding(_ more: [String: Translation]) -> Language {
    var language = self
    language.catalogue.merge(more) { _, new in new }
    return language
  }

  /// The text in this language; what has no translation is said in English.
  public func say(_ phrase: Phrase) -> String {
    if code == "en" { return phrase.english }
    if let translation = translation(of: phrase) {
      return phrase.filled(forms.bound(translation)) { isolated($0) }
    }
    let text = phrase.filled { isolated($0) }
    // English or a formula inside a right-to-left text runs its own way.
    guard isRightToLeft, phrase.isFormula || phrase.hasWords else { return text }
    return "\u{2066}\(text)\u{2069}"
  }

  /// What something is called: by its own name in this language, else by the translation of its
  /// English name or of `id`.
  public func name(_ names: [String: String], or id: String) -> String {
    names[code] ?? say(Phrase(template: names["en"] ?? id))
  }

  /// A unit such as `EUR/month`, each of its words in this language.
  public func unit(_ unit: String) -> String {
    guard code != "en", !unit.isEmpty else { return unit }
    return unit.split(separator: "/", omittingEmptySubsequences: false)
      .map { say(Phrase(template: String($0))) }.joined(separator: "/")
  }

  private func translation(of phrase: Phrase) -> String? {
    guard let translation = catalogue[phrase.template] else { return nil }
    var form: PluralForm?
    if case .forms = translation, let first = phrase.fillings.first,
      case .figure(let figure) = first.slot, case .number(let number) = figure.value
    {
      form = PluralForm(number, in: code)
    }
    return translation.text(for: form)
  }

  // MARK: Slots

  /// What fills a slot; in a right-to-left language Latin words and figures are kept apart from
  /// the text around them (Unicode's isolates), so that their parts stay in order.
  private func isolated(_ slot: Phrase.Slot) -> String {
    let text = write(slot)
    guard isRightToLeft, !text.isEmpty else { return text }
    switch slot {
    case .phrase, .list: return text
    default: return Self.isolate(text)
    }
  }

  private static func isolate(_ text: String) -> String { "\u{2068}\(text)\u{2069}" }

  /// The citations without what is explained in English behind a colon.
  static func articles(of law: String) -> String {
    law.split(separator: "; ").map { part in
      let articles = part.split(separator: ": ", maxSplits: 1).first ?? part
      return String(articles.contains(where: \.isNumber) ? articles : part)
    }.joined(separator: "; ")
  }

  private func write(_ slot: Phrase.Slot) -> String {
    switch slot {
    case .verbatim(let text): text
    case .citation(let law): Self.articles(of: law)
    case .figure(let figure): write(figure)
    case .money(let amount, let currency): money(amount, currency)
    case .phrase(let phrase): say(phrase)
    case .list(let phrases): phrases.map(say).joined(separator: forms.comma)
    case .name(let name, let names): self.name(names, or: name)
    case .ruleWord(let word): ruleWord(word)
    }
  }

  /// A word of the rule language, else of the closed lists of words, else as it is written.
  private func ruleWord(_ word: String) -> String {
    let plain = word.map { $0 == "_" ? " " : String($0) }.joined()
    let template = RuleWords.template(word)
    guard let text = (catalogue[template] ?? catalogue[plain])?.text(for: nil) else { return word }
    return text
  }

  /// Money with the currency's usual decimals.
  public func money(_ amount: ExactDecimal, _ currency: Currency) -> String {
    let number = amount.grouped(
      places: currency.minorUnits ?? 2, separator: forms.group, point: forms.point)
    return Phrase(
      template: forms.money,
      [.init("amount", .verbatim(number)), .init("currency", .verbatim(currency.code))]
    ).english
  }

  /// A day as the language writes it.
  public func day(_ day: Day) -> String {
    guard !forms.day.isEmpty, forms.months.indices.contains(day.month - 1) else {
      return day.description
    }
    return Phrase(
      template: forms.day,
      [
        .init("day", .verbatim(day.dayOfMonth == 1 ? forms.firstDay : String(day.dayOfMonth))),
        .init("month", .verbatim(forms.months[day.month - 1])),
        .init("year", .verbatim(String(day.year))),
      ]
    ).english
  }

  private func write(_ figure: Figure) -> String {
    switch figure.value {
    case .number, .months: number(figure.text)
    case .truth(let truth): say(truth ? "yes" : "no")
    case .date(let day): self.day(day)
    case .dates(let days): days.map(self.day).joined(separator: forms.comma)
    case .series(let series): say(Phrase(ExactDecimal(series.count), .year))
    case .choice: say(Phrase(template: figure.text))
    case .country(let country): say(Phrase(template: country.name))
    }
  }

  /// A plain number; thousands are separated from five digits on, so that a year stays a year.
  private func number(_ plain: String) -> String {
    let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, let digits = ExactDecimal(String(whole)),
      whole.drop(while: { $0 == "-" }).count > 4
    else { return parts.joined(separator: forms.point) }
    let grouped = digits.grouped(places: 0, separator: forms.group, point: forms.point)
    return ([grouped] + parts.dropFirst().map(String.init)).joined(separator: forms.point)
  }
}

extension Phrase {
  /// Whether its template holds more than slots and punctuation.
  fileprivate var hasWords: Bool {
    var depth = 0
    for byte in template.utf8 {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0, (UInt8(ascii: "a")...UInt8(ascii: "z")) ~= byte | 0x20 { return true }
    }
    return false
  }
}
