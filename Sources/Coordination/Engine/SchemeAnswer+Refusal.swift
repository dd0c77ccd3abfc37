import Formula
import Quantities

/// Says why a scheme pays nothing.
extension SchemeAnswer {
  func explainRefusal(
    _ result: inout SchemeResult, _ findings: SchemeAssessor.Findings,
    links: [Link]
  ) {
    result.instruments = links.map(\.instrument.id)
    let nearest = findings.unmet.min { left, right in
      let (mine, theirs) = (lacking(left), lacking(right))
      return mine == theirs ? opensOn(left) < opensOn(right) : mine < theirs
    }
    if let nearest {
      // Without the earnings that credit a year, "no right" would be a guess.
      let lacksEarnings = findings.unmet.contains { $0.missing.contains { $0.kind == .earnings } }
      result.status = lacksEarnings ? .notComputed : .notQualified
      result.pension = scheme.pensions[nearest.kind].id
      result.pensionName = scheme.pensions[nearest.kind].name
      if !lacksEarnings {
        result.independent = opened(nearest)
        result.totalized =
          (nearest.totalized == nil ? findings.unmet.first { $0.totalized != nil } : nearest)
          .flatMap(openedTotalized)
      }
      setPeriods(&result, nearest)
      // Each kind of pension may lack the same; it is said once.
      for missing in findings.unmet.flatMap(\.missing) where !result.missing.contains(missing) {
        result.missing.append(missing)
      }
      if explains {
        var run = nearest.run
        let setting: Setting = nearest.totalized == nil ? .independent : .totalized
        result.worksheet = WorksheetWriter(scheme: scheme).lines(
          of: &run, for: setting, prorated: "")
      }
    } else {
      result.status = .notComputed
    }
    for missing in findings.missing where !result.missing.contains(missing) {
      result.missing.append(missing)
    }
    // A right that could not be examined is not refused.
    if !findings.missing.isEmpty { result.status = .notComputed }
    if usesAgreements, result.status == .notQualified, unknownLinkExists {
      result.status = .unknownAgreement
      result.missing.append(
        Missing(
          .agreement,
          what:
            "whether an agreement links \(Phrase(template: scheme.country.name)) with the others",
          ask: "ask the institution; the list of agreements is not complete"))
    }
  }

  private func opensOn(_ award: Award) -> Day {
    let rights = RightsReader(context, scheme, kind: award.kind)
    let opened =
      award.totalized.map { rights.opened($0, award.run.source, in: .totalized) }
      ?? rights.opened(award.independent, award.own.source, in: .independent)
    return opened.opensOn ?? .latest
  }

  private func lacking(_ award: Award) -> ExactDecimal {
    (award.totalized ?? award.independent).conditions.reduce(.zero) {
      $0.plus($1.missing ?? ($1.holds ? .zero : 1_000))
    }
  }

  /// Whether some other country of the career is linked by nothing that is known.
  private var unknownLinkExists: Bool {
    let day = context.start(of: scheme)
    return context.career.countries.contains { other in
      other != scheme.country
        && CoverageReader(context: context).coverage(scheme.country, other, on: day).state
          == .unknown
    }
  }
}
