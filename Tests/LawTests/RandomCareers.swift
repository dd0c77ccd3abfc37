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

  static let union = ["DE", "FR", "ES", "IT", "PT", "NL", "IE", "AT", "BE", "PL", "SE", "GR"]
  static let world =
    union + ["US", "CA", "KR", "BR", "GB", "CH", "MA", "TN", "IN", "JM", "BB", "TR"]

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

  /// A career; the same for the same seed and countries.
  ///
  /// - Parameter spells: how many stretches of work, none overlapping another.
  static func career(_ seed: Int, among codes: [String], spells: Int = 6) -> Career {
    var random = Generator(state: UInt64(seed))
    let chosen = Array(codes.shuffled(using: &random).prefix(Int.random(in: 2...4, using: &random)))
    var periods: [InsurancePeriod] = []
    var next = 1978 * 12 + Int.random(in: 0..<36, using: &random)
    for _ in 0..<spells {
      let first = next + Int.random(in: 0...18, using: &random)
      let last = first + Int.random(in: 3...110, using: &random)
      next = last + 1
      guard last < 2024 * 12, let code = chosen.randomElement(using: &random),
        let country = Country(code), let from = Month(index: first),
        let through = Month(index: last), let span = Span(from: from.first, to: through.last)
      else { continue }
      periods.append(
        InsurancePeriod(
          country: country, span: span, type: .employed, earnings: wage(code, &random)))
    }
    let person = Person(
      born: Day(year: 1957, month: Int.random(in: 1...12, using: &random), day: 10) ?? .earliest,
      sex: Bool.random(using: &random) ? .female : .male, livesIn: periods.last?.country,
      citizenOf: [chosen[0]].compactMap { Country($0) })
    return Career(
      person: person, claim: Claim(from: Day(year: 2025, month: 9, day: 1)), periods: periods,
      facts: facts)
  }

  private static func wage(_ code: String, _ random: inout Generator) -> Earnings {
    let scale = Int.random(in: 8...40, using: &random)
    let (currency, thousand): (String, Int) =
      switch code {
      case "US": ("USD", 1_000)
      case "CA": ("CAD", 1_200)
      case "GB": ("GBP", 900)
      case "CH": ("CHF", 1_500)
      case "KR": ("KRW", 900_000)
      case "BR": ("BRL", 1_500)
      case "MA": ("MAD", 2_500)
      case "TN": ("TND", 700)
      case "IN": ("INR", 6_000)
      case "JM": ("JMD", 60_000)
      case "BB": ("BBD", 1_000)
      case "TR": ("TRY", 5_000)
      case "PL": ("PLN", 1_500)
      case "SE": ("SEK", 8_000)
      default: ("EUR", 1_000)
      }
    return Earnings(
      .typical(ExactDecimal(scale * thousand), per: .year), currency: Currency(currency))
  }
}
