import Coordination
import Quantities

/// Careers drawn at random over countries of the rule book: work in one after the other, with
/// gaps, a wage in the money of the country, and every fact that stands for what is not known.
enum RandomCareers {
  struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  /// The countries the rule book has a scheme of.
  static let everywhere: [String] = {
    let all = (try? Book.rules.allSchemes()) ?? []
    return Set(all.map(\.country.code)).sorted()
  }()

  /// The Union States it has schemes of.
  static let union: [String] = {
    let parties = (try? Book.rules.instrument("EU-883-2004"))?.map(parties(of:)) ?? []
    return parties.filter { everywhere.contains($0) && $0 != "GB" }
  }()

  /// The multilateral instruments a right can rest on.
  static let multilateral: [Instrument] = {
    let all = (try? Book.rules.allInstruments()) ?? []
    return all.filter {
      $0.kind == .multilateral && $0.certainty > .unverified && $0.status != .unverified
        && $0.status != .pending
    }
  }()

  /// The parties of an instrument, at least one of each career with a scheme in the book.
  static func parties(of instrument: Instrument) -> [String] {
    Set(instrument.members.filter { $0.party.subdivision == nil }.map(\.party.country.code))
      .sorted()
  }

  /// Facts of schemes whose amount or question would else be missing.
  static let facts: [String: [String: FactValue]] = [
    "BB.NIS": ["certified_average_insurable_earnings": .number(2_500)],
    "CH.AHV": ["revaluation_factor": .number(1)],
    "IN.EPS": ["salary_above_2500_in_1995": .yesNo(true)],
    "JM.NIS": [
      "years_in_contributory_period": .number(46), "wage_related_contributions": .number(100_000),
    ],
    "MA.CNSS": ["certified_average_salary": .number(5_000)],
    "NL.AOW": ["with_partner": .yesNo(false)],
    "TN.RSNA": ["certified_reference_salary": .number(900)],
    "GB.NSP": ["starting_amount": .number(120)],
    "AT.APG": ["stated_pension": .number(400), "stated_theoretical_pension": .number(1_100)],
  ]

  /// The same for every scheme whose amount the institution states.
  private static let statedFacts: [String: [String: FactValue]] = {
    let stated: [String: FactValue] = [
      "stated_pension": .number(400), "stated_theoretical_pension": .number(1_100),
    ]
    var all = facts
    for scheme in (try? Book.rules.allSchemes()) ?? [] {
      let known = Set(scheme.facts.map(\.id))
      let own = stated.filter { known.contains($0.key) }
      if !own.isEmpty { all[scheme.id, default: [:]].merge(own) { given, _ in given } }
    }
    return all
  }()

  /// A career; the same for the same seed, countries and day.
  ///
  /// - Parameters:
  ///   - spells: how many stretches of work, none overlapping another.
  ///   - year: the year of the claim, at the age of 68.
  ///   - named: a country the career begins in.
  static func career(
    _ seed: Int, among codes: [String], spells: Int = 6, year: Int = 2025, from named: String? = nil
  ) -> Career {
    var random = Generator(state: UInt64(seed))
    let drawn = codes.shuffled(using: &random).filter { $0 != named }
    let chosen = Array(
      ([named].compactMap { $0 } + drawn).prefix(Int.random(in: 2...4, using: &random)))
    var periods: [InsurancePeriod] = []
    var next = (year - 47) * 12 + Int.random(in: 0..<36, using: &random)
    for spell in 0..<spells {
      let first = next + Int.random(in: 0...18, using: &random)
      let last = first + Int.random(in: 3...110, using: &random)
      next = last + 1
      guard last < (year - 1) * 12,
        let code = spell == 0 ? chosen.first : chosen.randomElement(using: &random),
        let country = Country(code), let from = Month(index: first),
        let through = Month(index: last), let span = Span(from: from.first, to: through.last)
      else { continue }
      periods.append(
        InsurancePeriod(
          country: country, span: span, type: .employed, earnings: wage(code, &random)))
    }
    let person = Person(
      born: Day(year: year - 68, month: Int.random(in: 1...12, using: &random), day: 10)
        ?? .earliest,
      sex: Bool.random(using: &random) ? .female : .male, livesIn: periods.last?.country,
      citizenOf: [chosen[0]].compactMap { Country($0) })
    return Career(
      person: person, claim: Claim(from: Day(year: year, month: 9, day: 1)), periods: periods,
      facts: statedFacts)
  }

  private static func wage(_ code: String, _ random: inout Generator) -> Earnings {
    let scale = Int.random(in: 8...40, using: &random)
    let scheme = Country(code).flatMap { try? Book.rules.schemes(of: $0).first }
    let currency = scheme?.currency ?? Currency("EUR")
    let thousand =
      switch currency?.code {
      case "GBP": 900
      case "TND": 700
      case "CHF", "BRL", "PLN": 1_500
      case "SEK", "NOK", "DKK": 8_000
      case "KRW": 900_000
      case "JPY": 120_000
      case "INR": 6_000
      case "JMD": 60_000
      case "EUR", "USD", "CAD", "BBD", "AUD", "NZD": 1_000
      default: 5_000
      }
    return Earnings(.typical(ExactDecimal(scale * thousand), per: .year), currency: currency)
  }
}
