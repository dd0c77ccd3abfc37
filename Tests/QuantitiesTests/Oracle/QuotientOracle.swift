@testable import Quantities

/// Judges a quotient by multiplying back, without dividing.
struct QuotientOracle {
  private let dividend: ExactDecimal
  private let divisor: ExactDecimal

  init(_ dividend: ExactDecimal, _ divisor: ExactDecimal) {
    self.dividend = dividend
    self.divisor = divisor
  }

  /// Whether the result obeys the rules of `ExactDecimal.divided(by:)`.
  func accepts(_ result: Result<ExactDecimal, any Error>) -> Bool {
    if divisor.isZero {
      if case .failure(ArithmeticError.divisionByZero) = result { return true }
      return false
    }
    guard case .success(let quotient) = result else { return finestPlace < 12 }
    if dividend.isZero { return quotient.isZero }
    let stripped = quotient.scale == 0 || quotient.mantissa % 10 != 0
    let sign = quotient.isZero || quotient.isNegative == (dividend.isNegative != divisor.isNegative)
    guard stripped, sign else { return false }
    let place = min(20, finestPlace)
    if Int(quotient.scale) > place || finestPlace < 12 {
      return error(of: quotient, at: Int(quotient.scale)) == nil
    }
    guard let error = error(of: quotient, at: place) else { return true }
    let last = Natural(quotient.mantissa.magnitude).timesTen(to: place - Int(quotient.scale))
    return error < 0 || (error == 0 && !last.isOdd)
  }

  /// The finest place, at most 24, at which the quotient cut short has 38 digits.
  private var finestPlace: Int {
    let limit = Natural(1).timesTen(to: 38)
    var place = 24
    while place >= 0 {
      let (top, bottom) = scaled(place)
      if top.order(bottom * limit) < 0 { return place }
      place -= 1
    }
    return place
  }

  /// Two integers whose quotient is the quotient times 10^place.
  private func scaled(_ place: Int) -> (top: Natural, bottom: Natural) {
    let exponent = place - Int(dividend.scale) + Int(divisor.scale)
    return (
      Natural(dividend.mantissa.magnitude).timesTen(to: max(exponent, 0)),
      Natural(divisor.mantissa.magnitude).timesTen(to: max(-exponent, 0))
    )
  }

  /// How far the quotient is off, against half a unit of a place: nil if it is exact.
  private func error(of quotient: ExactDecimal, at place: Int) -> Int? {
    let (top, bottom) = scaled(place)
    let back =
      Natural(quotient.mantissa.magnitude).timesTen(to: place - Int(quotient.scale)) * bottom
    let difference = back.order(top) < 0 ? top - back : back - top
    return difference.isZero ? nil : (difference + difference).order(bottom)
  }
}
