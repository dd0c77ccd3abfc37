import Coordination
import Quantities
import Remittances

/// What arrives of every pension for programs, as `sojourn/arrives/1`.
public enum ArrivalsJSON {
  public static let format = "sojourn/arrives/1"

  /// The arrivals as one JSON object; money and per cent as text.
  public static func json(_ arrivals: [Arrival], of result: CaseResult, home: Country) -> PriceJSON
  {
    .object([
      ("format", .text(format)), ("id", .optional(result.id)), ("home", .text(home.code)),
      ("warnings", .list(result.warnings.map { .text($0.english) })),
      ("pensions", .list(arrivals.map(arrival))),
    ])
  }

  private static func arrival(_ arrival: Arrival) -> PriceJSON {
    var members: [(String, PriceJSON)] = [
      ("scheme", .text(arrival.scheme)), ("country", .text(arrival.country.code)),
    ]
    switch arrival.state {
    case .atHome: members.append(("state", .text("at_home")))
    case .notPaidThere(let says):
      members += [("state", .text("not_paid_there")), ("says", .text(says.english))]
    case .noAmount(let says):
      members += [("state", .text("no_amount")), ("says", .text(says.english))]
    case .priced(let priced):
      members.append(("state", .text("priced")))
      let payment = priced.payment
      members += [
        ("payment", .decimal(payment.amount)), ("currency", .text(payment.currency.code)),
        ("times_a_year", .integer(payment.times)), ("rhythm", .text(payment.rhythm)),
        ("single", cost(priced.single)), ("every_three_months", cost(priced.bundled)),
        ("saving_a_year", .decimal(priced.saving)), ("prices", RemitJSON.json(priced.answer)),
      ]
    }
    return .object(members)
  }

  private static func cost(_ cost: YearlyCost?) -> PriceJSON {
    guard let cost else { return .null }
    let basis: [(String, PriceJSON)] =
      switch cost.basis {
      case .service(let name): [("basis", .text("service")), ("provider", .text(name))]
      case .mean(let quarter):
        [("basis", .text("corridor_mean")), ("quarter", .text(quarter.description))]
      }
    return .object(
      basis + [
        ("cost_a_year", .decimal(cost.cost)), ("percent", .decimal(cost.percent)),
        ("received", .decimal(cost.received?.amount)),
        ("received_currency", .optional(cost.received?.currency.code)),
        ("source", .text(cost.provenance.source.rawValue)),
        ("observed", .text(cost.provenance.observed.description)),
        ("tier", .text(cost.provenance.tier.rawValue)),
      ])
  }
}
