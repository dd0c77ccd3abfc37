import Coordination
import Formula
import Foundation
import Quantities

/// Careers in the United States for the tests.
enum UnitedStates {
  /// The answer for US.OASDI; a totalized case gets a German record long enough for the right.
  static func answer(
    birth: String, entitled: String, month: String, earnings: [String: ExactDecimal],
    quarters: [Int: ExactDecimal], isTotalized: Bool
  ) -> SchemeResult? {
    guard let born = Day(birth), let start = Day("\(entitled)-01"),
      let asOf = Day("\(month)-01")
    else { return nil }
    let entries = earnings.compactMap { year, amount in
      Int(year).map { Earnings.Entry(year: $0, amount: amount) }
    }.sorted { $0.year < $1.year }
    var periods = entries.compactMap { entry -> InsurancePeriod? in
      guard let span = Span(year: entry.year) else { return nil }
      return InsurancePeriod(
        country: country("US"), scheme: "US.OASDI", span: span, type: .employed,
        earnings: Earnings(.entries([entry])))
    }
    if isTotalized {
      let used = Set(entries.map(\.year))
      for year in born.year + 18...born.year + 58 where !used.contains(year) && year < start.year {
        guard let span = Span(year: year) else { continue }
        periods.append(
          InsurancePeriod(
            country: country("DE"), span: span, type: .employed,
            earnings: Earnings(.entries([.init(year: year, amount: 10_000)]))))
      }
    }
    var facts: [String: [String: FactValue]] = [:]
    if !quarters.isEmpty { facts["US.OASDI"] = ["quarters_of_coverage": .byYear(quarters)] }
    let career = Career(
      person: Person(born: born, sex: .male, livesIn: country("US"), citizenOf: [country("US")]),
      claim: Claim(from: start, asOf: asOf), periods: periods, facts: facts)
    return try? Book.engine.answer(career).schemes.first { $0.scheme == "US.OASDI" }
  }

  /// The primary insurance amount the benefit rests on: pro rata where totalized.
  static func primaryInsuranceAmount(_ result: SchemeResult) -> ExactDecimal? {
    let lines = result.worksheet.filter { $0.step == "primary_insurance_amount" }
    let line = lines.first { $0.setting == .prorated } ?? lines.first
    guard case .number(let value)? = line?.value.value else { return nil }
    return value
  }

  /// Theoretical amount × ratio, down to the dime, before the cap of 20 CFR 404.1918(a)(4).
  static func uncapped(_ result: SchemeResult) throws -> ExactDecimal? {
    guard let theoretical = result.amounts?.theoretical, let ratio = result.amounts?.ratio else {
      return nil
    }
    return try ExactDecimal.quotient(of: [theoretical, ratio.numerator], by: [ratio.denominator])
      .rounded(places: 1, .floor)
  }

  static func country(_ code: String) -> Country {
    guard let country = Country(code) else { preconditionFailure("no country \(code)") }
    return country
  }
}
