import Quantities

/// A value in a register or in a series: plain bytes, so that copying it costs nothing.
///
/// Series and lists are runs of cells elsewhere in the memory of the machine.
struct Cell {
  enum Tag: UInt8 { case absent, number, truth, date, choice, country, series, months, dates }

  var number: ExactDecimal
  var tag: Tag
  /// A day number, a word's place, a country's ordinal, 1 for yes; the first cell of a run.
  var a: Int32
  /// How many cells a run has.
  var b: Int32
  /// The key of the first cell of a series.
  var c: Int32

  init(_ tag: Tag, _ a: Int = 0, count: Int = 0, first: Int = 0) {
    number = .zero
    self.tag = tag
    self.a = Int32(truncatingIfNeeded: a)
    b = Int32(truncatingIfNeeded: count)
    c = Int32(truncatingIfNeeded: first)
  }

  init(_ number: ExactDecimal) {
    self.number = number
    tag = .number
    a = 0
    b = 0
    c = 0
  }

  init(_ truth: Bool) { self.init(.truth, truth ? 1 : 0) }

  init(_ day: Day) { self.init(.date, Int(day.number)) }

  static let absent = Cell(.absent)
}
