import Testing

@testable import Quantities

@Suite struct ExactDecimalTests {
  private func number(_ text: String) throws -> ExactDecimal {
    try #require(ExactDecimal(text))
  }

  @Test(arguments: [
    ("1", "3", "0.33333333333333333333"), ("2", "3", "0.66666666666666666667"),
    ("-2", "3", "-0.66666666666666666667"), ("1", "8", "0.125"), ("100", "4", "25"),
    ("18", "40", "0.45"), ("1", "1024", "0.0009765625"), ("0", "7", "0"),
    ("1", "16777216", "0.000000059604644775390625"),
    ("1", "33554432", "0.0000000298023223877"),
    ("1000000000000000000000000", "3", "333333333333333333333333.33333333333333"),
    ("0.000000000000000000000001", "3", "0"),
    ("100000000000000000000000000", "3", "33333333333333333333333333.333333333333"),
    ("99999999999999999999999999999999999999", "1", "99999999999999999999999999999999999999"),
    ("4000000000000000000000000000000000000", "0.5", "8000000000000000000000000000000000000"),
  ])
  func quotients(dividend: String, divisor: String, expected: String) throws {
    #expect(try (number(dividend) / number(divisor)).description == expected)
  }

  @Test(arguments: [
    ("1000000000000000000000000000", "3"), ("99999999999999999999999999999999999999", "0.1"),
    ("10000000000000", "0.00000000000003"),
  ])
  func quotientsBelowTwelvePlacesOverflow(dividend: String, divisor: String) throws {
    let (a, b) = (try number(dividend), try number(divisor))
    #expect(throws: ArithmeticError.overflow) { try a / b }
  }

  @Test func divisionByZeroThrows() {
    #expect(throws: ArithmeticError.divisionByZero) { try ExactDecimal(1) / 0 }
    #expect(throws: ArithmeticError.divisionByZero) { try ExactDecimal(0) / 0 }
    #expect(throws: ArithmeticError.divisionByZero) {
      try ExactDecimal.quotient(of: [1], by: [2, 0])
    }
  }

  @Test(arguments: [
    ("0.00000000000001", "0.00000000000001", "0.000000000000000000000000"),
    ("0.0000000000005", "0.000000000001", "0.000000000000000000000000"),
    ("0.0000000000015", "0.000000000001", "0.000000000000000000000002"),
    ("1.5", "2.25", "3.375"), ("-1.50", "2", "-3.00"),
    ("33333333333333333333333.333333333333333", "3.3", "110000000000000000000000.00000000000000"),
  ])
  func products(left: String, right: String, expected: String) throws {
    #expect(try (number(left) * number(right)).description == expected)
    #expect(try (number(right) * number(left)).description == expected)
  }

  @Test func theLargestNumbersOverflowAsErrors() throws {
    let largest = try number("99999999999999999999999999999999999999")
    #expect(throws: ArithmeticError.overflow) { try largest + 1 }
    #expect(throws: ArithmeticError.overflow) { try largest.negated - 1 }
    #expect(throws: ArithmeticError.overflow) { try largest * 10 }
    #expect(throws: ArithmeticError.overflow) { try largest * largest }
    #expect(throws: ArithmeticError.overflow) { try largest + number("0.1") }
    #expect(throws: ArithmeticError.overflow) { try ExactDecimal(mantissa: .min, scale: 0) }
    #expect(throws: ArithmeticError.overflow) { try ExactDecimal(mantissa: .max, scale: 0) }
    #expect(throws: ArithmeticError.overflow) { try ExactDecimal(mantissa: 1, scale: 25) }
    #expect(try largest - largest == 0)
  }

  @Test func longProductsAreDividedOnce() throws {
    // A third of three is three thirds: dividing twice would lose the last place.
    let third = try ExactDecimal.quotient(of: [1, 3, 7], by: [3, 7])
    #expect(third.description == "1")
    let amount = try number("1234.56")
    let twenty = [ExactDecimal](repeating: amount, count: 20)
    #expect(try ExactDecimal.quotient(of: twenty + [2], by: twenty).description == "2")
    #expect(
      try ExactDecimal.quotient(of: twenty + [-1], by: twenty + [3]).description
        == "-0.33333333333333333333")
    #expect(throws: ArithmeticError.overflow) { try ExactDecimal.quotient(of: twenty, by: []) }
    #expect(try ExactDecimal.quotient(of: [], by: []).description == "1")
    #expect(try ExactDecimal.quotient(of: twenty + [0], by: twenty).isZero)
  }

  @Test(arguments: 0..<4) func longQuotientsMatchShortOnes(seed: Int) {
    // The same factor above and below forces the long way round to the same result.
    var source = DecimalSource(seed: 1000 + seed)
    for _ in 0..<1_000 {
      let (a, b) = (source.everyday(), source.everyday())
      let weights = (0..<3).map { _ in source.decimal(digits: 38) }.filter { !$0.isZero }
      let short = Result { () throws(ArithmeticError) in try a / b }
      let long = Result { () throws(ArithmeticError) in
        try ExactDecimal.quotient(of: [a] + weights, by: weights + [b])
      }
      guard short == long else {
        Issue.record("\(a) / \(b) is \(short) or \(long) with \(weights)")
        return
      }
    }
  }

  @Test(arguments: 0..<4) func productsAreQuotientsByNothing(seed: Int) {
    var source = DecimalSource(seed: 1100 + seed)
    for round in 0..<5_000 {
      let (a, b) =
        round % 3 == 0
        ? (source.decimal(digits: 38), source.decimal(digits: 20))
        : (source.everyday(), source.everyday())
      let product = Result { () throws(ArithmeticError) in try ExactDecimal.product(a, b) }
      let quotient = Result { () throws(ArithmeticError) in
        try ExactDecimal.quotient(of: [a, b], by: [])
      }
      guard product == quotient, (try? product.get().scale) == (try? quotient.get().scale) else {
        Issue.record("\(a) × \(b) is \(product) or \(quotient)")
        return
      }
    }
  }

  @Test(arguments: 0..<4) func digitsAtOneScaleCompareAsTheNumbersDo(seed: Int) {
    var source = DecimalSource(seed: 1200 + seed)
    var compared = 0
    for _ in 0..<5_000 {
      let (a, b) = (source.everyday(), source.everyday())
      let scale = max(a.scale, b.scale)
      guard let left = a.mantissa(at: scale), let right = b.mantissa(at: scale) else { continue }
      compared += 1
      guard (left < right) == (a < b), (left == right) == (a == b) else {
        Issue.record("\(a) against \(b) at \(scale)")
        return
      }
    }
    #expect(compared > 1_000)
  }

  @Test func digitsThatDoNotFitAreNone() throws {
    #expect(try number("1.25").mantissa(at: 1) == nil)
    #expect(try number("1.25").mantissa(at: 4) == 12_500)
    let large = try number("99999999999999999999999999999999999999")
    #expect(large.mantissa(at: 3) == nil)
    #expect(try number("1").mantissa(at: 25) == nil)
  }

  @Test func valuesAreEqualWhateverTheirScale() throws {
    let values: Set = [try number("1.0"), try number("1.00"), 1, try number("1.000000000000")]
    #expect(values.count == 1)
    #expect(try number("0.00") == 0)
    #expect(try number("-0.1") < number("-0.09"))
    #expect(try number("10.00") > number("9.999999999999999999999999"))
  }

  @Test(arguments: [
    ("12.00", 12), ("12.5", nil), ("-3", -3), ("0.000", 0), ("9223372036854775807", Int.max),
    ("9223372036854775808", nil), ("-9223372036854775808.0", Int.min),
  ])
  func wholeNumbers(text: String, expected: Int?) throws {
    let value = try number(text)
    #expect(value.intValue == expected)
    #expect(value.isInteger == (expected != nil || text == "9223372036854775808"))
  }

  @Test func signs() throws {
    let value = try number("-1.5")
    #expect(value.isNegative && value.signum == -1 && !value.isZero)
    #expect(value.magnitude == value.negated && value.negated.signum == 1)
    #expect(ExactDecimal.zero.signum == 0 && ExactDecimal.zero.negated.isZero)
    #expect(try -value == number("1.50"))
  }

  @Test func powersOfTen() {
    #expect(ExactDecimal.powerOfTen(-24)?.description == "0.000000000000000000000001")
    #expect(ExactDecimal.powerOfTen(3) == 1000)
    #expect(ExactDecimal.powerOfTen(37)?.description.utf8.count == 38)
    #expect(ExactDecimal.powerOfTen(38) == nil && ExactDecimal.powerOfTen(-25) == nil)
  }

  @Test(arguments: [("1.500", "1.5"), ("100", "100"), ("0.000", "0"), ("-10.00", "-10")])
  func normalizedDropsZeros(text: String, expected: String) throws {
    #expect(try number(text).normalized.description == expected)
  }
}
