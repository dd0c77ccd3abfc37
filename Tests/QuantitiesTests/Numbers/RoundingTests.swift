import Testing

@testable import Quantities

@Suite struct RoundingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let value: String
    let quantum: String
    /// Results in the order of `RoundingMode.allCases`:
    /// half up, half even, half down, down, up, floor, ceiling.
    let results: [String]
    var testDescription: String { "\(value) to \(quantum)" }

    init(_ value: String, to quantum: String, _ results: String...) {
      self.value = value
      self.quantum = quantum
      self.results = results
    }
  }

  @Test(arguments: [
    Case("2.5", to: "1", "3", "2", "2", "2", "3", "2", "3"),
    Case("-2.5", to: "1", "-3", "-2", "-2", "-2", "-3", "-3", "-2"),
    Case("3.5", to: "1", "4", "4", "3", "3", "4", "3", "4"),
    Case("-3.5", to: "1", "-4", "-4", "-3", "-3", "-4", "-4", "-3"),
    Case("2.51", to: "1", "3", "3", "3", "2", "3", "2", "3"),
    Case("-2.49", to: "1", "-2", "-2", "-2", "-2", "-3", "-3", "-2"),
    Case("0.005", to: "0.01", "0.01", "0.00", "0.00", "0.00", "0.01", "0.00", "0.01"),
    Case("-0.005", to: "0.01", "-0.01", "0.00", "0.00", "0.00", "-0.01", "-0.01", "0.00"),
    Case(
      "1234.5650", to: "0.01",
      "1234.57", "1234.56", "1234.56", "1234.56", "1234.57", "1234.56", "1234.57"),
    Case("7.025", to: "0.05", "7.05", "7.00", "7.00", "7.00", "7.05", "7.00", "7.05"),
    Case("7.075", to: "0.05", "7.10", "7.10", "7.05", "7.05", "7.10", "7.05", "7.10"),
    Case("-7.04", to: "0.05", "-7.05", "-7.05", "-7.05", "-7.00", "-7.05", "-7.05", "-7.00"),
    Case("1250", to: "100", "1300", "1200", "1200", "1200", "1300", "1200", "1300"),
    Case("-1350", to: "100", "-1400", "-1400", "-1300", "-1300", "-1400", "-1400", "-1300"),
    Case("15.0", to: "10", "20", "20", "10", "10", "20", "10", "20"),
    Case("0.06", to: "0.1", "0.1", "0.1", "0.1", "0.0", "0.1", "0.0", "0.1"),
    Case("12.3", to: "0.01", "12.30", "12.30", "12.30", "12.30", "12.30", "12.30", "12.30"),
    Case("10", to: "3", "9", "9", "9", "9", "12", "9", "12"),
    Case("10.5", to: "3", "12", "12", "9", "9", "12", "9", "12"),
    Case("0", to: "0.05", "0.00", "0.00", "0.00", "0.00", "0.00", "0.00", "0.00"),
  ])
  func everyModeWithTiesAndNegatives(_ example: Case) throws {
    let value = try #require(ExactDecimal(example.value))
    let quantum = try #require(ExactDecimal(example.quantum))
    for (mode, expected) in zip(RoundingMode.allCases, example.results) {
      #expect(try value.rounded(to: quantum, mode).description == expected, "\(mode)")
      #expect(try value.rounded(to: quantum.negated, mode).description == expected, "\(mode)")
    }
  }

  @Test(arguments: [
    ("3.14159", 2, "3.14"), ("3.145", 2, "3.15"), ("-3.145", 2, "-3.15"), ("3.1", 4, "3.1"),
    ("2.5", 0, "3"), ("1250", -2, "1300"), ("1249.99", -2, "1200"), ("49", -2, "0"),
    ("50", -2, "100"), ("99999999999999999999999999999999999999", -38, "overflow"),
    ("99999999999999999999999999999999999999", -1, "overflow"), ("9.99", 1, "10.0"),
  ])
  func places(value: String, places: Int, expected: String) throws {
    let number = try #require(ExactDecimal(value))
    if expected == "overflow" {
      #expect(throws: ArithmeticError.overflow) { try number.rounded(places: places, .halfUp) }
    } else {
      #expect(try number.rounded(places: places, .halfUp).description == expected)
    }
  }

  @Test(arguments: [
    ("2.7", "2", "3", "2"), ("-2.7", "-3", "-2", "-2"), ("5", "5", "5", "5"),
    ("-0.1", "-1", "0", "0"), ("3.000", "3", "3", "3"),
  ])
  func floorCeilingTruncation(value: String, floor: String, ceiling: String, cut: String) throws {
    let number = try #require(ExactDecimal(value))
    #expect(number.floor().description == floor)
    #expect(number.ceil().description == ceiling)
    #expect(number.truncated().description == cut)
  }

  @Test func aQuantumOfZeroIsADivisionByZero() {
    #expect(throws: ArithmeticError.divisionByZero) {
      try ExactDecimal(5).rounded(to: .zero, .halfUp)
    }
  }

  @Test(arguments: 0..<8) func agreesWithWholeNumberDivision(seed: Int) throws {
    var source = DecimalSource(seed: 600 + seed)
    for _ in 0..<3_000 {
      let value = source.decimal(digits: 18, places: 8)
      let quantum = source.decimal(digits: 6, places: 8).magnitude
      if quantum.isZero { continue }
      let a = value.mantissa * Int128(Natural.power(8 - Int(value.scale)))
      let b = quantum.mantissa * Int128(Natural.power(8 - Int(quantum.scale)))
      for mode in RoundingMode.allCases {
        let result = try value.rounded(to: quantum, mode)
        let expected = Self.multiple(a, of: b, mode)
        let got = result.mantissa * Int128(Natural.power(8 - Int(result.scale)))
        guard got == expected, result.scale == quantum.scale else {
          Issue.record("\(value) to \(quantum) by \(mode) gave \(result)")
          return
        }
      }
    }
  }

  @Test(arguments: 0..<4) func largeOperandsStayMultiplesAndNear(seed: Int) {
    var source = DecimalSource(seed: 700 + seed)
    for _ in 0..<3_000 {
      let value = source.decimal()
      let quantum = source.decimal().magnitude
      guard !quantum.isZero, let down = try? value.rounded(to: quantum, .floor),
        let up = try? value.rounded(to: quantum, .ceiling)
      else { continue }
      let step = OracleDecimal(up) + OracleDecimal(down.negated)
      let near = down <= value && value <= up
      let apart = down == up ? value == down : step.order(OracleDecimal(quantum)) == 0
      guard near, apart, (try? down.rounded(to: quantum, .halfEven)) == down else {
        Issue.record("\(value) to \(quantum) lies between \(down) and \(up)")
        return
      }
    }
  }

  /// The multiple of `step` that the mode chooses, by floor division of whole numbers.
  private static func multiple(_ value: Int128, of step: Int128, _ mode: RoundingMode) -> Int128 {
    var low = value / step
    if low * step > value { low -= 1 }
    let rest = value - low * step
    if rest == 0 { return value }
    let (below, above) = (low * step, (low + 1) * step)
    let towardsZero = value < 0 ? above : below
    let awayFromZero = value < 0 ? below : above
    let nearest = rest * 2 < step ? below : above
    let tie = rest * 2 == step
    switch mode {
    case .halfUp: return tie ? awayFromZero : nearest
    case .halfDown: return tie ? towardsZero : nearest
    case .halfEven: return tie ? (low % 2 == 0 ? below : above) : nearest
    case .down: return towardsZero
    case .up: return awayFromZero
    case .floor: return below
    case .ceiling: return above
    }
  }
}
