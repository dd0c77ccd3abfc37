import Quantities

/// Invents two-country careers as case lines, always the same ones for the same seed.
///
/// They are made to take every path: yearly, monthly and typical earnings, certified sums, gaps,
/// overlaps, child-raising and unemployment, claims before, at and after the pensionable age.
struct CareerGenerator {
  private static let countries = ["US", "DE", "FR", "KR", "CA"]
  private static let certifiedUnit = [
    "US": "quarters", "DE": "months", "FR": "quarters", "KR": "months", "CA": "years",
  ]
  /// A yearly wage of 1975 and of 2025, in the money of the country at that time.
  private static let wages = [
    "US": (8_000, 70_000), "DE": (22_000, 50_000), "FR": (30_000, 40_000),
    "KR": (1_200_000, 42_000_000), "CA": (9_000, 65_000),
  ]
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  private mutating func next(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % max(1, bound)
  }

  /// One case on one line, `sojourn/case/1`.
  mutating func line(_ number: Int) -> [UInt8] {
    let first = next(5)
    let second = (first + 1 + next(4)) % 5
    let (a, b) = (Self.countries[first], Self.countries[second])
    let born = 1950 + next(36)
    let home = next(4) == 0 ? Self.countries[next(5)] : b
    let sex = next(2) == 0 ? "female" : "male"
    let birth = "\(born)-\(two(1 + next(12)))-\(two(1 + next(28)))"
    var text = "{\"format\":\"sojourn/case/1\",\"id\":\"c\(number)\",\"person\":{\"born\":\""
    text += "\(birth)\",\"sex\":\"\(sex)\",\"lives_in\":\"\(home)\""
    if next(5) > 0 { text += ",\"citizen_of\":[\"\(next(2) == 0 ? a : b)\"]" }
    text += "}"
    if next(3) > 0 {
      let year = min(2028, born + 61 + next(8))
      text += ",\"claim\":{\"benefit\":\"old_age\",\"from\":\"\(year)-\(two(1 + next(12)))-01\"}"
    }
    text += ",\"periods\":["
    let start = born + 18 + next(8)
    let change = min(2020, start + 1 + next(20))
    let end = min(2025, change + 2 + next(25))
    text += periods(a, from: start, through: change, isFirst: true)
    text += periods(b, from: change + next(3), through: end, isFirst: false)
    return Array((text + "]}").utf8)
  }

  private mutating func periods(
    _ country: String, from: Int, through: Int, isFirst: Bool
  ) -> String {
    var text = ""
    let last = max(from, through)
    let middle = from + (last - from) / 2
    let opening = "{\"country\":\"\(country)\",\"from\":\"\(from)-\(two(1 + next(11)))-"
    text += (isFirst ? "" : ",") + opening + "\(two(1 + next(28)))\",\"to\":\"\(last)-12-"
    text += "\(two(10 + next(21)))\",\"type\":\"employed\""
    switch next(8) {
    case 0:
      text += ",\"certified\":{\"\(Self.certifiedUnit[country] ?? "months")\":"
      text += "\(1 + next(country == "CA" ? last - from + 1 : 4 * (last - from + 1)))}}"
      return text
    case 1:
      text += ",\"earnings\":{\"amount\":\"\(wage(country, middle) / 12)\",\"per\":\"month\"}}"
    default:
      text += ",\"earnings\":{"
      text += (from...last).map { "\"\($0)\":\"\(wage(country, $0)).\(two(next(100)))\"" }
        .joined(separator: ",")
      text += "}}"
    }
    if next(6) == 0 {
      text +=
        ",{\"country\":\"\(country)\",\"from\":\"\(middle)-02-01\",\"to\":\"\(middle)-08-31\","
      text += "\"type\":\"\(["unemployed", "child_raising", "sickness", "military"][next(4)])\"}"
    }
    return text
  }

  private mutating func wage(_ country: String, _ year: Int) -> Int {
    let (low, high) = Self.wages[country] ?? (10_000, 50_000)
    let base = low + (high - low) * max(0, year - 1975) / 50
    return base * (40 + next(120)) / 100
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
