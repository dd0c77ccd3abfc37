import Quantities

/// A number as people write it, with marks for thousands and decimals, perhaps with a currency.
enum CellNumber: Hashable {
  case number(ExactDecimal, Currency?)
  /// One mark before three digits: it could stand for thousands or for decimals.
  case ambiguous(thousands: ExactDecimal, decimals: ExactDecimal, Currency?)
  case fault(Fault)

  enum Fault: Hashable {
    case unreadable
    case unknownCurrency(String)
  }

  /// Reads a number.
  ///
  /// - Parameters:
  ///   - decimals: what stands before the decimals; nil if nothing says it.
  ///   - currency: finds the currency of a word beside the number.
  init(
    _ cell: String, decimals: ImportSettings.DecimalMark?,
    currency find: (String) -> Currency? = { Currency($0) }
  ) {
    let text = CellDigits.latin(cell)
    let isDigit: (Character) -> Bool = { $0.isASCII && $0.isNumber }
    guard let start = text.firstIndex(where: isDigit), let end = text.lastIndex(where: isDigit)
    else {
      self = .fault(.unreadable)
      return
    }
    var currency: Currency?
    var isNegative = false
    for word in [text[..<start], text[text.index(after: end)...]] {
      var rest = word.filter { !$0.isWhitespace && !"()".contains($0) }
      if let sign = rest.firstIndex(where: { "-−+".contains($0) }) {
        isNegative = isNegative || rest[sign] != "+"
        rest.remove(at: sign)
      }
      guard !rest.isEmpty else { continue }
      guard currency == nil, let named = find(rest) else {
        self = .fault(.unknownCurrency(rest))
        return
      }
      currency = named
    }
    self = Self.read(text[start...end], isNegative: isNegative, currency, decimals)
  }

  private static let spaces: Set<Character> = [
    " ", "\u{A0}", "\u{2009}", "\u{202F}", "'", "’", "\u{66C}",
  ]

  private static func read(
    _ text: Substring, isNegative: Bool, _ currency: Currency?,
    _ decimals: ImportSettings.DecimalMark?
  ) -> CellNumber {
    let parts = text.replacing("\u{66B}", with: ".").split(
      omittingEmptySubsequences: false, whereSeparator: { !($0.isASCII && $0.isNumber) }
    ).map { String($0) }
    let marks = text.replacing("\u{66B}", with: ".").filter { !($0.isASCII && $0.isNumber) }
    func number(_ whole: some Sequence<String>, _ fraction: String? = nil) -> ExactDecimal? {
      let digits = (isNegative ? "-" : "") + whole.joined()
      return ExactDecimal(fraction.map { "\(digits).\($0)" } ?? digits)
    }
    func result(_ value: ExactDecimal?) -> CellNumber {
      value.map { .number($0, currency) } ?? .fault(.unreadable)
    }
    guard let last = marks.last else { return result(number(parts)) }
    let inner = marks.dropLast()
    // Thousands are written by one mark, and every group after the first has three digits.
    func isGrouped(_ groups: some BidirectionalCollection<String>) -> Bool {
      groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
        && (groups.count == 1 || (1...3).contains(groups.first?.utf8.count ?? 0))
    }
    let isOneMark = Set(inner).count <= 1
    if spaces.contains(last) {
      let isFine = isGrouped(parts) && inner.allSatisfy { $0 == last }
      return isFine ? result(number(parts)) : .fault(.unreadable)
    }
    guard last == "." || last == "," else { return .fault(.unreadable) }
    if let mark = inner.last {
      // "1.234,56": two marks, the last is that of decimals; "1.234.567": one, that of thousands.
      if mark == last {
        return isOneMark && isGrouped(parts) ? result(number(parts)) : .fault(.unreadable)
      }
      let isFine = isOneMark && isGrouped(parts.dropLast()) && (mark != last)
      return isFine ? result(number(parts.dropLast(), parts.last)) : .fault(.unreadable)
    }
    let fraction = parts[1]
    let couldBeThousands = isGrouped(parts) && parts[0] != "0"
    guard couldBeThousands else { return result(number(parts.dropLast(), fraction)) }
    if let decimals {
      return last == decimals.character
        ? result(number(parts.dropLast(), fraction)) : result(number(parts))
    }
    guard let one = number(parts), let other = number(parts.dropLast(), fraction) else {
      return .fault(.unreadable)
    }
    return .ambiguous(thousands: one, decimals: other, currency)
  }

  /// The mark of decimals that a number can only have; nil where it shows none.
  static func mark(of cell: String) -> ImportSettings.DecimalMark? {
    let text = CellDigits.latin(cell)
    let marks = text.filter { $0 == "." || $0 == "," }
    guard let last = marks.last else { return nil }
    let other: ImportSettings.DecimalMark = last == "." ? .comma : .point
    let own: ImportSettings.DecimalMark = last == "." ? .point : .comma
    if marks.count > 1 { return marks.dropLast().contains(last) ? other : own }
    if case .ambiguous = CellNumber(cell, decimals: nil) { return nil }
    return own
  }
}
