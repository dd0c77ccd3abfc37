import Testing

@testable import Quantities

/// A million random operations against schoolbook arithmetic.
@Suite struct ExactDecimalOracleTests {
  static let seeds = Array(0..<10)

  @Test(arguments: seeds) func sums(seed: Int) {
    var source = DecimalSource(seed: seed)
    for _ in 0..<15_000 {
      let (a, b) = (source.everyday(), source.everyday())
      let subtract = source.below(2) == 0
      let sum = try? subtract ? a - b : a + b
      let expected = (OracleDecimal(a) + OracleDecimal(subtract ? -b : b)).fitted
      guard agree(sum, expected) else {
        Issue.record("\(a) \(subtract ? "-" : "+") \(b) gave \(String(describing: sum))")
        return
      }
    }
  }

  @Test(arguments: seeds) func differencesOfNeighbours(seed: Int) {
    // Numbers of equal size cancel, which random pairs hardly ever do.
    var source = DecimalSource(seed: 100 + seed)
    for _ in 0..<10_000 {
      let a = source.decimal()
      let b = (try? a + source.decimal(digits: 4)) ?? a
      let difference = try? a - b
      guard agree(difference, (OracleDecimal(a) + OracleDecimal(-b)).fitted) else {
        Issue.record("\(a) - \(b) gave \(String(describing: difference))")
        return
      }
    }
  }

  @Test(arguments: seeds) func products(seed: Int) {
    var source = DecimalSource(seed: 200 + seed)
    for _ in 0..<25_000 {
      let (a, b) = (source.everyday(), source.everyday())
      let product = try? a * b
      guard agree(product, (OracleDecimal(a) * OracleDecimal(b)).fitted) else {
        Issue.record("\(a) * \(b) gave \(String(describing: product))")
        return
      }
    }
  }

  @Test(arguments: seeds) func comparisons(seed: Int) {
    var source = DecimalSource(seed: 300 + seed)
    for round in 0..<15_000 {
      let a = source.everyday()
      // Every other pair is equal in value at another scale, where that fits.
      let same = try? a * ExactDecimal(mantissa: 1000, scale: 3)
      let b = round % 2 == 0 ? source.everyday() : same ?? a
      let order = OracleDecimal(a).order(OracleDecimal(b))
      guard (a < b) == (order < 0), (a > b) == (order > 0), (a == b) == (order == 0),
        order != 0 || a.hashValue == b.hashValue
      else {
        Issue.record("\(a) against \(b) is \(order)")
        return
      }
    }
  }

  @Test(arguments: seeds) func quotients(seed: Int) {
    var source = DecimalSource(seed: 400 + seed)
    for _ in 0..<20_000 {
      let (a, b) = (source.everyday(), source.everyday())
      guard QuotientOracle(a, b).accepts(Result { () throws in try a / b }) else {
        Issue.record("\(a) / \(b) gave \(String(describing: try? a / b))")
        return
      }
    }
  }

  @Test(arguments: seeds) func quotientsThatEndAreExact(seed: Int) {
    var source = DecimalSource(seed: 500 + seed)
    for _ in 0..<15_000 {
      let b = source.decimal(digits: 18, places: 12)
      let quotient = source.decimal(digits: 18, places: 24)
      let product = OracleDecimal(b) * OracleDecimal(quotient)
      guard !b.isZero, let fitted = product.fitted, fitted.order(product) == 0,
        let a = try? b * quotient
      else { continue }
      let result = try? a / b
      guard result == quotient, result?.scale == quotient.normalized.scale else {
        Issue.record("\(a) / \(b) gave \(String(describing: result)), not \(quotient)")
        return
      }
    }
  }

  private func agree(_ result: ExactDecimal?, _ expected: OracleDecimal?) -> Bool {
    guard let result, let expected else { return result == nil && expected == nil }
    return expected.isExactly(result)
  }
}
