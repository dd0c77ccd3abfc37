import Formula
import Quantities

/// What an example expects: one entry of its `expect` list.
public struct Expectation: Sendable {
  /// One thing that is compared.
  public enum Key: String, Sendable, Hashable, CaseIterable {
    case status, right, pension, paid, currency, basis, method, from, export, ratio
    case independent, totalized, theoretical
    case proRata = "pro_rata"
    case minimumSupplement = "minimum_supplement"
    case own, foreign, total, missing, value, certainty
    case opens, later
    case laterFrom = "later_from"
    case laterPaid = "later_paid"
    case refund, erases
    case refundFrom = "refund_from"
    case refundAmount = "refund_amount"
  }

  /// The text that is expected, where it stands.
  public struct Item: Sendable {
    public let key: Key
    public let text: String
    let node: YAMLNode
  }

  public let scheme: String?
  /// The step whose value is meant.
  public let step: String?
  public let setting: Setting?
  /// How far numbers may be off; nil: they agree to the last place written.
  public let within: ExactDecimal?
  public let items: [Item]
  let node: YAMLNode

  /// Whether a number is the one that was written, to the last place written.
  func isMet(_ text: String, by actual: ExactDecimal) -> Bool {
    guard let wanted = ExactDecimal(text) else { return false }
    guard let within else {
      let places = text.split(separator: ".").dropFirst().first?.count ?? 0
      return actual.text(places: places) == wanted.text(places: places)
    }
    guard let difference = try? actual.subtracting(wanted) else { return false }
    return difference.magnitude <= within
  }
}
