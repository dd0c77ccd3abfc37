/// What a number counts: a product of powers of currencies and of spans of time.
///
/// `EUR/month` is one euro to the power 1 and one month to the power -1; `1` is a pure number.
public struct Unit: Sendable, Hashable, CustomStringConvertible {
  /// Base units in alphabetical order with their powers, none of them 0.
  let powers: [Power]

  struct Power: Sendable, Hashable {
    let base: String
    let exponent: Int
  }

  /// A pure number.
  public static let one = Unit(powers: [])

  static func isPeriod(_ name: String) -> Bool {
    switch name {
    case "day", "week", "month", "quarter", "year": true
    default: false
    }
  }

  init(powers: [Power]) { self.powers = powers }

  private init(base: String) { powers = [Power(base: base, exponent: 1)] }

  /// The unit of that name: a period (`month`, `months`) or a currency in three capitals.
  public static func named(_ name: String) -> Unit? {
    if isPeriod(name) { return Unit(base: name) }
    if name.hasSuffix("s"), isPeriod(String(name.dropLast())) {
      return Unit(base: String(name.dropLast()))
    }
    let letters = name.utf8
    let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
    return letters.count == 3 && letters.allSatisfy(capitals.contains) ? Unit(base: name) : nil
  }

  /// Reads `EUR/month`, `1/month`, `EUR`, `month/year` or `1`.
  public init?(_ text: String) {
    guard text.utf8.contains(UInt8(ascii: "/")) else {
      guard let unit = text == "1" ? .one : Unit.named(text) else { return nil }
      self = unit
      return
    }
    var result = Unit.one
    for (index, part) in text.split(separator: "/", omittingEmptySubsequences: false).enumerated() {
      let name = String(part)
      if index == 0, name == "1" { continue }
      guard let unit = Unit.named(name) else { return nil }
      result = index == 0 ? unit : result.divided(by: unit)
    }
    self = result
  }

  func multiplied(by other: Unit) -> Unit { combined(with: other, sign: 1) }
  func divided(by other: Unit) -> Unit { combined(with: other, sign: -1) }

  private func combined(with other: Unit, sign: Int) -> Unit {
    if other.powers.isEmpty { return self }
    // Both stand in the order of their bases.
    var result: [Power] = []
    var (left, right) = (powers[...], other.powers[...])
    while let power = right.first {
      if let own = left.first, own.base < power.base {
        result.append(left.removeFirst())
        continue
      }
      right.removeFirst()
      var exponent = sign * power.exponent
      if let own = left.first, own.base == power.base {
        left.removeFirst()
        exponent += own.exponent
      }
      if exponent != 0 { result.append(Power(base: power.base, exponent: exponent)) }
    }
    return Unit(powers: result + left)
  }

  /// Whether a plain number may stand for it: anything in which no money occurs.
  var acceptsPlainNumbers: Bool { powers.allSatisfy { Self.isPeriod($0.base) } }

  /// The span of time it is one of, such as `month`; nil for anything else.
  public var period: String? {
    guard powers.count == 1, let only = powers.first, only.exponent == 1,
      Self.isPeriod(only.base)
    else { return nil }
    return only.base
  }

  /// The currency in it, if there is exactly one, to the power 1.
  public var currency: String? {
    let money = powers.filter { !Self.isPeriod($0.base) }
    guard money.count == 1, let only = money.first, only.exponent == 1 else { return nil }
    return only.base
  }

  /// The period money is paid per: `month` for `EUR/month`; nil where there is none.
  public var per: String? {
    powers.first { $0.exponent == -1 && Self.isPeriod($0.base) }?.base
  }

  public var description: String {
    if powers.count == 1, powers[0].exponent == 1 { return powers[0].base }
    if powers.isEmpty { return "1" }
    func shown(_ power: Power) -> String {
      abs(power.exponent) == 1 ? power.base : "\(power.base)^\(abs(power.exponent))"
    }
    let above = powers.filter { $0.exponent > 0 }.map(shown).joined(separator: "·")
    let below = powers.filter { $0.exponent < 0 }.map(shown).joined(separator: "/")
    if below.isEmpty { return above }
    return "\(above.isEmpty ? "1" : above)/\(below)"
  }
}
