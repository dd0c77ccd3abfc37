import Quantities

/// The flags that a row earns by itself.
///
/// The tolerance is one hundredth of a percentage point, to which the World Bank rounds, and a
/// hundredth of that for binary figures.
struct RowChecks {
  let facts: TextFacts
  let absent: Set<PriceColumn>

  static let tolerance = PackedDecimal(mantissa: 101, scale: 4)?.exact ?? .zero

  /// Sets the flags that follow from the row's own cells.
  func apply(to row: inout PriceRowDraft) {
    disclosure(&row)
    figures(&row)
    codes(&row)
    collection(&row)
    if let day = row.day, let quarter = row.quarter {
      // A month of grace: some rounds began or ended beside their quarter.
      row.flags.set(
        .dateOutsideQuarter,
        when: day < quarter.first.advanced(by: -31) || day > quarter.last.advanced(by: 31))
    } else {
      row.flags.set(.dateMissing)
    }
  }

  private func marks(_ row: PriceRowDraft) -> NoteMarks {
    let first = row.text(.note1).map(facts.notes) ?? .none
    let second = row.text(.note2).map(facts.notes) ?? .none
    return first.joined(with: second)
  }

  private func disclosure(_ row: inout PriceRowDraft) {
    let marks = marks(row)
    let isOpaque = !isYes(row)
    let margin = row.figure(.lowMargin)
    let isZero = margin?.isZero ?? true
    // Rate 1 against interbank 1 stands where no rate was disclosed, and where none was needed.
    let isPlaceholder = isZero && isOne(row.figure(.lowRate)) && isOne(row.figure(.interbank))
    let payout = marks.payout
    let send = row.text(.lowCurrency).flatMap(facts.currency)
    let isSameCurrency = payout != nil && payout == send
    row.flags.set(.notTransparent, when: isOpaque)
    row.flags.set(.transparencyDenied, when: !isOpaque && marks.deniesTransparency)
    row.flags.set(.marginOnOpaqueRow, when: isOpaque && !isZero)
    row.flags.set(
      .zeroMarginUnconfirmed, when: !isOpaque && isZero && isOne(row.figure(.lowRate)))
    let isUnknown =
      margin == nil || (isOpaque && isZero) || (marks.deniesTransparency && isZero)
      || (isPlaceholder && !isSameCurrency)
    row.flags.set(.marginUnknown, when: isUnknown)
    row.flags.set(.parallelMarket, when: marks.namesParallelMarket)
    row.flags.set(.referenceRateAdjusted, when: marks.adjustsReference)
    row.flags.set(.payoutCurrencyInferred, when: payout != nil)
    row.flags.set(.payoutCurrencyUnknown, when: payout == nil)
  }

  private func isYes(_ row: PriceRowDraft) -> Bool {
    row.text(.transparent).map(facts.isYes) ?? false
  }

  private func isOne(_ figure: PackedDecimal?) -> Bool {
    figure.map { $0.mantissa == 1 && $0.scale == 0 } ?? false
  }

  private func figures(_ row: inout PriceRowDraft) {
    let interbank = row.figure(.interbank)
    row.flags.set(.interbankMissing, when: interbank?.isZero ?? true)
    if let interbank, !interbank.isZero, !isOne(interbank) {
      row.flags.set(.interbankCoarse, when: interbank.significantDigits <= 2)
    }
    for basket in [BasketColumns.low, .high] {
      let isLow = basket.dollars == 200
      let amount = row.figure(basket.amount)
      let fee = row.figure(basket.fee)
      let rate = row.figure(basket.rate)
      let margin = row.figure(basket.margin)
      let total = row.figure(basket.total)
      row.flags.set(.amountMissing, when: amount?.isZero ?? true)
      row.flags.set(
        .figureMissing, when: fee == nil || rate == nil || margin == nil || total == nil)
      row.flags.set(.promotional, when: (margin?.mantissa ?? 0) < 0)
      row.flags.set(.negativeTotal, when: (total?.mantissa ?? 0) < 0)
      if !absent.contains(basket.denomination) {
        let dollars = row.figure(basket.denomination)
        row.flags.set(
          .denominationUnexpected, when: dollars?.mantissa != basket.dollars || dollars?.scale != 0)
      }
      if let amount, let fee, let margin, let total, amount.mantissa > 0 {
        row.flags.set(
          isLow ? .totalMismatchLow : .totalMismatchHigh,
          when: Self.differs(amount: amount, fee: fee, margin: margin, total: total))
      }
      if let rate, let margin, let interbank, interbank.mantissa > 0 {
        row.flags.set(
          isLow ? .marginMismatchLow : .marginMismatchHigh,
          when: Self.differs(rate: rate, interbank: interbank, margin: margin))
      }
    }
  }

  /// Whether |fee / amount × 100 + margin - total| exceeds the tolerance, multiplied out by amount.
  static func differs(
    amount: PackedDecimal, fee: PackedDecimal, margin: PackedDecimal, total: PackedDecimal
  ) -> Bool {
    do {
      let amount = amount.exact
      let gap = try fee.exact.multiplied(by: .hundred)
        .subtracting(total.exact.subtracting(margin.exact).multiplied(by: amount))
      return try gap.magnitude > tolerance.multiplied(by: amount)
    } catch {
      // Figures too large to multiply agree with nothing.
      return true
    }
  }

  /// Whether |(1 - rate / interbank) × 100 - margin| exceeds the tolerance, multiplied out.
  static func differs(
    rate: PackedDecimal, interbank: PackedDecimal, margin: PackedDecimal
  ) -> Bool {
    do {
      let interbank = interbank.exact
      let gap = try interbank.subtracting(rate.exact).multiplied(by: .hundred)
        .subtracting(margin.exact.multiplied(by: interbank))
      return try gap.magnitude > tolerance.multiplied(by: interbank)
    } catch {
      return true
    }
  }

  private func codes(_ row: inout PriceRowDraft) {
    let countries = [PriceColumn.sourceCode, .destinationCode]
      .allSatisfy { row.text($0).map(facts.isOfficialCountry) ?? false }
    let currencies = [PriceColumn.lowCurrency, .highCurrency]
      .allSatisfy { row.text($0).map(facts.isOfficialCurrency) ?? true }
    row.flags.set(.codeUnofficial, when: !countries || !currencies)
    row.flags.set(
      .basketCurrenciesDiffer, when: row.text(.lowCurrency) != row.text(.highCurrency))
    if let corridor = row.text(.corridor) {
      let matches = facts.isCorridor(
        corridor, from: row.text(.sourceCode), to: row.text(.destinationCode))
      row.flags.set(.corridorMismatch, when: !matches)
    }
  }

  private func collection(_ row: inout PriceRowDraft) {
    func isMissing(_ column: PriceColumn) -> Bool {
      !absent.contains(column) && (row.text(column).map(facts.isPlaceholder) ?? true)
    }
    row.flags.set(.accessNotCollected, when: isMissing(.accessPoint))
    row.flags.set(.pickupNotCollected, when: isMissing(.pickupMethod))
    row.flags.set(.pickupLocationMissing, when: isMissing(.pickupLocation))
    for cell in row.cells {
      guard case .text(let number) = cell else { continue }
      row.flags.set(.textTidied, when: facts.isUntidy(number))
      row.flags.set(.placeholderToken, when: facts.isPlaceholder(number))
    }
  }
}
