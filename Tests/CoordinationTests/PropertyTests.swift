import Formula
import Quantities
import Testing

@testable import Coordination

/// What must hold of any career.
@Suite struct PropertyTests {
  private static let units: [(PeriodUnit, Int, String)] = [
    (.month, 12, "months_touched(any)"), (.quarter, 4, "quarters_touched(any)"),
    (.day, 360, "days360(any)"),
  ]

  /// Random months of insurance in some countries; without overlaps each month belongs to one.
  private func career(_ seed: Int, _ codes: [String], overlapping: Bool) -> [InsurancePeriod] {
    var random = SeededGenerator(state: UInt64(seed))
    var periods: [InsurancePeriod] = []
    var next = 1975 * 12
    for _ in 0..<8 {
      let first = next + Int.random(in: overlapping ? -20...30 : 0...30, using: &random)
      let last = first + Int.random(in: 0...50, using: &random)
      next = last + 1
      guard let code = codes.randomElement(using: &random), let from = Month(index: first),
        let through = Month(index: last), let span = Span(from: from.first, to: through.last)
      else { continue }
      let types: [PeriodType] = overlapping ? [.employed, .voluntary, .sickness] : [.employed]
      periods.append(
        InsurancePeriod(
          country: country(code), span: span, type: types.randomElement(using: &random) ?? .employed
        ))
    }
    return periods
  }

  private func law(_ codes: [String], _ unit: Int = 0, _ side: Side) -> InventedLaw {
    let (unit, perYear, credited) = Self.units[unit]
    return InventedLaw(
      codes.map {
        Invented.scheme(
          $0, unit: unit, perYear: perYear, credited: credited, condition: "counted_total >= 1")
      }, [Invented.instrument(codes, side, id: "LINK")])
  }

  /// Where no time is claimed twice, the shares of all parties never exceed the whole.
  @Test(arguments: 1...12, [false, true]) func ratios(_ seed: Int, _ isEuropean: Bool) throws {
    let codes = isEuropean ? ["DE", "FR", "AT"] : ["DE", "FR"]
    var side = isEuropean ? Invented.european : Invented.bilateral()
    side.shortPeriods = nil
    side.totalization = .always
    let law = law(codes, 0, side)
    for overlapping in [false, true] {
      var sum = ExactDecimal.zero
      let answers = try law.answers(career(seed, codes, overlapping: overlapping))
      for answer in answers.values {
        guard let ratio = answer.amounts?.ratio else { continue }
        #expect(ratio.numerator <= ratio.denominator)
        #expect(ratio.numerator.signum >= 0)
        sum = sum.plus(
          try ExactDecimal(1_000_000).multiplied(by: ratio.numerator)
            .divided(by: ratio.denominator))
      }
      // Overlapping compulsory periods stay own in both countries: only then more than the whole.
      if !overlapping { #expect(sum <= ExactDecimal(1_000_001)) }
    }
  }

  /// A scheme that pays so much a month of insurance pays the same pro rata as on its own.
  @Test(arguments: 1...12) func linear(_ seed: Int) throws {
    var side = Invented.european
    side.shortPeriods = nil
    let answers = try law(["DE", "FR"], 0, side).answers(
      career(seed, ["DE", "FR"], overlapping: false))
    for answer in answers.values where answer.amounts?.proRata != nil {
      #expect(answer.amounts?.proRata == answer.amounts?.independent)
      #expect(answer.amounts?.basis == .independent)
    }
  }

  /// One more period never takes a right away or lessens what is counted.
  @Test(arguments: 1...8, [0, 1, 2]) func more(_ seed: Int, _ unit: Int) throws {
    let codes = ["DE", "FR"]
    let law = law(codes, unit, Invented.european)
    let periods = career(seed, codes, overlapping: true)
    var before: [String: SchemeResult] = [:]
    for count in 1...periods.count {
      let answers = try law.answers(Array(periods.prefix(count)))
      for (code, old) in before {
        let new = try #require(answers[code])
        let (was, now) = (old.periods?.total ?? 0, new.periods?.total ?? 0)
        #expect(was <= now, "\(code) with \(count) periods")
        if old.independent?.isMet == true { #expect(new.independent?.isMet == true) }
        if old.totalized?.isMet == true {
          #expect(new.totalized?.isMet == true || new.independent?.isMet == true)
        }
      }
      before = answers
    }
  }

  /// No year holds more than its maximum, own and foreign together, in any pair of units.
  @Test(arguments: [0, 1, 2], [0, 1, 2]) func yearlyMaximum(_ mine: Int, _ theirs: Int) throws {
    let (unit, perYear, credited) = Self.units[mine]
    let (other, otherPerYear, otherCredited) = Self.units[theirs]
    for seed in 1...3 {
      let rule = Side.UnitRule(
        from: other, to: unit, multiply: perYear, divide: otherPerYear, basis: .calendarYear,
        remainder: .up, atMost: perYear, onlyWhereTouched: false, law: "Art 11")
      for side in [Invented.european, Invented.bilateral(units: [rule])] {
        var side = side
        side.totalization = .always
        let law = InventedLaw(
          [
            Invented.scheme(
              "DE", unit: unit, perYear: perYear, credited: credited,
              condition: "counted_total >= 1"),
            Invented.scheme(
              "FR", unit: other, perYear: otherPerYear, credited: otherCredited,
              condition: "counted_total >= 1"),
          ], [Invented.instrument(["DE", "FR"], side)])
        let periods = career(seed, ["DE", "FR"], overlapping: true)
        guard let answer = try law.answers(periods)["DE"] else { continue }
        for credit in answer.foreign {
          for (year, value) in credit.byYear {
            #expect(value <= ExactDecimal(perYear), "\(year)")
            #expect(value.signum >= 0)
          }
        }
        let years = Set(periods.flatMap { Array($0.span.years) })
        let total = try #require(answer.periods?.total)
        #expect(total <= ExactDecimal(years.count * perYear))
      }
    }
  }

  /// In what order the periods are written changes nothing.
  @Test(arguments: 1...8, [0, 1, 2]) func order(_ seed: Int, _ unit: Int) throws {
    let law = law(["DE", "FR", "AT"], unit, Invented.european)
    let periods = career(seed, ["DE", "FR", "AT"], overlapping: true)
    var random = SeededGenerator(state: UInt64(seed))
    let answers = try law.answers(periods)
    let others = try law.answers(periods.shuffled(using: &random))
    for (code, answer) in answers {
      let other = try #require(others[code])
      #expect(other.amounts == answer.amounts, "\(code)")
      #expect(other.periods?.own == answer.periods?.own, "\(code)")
      #expect(other.periods?.foreign == answer.periods?.foreign, "\(code)")
    }
  }

  /// Where the higher amount is due (Art 52(3)), no State pays less than without the instrument.
  @Test(arguments: 1...8, [0, 1, 2]) func neverLess(_ seed: Int, _ unit: Int) throws {
    let law = law(["DE", "FR", "AT"], unit, Invented.european)
    let periods = career(seed, ["DE", "FR", "AT"], overlapping: true)
    let with = try law.answers(periods)
    let without = try law.answers(periods, withAgreements: false)
    for (code, alone) in without {
      guard let paid = alone.amounts?.paid else { continue }
      let together = try #require(with[code]?.amounts?.paid)
      #expect(paid <= together, "\(code)")
      for part in [with[code]?.amounts?.independent, with[code]?.amounts?.proRata] {
        if let part { #expect(part <= together, "\(code)") }
      }
    }
  }
}
