import Formula
import Quantities
import Testing

@testable import Coordination

/// What the European texts say where not every State is alike, on invented schemes.
@Suite struct PartialRightsTests {
  /// A theoretical amount that grows slower than the periods: leaving some out raises the share.
  private static let slow =
    "if setting = independent then 1 EUR/month else min(number(counted_total), 200) * 10 EUR/month"

  private let periods = [
    Invented.period("DE", "1980-01-01", "1989-12-31"),
    Invented.period("FR", "1990-01-01", "1999-12-31"),
    Invented.period("AT", "2000-01-01", "2009-12-31"),
  ]

  private func instrument(_ codes: [String], _ sides: [String: Side], hub: [String] = [])
    -> Instrument
  {
    Instrument(
      id: "EU", title: [:], kind: .multilateral,
      members: codes.map {
        Instrument.Membership(party: Party(country($0)), since: nil, until: nil)
      },
      hub: hub.map(country), status: .inForce, signed: nil, since: day("2000-01-01"), until: nil,
      isDateApproximate: false, sinceLaw: "s 1", supersededBy: nil, amendments: [],
      certainty: .primary, sources: [], persons: nil, branches: [:], sides: sides, postings: [],
      refunds: [], notes: [], location: SourceLocation(file: "test", line: 1, column: 1))
  }

  /// Art 50(2): Austria asks for 40 years, so its ten years are left out where that gives more.
  @Test(arguments: [(true, "120/240", 1000), (false, "120/360", 666)])
  func unopened(_ isRule: Bool, _ ratio: String, _ paid: Int) throws {
    var side = Invented.european
    side.leavesOutUnopened = isRule
    let law = InventedLaw(
      ["DE", "FR"].map { Invented.scheme($0, amount: Self.slow) }
        + [Invented.scheme("AT", condition: "counted_total >= 480")],
      [instrument(["DE", "FR", "AT"], ["*": side])])
    let amounts = try #require(try law.answers(periods)["DE"]?.amounts)
    #expect(amounts.ratio?.description == ratio)
    #expect(try amounts.paid?.rounded(to: 1, .floor) == ExactDecimal(paid))
  }

  /// Art 50(3): so are the periods of a State whose pension the person has put off.
  @Test(arguments: [("2026-01-01", "120/240"), ("2024-01-01", "120/360")])
  func deferred(_ start: String, _ ratio: String) throws {
    var side = Invented.european
    side.leavesOutUnopened = true
    let law = InventedLaw(
      ["DE", "FR", "AT"].map { Invented.scheme($0, amount: Self.slow) },
      [instrument(["DE", "FR", "AT"], ["*": side])])
    let career = Career(
      person: Person(born: day("1958-01-15"), sex: .female, livesIn: country("DE")),
      claim: Claim(from: day("2024-01-01"), starts: ["AT.TEST": day(start)]), periods: periods,
      facts: [:])
    let answer = try Engine(library: law, today: day("2026-11-23")).answer(career)
    let german = try #require(answer.schemes.first { $0.country.code == "DE" })
    #expect(german.amounts?.ratio?.description == ratio)
  }

  /// Where leaving them out gives less, all periods stay.
  @Test func unopenedKept() throws {
    var side = Invented.european
    side.leavesOutUnopened = true
    let steep =
      "if setting = independent then 1 EUR/month else "
      + "number(counted_total) * number(counted_total) * 1 EUR/month"
    let law = InventedLaw(
      ["DE", "FR"].map { Invented.scheme($0, amount: steep) }
        + [Invented.scheme("AT", condition: "counted_total >= 480")],
      [instrument(["DE", "FR", "AT"], ["*": side])])
    #expect(try law.answers(periods)["DE"]?.amounts?.ratio?.description == "120/360")
  }

  /// Art 52(4): with an independent right no pro rata, unless the exception holds.
  @Test(
    arguments: [(nil, nil, nil), (21, 20, "120/360"), (40, 20, nil), (21, 5, nil)]
      as [(
        Int?, Int?, String?
      )])
  func waiver(_ total: Int?, _ own: Int?, _ ratio: String?) throws {
    var side = Invented.european
    func years(_ count: Int?) -> Side.Amount? {
      count.map { Side.Amount(count: ExactDecimal($0), unit: .year, law: "Annex VIII") }
    }
    side.waiver = Side.Waiver(
      totalAtLeast: years(total), ownAtMost: years(own), law: "Annex VIII", says: "")
    let law = InventedLaw(
      ["DE", "FR", "AT"].map { Invented.scheme($0, amount: Self.slow) },
      [instrument(["DE", "FR", "AT"], ["*": side])])
    let amounts = try #require(try law.answers(periods)["DE"]?.amounts)
    #expect(amounts.ratio?.description == ratio)
    #expect(amounts.basis == (ratio == nil ? .independent : .proRata))
  }

  /// A waiver needs an independent right: where foreign periods open it, the share is computed.
  @Test func waiverNeedsOwnRight() throws {
    var side = Invented.european
    side.waiver = Side.Waiver(totalAtLeast: nil, ownAtMost: nil, law: "Annex VIII", says: "")
    let law = InventedLaw(
      ["DE", "FR", "AT"].map { Invented.scheme($0, condition: "counted_total >= 180") },
      [instrument(["DE", "FR", "AT"], ["*": side])])
    #expect(try law.answers(periods)["DE"]?.amounts?.ratio?.description == "120/360")
  }

  /// Art 57(3): short everywhere: only the last State whose conditions are met pays, for all.
  @Test(arguments: [(true, "AT"), (false, nil)] as [(Bool, String?)])
  func shortEverywhere(_ isRule: Bool, _ payer: String?) throws {
    var side = Invented.european
    side.lastPaysShortPeriods = isRule
    let law = InventedLaw(
      ["DE", "FR", "AT"].map { Invented.scheme($0, condition: "counted_total >= 24") },
      [instrument(["DE", "FR", "AT"], ["*": side])])
    let answers = try law.answers([
      Invented.period("DE", "2001-01-01", "2001-10-31"),
      Invented.period("FR", "2003-01-01", "2003-10-31"),
      Invented.period("AT", "2005-01-01", "2005-10-31"),
    ])
    for (code, answer) in answers {
      #expect((answer.status == .payable) == (code == payer), "\(code)")
    }
    // As if all thirty months were its own.
    if let payer { #expect(answers[payer]?.amounts?.paid == 300) }
  }

  /// Where the last State's conditions are not met, the one before pays.
  @Test func lastWithARight() throws {
    var side = Invented.european
    side.lastPaysShortPeriods = true
    let law = InventedLaw(
      ["DE", "FR"].map { Invented.scheme($0, condition: "counted_total >= 24") }
        + [Invented.scheme("AT", condition: "counted_total >= 60")],
      [instrument(["DE", "FR", "AT"], ["*": side])])
    let answers = try law.answers([
      Invented.period("DE", "2001-01-01", "2001-10-31"),
      Invented.period("FR", "2003-01-01", "2003-10-31"),
      Invented.period("AT", "2005-01-01", "2005-10-31"),
    ])
    #expect(answers["FR"]?.amounts?.paid == 300)
    #expect(answers["DE"]?.status == .notQualified)
    #expect(answers["AT"]?.status == .notQualified)
  }

  /// Art 57(4): a scheme of Annex VIII Part 2 keeps its short periods; they stay in the ratio.
  @Test func keepsShortPeriods() throws {
    var keeps = Invented.european
    keeps.shortPeriods = nil
    keeps.method = .direct
    let law = InventedLaw(
      ["DE", "FR"].map { Invented.scheme($0, amount: Self.slow) },
      [instrument(["DE", "FR"], ["*": Invented.european, "FR": keeps])])
    let answers = try law.answers([
      Invented.period("DE", "1980-01-01", "1989-12-31"),
      Invented.period("FR", "2003-01-01", "2003-10-31"),
    ])
    #expect(answers["DE"]?.foreign.first?.isTakenOver == false)
    #expect(answers["DE"]?.amounts?.ratio?.description == "120/130")
    #expect(answers["FR"]?.status == .payable)
  }

  /// 987/2009 Art 43(2): voluntary months that yield are worth what the independent pension loses
  /// without them, on top of the pro rata.
  @Test(arguments: [(true, 60, 550), (false, nil, 490)] as [(Bool, Int?, Int)])
  func voluntaryOnTop(_ isRule: Bool, _ supplement: Int?, _ proRata: Int) throws {
    var side = Invented.european
    side.addsVoluntary = isRule
    // Alone 10 a month; as if all were own, 980 in all: 60 months of 120 take the half.
    let amount = "if setting = independent then number(own_total) * 10 EUR/month else 980 EUR/month"
    let law = InventedLaw(
      ["DE", "FR"].map { Invented.scheme($0, amount: amount) },
      [instrument(["DE", "FR"], ["*": side])])
    let amounts = try #require(
      try law.answers([
        Invented.period("DE", "1980-01-01", "1984-12-31"),
        Invented.period("DE", "1989-07-01", "1989-12-31", .voluntary),
        Invented.period("FR", "1987-01-01", "1991-12-31"),
      ])["DE"]?.amounts)
    #expect(amounts.ratio?.description == "60/120")
    #expect(amounts.voluntarySupplement == supplement.map { ExactDecimal($0) })
    #expect(amounts.proRata == ExactDecimal(proRata))
    #expect(amounts.independent == 660)
    #expect(amounts.paid == 660)
  }

  /// Without some months a period falls into pieces that share its sums.
  @Test func pieces() throws {
    var period = Invented.period("DE", "1990-01-01", "1991-12-31", .voluntary)
    period.earnings = Earnings(
      .entries([.init(year: 1990, amount: 1_200), .init(year: 1991, amount: 2_400)]))
    period.certified = .init(24, .month)
    var gone = MonthSet()
    let (first, last) = (Month(year: 1990, month: 7), Month(year: 1991, month: 3))
    gone.insert(try #require(first)...(try #require(last)))
    let pieces = period.without(gone)
    #expect(
      pieces.map(\.span.description) == ["1990-01-01...1990-06-30", "1991-04-01...1991-12-31"])
    #expect(pieces.map(\.certified?.amount) == [6, 9])
    #expect(
      pieces.map(\.earnings?.content) == [
        .entries([.init(year: 1990, amount: 600)]), .entries([.init(year: 1991, amount: 1_800)]),
      ])
  }
}
