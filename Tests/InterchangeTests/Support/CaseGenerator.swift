import Quantities

@testable import Coordination

/// Random careers that a case can say.
struct CaseGenerator {
  var random: SeededRandom
  private static let countries = ["DE", "US", "FR", "CA", "KR", "PH", "MX"].compactMap {
    Country($0)
  }

  init(seed: Int) { random = SeededRandom(seed) }

  mutating func career() -> Career {
    let born = day(1935, 45)
    var career = Career(
      person: Person(born: born), claim: Claim(), periods: [])
    if !random.once(in: 4) { career.id = "case \(random.below(1000)) é\"\\\u{1F600}\n" }
    if !random.once(in: 3) { career.person.sex = random.once(in: 2) ? .female : .male }
    if !random.once(in: 3) { career.person.livesIn = country() }
    career.person.citizenOf = (0..<random.below(3)).map { _ in country() }
    if !random.once(in: 3) {
      career.claim.from = day(2001, 24)
      if random.once(in: 2) { career.claim.asOf = career.claim.from }
      if random.once(in: 3) { career.claim.starts["DE.GRV"] = day(2005, 20) }
    }
    var from = born.year + 16
    while from < 2020, !random.once(in: 8) {
      career.periods.append(period(from))
      from += 3 + random.below(8)
    }
    if random.once(in: 2) {
      career.facts["DE.GRV"] = ["children_born": .dates([day(1970, 20), day(1990, 20)])]
    }
    if random.once(in: 2) {
      career.facts["US.OASDI"] = ["quarters_of_coverage": .byYear([1976: 3, 1977: amount()])]
      career.facts["XY.Z"] = [
        "a": .yesNo(random.once(in: 2)), "b": .word("wörd \"q\""), "c": .number(amount()),
        "d": .date(day(1980, 9)),
      ]
    }
    return career
  }

  private mutating func period(_ year: Int) -> InsurancePeriod {
    let first = day(year, 1)
    let last = day(year + 1, 2)
    var period = InsurancePeriod(
      country: country(), span: Span(from: first, to: last) ?? Span(first),
      type: PeriodType.allCases[random.below(PeriodType.allCases.count)])
    if random.once(in: 4) { period.scheme = "\(period.country.code).S\(random.below(9))" }
    switch random.below(4) {
    case 0:
      period.earnings = Earnings(
        .typical(amount(), per: PeriodUnit.allCases[random.below(5)]), currency: Currency("USD"))
    case 1:
      period.earnings = Earnings(
        .entries(period.span.years.map { .init(year: $0, amount: amount()) }),
        currency: random.once(in: 2) ? Currency("USD") : nil,
        estimated: random.once(in: 3) ? Set(period.span.years.prefix(1)) : [])
    case 2:
      let months = [first, last].compactMap { Month(year: $0.year, month: $0.month) }
      let distinct = months[0] == months[1] ? [months[0]] : months
      period.earnings = Earnings(
        .entries(
          distinct.map { .init(year: $0.year, month: $0.month, amount: amount()) }))
    default: break
    }
    if random.once(in: 3) {
      period.certified = .init(
        ExactDecimal(random.below(4)), random.once(in: 2) ? .quarter : .day,
        daysPerWeek: random.once(in: 3) ? 5 + random.below(3) : nil)
    }
    return period
  }

  private mutating func country() -> Country { Self.countries[random.below(7)] }

  mutating func amount() -> ExactDecimal {
    let places = random.below(8)
    let scale = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000][places]
    let number = ExactDecimal(random.below(90_000_000))
    return (try? number.divided(by: ExactDecimal(scale))) ?? number
  }

  private mutating func day(_ from: Int, _ years: Int) -> Day {
    Day(year: from + random.below(years), month: 1 + random.below(12), day: 1 + random.below(28))
      ?? .earliest
  }
}
