import Coordination
import Quantities

/// Writes the amounts of a pension.
enum AmountsWriter {
  static func write(_ amounts: Amounts, to json: inout JSONWriter) {
    json.object { json in
      json.member("paid", amounts.paid)
      json.member("basis", amounts.basis?.rawValue)
      json.member("currency", amounts.currency.code)
      json.member("per", amounts.per)
      json.member("rhythm", amounts.rhythm)
      json.member("payments", amounts.payments)
      json.member("from", amounts.from)
      json.member("independent", amounts.independent)
      json.member("totalized", amounts.totalized)
      json.member("theoretical", amounts.theoretical)
      write(amounts.ratio, as: "ratio", to: &json)
      json.member("prorated", amounts.prorated)
      json.member("prorated_per", amounts.proratedPer)
      json.member("pro_rata", amounts.proRata)
      json.member("minimum_supplement", amounts.minimumSupplement)
      json.member("claimant_may_choose", amounts.isChoice)
      json.member("projection", amounts.isProjection)
      json.member("last_published", amounts.usesLastPublished)
    }
  }

  /// Writes an exact fraction, or nothing where there is none.
  static func write(_ ratio: Ratio?, as key: StaticString, to json: inout JSONWriter) {
    guard let ratio else { return }
    json.key(key)
    json.object { json in
      json.member("numerator", ratio.numerator)
      json.member("denominator", ratio.denominator)
    }
  }
}
