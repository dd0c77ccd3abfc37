import Formula
import Quantities
import Remittances

/// What there is to say of one pension's way home, for the text answer and the report.
public struct ArrivalSentences {
  let arrival: Arrival
  let home: Country

  public init(_ arrival: Arrival, home: Country) {
    self.arrival = arrival
    self.home = home
  }

  private var place: Phrase { Phrase(template: home.name) }

  /// The lines, each with a label.
  public var lines: [(label: Phrase, text: Phrase)] {
    switch arrival.state {
    case .atHome: return [("Arrives", "paid in \(place) itself; nothing to send")]
    case .notPaidThere(let says):
      return [("Arrives", "nothing: it is not paid in \(place)"), ("", says)]
    case .noAmount(let status): return [("Arrives", "not known: \(status)")]
    case .priced(let priced): return lines(priced)
    }
  }

  private func lines(_ priced: Arrival.Priced) -> [(label: Phrase, text: Phrase)] {
    let payment = priced.payment
    var lines: [(label: Phrase, text: Phrase)] = [
      (
        "Paid",
        "\(payment.amount, payment.currency), \(payment.times) times a year (\(Phrase(rhythm: payment.rhythm)))"
      )
    ]
    if let received = priced.single?.received {
      lines.append(("Arrives", "\(received.amount, received.currency) of each payment"))
    }
    lines += ways(priced)
    if let cost = priced.single {
      lines.append(
        (
          "A year",
          "\(cost.cost, payment.currency) are lost on the way, \(percent(cost.percent)) of the pension (\(basis(cost)))"
        ))
    } else {
      lines.append(("A year", "not known: no price of this corridor is known here"))
    }
    if let saving = priced.saving {
      lines.append(
        (
          "Together",
          "sending three payments at once would save about \(saving, payment.currency) a year"
        ))
    } else if payment.canBeBundled {
      lines.append(
        (
          "Together",
          priced.bundled == nil
            ? "what sending three payments at once would save is not known"
            : "sending three payments at once would save nothing"
        ))
    }
    if let rate = priced.answer.midMarket {
      lines.append(
        (
          "Rate",
          "1 \(rate.base.code) = \(rate.rate) \(rate.quote.code), mid-market of \(rate.provenance.observed) (\(rate.provenance.source.rawValue))"
        ))
    } else if payment.currency != priced.answer.question.payoutCurrency {
      lines.append(("Rate", "no mid-market rate is known here"))
    }
    return lines
  }

  /// The three cheapest services.
  private func ways(_ priced: Arrival.Priced) -> [(label: Phrase, text: Phrase)] {
    let known = priced.answer.services.filter { $0.cost.totalPercent != nil }.prefix(3)
    return known.enumerated().map { index, service in
      let total = service.cost.totalPercent ?? .zero
      let source = service.price.provenance
      return (
        index == 0 ? "Cheapest" : "",
        "\(service.price.provider): \(percent(total)), fee \(service.cost.fee, service.price.sendCurrency) (\(source.source.rawValue), \(source.observed), \(Phrase(template: source.tier.rawValue)))"
      )
    }
  }

  private func basis(_ cost: YearlyCost) -> Phrase {
    switch cost.basis {
    case .service(let name):
      "\(name), \(cost.provenance.source.rawValue), \(cost.provenance.observed)"
    case .mean(let quarter):
      "estimate from the corridor's surveyed mean of \(quarter.description), \(cost.provenance.source.rawValue)"
    }
  }

  private func percent(_ value: ExactDecimal) -> Phrase {
    "\((try? value.rounded(places: 2, .halfUp)) ?? value) %"
  }
}
