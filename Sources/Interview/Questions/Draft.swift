import Quantities

/// What was answered so far, by the names of the questions.
///
/// The names of a period's questions begin with `periods.N.`; numbers are never used twice.
public struct Draft: Sendable, Hashable {
  public private(set) var answers: [String: String]

  public init(_ answers: [String: String] = [:]) { self.answers = answers }

  /// The answer to a question; empty where it was left open, nil where it was not asked yet.
  public subscript(id: String) -> String? {
    get { answers[id] }
    set { answers[id] = newValue }
  }

  /// The numbers of the periods, in the order in which they were entered.
  var periods: [Int] {
    Set(
      answers.keys.compactMap { key -> Int? in
        let parts = key.split(separator: ".")
        guard parts.count > 2, parts[0] == "periods" else { return nil }
        return Int(parts[1]).flatMap { Self.numbers.contains($0) ? $0 : nil }
      }
    ).sorted()
  }

  /// Numbers a period may have; a file may hold any.
  private static let numbers = 1...1_000_000

  /// The name of a question about a period.
  static func id(_ period: Int, _ name: String) -> String { "periods.\(period).\(name)" }

  /// Forgets everything whose name begins so.
  mutating func remove(below prefix: String) {
    answers = answers.filter { !$0.key.hasPrefix(prefix) }
  }

  /// Keeps an answer; what hangs on a changed one is forgotten.
  mutating func set(_ id: String, to value: String) {
    let isChange = answers[id].map { $0 != value } ?? false
    answers[id] = value
    guard isChange else { return }
    let parts = id.split(separator: ".")
    guard parts.count == 3, parts[0] == "periods", let period = Int(parts[1]) else { return }
    switch parts[2] {
    case "country":
      for name in ["scheme", "earnings", "currency", "wage", "given"] {
        remove(below: Self.id(period, name))
      }
    case "currency":
      remove(below: Self.id(period, "wage"))
      remove(below: Self.id(period, "earnings."))
    // Earnings that were kept as they are belong to the days they were given for.
    case "from", "to":
      if answers[Self.id(period, "given")] != nil {
        for name in ["earnings", "given"] { remove(below: Self.id(period, name)) }
      }
    default: break
    }
  }
}
