import Coordination
import Formula
import Quantities

extension ParameterLoader {
  /// The value of a row in the unit of the parameter; nil with a fault.
  mutating func value(of draft: ParameterRowDraft, key: Int, _ shape: Parameter.Shape)
    -> ExactDecimal?
  {
    let cell = draft.value
    guard let quantity = Quantity(cell.text) else {
      findings.add(
        draft.fault(
          cell, "rule.bad-number", "'\(cell.text)' is no value",
          hint: "digits with a dot, such as 39.32; 0.3 %; 65y1m"))
      return nil
    }
    var number = quantity.value
    var rowUnit = quantity.unit
    var place = cell
    if let unitCell = draft.unit {
      guard let written = writtenUnit(unitCell.text) else {
        findings.add(
          draft.fault(
            unitCell, "parameter.bad-unit", "'\(unitCell.text)' is no unit",
            hint: "such as 1, %, month, EUR, EUR/month"))
        return nil
      }
      if rowUnit == nil {
        guard let applied = try? written.applied(to: number) else { return tooLarge(draft) }
        number = applied
        place = unitCell
      } else if rowUnit != written.unit {
        findings.add(
          draft.fault(
            unitCell, "parameter.unit-mismatch", "the value itself says \(rowUnit ?? .one)"))
        return nil
      }
      rowUnit = rowUnit ?? written.unit
    }
    guard let rowUnit else {
      guard isPercent else { return number }
      guard let applied = try? number.divided(by: 100) else { return tooLarge(draft) }
      return applied
    }
    guard rowUnit != unit else {
      checkTender(frame.currency, draft, place, key, shape)
      return number
    }
    guard let code = rowUnit.currency, let former = frame.former(code),
      isUnit(rowUnit, inTodaysCurrencyFrom: code)
    else {
      findings.add(
        draft.fault(
          place, "parameter.unit-mismatch", "this value is in \(rowUnit), the parameter in \(unit)",
          hint: rowUnit.currency == nil
            ? nil : "former currencies of the scheme are converted if it names them"))
      return nil
    }
    if keepsTender {
      checkTender(former.currency, draft, place, key, shape)
      return number
    }
    guard let converted = try? number.divided(by: former.perUnit) else { return tooLarge(draft) }
    return converted
  }

  private mutating func writtenUnit(_ text: String) -> WrittenUnit? {
    if let known = knownUnits.first(where: { $0.text == text }) { return known.unit }
    guard let unit = WrittenUnit(text) else { return nil }
    knownUnits.append((text, unit))
    return unit
  }

  private func tooLarge(_ draft: ParameterRowDraft) -> ExactDecimal? {
    let value = draft.value
    findings.add(
      draft.fault(value, "rule.bad-number", "'\(value.text)' cannot be held exactly"))
    return nil
  }

  /// Whether a unit in a former currency is the parameter's but for the currency.
  private mutating func isUnit(_ rowUnit: Unit, inTodaysCurrencyFrom code: String) -> Bool {
    if let known = knownFormers.first(where: { $0.unit == rowUnit }) { return known.isOurs }
    let text = rowUnit.description
    let isOurs =
      unit.currency == frame.currency.code
      && text.indices.first { text[$0...].hasPrefix(code) }.map {
        text[..<$0] + frame.currency.code + text[$0...].dropFirst(code.count)
      } == unit.description
    knownFormers.append((rowUnit, isOurs))
    return isOurs
  }

  /// A row that keeps the currency of its year must be in it.
  private func checkTender(
    _ currency: Currency, _ draft: ParameterRowDraft, _ place: PlacedText, _ key: Int,
    _ shape: Parameter.Shape
  ) {
    guard keepsTender, shape == .yearly || shape == .editions, unit.currency != nil else { return }
    let tender = frame.tender(in: key)
    guard tender != currency else { return }
    findings.add(
      draft.fault(
        place, "parameter.tender",
        "in \(key) the currency was \(tender), this value is in \(currency)"))
  }
}
