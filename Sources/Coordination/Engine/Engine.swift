import Formula
import Quantities

/// Computes what a career has earned in each country and what agreements add to it.
///
/// It knows no files and no network: the law comes from a library, the day from the caller.
public struct Engine<Library: LawLibrary>: Sendable {
  public let library: Library
  /// The day the answer is given: pensions that were not asked for from a day begin on it.
  public let today: Day

  public init(library: Library, today: Day) {
    self.library = library
    self.today = today
  }

  /// Answers a case.
  ///
  /// - Parameters:
  ///   - withAgreements: false leaves every instrument aside.
  ///   - detail: how much is wanted; less saves time.
  ///   - refunds: false does not look for refunds, which saves time.
  ///   - wanted: the schemes that answer; nil: all. The periods of the others still count.
  /// - Throws: what the library throws when a rule file cannot be read.
  public func answer(
    _ career: Career, withAgreements: Bool = true, detail: AnswerDetail = .worksheets,
    refunds: Bool = true, of wanted: Set<String>? = nil
  ) throws -> CaseResult {
    let context = try CaseContext(career, library: library, today: today, detail: detail)
    func isWanted(_ id: String) -> Bool { wanted?.contains(id) ?? true }
    let isBare = detail == .figures
    // What others pay matters for a minimum, and what they count for a refund.
    let looksAround =
      !isBare || context.schemes.values.joined().contains { $0.minimum != nil && isWanted($0.id) }
    var answers = career.countries.flatMap { country in
      (context.schemes[country] ?? []).filter { looksAround || isWanted($0.id) }.map { scheme in
        SchemeAnswer(
          context: context, scheme: scheme, usesAgreements: withAgreements
        ).result()
      }
    }
    var results = answers.map(\.result)
    for (index, answer) in answers.enumerated() {
      answer.minimum?.add(to: &results, at: index, context)
    }
    if refunds, !isBare { addRefunds(to: &results, context) }
    if wanted != nil {
      answers = answers.filter { isWanted($0.result.scheme) }
      results = results.filter { isWanted($0.scheme) }
    }
    return CaseResult(
      id: career.id, schemes: results,
      uncovered: career.countries.filter { (context.schemes[$0] ?? []).isEmpty },
      coverage: isBare ? [] : coverage(context),
      transfers: isBare ? [] : transfers(results, context),
      losses: withAgreements && !isBare ? losses(answers) : [],
      warnings: isBare ? [] : warnings(results, context), ruleBookDate: library.date,
      ruleBookHash: library.hash)
  }

  /// What each scheme would pay back, with the schemes that count the periods that ends.
  private func addRefunds(to results: inout [SchemeResult], _ context: CaseContext) {
    for index in results.indices where results[index].status != .notCovered {
      let (id, country) = (results[index].scheme, results[index].country)
      guard let scheme = context.schemes[country]?.first(where: { $0.id == id }) else { continue }
      results[index].refunds = RefundReader(context: context, scheme: scheme).refunds(
        beside: results[index])
      guard !results[index].refunds.isEmpty else { continue }
      let uses = results.flatMap { other in
        other.foreign.filter { $0.scheme == id && $0.counted.signum > 0 }.map {
          RefundResult.Use(scheme: other.scheme, counted: $0.counted, unit: $0.countedUnit)
        }
      }
      for place in results[index].refunds.indices {
        results[index].refunds[place].countedBy = uses
      }
    }
  }

  private func coverage(_ context: CaseContext) -> [CoverageResult] {
    let countries = context.career.countries
    let day = context.career.claim.from ?? today
    let reader = CoverageReader(context: context)
    return countries.enumerated().flatMap { index, first in
      countries[(index + 1)...].map { reader.coverage(first, $0, on: day) }
    }
  }

  private func transfers(_ results: [SchemeResult], _ context: CaseContext) -> [Transfer] {
    let day = context.career.claim.from ?? today
    let reader = CoverageReader(context: context)
    return results.flatMap { result in
      context.career.countries.filter { $0 != result.country }.map { from in
        let credit = result.foreign.first { $0.country == from }
        let link = reader.coverage(result.country, from, on: day)
        let says: Phrase
        if credit != nil {
          says = ""
        } else if link.state == .inForce {
          says = "not needed, or not counted by \(link.instruments.joined(separator: ", "))"
        } else {
          says = link.says
        }
        return Transfer(
          from: from, to: result.scheme,
          instrument: credit == nil || result.method == nil
            ? link.instruments.first : result.instruments.first,
          counted: credit?.counted ?? .zero,
          unit: credit?.countedUnit ?? result.periods?.unit ?? .month, says: says)
      }
    }
  }

  private func losses(
    _ answers: [(result: SchemeResult, paidAlone: ExactDecimal?, minimum: MinimumSupplement?)]
  ) -> [Loss] {
    answers.compactMap { with, left, _ in
      guard let amounts = with.amounts, let paid = amounts.paid else { return nil }
      guard left.map({ $0 < paid }) ?? true else { return nil }
      return Loss(
        scheme: with.scheme, withAgreements: paid, without: left, currency: amounts.currency,
        per: amounts.per, rightLost: left == nil)
    }
  }

  private func warnings(_ results: [SchemeResult], _ context: CaseContext) -> [Phrase] {
    var warnings: [Phrase] = []
    for result in results where result.amounts?.paid != nil {
      if !result.unverified.isEmpty {
        warnings.append(
          "\(result.scheme): the amount rests on unverified values (\(result.unverified))."
        )
      } else if result.certainty == .unverified {
        warnings.append("\(result.scheme): the amount rests on an unverified source.")
      }
      if result.amounts?.usesLastPublished == true {
        warnings.append(
          "\(result.scheme): a value for that day is not published yet; the newest published one was used."
        )
      }
    }
    for country in context.career.countries where (context.schemes[country] ?? []).isEmpty {
      warnings.append(
        "\(country.code): the rule book has no scheme of \(Phrase(template: country.name)); its periods count for the others only."
      )
    }
    return warnings
  }
}
