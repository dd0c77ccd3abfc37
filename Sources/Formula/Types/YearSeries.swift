import Quantities

/// One number for each of some calendar years; years may be missing, and missing is not zero.
public struct YearSeries: Sendable, Hashable {
  /// The year of the first element.
  public private(set) var firstYear: Int
  private(set) var elements: [ExactDecimal]
  private(set) var present: [Bool]

  /// A series without years.
  public static let empty = YearSeries(firstYear: 0, count: 0)

  /// Room for `count` years from `firstYear`, all missing.
  public init(firstYear: Int, count: Int) {
    self.firstYear = firstYear
    elements = Array(repeating: 0, count: Swift.max(0, count))
    present = Array(repeating: false, count: Swift.max(0, count))
  }

  /// The same number for every year of `years`.
  public init(_ years: ClosedRange<Int>, repeating value: ExactDecimal) {
    firstYear = years.lowerBound
    elements = Array(repeating: value, count: years.count)
    present = Array(repeating: true, count: years.count)
  }

  /// The number of `year`; nil where it is missing. Setting a year outside the room widens it.
  public subscript(year: Int) -> ExactDecimal? {
    get {
      let index = year - firstYear
      return elements.indices.contains(index) && present[index] ? elements[index] : nil
    }
    set {
      if elements.isEmpty { firstYear = year }
      if year < firstYear {
        let gap = firstYear - year
        elements.insert(contentsOf: repeatElement(0, count: gap), at: 0)
        present.insert(contentsOf: repeatElement(false, count: gap), at: 0)
        firstYear = year
      }
      while year >= firstYear + elements.count {
        elements.append(0)
        present.append(false)
      }
      elements[year - firstYear] = newValue ?? 0
      present[year - firstYear] = newValue != nil
    }
  }

  /// The years that have a number, in order.
  public var years: [Int] { present.indices.filter { present[$0] }.map { firstYear + $0 } }

  /// How many years have a number.
  public var count: Int { present.lazy.filter { $0 }.count }

  /// The numbers, in the order of their years.
  public var values: [ExactDecimal] {
    zip(elements, present).compactMap { $1 ? $0 : nil }
  }

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
        if series.present[index] { return (series.firstYear + index, series.elements[index]) }
      }
      return nil
    }
  }

  /// The same series with `value` in the years of `years` it has no number for.
  public func filled(_ years: ClosedRange<Int>, with value: ExactDecimal) -> YearSeries {
    var result = YearSeries(years, repeating: value)
    for index in elements.indices where present[index] {
      result[firstYear + index] = elements[index]
    }
    return result
  }

  /// The first and the last year with a number that is not 0.
  public var activeYears: (first: Int, last: Int)? {
    guard let first = elements.indices.first(where: { present[$0] && !elements[$0].isZero }),
      let last = elements.indices.last(where: { present[$0] && !elements[$0].isZero })
    else { return nil }
    return (firstYear + first, firstYear + last)
  }
}
