import Quantities
import Remittances

/// The answer to `sojourn remit` for programs, as `sojourn/remit/1`.
public enum RemitJSON {
  /// The name and version of the format.
  public static let format = "sojourn/remit/1"

  /// The answer as one JSON object.
  public static func json(_ answer: RemitAnswer) -> PriceJSON {
    let question = answer.question
    return .object([
      ("format", .text(format)),
      (
        "question",
        .object([
          ("from", .text(question.corridor.from.code)), ("to", .text(question.corridor.to.code)),
          ("amount", .decimal(question.amount)),
          ("send_currency", .text(question.sendCurrency.code)),
          ("payout_currency", .text(question.payoutCurrency.code)),
          ("mode", .text(question.mode.rawValue)),
          ("pay_in", .optional(question.payIn?.rawValue)),
          ("pay_out", .optional(question.payOut?.rawValue)), ("offline", .bool(question.offline)),
        ])
      ),
      ("answered", .text(answer.answered.description)),
      ("mid_market", rate(answer.midMarket)), ("mid_market_check", rate(answer.check)),
      ("services", .list(answer.services.map { service($0, isBest: $0 == answer.best) })),
      ("mean", mean(answer.mean)), ("other_ways", .integer(answer.otherWays)),
      ("sources", .list(answer.consulted.map(source))),
      ("notes", .list(answer.notes.map { .text($0) })),
    ])
  }

  private static func service(_ service: RemitAnswer.Service, isBest: Bool) -> PriceJSON {
    let (price, cost) = (service.price, service.cost)
    return .object([
      ("provider", .text(price.provider)), ("kind", .optional(price.providerKind)),
      ("best", .bool(isBest)), ("fee", .decimal(cost.fee)),
      ("fee_percent", .decimal(cost.feePercent)),
      ("margin_percent", .decimal(cost.margin.percent)),
      ("margin_percent_of_amount", .decimal(cost.marginPercentOfAmount)),
      ("total_percent", .decimal(cost.totalPercent)), ("paid", .decimal(cost.paid)),
      ("received", .decimal(cost.received?.amount)),
      ("received_currency", .optional(cost.received?.currency.code)),
      ("pay_in", .text(price.payIn.rawValue)), ("pay_out", .text(price.payOut.rawValue)),
      ("speed", price.speed == .unknown ? .null : .text(price.speed.rawValue)),
      ("flags", .list(cost.flags.codes.map { .text($0) })),
      ("collected", .optional(service.collected?.description)),
      ("provenance", provenance(price.provenance)),
    ])
  }

  private static func rate(_ rate: MidMarketRate?) -> PriceJSON {
    guard let rate else { return .null }
    return .object([
      ("base", .text(rate.base.code)), ("quote", .text(rate.quote.code)),
      ("rate", .decimal(rate.rate)), ("uncertain", .bool(rate.isUncertain)),
      ("pegged", .bool(rate.isPegged)), ("provenance", provenance(rate.provenance)),
    ])
  }

  private static func mean(_ mean: StoredMean?) -> PriceJSON {
    guard let mean else { return .null }
    return .object([
      ("quarter", .text(mean.quarter.description)),
      ("total_percent_at_200", .decimal(mean.totalAt200)),
      ("total_percent_at_500", .decimal(mean.totalAt500)),
      ("services", .optional(mean.services)), ("provenance", provenance(mean.provenance)),
    ])
  }

  private static func source(_ consulted: RemitAnswer.Consulted) -> PriceJSON {
    .object([
      ("id", .text(consulted.source.id)), ("tier", .optional(consulted.tier?.rawValue)),
      ("age_seconds", .optional(consulted.age.map { Int($0) })),
      ("error", .optional(consulted.error?.code)),
      ("error_text", .optional(consulted.error?.description)),
    ])
  }

  private static func provenance(_ provenance: Provenance) -> PriceJSON {
    .object([
      ("source", .text(provenance.source.rawValue)),
      ("observed", .text(provenance.observed.description)),
      ("retrieved", .text(provenance.retrieved.description)),
      ("tier", .text(provenance.tier.rawValue)), ("licence", .text(provenance.licence)),
    ])
  }
}
