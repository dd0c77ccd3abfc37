import Coordination
import Quantities
import RuleBook
import Testing

/// What must hold of careers drawn at random over all schemes and instruments of the book.
@Suite struct CareerPropertyTests {
  /// A career with its answer, kept for the properties that only read it.
  private struct Drawn {
    let seed: Int
    let career: Career
    let results: [String: SchemeResult]
  }

  /// A career that begins in each country the book has a scheme of.
  private static let world: [Drawn] = RandomCareers.everywhere.enumerated().compactMap {
    seed, code in
    let career = RandomCareers.career(seed, among: RandomCareers.everywhere, from: code)
    return (try? answer(career)).map { Drawn(seed: seed, career: career, results: $0) }
  }
  private static let union = draw(1...80, RandomCareers.union)
  /// Careers among the parties of every multilateral text, claimed while it is in force: more of
  /// those that hold for a few parties beside a text for all.
  private static let texts: [(text: Instrument, drawn: [Drawn])] = RandomCareers.multilateral.map {
    let ends = $0.members.map(\.until)
    let end = $0.until ?? (ends.contains(nil) ? nil : ends.compactMap { $0 }.max())
    return (
      $0,
      draw(
        1...($0.members.count > 20 ? 24 : 6), RandomCareers.parties(of: $0),
        year: end.map { $0.year - 1 } ?? 2025)
    )
  }
  private static let all: [Drawn] = world + union + texts.flatMap(\.drawn)

  private static func draw(_ seeds: ClosedRange<Int>, _ codes: [String], year: Int = 2025)
    -> [Drawn]
  {
    seeds.compactMap { seed in
      let career = RandomCareers.career(seed, among: codes, year: year)
      return (try? answer(career)).map { Drawn(seed: seed, career: career, results: $0) }
    }
  }

  private static func answer(_ career: Career, withAgreements: Bool = true) throws
    -> [String: SchemeResult]
  {
    let result = try Book.engine.answer(
      career, withAgreements: withAgreements, detail: .full)
    return Dictionary(result.schemes.map { ($0.scheme, $0) }, uniquingKeysWith: { $1 })
  }

  /// The draws reach what the properties are about.
  @Test func reach() {
    #expect(
      Self.all.count >= 80 + RandomCareers.everywhere.count + 6 * RandomCareers.multilateral.count)
    #expect(RandomCareers.multilateral.count >= 15)
    for (text, drawn) in Self.texts {
      let results = drawn.flatMap { Array($0.results.values) }
      // Used, or left aside for one that goes before it.
      let isMet = results.contains { result in
        result.instruments.contains(text.id)
          || result.notes.contains { $0.says.english.contains(text.id) }
      }
      #expect(isMet, "\(text.id)")
    }
    let covered = Set(Self.all.flatMap { $0.results.keys })
    let schemes = Set(Book.rules.schemeIDs)
    #expect(schemes.subtracting(covered).isEmpty)
    let results = Self.all.flatMap { Array($0.results.values) }
    let payable = results.filter { $0.status == .payable }
    #expect(payable.count > 110)
    #expect(Set(payable.map(\.scheme)).count >= 10)
    #expect(payable.filter { $0.neededTotalization }.count > 16)
    #expect(payable.filter { $0.amounts?.basis == .proRata }.count > 30)
    #expect(payable.filter { $0.amounts?.basis == .independent }.count > 30)
    #expect(Set(results.flatMap(\.instruments)).count >= 12)
  }

  /// No ratio exceeds 1, and where no time is claimed twice the shares of own periods in all
  /// periods never exceed the whole by more than the units that are rounded up.
  ///
  /// The ratios themselves may together exceed 1 where a total is capped at the full career of a
  /// State (883/2004 Art 56(1)(a)): the shares are therefore measured before the cap.
  @Test func ratios() {
    for drawn in Self.all {
      var shares = 0.0
      for result in drawn.results.values {
        if let ratio = result.amounts?.ratio {
          #expect(ratio.numerator <= ratio.denominator, "\(drawn.seed) \(result.scheme)")
          #expect(ratio.numerator.signum >= 0, "\(drawn.seed) \(result.scheme)")
        }
        guard result.amounts?.ratio != nil, result.instruments.first == "EU-883-2004",
          let periods = result.periods,
          let own = Double(periods.own.description)
        else { continue }
        let foreign = result.foreign.filter { !$0.isTakenOver }.reduce(0.0) {
          $0 + (Double($1.counted.description) ?? 0)
        }
        shares += own / (own + foreign)
      }
      // Each of six spells may fill one more unit than it lasts.
      #expect(shares <= 1.05, "\(drawn.seed): \(shares)")
    }
  }

  /// Where the higher is due, what is paid is at least each of its components.
  @Test func components() {
    for drawn in Self.all {
      for result in drawn.results.values {
        guard let amounts = result.amounts, let paid = amounts.paid else { continue }
        #expect(paid.signum >= 0)
        for part in [amounts.independent, amounts.proRata] {
          if let part { #expect(part <= paid, "\(drawn.seed) \(result.scheme)") }
        }
      }
    }
  }

  /// A scheme that pays so much for each month of work pays pro rata what it pays on its own:
  /// German points for contribution months (883/2004 Art 56(1)(c)).
  @Test func linear() throws {
    var compared = 0
    for drawn in Self.all {
      guard let amounts = drawn.results["DE.GRV"]?.amounts, let alone = amounts.independent,
        let share = amounts.proRata,
        drawn.results["DE.GRV"]?.foreign.contains(where: \.isTakenOver) == false
      else { continue }
      compared += 1
      let apart = try alone.subtracting(share)
      // Points are rounded to four places, twice: at most two ten-thousandths of a point.
      #expect(apart.magnitude <= 1, "\(drawn.seed): \(alone) and \(share)")
    }
    #expect(compared >= 5)
  }

  /// One more month of work, at the end, never takes a right away or lessens what is counted.
  @Test func more() throws {
    for drawn in Self.all {
      var longer = drawn.career
      guard let last = longer.periods.last?.span,
        let end = try? last.last.adding(days: 1).lastOfMonth,
        let span = Span(from: last.first, to: end)
      else { continue }
      longer.periods[longer.periods.count - 1].span = span
      let now = try Self.answer(longer)
      for (scheme, before) in drawn.results {
        let after = try #require(now[scheme])
        let name = "\(drawn.seed) \(scheme)"
        // Of another kind the right may rest on periods abroad: the Polish pension made up to the
        // lowest one for all of them (art 85(5) of the Act of 17 December 1998).
        if before.independent?.isMet == true, after.pension == before.pension {
          #expect(after.independent?.isMet == true, "\(name)")
        }
        if before.totalized?.isMet == true, after.totalized != nil, after.pension == before.pension
        {
          #expect(after.totalized?.isMet == true, "\(name)")
        }
        if before.status == .payable { #expect(after.status == .payable, "\(name)") }
      }
    }
  }

  /// In what order the periods are written changes nothing.
  @Test func order() throws {
    for drawn in Self.all {
      var random = RandomCareers.Generator(state: UInt64(drawn.seed))
      var other = drawn.career
      other.periods.shuffle(using: &random)
      let now = try Self.answer(other)
      for (scheme, before) in drawn.results {
        let after = try #require(now[scheme])
        let name = "\(drawn.seed) \(scheme)"
        #expect(after.status == before.status, "\(name)")
        #expect(after.amounts == before.amounts, "\(name)")
        #expect(after.periods?.own == before.periods?.own, "\(name)")
        #expect(after.periods?.foreign == before.periods?.foreign, "\(name)")
      }
    }
  }

  /// Without agreements nobody gets more from a scheme than with them.
  @Test func neverLess() throws {
    for drawn in Self.all {
      let without = try Self.answer(drawn.career, withAgreements: false)
      for (scheme, alone) in without {
        guard alone.status == .payable, let least = alone.amounts?.paid else { continue }
        let together = try #require(drawn.results[scheme])
        let paid = try #require(together.amounts?.paid, "\(drawn.seed) \(scheme)")
        #expect(least <= paid, "\(drawn.seed) \(scheme)")
      }
    }
  }

  /// Foreign periods never fill more of a year than it holds, alone or beside own ones.
  @Test func yearlyMaximum() {
    for drawn in Self.all {
      let years = Set(drawn.career.periods.flatMap { Array($0.span.years) })
      for result in drawn.results.values {
        guard
          let scheme = try? Book.rules.schemes(of: result.country)
            .first(where: { $0.id == result.scheme })
        else { continue }
        let most = ExactDecimal(scheme.perYear)
        for credit in result.foreign {
          for (year, value) in credit.byYear {
            #expect(value <= most && value.signum >= 0, "\(drawn.seed) \(result.scheme) \(year)")
          }
        }
        if let total = result.periods?.total, result.amounts?.ratio != nil {
          #expect(total <= ExactDecimal(years.count * scheme.perYear), "\(drawn.seed)")
        }
      }
    }
  }
}
