import CommandLineKit
import Quantities
import Remittances

/// The services of an answer as comma-separated values (RFC 4180), one a line under a header.
public enum RemitCSV {
  static let header = [
    "from", "to", "amount", "send_currency", "mode", "provider", "kind", "best", "fee",
    "fee_percent", "margin_percent", "margin_percent_of_amount", "total_percent", "paid",
    "received",
    "received_currency", "pay_in", "pay_out", "speed", "flags", "source", "tier", "observed",
    "collected", "retrieved", "licence",
  ]

  /// The lines, the header first.
  public static func lines(_ answer: RemitAnswer) -> [String] {
    [line(header)] + answer.services.map { line(cells($0, answer)) }
  }

  private static func cells(_ service: RemitAnswer.Service, _ answer: RemitAnswer) -> [String] {
    let (price, cost) = (service.price, service.cost)
    let question = answer.question
    let provenance = price.provenance
    return [
      question.corridor.from.code, question.corridor.to.code, text(question.amount),
      question.sendCurrency.code, question.mode.rawValue, TextLayout.visible(price.provider),
      price.providerKind ?? "", service == answer.best ? "yes" : "no", text(cost.fee),
      text(cost.feePercent), text(cost.margin.percent), text(cost.marginPercentOfAmount),
      text(cost.totalPercent), text(cost.paid), text(cost.received?.amount),
      cost.received?.currency.code ?? "", price.payIn.rawValue, price.payOut.rawValue,
      price.speed == .unknown ? "" : price.speed.rawValue,
      cost.flags.codes.joined(separator: " "), provenance.source.rawValue,
      provenance.tier.rawValue, provenance.observed.description,
      service.collected?.description ?? "", provenance.retrieved.description, provenance.licence,
    ]
  }

  private static func text(_ decimal: ExactDecimal?) -> String {
    decimal.map(\.normalized.description) ?? ""
  }

  /// Cells joined by commas, quoted where they must be.
  public static func line(_ cells: [String]) -> String {
    cells.map { cell in
      let mustQuote = cell.unicodeScalars.contains { "\",\r\n".unicodeScalars.contains($0) }
      return mustQuote
        ? "\""
          + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
          + "\"" : cell
    }.joined(separator: ",")
  }
}
