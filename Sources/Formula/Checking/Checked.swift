import Quantities

/// A term with its type, while a formula is being checked.
struct Checked {
  var term: Term
  var type: ValueType
  /// A number written without a unit: it may stand for a count of anything but money.
  var isPlain = false
  let range: Range<Int>

  var unit: Unit? {
    if case .number(let unit) = type { return unit }
    return nil
  }

  /// The unit of its numbers, if it is a series by year or month.
  var seriesUnit: Unit? {
    switch type {
    case .series(let unit), .months(let unit): unit
    default: nil
    }
  }

  var isYearly: Bool {
    if case .series = type { return true }
    return false
  }

  var isZero: Bool {
    if case .number(let value) = term { return value.isZero }
    return false
  }
}
