import Testing

@testable import Quantities

@Suite struct FractionTests {
  @Test(arguments: [
    (18, 40, "9/20"), (-18, 40, "-9/20"), (18, -40, "-9/20"), (-18, -40, "9/20"), (0, 7, "0/1"),
    (12, 4, "3/1"), (Int.max, Int.max, "1/1"), (Int.min, Int.min, "1/1"),
    (1, Int.min, "-1/9223372036854775808"),
  ])
  func isKeptInLowestTerms(top: Int, bottom: Int, expected: String) throws {
    #expect(try Fraction(top, over: bottom).description == expected)
  }

  @Test func partsOfZeroAndOfTooManyDigitsAreErrors() throws {
    #expect(throws: ArithmeticError.divisionByZero) { try Fraction(1, over: 0) }
    #expect(throws: ArithmeticError.divisionByZero) { try Fraction.one / .zero }
    #expect(throws: ArithmeticError.overflow) { try Fraction(Int128.max, over: Int128(1)) }
    let small = try Fraction(1, over: Int.max)
    #expect(throws: ArithmeticError.overflow) { try small * small * small }
    #expect(throws: ArithmeticError.overflow) {
      try Fraction(1, over: Int.max) * small + Fraction(1, over: Int.max - 1) * small
    }
  }

  @Test func multipliesBeforeItDivides() throws {
    let amount = try #require(ExactDecimal("1000.00"))
    #expect(try Fraction(1, over: 3).of(amount).description == "333.33333333333333333333")
    #expect(try Fraction(3, over: 3).of(amount) == amount)
    #expect(try Fraction(160, over: 480).of(ExactDecimal(480)).description == "160")
    #expect(try Fraction(-1, over: 4).of(ExactDecimal(10)).description == "-2.5")
    let long = try #require(ExactDecimal("0.333333333333333333333333"))
    let share = try Fraction(Int128(3_000_000_000_000_000_001), over: Int128(3))
    #expect(try share.of(long).description == "333333333333333333.44444411111111111111")
  }

  @Test func decimalsMakeFractions() throws {
    let part = try #require(ExactDecimal("13.5"))
    #expect(try Fraction(part, over: 40).description == "27/80")
    #expect(try Fraction(part, over: 40).decimal().description == "0.3375")
    let tiny = try #require(ExactDecimal("0.000000000000000000000001"))
    #expect(try Fraction(tiny, over: tiny) == .one)
    #expect(throws: ArithmeticError.overflow) {
      try Fraction(try #require(ExactDecimal("99999999999999999999")), over: tiny)
    }
  }

  @Test func arithmeticOnSmallFractionsIsExact() throws {
    // Against cross multiplication in machine integers.
    for a in -6...6 {
      for b in 1...6 {
        for c in -6...6 {
          for d in 1...6 {
            let (x, y) = (try Fraction(a, over: b), try Fraction(c, over: d))
            #expect(try x + y == Fraction(a * d + c * b, over: b * d))
            #expect(try x - y == Fraction(a * d - c * b, over: b * d))
            #expect(try x * y == Fraction(a * c, over: b * d))
            if c != 0 { #expect(try x / y == Fraction(a * d, over: b * c)) }
            #expect((x < y) == (a * d < c * b))
          }
        }
      }
    }
  }

  @Test func largeFractionsCompareWithoutOverflow() throws {
    let most: Int128 = 99_999_999_999_999_999_999_999_999_999_999_999_999
    let a = try Fraction(most - 1, over: most)
    let b = try Fraction(most - 2, over: most - 1)
    #expect(b < a && !(a < b) && a.negated < b.negated)
    #expect(throws: ArithmeticError.overflow) { try a + b }
    #expect(try a - a == .zero)
  }

  @Test func ratiosKeepWhatIsPrinted() throws {
    let ratio = try Ratio(18, over: 40)
    #expect(ratio.description == "18/40")
    #expect(ratio.fraction.description == "9/20")
    #expect(try ratio.of(1000).description == "450")
    let half = try Ratio(try #require(ExactDecimal("13.50")), over: 40)
    #expect(half.description == "13.50/40")
    #expect(throws: ArithmeticError.divisionByZero) { try Ratio(1, over: 0) }
  }
}
