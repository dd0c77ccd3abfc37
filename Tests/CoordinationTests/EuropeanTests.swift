import Formula
import Quantities
import Testing

@testable import Coordination

/// Regulations (EC) 883/2004 and 987/2009 on invented schemes.
@Suite struct EuropeanTests {
  private func law(
    _ codes: [String] = ["DE", "FR"], condition: String = "counted_total >= 60",
    amount: String = "number(counted_total) * 10 EUR/month"
  ) -> InventedLaw {
    InventedLaw(
      codes.map { Invented.scheme($0, condition: condition, amount: amount) },
      [Invented.instrument(codes, Invented.european, id: "EU")])
  }

  /// An amount by which the pro rata is always the higher one, so that its award is shown.
  private static let flat = "if setting = independent then 1 EUR/month else 9000 EUR/month"

  /// BSG B 5 R 54/11 R: 5 quarters certified for nine months are 15 months; with 48 they make 63.
  @Test func certifiedQuarters() throws {
    let law = InventedLaw(
      [
        Invented.scheme("DE"),
        Invented.scheme("FR", unit: .quarter, perYear: 4, credited: "quarters_touched(any)"),
      ], [Invented.instrument(["DE", "FR"], Invented.european, id: "EU")])
    let answer = try #require(
      try law.answers([
        Invented.period("DE", "1980-01-01", "1983-12-31"),
        Invented.period(
          "FR", "1994-10-01", "1995-06-01", certified: .init(5, .quarter)),
      ])["DE"])
    #expect(answer.periods?.own == 48)
    #expect(answer.periods?.foreign == 15)
    #expect(answer.status == .payable)
    let credit = try #require(answer.foreign.first)
    // 3 months of 1994 and 6 of 1995 are touched; the surplus fills 1994 in order of time.
    #expect(credit.byYear[1994] == 9)
    #expect(credit.byYear[1995] == 6)
  }

  /// Voluntary and assimilated months yield to compulsory ones abroad and come back as foreign.
  @Test(arguments: [
    (PeriodType.voluntary, PeriodType.employed, 9, 3), (.sickness, .employed, 9, 3),
    (.sickness, .voluntary, 9, 3), (.employed, .employed, 12, 0), (.voluntary, .voluntary, 12, 0),
    (.employed, .voluntary, 12, 0), (.voluntary, .residence, 9, 3),
  ])
  func overlaps(_ own: PeriodType, _ other: PeriodType, _ mine: Int, _ theirs: Int) throws {
    let law = law(condition: "counted_total >= 12", amount: Self.flat)
    let answer = try #require(
      try law.answers([
        Invented.period("DE", "1990-01-01", "1990-06-30", own),
        Invented.period("DE", "1990-07-01", "1990-12-31", .employed),
        Invented.period("FR", "1990-04-01", "1990-06-30", other),
      ])["DE"])
    let numerator = answer.amounts?.ratio?.numerator
    // Where nothing foreign is left there is nothing to share.
    #expect(numerator == (theirs == 0 ? nil : ExactDecimal(mine)))
    #expect(answer.foreign.first?.counted ?? 0 == ExactDecimal(theirs))
    // The independent benefit keeps all of them.
    #expect(answer.independent?.conditions.first?.have == 12)
  }

  /// Art 12(5): assimilated in both: counted where the person was last insured before.
  @Test(arguments: [("DE", "1988", 24, 0), ("FR", "1988", 12, 24), ("FR", "1992", 12, 24)])
  func assimilatedInBoth(_ insured: String, _ year: String, _ own: Int, _ foreign: Int) throws {
    let other = insured == "DE" ? "FR" : "DE"
    let late = "1994"
    let answer = try #require(
      try law(condition: "counted_total >= 12", amount: Self.flat).answers([
        Invented.period(insured, "\(year)-01-01", "\(year)-12-31"),
        Invented.period(other, "\(late)-01-01", "\(late)-12-31"),
        Invented.period("DE", "1990-01-01", "1990-12-31", .sickness),
        Invented.period("FR", "1990-01-01", "1990-12-31", .sickness),
      ])["DE"])
    #expect(answer.foreign.first?.counted == ExactDecimal(insured == "DE" ? 12 : foreign))
    #expect(answer.amounts?.ratio?.numerator == ExactDecimal(own))
    #expect(answer.amounts?.ratio?.denominator == 36)
  }

  /// The same months in two other States count once in the total of the third.
  @Test func foreignPeriodsAreAUnion() throws {
    let answer = try #require(
      try law(["DE", "FR", "AT"], amount: Self.flat).answers([
        Invented.period("DE", "1980-01-01", "1984-12-31"),
        Invented.period("FR", "1990-01-01", "1991-06-30"),
        Invented.period("AT", "1990-04-01", "1991-09-30"),
      ])["DE"])
    #expect(answer.periods?.own == 60)
    #expect(answer.foreign.reduce(ExactDecimal.zero) { $0.plus($1.counted) } == 21)
    #expect(answer.amounts?.ratio?.denominator == 81)
  }

  /// Art 57: eleven months are left to the others, exactly twelve are not short.
  @Test(arguments: [("2000-11-30", true), ("2000-12-31", false)])
  func shortPeriods(_ end: String, _ isShort: Bool) throws {
    let answers = try law().answers([
      Invented.period("DE", "1980-01-01", "1989-12-31"),
      Invented.period("FR", "2000-01-01", end),
    ])
    let german = try #require(answers["DE"])
    let french = try #require(answers["FR"])
    #expect(german.amounts?.ratio?.denominator == (isShort ? 120 : 132))
    if isShort {
      #expect(german.foreign.first?.isTakenOver == true)
      #expect(french.status == .notQualified)
      #expect(french.missing.contains { $0.law == "Art 57" })
      // The theoretical amount counts them: the pro rata exceeds the independent amount.
      #expect(german.amounts?.theoretical == 1310)
      #expect(german.amounts?.paid == 1310)
      #expect(german.amounts?.basis == .proRata)
    } else {
      #expect(french.status == .payable)
      #expect(french.amounts?.ratio?.numerator == 12)
      #expect(french.amounts?.paid == 120)
    }
  }

  /// Regulation 883/2004 Art 56(1)(a) as Holzmann works it out: A counts at most 40 years.
  @Test func holzmann() throws {
    func scheme(_ code: String, _ theoretical: String, most: Int) -> Scheme? {
      Invented.scheme(
        code, unit: .year, perYear: 1, credited: "months_touched(any) / 12 months * 1 year",
        condition: "counted_total >= 15 years",
        amount:
          "if setting = theoretical then \(theoretical) else number(own_total) * 16 EUR/month",
        ratioTotal: "min(ratio_total, \(most) years)")
    }
    let periods = [
      Invented.period("AT", "1975-01-01", "1992-12-31"),
      Invented.period("BE", "1993-01-01", "2016-12-31"),
    ]
    let law = InventedLaw(
      [scheme("AT", "800 EUR/month", most: 40), scheme("BE", "920 EUR/month", most: 50)],
      [Invented.instrument(["AT", "BE"], Invented.bilateral(.higherOf), id: "AT-BE")])
    let answers = try law.answers(periods)
    let first = try #require(answers["AT"]?.amounts)
    let second = try #require(answers["BE"]?.amounts)
    #expect(first.ratio?.description == "18/40")
    #expect(first.proRata == 360)
    #expect(second.ratio?.description == "24/42")
    #expect(try second.proRata?.rounded(places: 2, .halfUp) == ExactDecimal("525.71"))
    let sum = try #require(first.proRata).adding(try #require(second.proRata))
    #expect(try sum.rounded(places: 2, .halfUp) == ExactDecimal("885.71"))
    // On its own accrual alone A pays 18 × 16.
    #expect(first.independent == 288)
    #expect(first.paid == 360)
  }

  /// EU-ROSA: 20 and 10 years of 30.
  @Test func rosa() throws {
    let answers = try law(condition: "counted_total >= 180").answers([
      Invented.period("DE", "1980-01-01", "1999-12-31"),
      Invented.period("FR", "2000-01-01", "2009-12-31"),
    ])
    #expect(answers["DE"]?.amounts?.ratio?.fraction == (try Fraction(2, over: 3)))
    #expect(answers["FR"]?.amounts?.ratio?.fraction == (try Fraction(1, over: 3)))
    #expect(answers["FR"]?.neededTotalization == true)
    #expect(answers["DE"]?.neededTotalization == false)
  }

  /// Art 52(3) is silent on equal amounts: the side says which is shown as paid.
  @Test(arguments: [(Side.Tie.independent, Amounts.Basis.independent), (.proRata, .proRata)])
  func equalAmounts(_ tie: Side.Tie, _ basis: Amounts.Basis) throws {
    var side = Invented.european
    side.tie = tie
    let law = InventedLaw(
      ["DE", "FR"].map { Invented.scheme($0) }, [Invented.instrument(["DE", "FR"], side, id: "EU")])
    let amounts = try #require(
      try law.answers([
        Invented.period("DE", "1980-01-01", "1989-12-31"),
        Invented.period("FR", "1990-01-01", "1999-12-31"),
      ])["DE"]?.amounts)
    #expect(amounts.proRata == amounts.independent)
    #expect(amounts.paid == 1200)
    #expect(amounts.basis == basis)
  }

  /// Art 57 measures what was completed, before overlaps: fourteen months of which four voluntary
  /// ones yield to compulsory ones abroad are not short, for either State.
  @Test func shortBeforeOverlaps() throws {
    let answers = try law().answers([
      Invented.period("DE", "1980-01-01", "1989-12-31"),
      Invented.period("FR", "1989-09-01", "1989-12-31", .voluntary),
      Invented.period("FR", "2000-01-01", "2000-10-31"),
    ])
    let german = try #require(answers["DE"])
    let french = try #require(answers["FR"])
    #expect(german.foreign.first?.isTakenOver == false)
    #expect(german.amounts?.ratio?.denominator == 130)
    #expect(french.status == .payable)
    #expect(french.amounts?.ratio?.description == "10/130")
  }

  /// Only the two digits of form P5000 are a code.
  @Test(arguments: ["+11", "-11", "011", " 11", "11 ", "9", ""])
  func noPeriodType(_ text: String) {
    #expect(PeriodType(text) == nil)
  }

  /// Art 13(1)(b), (2): days of one system are days of another by the table, and a full year of one
  /// is a full year of the other.
  @Test(arguments: [
    (312, 6, 360), (264, 5, 360), (360, 7, 360), (100, 6, 116), (100, 5, 137), (26, 6, 30),
  ])
  func daysBetweenSystems(_ days: Int, _ perWeek: Int, _ counted: Int) throws {
    let law = InventedLaw(
      [
        Invented.scheme(
          "DE", unit: .day, perYear: 360, credited: "days360(any)",
          condition: "counted_total >= 360")
      ], [Invented.instrument(["DE", "BE"], Invented.european, id: "EU")])
    let answer = try #require(
      try law.answers([
        Invented.period("DE", "1990-01-01", "1990-12-31"),
        Invented.period(
          "BE", "1992-01-01", "1992-12-31",
          certified: .init(ExactDecimal(days), .day, daysPerWeek: perWeek)),
      ])["DE"])
    #expect(answer.foreign.first?.counted == ExactDecimal(counted))
  }

  /// Art 13(2): a calendar year that is full in one system is full in the other, and never more;
  /// part of a year goes by the table, each year by itself.
  @Test(arguments: [
    (PeriodUnit.week, 52, "1992-12-31", PeriodUnit.day, 264, 264),
    (.week, 52, "1992-12-31", .day, 312, 312), (.week, 52, "1992-12-31", .day, 366, 360),
    (.week, 52, "1992-06-30", .day, 264, 130), (.day, 300, "1992-12-31", .month, 12, 12),
    (.day, 300, "1992-06-30", .month, 12, 6), (.month, 12, "1993-06-30", .year, 1, 2),
    (.month, 12, "1992-12-31", .year, 1, 1),
  ])
  func fullYears(
    _ theirs: PeriodUnit, _ theirYear: Int, _ end: String, _ mine: PeriodUnit, _ myYear: Int,
    _ counted: Int
  ) throws {
    let credited =
      switch theirs {
      case .week: "26 / 6 * 1 week * number(months_touched(any))"
      case .day: "25 days * number(months_touched(any))"
      default: "months_touched(any)"
      }
    let law = InventedLaw(
      [
        Invented.scheme(
          "DE", unit: mine, perYear: myYear,
          credited: mine == .day
            ? "days360(any)" : mine == .year ? "1 year" : "months_touched(any)",
          condition: "counted_total >= 1"),
        Invented.scheme(
          "FR", unit: theirs, perYear: theirYear, credited: credited,
          condition: "counted_total >= 1"),
      ], [Invented.instrument(["DE", "FR"], Invented.european, id: "EU")])
    let answer = try #require(
      try law.answers([
        Invented.period("DE", "1980-01-01", "1980-12-31"),
        Invented.period("FR", "1992-01-01", end),
      ])["DE"])
    #expect(answer.foreign.first?.counted == ExactDecimal(counted))
  }

  /// A scheme that counts days says their week by its year; a sum that fills every year stays full.
  @Test(arguments: [
    (300, 3000, 120), (300, 2990, 115), (312, 3120, 120), (366, 3650, 120), (366, 300, 10),
  ])
  func daysOfASchemeThatCountsThem(_ theirYear: Int, _ days: Int, _ counted: Int) throws {
    let law = InventedLaw(
      [
        Invented.scheme("DE", condition: "counted_total >= 1"),
        Invented.scheme(
          "FR", unit: .day, perYear: theirYear, credited: "days(any)",
          condition: "counted_total >= 1"),
      ], [Invented.instrument(["DE", "FR"], Invented.european, id: "EU")])
    let answer = try #require(
      try law.answers([
        Invented.period("DE", "1980-01-01", "1980-12-31"),
        Invented.period(
          "FR", "1990-01-01", "1999-12-31", certified: .init(ExactDecimal(days), .day)),
      ])["DE"])
    #expect(answer.foreign.first?.counted == ExactDecimal(counted))
    #expect(answer.missing == [])
  }

  /// Art 13(4): a sum in days says its week, also where both count days.
  @Test func daysWithoutTheirWeek() throws {
    let law = InventedLaw(
      [
        Invented.scheme(
          "DE", unit: .day, perYear: 360, credited: "days360(any)",
          condition: "counted_total >= 720")
      ], [Invented.instrument(["DE", "BE"], Invented.european, id: "EU")])
    let answer = try #require(
      try law.answers([
        Invented.period("DE", "1990-01-01", "1990-12-31"),
        Invented.period("BE", "1992-01-01", "1992-12-31", certified: .init(312, .day)),
      ])["DE"])
    #expect(answer.missing.contains { $0.law == "Reg. 987/2009 Art 13(1)(b), (4)" })
  }

  /// Art 12(2): where days are counted, a month shared in part counts for its free days.
  @Test(arguments: [
    ("1990-06-16", 15 + 180), ("1990-06-01", 180), ("1990-07-01", 180), ("1990-05-20", 180 + 15),
  ])
  func overlapsByDay(_ begin: String, _ counted: Int) throws {
    let scheme = Invented.scheme(
      "DE", unit: .day, perYear: 360, credited: "days360(any)", condition: "counted_total >= 1")
    let other = Invented.scheme(
      "FR", unit: .day, perYear: 360, credited: "days360(any)", condition: "counted_total >= 1")
    let law = InventedLaw(
      [scheme, other], [Invented.instrument(["DE", "FR"], Invented.european, id: "EU")])
    let answer = try #require(
      try law.answers([
        Invented.period("DE", "1990-01-01", begin == "1990-06-01" ? "1990-06-30" : "1990-06-15"),
        Invented.period("FR", begin, "1990-12-31"),
      ])["DE"])
    #expect(answer.foreign.first?.counted == ExactDecimal(counted))
  }
}
