import Coordination
import Quantities

extension ResultWriter {
  /// What a scheme would pay back if asked, and what that erases.
  func writeRefunds(_ scheme: SchemeResult, to json: inout JSONWriter) {
    json.key("refunds")
    json.array(of: scheme.refunds) { json, refund in
      json.object { json in
        json.member("id", refund.id)
        json.member("name", refund.name)
        json.member("says", refund.says)
        json.member("law", refund.law)
        json.member("from", refund.from)
        json.member("until", refund.until)
        json.member("amount", refund.amount)
        json.member("currency", refund.currency.code)
        json.key("erases")
        json.object { json in
          json.member("units", refund.erases)
          json.member("unit", refund.unit.rawValue)
          json.member("says", refund.erasureSays)
          json.member("law", refund.erasureLaw)
          json.key("counted_by")
          json.array(of: refund.countedBy) { json, use in
            json.object { json in
              json.member("scheme", use.scheme)
              json.member("counted", use.counted)
              json.member("unit", use.unit.rawValue)
            }
          }
        }
        write(refund.missing, to: &json)
        json.member("certainty", refund.certainty.name)
      }
    }
  }

  /// What must be known first.
  func write(_ missing: [Missing], to json: inout JSONWriter) {
    json.key("missing")
    json.array(of: missing) { json, missing in
      json.object { json in
        json.member("kind", missing.kind.rawValue)
        json.member("what", missing.what)
        json.member("ask", missing.ask)
        json.member("law", missing.law)
      }
    }
  }
}
