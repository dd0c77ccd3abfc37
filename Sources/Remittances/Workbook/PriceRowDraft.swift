import Quantities

/// A row on its way into the database: the cells by column, what they mean, and its flags.
struct PriceRowDraft {
  var cells = [RawCell](repeating: .blank, count: PriceColumn.count)
  var figures = [PackedDecimal?](repeating: nil, count: PriceColumn.count)
  var flags: PriceFlags = []
  var quarter: CalendarQuarter?
  var number: Int64?
  var day: Day?

  subscript(_ column: PriceColumn) -> RawCell { cells[column.rawValue] }

  /// The figure of a column; nil where the cell is blank or holds no number.
  func figure(_ column: PriceColumn) -> PackedDecimal? { figures[column.rawValue] }

  /// The text of a column by its number in the pool.
  func text(_ column: PriceColumn) -> Int? {
    if case .text(let number) = cells[column.rawValue] { return number }
    return nil
  }

  mutating func clear() {
    for index in cells.indices {
      cells[index] = .blank
      figures[index] = nil
    }
    flags = []
    quarter = nil
    number = nil
    day = nil
  }
}

/// The seven figures of one basket.
struct BasketColumns {
  let amount: PriceColumn
  let denomination: PriceColumn
  let currency: PriceColumn
  let fee: PriceColumn
  let rate: PriceColumn
  let margin: PriceColumn
  let total: PriceColumn
  /// 200 or 500 dollars.
  let dollars: Int64

  static let low = BasketColumns(
    amount: .lowAmount, denomination: .lowDenomination, currency: .lowCurrency, fee: .lowFee,
    rate: .lowRate, margin: .lowMargin, total: .lowTotal, dollars: 200)
  static let high = BasketColumns(
    amount: .highAmount, denomination: .highDenomination, currency: .highCurrency, fee: .highFee,
    rate: .highRate, margin: .highMargin, total: .highTotal, dollars: 500)
}
