import Formula
import Quantities

/// One question of the interview.
public struct Question: Sendable, Hashable {
  /// What kind of answer it takes.
  public indirect enum Kind: Sendable, Hashable {
    case day(DayBounds)
    case days(DayBounds)
    case country
    case countries
    /// One of these, by number or by name.
    case choice([Choice])
    /// Any number of these.
    case picks([Choice])
    /// What was earned in a year; further amounts are those of the years after it.
    case earnings(EarningsFrame)
    /// One typical wage, in one of these currencies.
    case wage([Currency])
    /// A sum of periods that an institution certified.
    case sum(Span)
    case number(ClosedRange<ExactDecimal>?, isMoney: Bool)
    /// A number for each of some years.
    case byYear(ClosedRange<Int>)
    /// The name of a file to write.
    case file(FileUse)
  }

  /// What an empty line means.
  public struct Blank: Sendable, Hashable {
    /// What is kept; empty where nothing is known.
    public let value: String
    public let says: Phrase

    init(_ value: String = "", _ says: Phrase) {
      self.value = value
      self.says = says
    }
  }

  /// The name under which the answer is kept.
  public let id: String
  public let kind: Kind
  /// What it belongs to, such as a period.
  public let heading: Phrase
  public let text: Phrase
  /// Answers as they may be written.
  public let examples: [Phrase]
  /// What is worth knowing before answering.
  public let notes: [Phrase]
  /// Nil where an answer is needed.
  public let blank: Blank?
  /// What `?` explains.
  public let help: [Phrase]
  /// How many choices are shown; the others stand in the help with their codes.
  private let shown: Int

  init(
    _ id: String, _ kind: Kind, under heading: Phrase = "", _ text: Phrase,
    examples: [Phrase] = [], notes: [Phrase] = [], blank: Blank? = nil, help: [Phrase] = [],
    shown: Int = .max
  ) {
    self.id = id
    self.kind = kind
    self.heading = heading
    self.text = text
    self.examples = examples
    self.notes = notes
    self.blank = blank
    self.help = help
    self.shown = shown
  }

  /// The answers it offers by number.
  public var choices: [Choice] { Array(allChoices.prefix(shown)) }

  /// Rarer answers, known by their codes.
  public var rareChoices: [Choice] { Array(allChoices.dropFirst(shown)) }

  var allChoices: [Choice] {
    switch kind {
    case .choice(let choices), .picks(let choices): choices
    default: []
    }
  }
}
