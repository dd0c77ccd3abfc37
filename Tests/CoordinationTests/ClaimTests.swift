import Formula
import Quantities
import Testing

@testable import Coordination

/// Days of claims, what is missing, windows, and how many systems are put together.
@Suite struct ClaimTests {
  /// Sixty months in DE.
  private static let five = [Invented.period("DE", "1980-01-01", "1984-12-31")]

  /// Born 1958-01-15: 65 on 2023-01-15, so the pension can begin on 2023-02-01.
  @Test(arguments: [
    ("2023-02-01", Status.payable, "2023-02-01", false),
    ("2024-01-01", .payable, "2024-01-01", false),
    ("2023-01-31", .payableLater(day("2023-02-01")), "2023-02-01", true),
    ("2020-05-01", .payableLater(day("2023-02-01")), "2023-02-01", true),
  ])
  func firstDays(_ claim: String, _ status: Status, _ from: String, _ isProjection: Bool) throws {
    let law = InventedLaw([Invented.scheme("DE")], [])
    let answer = try #require(try law.answers(Self.five, from: claim)["DE"])
    #expect(answer.status == status)
    #expect(answer.amounts?.from == day(from))
    #expect(answer.amounts?.isProjection == isProjection)
    #expect(answer.amounts?.paid == 600)
  }

  /// What comes after the first day of the pension does not count.
  @Test func cutAtTheStart() throws {
    let law = InventedLaw([Invented.scheme("DE")], [])
    let periods = Self.five + [Invented.period("DE", "2023-12-01", "2024-06-30")]
    let answer = try #require(try law.answers(periods, from: "2024-01-01")["DE"])
    #expect(answer.periods?.own == 61)
  }

  @Test func whatIsMissing() throws {
    let law = InventedLaw([Invented.scheme("DE")], [])
    let periods = [Invented.period("DE", "1980-01-01", "1983-09-30")]
    let answer = try #require(try law.answers(periods)["DE"])
    #expect(answer.status == .notQualified)
    let condition = try #require(answer.independent?.conditions.first)
    #expect(condition.have == 45)
    #expect(condition.need == 60)
    #expect(condition.missing == 15)
    #expect(answer.independent?.opensOn == day("2025-04-01"))
    #expect(answer.amounts == nil)
  }

  @Test func missingFactsAreNamed() throws {
    let scheme = Invented.scheme(
      "DE", amount: "if married then 20 EUR/month else 10 EUR/month",
      facts: [("married", .truth, .yesNo)])
    let law = InventedLaw([scheme], [])
    let without = try #require(try law.answers(Self.five)["DE"])
    #expect(without.status == .notComputed)
    #expect(without.missing.map(\.kind) == [.fact])
    #expect(without.missing.first?.ask == "What is married?")
    let with = try #require(
      try law.answers(Self.five, facts: ["DE.TEST": ["married": .yesNo(true)]])["DE"])
    #expect(with.amounts?.paid == 20)
  }

  /// A value that is not published yet: the newest one, and the answer says so.
  @Test func lastPublished() throws {
    let unit = try #require(Unit("EUR/month"))
    let value = Parameter(
      id: "grant", unit: unit, law: "s 5", shape: .dated,
      rows: [
        .init(
          key: Int(day("2022-01-01").number), value: 77, law: "", source: "", certainty: .primary)
      ], lasts: 12, location: SourceLocation(file: "test", line: 1, column: 1))
    let law = InventedLaw([Invented.scheme("DE", amount: "grant", parameters: [value])], [])
    let answer = try #require(try law.answers(Self.five)["DE"])
    #expect(answer.amounts?.paid == 77)
    #expect(answer.amounts?.usesLastPublished == true)
    let later = try #require(try law.answers(Self.five, from: "2020-01-01")["DE"])
    #expect(later.amounts?.isProjection == true)
    #expect(later.amounts?.paid == 77)
  }

  // MARK: Agreements

  private static let both = [
    Invented.period("DE", "1980-01-01", "1982-12-31"),
    Invented.period("FR", "1985-01-01", "1987-12-31"),
  ]

  private func pair(_ side: Side) -> InventedLaw {
    InventedLaw(
      [Invented.scheme("DE"), Invented.scheme("FR")],
      [Invented.instrument(["DE", "FR"], side)])
  }

  @Test func agreementsOpenTheRight() throws {
    let law = pair(Invented.bilateral())
    let answer = try #require(try law.answers(Self.both)["DE"])
    #expect(answer.status == .payable)
    #expect(answer.neededTotalization)
    #expect(answer.amounts?.ratio?.description == "36/72")
    #expect(answer.amounts?.theoretical == 720)
    #expect(answer.amounts?.paid == 360)
    #expect(answer.instruments == ["DE-FR"])
    let alone = try #require(try law.answers(Self.both, withAgreements: false)["DE"])
    #expect(alone.amounts == nil)
  }

  /// Windows cut what an agreement sees, never the independent right.
  @Test func windows() throws {
    let window = Side.Window(from: day("1981-01-01"), fromAge: nil, law: "Art 8")
    let own = try #require(
      try pair(Invented.bilateral(window: window)).answers(Self.both)["DE"])
    #expect(own.periods?.own == 24)
    #expect(own.independent?.conditions.first?.have == 36)
    // Of age 28 on 1986-01-15: that month and the 23 after it.
    let age = Side.Window(from: day("1985-06-01"), fromAge: 28, law: "Art 8")
    let foreign = try #require(
      try pair(Invented.bilateral(foreignWindow: age)).answers(Self.both)["DE"])
    #expect(foreign.periods?.foreign == 24)
  }

  @Test(arguments: [(36, true), (37, false)]) func leastOwnPeriods(_ least: Int, _ isEnough: Bool)
    throws
  {
    let minimum = Side.Amount(count: ExactDecimal(least), unit: .month, law: "Art 7")
    let answer = try #require(
      try pair(Invented.bilateral(minimum: minimum)).answers(Self.both)["DE"])
    #expect((answer.status == .payable) == isEnough)
    if !isEnough { #expect(answer.missing.contains { $0.law == "Art 7" }) }
  }

  /// Two agreements are never added up; a third country counts only where a text says so.
  @Test(arguments: [(Side.ThirdCountries.no, 36), (.boundByBoth, 36), (.yes, 60)])
  func thirdCountries(_ third: Side.ThirdCountries, _ foreign: Int) throws {
    let periods = Self.both + [Invented.period("AT", "1990-01-01", "1991-12-31")]
    let side = Invented.bilateral(third: third)
    let law = InventedLaw(
      [
        Invented.scheme("DE", condition: "counted_total >= 72"), Invented.scheme("FR"),
        Invented.scheme("AT"),
      ],
      [
        Invented.instrument(["DE", "FR"], side),
        Invented.instrument(["DE", "AT"], Invented.bilateral()),
      ])
    let answer = try #require(try law.answers(periods)["DE"])
    #expect(answer.instruments.first == "DE-FR")
    #expect(answer.periods?.foreign == ExactDecimal(foreign))
    // Bound by both: counted once FR and AT are linked as well.
    let linked = InventedLaw(
      law.all, law.links + [Invented.instrument(["FR", "AT"], Invented.bilateral())])
    let now = try #require(try linked.answers(periods)["DE"])
    #expect(now.periods?.foreign == (third == .no ? 36 : 60))
  }

  @Test func twoSystemsAtMost() throws {
    let periods = Self.both + [Invented.period("AT", "1990-01-01", "1991-12-31")]
    let law = InventedLaw(
      ["DE", "FR", "AT"].map { Invented.scheme($0, condition: "counted_total >= 90") },
      [
        Invented.instrument(["DE", "FR"], Invented.bilateral()),
        Invented.instrument(["DE", "AT"], Invented.bilateral()),
      ])
    // 36 + 36 and 36 + 24 are each too few, 96 together would do.
    let answer = try #require(try law.answers(periods)["DE"])
    #expect(answer.amounts == nil)
    #expect(answer.totalized?.isMet == false)
  }
}
