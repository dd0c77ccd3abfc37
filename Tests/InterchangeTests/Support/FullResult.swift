import Formula
import Quantities
import Testing

@testable import Coordination

/// A result in which everything that can be said is said.
enum FullResult {
  static func make() throws -> CaseResult {
    let germany = try #require(Country("DE"))
    let korea = try #require(Country("KR"))
    let euro = try #require(Currency("EUR"))
    let day = try #require(Day("2026-12-01"))
    var scheme = SchemeResult(
      scheme: "DE.GRV", country: germany, name: ["en": "Statutory"], status: .payableLater(day))
    let right = RightResult(
      pension: "standard", isMet: false,
      conditions: [
        ConditionResult(
          id: "waiting", law: "§ 50", holds: false, says: "12 of 60", have: 12, need: 60,
          missing: 48, unit: "month")
      ], earliest: day, opensOn: day)
    scheme.pension = "standard"
    scheme.pensionName = ["de": "Regelaltersrente"]
    scheme.independent = right
    scheme.totalized = right
    scheme.periods = PeriodTotals(own: 12, foreign: 48, total: 60, unit: .month)
    scheme.foreign = [
      ForeignCredit(
        country: korea, scheme: "KR.NPS", sum: 48, sumUnit: .month, counted: 48,
        countedUnit: .month, leftOut: 0, overMaximum: 2, isTakenOver: false, law: "Art 6",
        byYear: .empty,
        byClass: [:])
    ]
    scheme.amounts = try amounts(euro, day)
    scheme.proRataShare = try Ratio(96, over: 360)
    scheme.later = [LaterPension(pension: "later", name: ["en": "later"], from: day, paid: 200)]
    scheme.figures = [
      NamedFigure(
        id: "points", name: ["en": "points"], value: 12, unit: "1", isTheoretical: true)
    ]
    scheme.instruments = ["DE-KR"]
    scheme.method = .proRata
    scheme.methodLaw = "Art 9"
    scheme.export = ExportResult(payment: .full, law: "Art 5", says: "")
    scheme.missing = [Missing(.fact, what: "a", ask: "b", law: "c")]
    scheme.assumptions = ["none"]
    scheme.notes = [Cited(law: "Art 1", says: "x")]
    scheme.unverified = ["x"]
    scheme.refunds = [refund(euro, day)]
    scheme.worksheet = worksheet(germany, day)
    return CaseResult(
      id: "1", schemes: [scheme], uncovered: [korea],
      coverage: [
        CoverageResult(
          first: germany, second: korea, state: .inForce, instruments: ["DE-KR"], says: "")
      ],
      transfers: [
        Transfer(
          from: korea, to: "DE.GRV", instrument: "DE-KR", counted: 48, unit: .month, says: "")
      ],
      losses: [
        Loss(
          scheme: "DE.GRV", withAgreements: 100, without: 50, currency: euro, per: "month",
          rightLost: false)
      ],
      warnings: ["\u{1}\t\"\\/"], ruleBookDate: "2026-11-20", ruleBookHash: "0")
  }

  private static func refund(_ euro: Currency, _ day: Day) -> RefundResult {
    RefundResult(
      id: "refund", name: ["en": "Refund"], law: "§ 210", says: "half", from: day, until: day,
      amount: 10, currency: euro, erases: 12, unit: .month, erasureLaw: "§ 210(6)",
      erasureSays: "all", missing: [Missing(.fact, what: "a", ask: "b", law: "c")],
      certainty: .primary,
      countedBy: [RefundResult.Use(scheme: "KR.NPS", counted: 12, unit: .month)])
  }

  private static func amounts(_ euro: Currency, _ day: Day) throws -> Amounts {
    var amounts = Amounts(currency: euro, per: "month", rhythm: "monthly", payments: 12)
    amounts.independent = 1
    amounts.totalized = 2
    amounts.theoretical = 3
    amounts.prorated = 4
    amounts.proratedPer = "month"
    amounts.ratio = try Ratio(12, over: 60)
    amounts.proRata = 5
    amounts.minimumSupplement = 6
    amounts.paid = 5
    amounts.basis = .proRata
    amounts.from = day
    return amounts
  }

  /// A line for every kind of figure.
  private static func worksheet(_ country: Country, _ day: Day) -> [WorksheetLine] {
    let series = YearSeries(2024...2025, repeating: 1)
    let figures: [Figure] = [
      Figure(value: .number(1), type: .number(.one)), Figure(value: .truth(true), type: .truth),
      Figure(value: .date(day), type: .date), Figure(value: .dates([day]), type: .dates),
      Figure(value: .choice(0), type: .choice(["female"])),
      Figure(value: .country(country), type: .country),
      Figure(value: .series(series), type: .series(.one)),
    ]
    return figures.map {
      WorksheetLine(
        step: "points", name: ["en": "points"], setting: .prorated, sentence: "1", value: $0,
        unit: "1", law: "§ 64", rounding: "half_up to 0.01")
    }
  }
}
