import Coordination
import Formula
import Quantities

/// What the rule book holds, a line each.
public enum ListPage {
  /// Schemes: id, name, what they count in, how certain their values are.
  public static func schemes(_ schemes: [Scheme], width: Int = 100, language: String = "en")
    -> String
  {
    var page = PageText(width: width)
    let rows = schemes.map { scheme in
      [
        scheme.id, scheme.unit.rawValue, scheme.currency.code,
        computed(by: scheme), certainty(of: scheme),
        PageNames.name(scheme.name, language: language),
      ]
    }
    page.table([["SCHEME", "UNIT", "MONEY", "COMPUTES", "LEAST CERTAIN", "NAME"]] + rows)
    return page.text
  }

  /// Instruments: id, status, since when, how certain, and the method of each side.
  public static func instruments(_ instruments: [Instrument], width: Int = 100) -> String {
    var page = PageText(width: width)
    let rows = instruments.map { instrument in
      [
        instrument.id, InstrumentPage.words(instrument.status.rawValue),
        (instrument.isDateApproximate ? "~" : "") + (instrument.since?.description ?? "unknown"),
        instrument.certainty.name,
        instrument.sides.sorted { $0.key < $1.key }
          .map { "\($0.key) \(InstrumentPage.words($0.value.method.rawValue))" }
          .joined(separator: ", "),
      ]
    }
    page.table([["INSTRUMENT", "STATUS", "SINCE", "CERTAINTY", "METHOD"]] + rows)
    return page.text
  }

  /// Whether a scheme computes an amount, or takes over the one its institution states.
  static func computed(by scheme: Scheme) -> String {
    guard let result = scheme.result else { return "right only" }
    let formula = PageNames.formula(scheme.rules.steps[result].declaration.formula)
    let isAsked = scheme.facts.contains { $0.id == formula && $0.otherwise == nil }
    return isAsked ? "right, ratio" : "amount"
  }

  /// The least certain value a scheme rests on.
  private static func certainty(of scheme: Scheme) -> String {
    let rows = scheme.rules.parameters.flatMap { $0.rows + $0.editions.flatMap(\.rows) }
    return rows.map(\.certainty).min()?.name ?? "no values"
  }
}
