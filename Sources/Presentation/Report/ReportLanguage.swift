import Formula
import Quantities

/// A language a report is written in: its texts and its forms of numbers.
public struct ReportLanguage: Sendable {
  /// The code of BCP 47, such as `fr`.
  public let code: String
  public let isRightToLeft: Bool
  /// What separates thousands, and what stands before the decimals.
  let group: String
  let point: String
  /// English templates and what they are in this language.
  public let catalogue: [String: String]

  public init(
    code: String, isRightToLeft: Bool = false, group: String = ",", point: String = ".",
    catalogue: [String: String] = [:]
  ) {
    self.code = code
    self.isRightToLeft = isRightToLeft
    self.group = group
    self.point = point
    self.catalogue = catalogue
  }

  public static let english = ReportLanguage(code: "en")

  /// The text in this language; what has no translation is said in English.
  public func say(_ phrase: Phrase) -> String {
    if code == "en" { return phrase.english }
    return phrase.filled(catalogue[phrase.template]) { write($0) }
  }

  private func write(_ slot: Phrase.Slot) -> String {
    switch slot {
    case .verbatim(let text): text
    case .figure(let figure): number(figure)
    case .money(let amount, let currency):
      "\(amount.grouped(places: currency.minorUnits ?? 2, separator: group, point: point))"
        + "\u{A0}\(currency.code)"
    case .phrase(let phrase): say(phrase)
    case .list(let phrases): phrases.map(say).joined(separator: isRightToLeft ? "، " : ", ")
    case .name(let name, let names): names[code] ?? name
    }
  }

  private func number(_ figure: Figure) -> String {
    guard case .number(let value) = figure.value else { return figure.text }
    return value.description.split(separator: ".", omittingEmptySubsequences: false)
      .joined(separator: point)
  }
}
