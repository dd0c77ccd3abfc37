import Coordination
import Formula
import Quantities
import Remittances

/// Prices the way home of every pension of an answer.
///
/// Only corridor, amount and currency are asked for; nothing of the case goes out.
public struct ArrivalFinder {
  let home: Country
  let isOffline: Bool
  let ask: (RemitQuestion) -> RemitAnswer
  /// US dollars for one unit of a currency; nil where not known.
  let dollars: (Currency) -> ExactDecimal?

  /// - Parameters:
  ///   - home: where the money shall arrive.
  ///   - ask: answers what a transfer costs.
  public init(
    home: Country, isOffline: Bool, ask: @escaping (RemitQuestion) -> RemitAnswer,
    dollars: @escaping (Currency) -> ExactDecimal?
  ) {
    self.home = home
    self.isOffline = isOffline
    self.ask = ask
    self.dollars = dollars
  }

  /// The arrivals of all schemes with periods, in the order of the answer.
  public func arrivals(of result: CaseResult) -> [Arrival] {
    result.schemes.filter { $0.status != .notCovered }.map { scheme in
      Arrival(
        scheme: scheme.scheme, country: scheme.country, name: scheme.name, state: state(scheme))
    }
  }

  private func state(_ scheme: SchemeResult) -> Arrival.State {
    guard scheme.status == .payable || scheme.amounts?.isProjection == true,
      let payment = PensionPayment(scheme.amounts)
    else { return .noAmount(SchemeSentence(scheme).status) }
    if scheme.country == home { return .atHome }
    if let export = scheme.export, export.payment == .none {
      return .notPaidThere(export.says)
    }
    guard let payout = home.homeCurrency else {
      return .noAmount("\(Phrase(template: home.name)) has no currency of its own")
    }
    let question = RemitQuestion(
      corridor: Corridor(from: scheme.country, to: home), amount: payment.amount,
      sendCurrency: payment.currency, payoutCurrency: payout, mode: .takenOut,
      offline: isOffline)
    let answer = ask(question)
    let dollars = dollars(payment.currency)
    var bundled: YearlyCost?
    if payment.canBeBundled, let three = try? payment.amount * 3 {
      var larger = question
      larger.amount = three
      bundled = YearlyCost.of(ask(larger), times: payment.times, thirds: true, dollars: dollars)
    }
    return .priced(
      Arrival.Priced(
        payment: payment, answer: answer,
        single: YearlyCost.of(answer, times: payment.times, thirds: false, dollars: dollars),
        bundled: bundled))
  }
}
