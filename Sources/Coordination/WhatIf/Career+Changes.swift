import Formula
import Quantities

extension Career {
  /// The career with a change made.
  ///
  /// - Parameters:
  ///   - today: new periods begin after it where the record of the country ended earlier.
  ///   - library: knows the schemes of a country.
  ///   - assumptions: what was taken for granted is added to it.
  /// - Throws: `ChangeError` where the change makes no sense for this career; what the library
  ///   throws when a rule file cannot be read.
  public func changed(
    by change: Change, today: Day, library: some LawLibrary, assumptions: inout [Phrase]
  ) throws -> Career {
    var career = self
    switch change {
    case .work(let country, let from, let until, let wage):
      let span = try span(in: country, from: from, until: until, today: today) { period in
        period.type.rank != .residence
      }
      career.periods.append(
        InsurancePeriod(
          country: country, scheme: nil, span: span, type: .employed,
          earnings: try earnings(wage, in: country, span: span, &assumptions)))
      assumptions.append(
        "Work in \(Phrase(template: country.name)) from \(span.first) to \(span.last) is added.")
    case .live(let country, let from, let until):
      let span = try span(in: country, from: from, until: until, today: today) { _ in true }
      career.periods.append(InsurancePeriod(country: country, span: span, type: .residence))
      assumptions.append(
        "Residence in \(Phrase(template: country.name)) from \(span.first) to \(span.last) is added."
      )
    case .claim(nil, let day):
      assumptions.append("All pensions are claimed from \(day).")
      career.claim.from = day
      career.claim.starts = [:]
      career.claim.asOf = nil
    case .claim(.scheme(let scheme)?, let day):
      let known = try countries.flatMap { try library.schemes(of: $0) }.map(\.id)
      guard known.contains(scheme) else {
        throw ChangeError(
          "change.unknown-scheme", "the case has nothing under \"\(scheme)\"",
          hint: known.isEmpty ? "" : "its schemes are \(known.joined(separator: ", "))")
      }
      assumptions.append("The pension of \(scheme) is claimed from \(day).")
      career.claim.starts[scheme] = day
      career.claim.asOf = nil
    case .claim(.country(let country)?, let day):
      let schemes = try library.schemes(of: country)
      guard countries.contains(country), !schemes.isEmpty else {
        throw ChangeError(
          "change.no-periods", "the case has no pension of \(country.name) to claim")
      }
      assumptions.append(
        "The pension of \(Phrase(template: country.name)) is claimed from \(day).")
      for scheme in schemes { career.claim.starts[scheme.id] = day }
      career.claim.asOf = nil
    case .move(let country):
      assumptions.append("The person lives in \(Phrase(template: country.name)).")
      career.person.livesIn = country
    }
    return career
  }

  /// Says which of the changes add work after the pensions of this career have begun.
  public func overtaken(by changes: [Change], today: Day) -> [Phrase] {
    changes.compactMap { change in
      guard case .work(_, _, let until, _) = change, claim.from ?? today <= until else {
        return nil
      }
      return "Pensions that begin before \(until) may not count the later work; move the claim too."
    }
  }

  /// From the end of the record in the country, if that is recent, else from tomorrow.
  private func span(
    in country: Country, from: Day?, until: Day, today: Day,
    where counts: (InsurancePeriod) -> Bool
  ) throws(ChangeError) -> Span {
    let last = periods.filter { $0.country == country && counts($0) }.map(\.span.last).max()
    let tomorrow = today.advanced(by: 1)
    var first = from ?? tomorrow
    if from == nil, let last, last.distance(to: today) <= 62 { first = last.advanced(by: 1) }
    guard let span = Span(from: first, to: until) else {
      throw ChangeError(
        "change.nothing-added",
        "the record in \(country.name) already reaches \(first.advanced(by: -1))",
        hint: "name a later day than \(until)")
    }
    return span
  }

  private func earnings(
    _ wage: Change.Wage?, in country: Country, span: Span, _ assumptions: inout [Phrase]
  ) throws(ChangeError) -> Earnings? {
    if let wage {
      return Earnings(.typical(wage.amount, per: wage.per), currency: wage.currency)
    }
    guard let last = lastWage(in: country) else {
      throw ChangeError(
        "change.no-wage", "the case does not say what was earned in \(country.name)",
        hint: "add \"earning 2600 a month\"")
    }
    assumptions.append(last.says)
    return last.earnings
  }

  /// The earnings of the last whole year worked in a country, or the last typical wage.
  private func lastWage(in country: Country) -> (earnings: Earnings, says: Phrase)? {
    let known = periods.filter { $0.country == country && $0.earnings != nil }
      .sorted { $0.span.last < $1.span.last }
    guard let period = known.last, let earnings = period.earnings else { return nil }
    switch earnings.content {
    case .typical(let amount, let per):
      return (
        Earnings(.typical(amount, per: per), currency: earnings.currency),
        "The typical wage of the last period in \(Phrase(template: country.name)) is carried on."
      )
    case .entries:
      var byYear: [Int: ExactDecimal] = [:]
      for case .entries(let entries)? in known.map({ $0.earnings?.content }) {
        for entry in entries {
          byYear[entry.year] = (byYear[entry.year] ?? .zero).plus(entry.amount)
        }
      }
      let whole = byYear.keys.filter { year in
        Span(year: year).map { whole in known.contains { $0.span.contains(whole) } } ?? false
      }
      guard let year = whole.max() ?? byYear.keys.max(), let amount = byYear[year] else {
        return nil
      }
      return (
        Earnings(.typical(amount, per: .year), currency: earnings.currency),
        "The earnings of \(year) in \(Phrase(template: country.name)) are carried on unchanged."
      )
    }
  }
}
