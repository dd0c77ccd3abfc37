import Quantities

/// Reading registers and cells.
extension Machine {
  /// What a register holds; a lasting one is filled when it is first read.
  @inline(__always)
  func cell(_ place: Int32, _ frame: Frame) throws(EvaluationError) -> Cell {
    let cell = frame[place]
    return cell.tag == .absent ? try filled(place, frame) : cell
  }

  private func filled(_ place: Int32, _ frame: Frame) throws(EvaluationError) -> Cell {
    let index = Int(place) &- frame.step.pointee.localCount
    guard index >= 0, index < frame.step.pointee.lastingCount else { return frame[place] }
    let filling = book.fillings[frame.step.pointee.firstFilling &+ index]
    guard filling.first < filling.end else { return frame[place] }
    try execute(filling, frame)
    return frame[place]
  }

  @inline(__always)
  func number(_ place: Int32, _ frame: Frame) throws(EvaluationError) -> ExactDecimal {
    let cell = frame.pointer(place)
    if cell.pointee.tag == .number { return cell.pointee.number }
    return try number(try filled(place, frame))
  }

  @inline(__always)
  func truth(_ place: Int32, _ frame: Frame) throws(EvaluationError) -> Bool {
    let cell = frame.pointer(place)
    if cell.pointee.tag == .truth { return cell.pointee.a != 0 }
    return try truth(try filled(place, frame))
  }

  func day(_ place: Int32, _ frame: Frame) throws(EvaluationError) -> Day {
    try day(try cell(place, frame))
  }

  @inline(__always)
  func whole(_ place: Int32, _ frame: Frame) throws(EvaluationError) -> Int {
    try whole(try cell(place, frame))
  }

  func ordinal(_ place: Int32, _ frame: Frame) throws(EvaluationError) -> Int {
    try ordinal(try cell(place, frame))
  }

  /// A series of years or months.
  @inline(__always)
  func series(_ place: Int32, _ frame: Frame) throws(EvaluationError) -> Cell {
    let cell = try cell(place, frame)
    try requireSeries(cell)
    return cell
  }

  // MARK: Cells

  func number(_ cell: Cell) throws(EvaluationError) -> ExactDecimal {
    guard cell.tag == .number else { throw .unsupported("a number was expected") }
    return cell.number
  }

  func truth(_ cell: Cell) throws(EvaluationError) -> Bool {
    guard cell.tag == .truth else { throw .unsupported("a condition was expected") }
    return cell.a != 0
  }

  func day(_ cell: Cell) throws(EvaluationError) -> Day {
    guard cell.tag == .date, let day = Day(number: Int(cell.a)) else {
      throw .unsupported("a date was expected")
    }
    return day
  }

  func whole(_ cell: Cell) throws(EvaluationError) -> Int {
    guard let whole = try number(cell).intValue, whole.magnitude < 1_000_000_000_000 else {
      throw .notADay
    }
    return whole
  }

  func requireSeries(_ cell: Cell) throws(EvaluationError) {
    guard cell.tag == .series || cell.tag == .months else {
      throw .unsupported("a series was expected")
    }
  }

  func ordinal(_ cell: Cell) throws(EvaluationError) -> Int {
    switch cell.tag {
    case .date, .choice, .country: return Int(cell.a)
    default: throw .unsupported("something that can be compared was expected")
    }
  }

  // MARK: Series

  /// The number of a year or month; nil where the series has none.
  @inline(__always)
  func element(of series: Cell, at key: Int) -> ExactDecimal? {
    let index = key &- Int(series.c)
    guard index >= 0, index < Int(series.b) else { return nil }
    let item = element(series, index)
    return item.tag == .number ? item.number : nil
  }

  /// The number of a year, or of the month in which a day lies.
  ///
  /// - Parameter input: the input the series is, for saying what is missing; -1 for none.
  func element(_ series: Int32, _ key: Int32, _ input: Int32, _ frame: Frame)
    throws(EvaluationError) -> ExactDecimal
  {
    // The tree looks at the key first.
    let place = try cell(key, frame)
    let all = try self.series(series, frame)
    if place.tag == .date {
      let day = try day(place)
      guard let value = element(of: all, at: Int(day.calendarMonth.index)) else {
        throw .missingYear(day.year, input: nil)
      }
      return value
    }
    let year = try whole(place)
    guard let value = element(of: all, at: year) else {
      throw .missingYear(year, input: input < 0 ? nil : Int(input))
    }
    return value
  }
}
