import Quantities

/// One number for each of some calendar years; years may be missing, and missing is not zero.
public struct YearSeries: Sendable, Hashable {
  /// The year of the first element.
  public private(set) var firstYear: Int
  private(set) var elements: [ExactDecimal?]

  /// A series without years.
  public static let empty = YearSeries(firstYear: 0, count: 0)

  /// Room for `count` years from `firstYear`, all missing.
  public init(firstYear: Int, count: Int) {
    self.firstYear = firstYear
    elements = Array(repeating: nil, count: Swift.max(0, count))
  }

  /// The same number for every year of `years`.
  public init(_ years: ClosedRange<Int>, repeating value: ExactDecimal) {
    firstYear = years.lowerBound
    elements = Array(repeating: value, count: years.count)
  }

  /// The number of `year`; nil where it is missing. Setting a year outside the room widens it.
  public subscript(year: Int) -> ExactDecimal? {
    get {
      let index = year - firstYear
      return index >= 0 && index < elements.count ? elements[index] : nil
    }
    set {
      if elements.isEmpty { firstYear = year }
      if year < firstYear {
        let gap = firstYear - year
        elements.insert(contentsOf: repeatElement(nil, count: gap), at: 0)
        firstYear = year
      }
      while year >= firstYear + elements.count { elements.append(nil) }
      elements[year - firstYear] = newValue
    }
  }

  /// The years that have a number, in order.
  public var years: [Int] {
    elements.indices.compactMap { elements[$0] == nil ? nil : firstYear + $0 }
  }

  /// How many years have a number.
  public var count: Int { elements.count { $0 != nil } }

  /// The numbers, in the order of their years.
  public var values: [ExactDecimal] { elements.compactMap { $0 } }

  /// The years the room spans, with and without a number; nil without room.
  public var span: ClosedRange<Int>? {
    elements.isEmpty ? nil : firstYear...(firstYear + elements.count - 1)
  }

  /// Two series are equal when the same years have the same numbers, whatever their room.
  public static func == (left: YearSeries, right: YearSeries) -> Bool {
    left.years == right.years && left.values == right.values
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(years)
    hasher.combine(values)
  }
}

extension YearSeries: Sequence {
  /// The years that have a number with it, in order.
  public func makeIterator() -> Iterator { Iterator(series: self) }

  /// Goes through the years that have a number.
  public struct Iterator: IteratorProtocol {
    let series: YearSeries
    var index = 0

    public mutating func next() -> (year: Int, value: ExactDecimal)? {
      while index < series.elements.count {
        defer { index += 1 }
        if let value = series.elements[index] { return (series.firstYear + index, value) }
      }
      return nil
    }
  }

  /// The same series with `value` in the years of `years` it has no number for.
  public func filled(_ years: ClosedRange<Int>, with value: ExactDecimal) -> YearSeries {
    var result = YearSeries(years, repeating: value)
    for (year, number) in self { result[year] = number }
    return result
  }

  /// The first and the last year with a number that is not 0.
  public var activeYears: (first: Int, last: Int)? {
    guard let first = elements.firstIndex(where: { $0.map { !$0.isZero } ?? false }),
      let last = elements.lastIndex(where: { $0.map { !$0.isZero } ?? false })
    else { return nil }
    return (firstYear + first, firstYear + last)
  }
}
