import Formula
import Quantities
import RuleBook
import Testing

@testable import Coordination

/// The shipped schemes read as register code and as a tree must come to the same.
@Suite struct ShippedReadingsTests {
  /// Careers that touch every shipped scheme, alone and together with the others.
  static let careers: [(born: String, start: String, stays: [(String, Int, Int, Int)])] = [
    ("1958-03-12", "2024-04-01", [("DE", 1978, 1989, 18_000), ("FR", 1990, 2015, 24_000)]),
    ("1961-11-30", "2026-12-01", [("US", 1983, 1996, 22_000), ("DE", 1997, 2020, 31_000)]),
    ("1955-01-01", "2021-01-01", [("CA", 1975, 1999, 20_000), ("US", 2000, 2009, 60_000)]),
    ("1960-05-14", "2026-06-01", [("KR", 1988, 2003, 18_000_000), ("CA", 2004, 2022, 45_000)]),
    ("1953-08-20", "2018-09-01", [("FR", 1973, 1980, 40_000), ("KR", 1990, 1995, 9_000_000)]),
    ("1957-07-07", "2023-08-01", [("DE", 1990, 1990, 20_000), ("US", 1985, 1986, 9_000)]),
  ]

  private func context(_ index: Int) throws -> CaseContext {
    let (born, _, stays) = Self.careers[index]
    let periods = try stays.map { code, first, last, amount in
      let from = try #require(Day("\(first)-02-10"))
      let through = try #require(Day("\(last)-11-05"))
      let span = try #require(Span(from: from, to: through))
      let place = try #require(Country(code))
      return InsurancePeriod(
        country: place, span: span, type: .employed,
        earnings: Earnings(
          .entries((first...last).map { .init(year: $0, amount: ExactDecimal(amount)) })))
    }
    let birth = try #require(Day(born))
    let career = Career(
      person: Person(
        born: birth, sex: index % 2 == 0 ? .female : .male,
        livesIn: Country("FR"), citizenOf: [Country("FR")].compactMap { $0 }), periods: periods)
    return try CaseContext(career, library: Book.rules, today: Book.today)
  }

  @Test(arguments: careers.indices) func agree(_ index: Int) throws {
    let context = try context(index)
    let start = try #require(Day(Self.careers[index].start))
    var values = 0
    for scheme in context.schemes.values.flatMap({ $0 })
    where !context.periods(of: scheme).isEmpty {
      let sides = context.instruments.compactMap { instrument in
        instrument.side(of: scheme.id, country: scheme.country).map { Link(instrument, $0) }
      }
      let links: [Link?] = [nil] + sides.map { $0 }
      for kind in scheme.pensions.indices {
        for link in links {
          values += try compare(scheme, context, kind, start, link)
        }
      }
    }
    // Enough must have a value for the comparison to mean something.
    #expect(values > 30)
  }

  /// Compares every step in every setting; the number of steps with a value.
  private func compare(
    _ scheme: Scheme, _ context: CaseContext, _ kind: Int, _ start: Day,
    _ link: Link?
  ) throws -> Int {
    let builder = SituationBuilder(context: context, scheme: scheme)
    let situation = try builder.situation(kind: kind, start: start, under: link, projecting: true)
    situation.earliest = start
    var values = 0
    for setting in Setting.allCases {
      var fast = Run(scheme.rules, source: situation, reading: .registers)
      var plain = Run(scheme.rules, source: situation, reading: .tree)
      for step in scheme.rules.steps.indices {
        let first = outcome(step, in: setting, &fast)
        #expect(
          first == outcome(step, in: setting, &plain),
          "\(scheme.id): \(scheme.rules.steps[step].declaration.id) in \(setting)")
        if case .success = first { values += 1 }
      }
      #expect(fast.uses == plain.uses)
      #expect(fast.weakest == plain.weakest)
    }
    return values
  }

  private func outcome(_ step: Int, in setting: Setting, _ run: inout Run<SchemeSituation>)
    -> Result<Value, EvaluationError>
  {
    do {
      return .success(try run.value(of: step, in: setting))
    } catch {
      return .failure(error)
    }
  }
}
