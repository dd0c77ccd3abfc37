import Coordination
import Quantities

/// Writes the bare figures of an answer as JSON (`sojourn/figures/1`), for pipelines.
///
/// The names are those of `sojourn/result/1`, without its prose, conditions and worksheets.
enum FiguresWriter {
  static let format = "sojourn/figures/1"

  static func write(_ result: CaseResult, to json: inout JSONWriter) {
    json.object { json in
      json.member("format", format)
      json.member("id", result.id)
      json.member("rule_book", result.ruleBookHash)
      json.member("certainty", result.certainty.name)
      json.key("schemes")
      json.array(of: result.schemes) { write($1, to: &$0) }
      json.member("countries_without_scheme", result.uncovered)
    }
  }

  private static func write(_ scheme: SchemeResult, to json: inout JSONWriter) {
    json.object { json in
      json.member("scheme", scheme.scheme)
      json.member("status", scheme.status.name)
      if case .payableLater(let day) = scheme.status {
        json.member("payable_from", day)
      }
      json.member("pension", scheme.pension)
      if let independent = scheme.independent {
        json.member(
          "right",
          independent.isMet ? "independent" : scheme.totalized?.isMet == true ? "totalized" : "none"
        )
      }
      if let periods = scheme.periods {
        json.member("own", periods.own)
        json.member("foreign", periods.foreign)
        json.member("unit", periods.unit.rawValue)
      }
      if let amounts = scheme.amounts {
        json.key("amounts")
        AmountsWriter.write(amounts, to: &json)
      }
      AmountsWriter.write(scheme.proRataShare, as: "pro_rata_share", to: &json)
      json.member("export", scheme.export?.payment.rawValue)
      json.member("instruments", scheme.instruments)
      json.member("method", scheme.method?.rawValue)
      if !scheme.missing.isEmpty {
        json.key("missing")
        json.array(of: scheme.missing) { json, missing in
          json.object { json in
            json.member("kind", missing.kind.rawValue)
            json.member("what", missing.what)
          }
        }
      }
      json.member("certainty", scheme.certainty.name)
    }
  }
}
