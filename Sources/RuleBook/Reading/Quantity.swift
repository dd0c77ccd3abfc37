import Formula
import Quantities

/// A number of a rule file with the unit written behind it: `39.32`, `0.3 %`, `65y1m`, `6 quarters`.
struct Quantity: Equatable {
  let value: ExactDecimal
  /// What was written behind the number; nil for nothing. A percentage is already a hundredth.
  let unit: Unit?

  init(value: ExactDecimal, unit: Unit?) {
    self.value = value
    self.unit = unit
  }

  /// Reads a quantity; nil where it is none.
  init?(_ text: String) {
    // Nearly all are plain numbers.
    if let last = text.utf8.last, last.isDigit, text.utf8.allSatisfy(\.isPartOfNumber),
      let number = ExactDecimal(text)
    {
      self.init(value: number, unit: nil)
      return
    }
    if let months = Self.months(text) {
      self.init(value: ExactDecimal(months), unit: Unit("month"))
      return
    }
    let digits = text.prefix { $0.isNumber || $0 == "." || $0 == "-" || $0 == "+" }
    guard let number = ExactDecimal(digits) else { return nil }
    let rest = text.dropFirst(digits.count).drop { $0 == " " }
    if rest.isEmpty {
      self.init(value: number, unit: nil)
      return
    }
    guard let unit = WrittenUnit(String(rest)) else { return nil }
    guard let value = try? unit.applied(to: number) else { return nil }
    self.init(value: value, unit: unit.unit)
  }

  /// `65y1m`, `65y` or `13m` in months.
  static func months(_ text: String) -> Int? {
    guard let last = text.utf8.last, last == UInt8(ascii: "y") || last == UInt8(ascii: "m") else {
      return nil
    }
    var rest = Substring(text)
    var total = 0
    var parts = 0
    for (letter, factor) in [("y", 12), ("m", 1)] {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard !digits.isEmpty, rest.dropFirst(digits.count).hasPrefix(letter),
        let count = Int(digits), count < 10_000
      else { continue }
      total += count * factor
      parts += 1
      rest = rest.dropFirst(digits.count + 1)
    }
    return rest.isEmpty && parts > 0 ? total : nil
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }

  fileprivate var isPartOfNumber: Bool {
    isDigit || self == UInt8(ascii: ".") || self == UInt8(ascii: "-") || self == UInt8(ascii: "+")
  }
}

/// A unit as rule files write it: the units of formulas, and `%` for hundredths.
struct WrittenUnit: Equatable {
  let unit: Unit
  let isPercent: Bool

  init?(_ text: String) {
    if text.hasPrefix("%") {
      guard let unit = Unit("1" + text.dropFirst()) else { return nil }
      self.unit = unit
      isPercent = true
    } else {
      guard let unit = Unit(text) else { return nil }
      self.unit = unit
      isPercent = false
    }
  }

  /// What a number in this unit comes to in `unit`.
  func applied(to number: ExactDecimal) throws(ArithmeticError) -> ExactDecimal {
    isPercent ? try number.divided(by: 100) : number
  }
}
