import Coordination
import Formula
import Quantities

/// What a refund would pay and take away, in plain words.
struct RefundSentences {
  let refund: RefundResult

  init(_ refund: RefundResult) { self.refund = refund }

  var lines: [Phrase] {
    [offer, amount, erasure, elsewhere, days, doubt, certainty].filter { !$0.isEmpty }
  }

  private var offer: Phrase {
    let name = Phrase(called: refund.name, or: refund.id)
    return refund.says.isEmpty
      ? "\(name) (\(law: refund.law))" : "\(name): \(refund.says) (\(law: refund.law))"
  }

  private var amount: Phrase {
    refund.amount.map { "It pays \($0, refund.currency)." } ?? ""
  }

  private var erasure: Phrase {
    let units = Phrase(refund.erases, refund.unit)
    return refund.erasureSays.isEmpty
      ? "It erases \(units) (\(refund.erasureLaw))."
      : "It erases \(units): \(refund.erasureSays) (\(refund.erasureLaw))"
  }

  private var elsewhere: Phrase {
    let uses: [Phrase] = refund.countedBy.map {
      "\($0.scheme) (\(Phrase($0.counted, $0.unit)))"
    }
    guard var list = uses.first else { return "" }
    for use in uses.dropFirst() { list = "\(list), \(use)" }
    return "These periods count today in \(list); after a refund they would not."
  }

  private var days: Phrase {
    switch (refund.from, refund.until) {
    case (let from?, let until?): "It can be asked for from \(from) to \(until)."
    case (let from?, nil): "It can be asked for from \(from)."
    case (nil, let until?): "It can be asked for until \(until)."
    case (nil, nil): ""
    }
  }

  private var doubt: Phrase {
    guard var list = refund.missing.first?.ask else { return "" }
    for missing in refund.missing.dropFirst() { list = "\(list); \(missing.ask)" }
    return "Whether it can be claimed is not certain: \(list)"
  }

  private var certainty: Phrase {
    refund.certainty == .unverified
      ? "This rule on refunds was not verified: ask the institution." : ""
  }
}
