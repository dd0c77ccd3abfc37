import Formula
import Quantities

/// Finds the instruments a scheme computes by: those that link its country with others of the
/// career, cover the person, and yield to no other.
struct LinkReader {
  let context: CaseContext
  let scheme: Scheme

  struct Findings {
    var links: [Link] = []
    /// Instruments that were left aside, and why.
    var notes: [Cited] = []
    var assumptions: [Phrase] = []
  }

  func links(on day: Day) -> Findings {
    let others = context.career.countries.filter { $0 != scheme.country }
    var findings = Findings()
    for instrument in context.instruments
    where context.isReliable(instrument) && context.binds(instrument, scheme.country, on: day)
      && others.contains(where: { context.links(instrument, scheme.country, $0, on: day) })
    {
      guard let side = instrument.side(of: scheme.id, country: scheme.country) else { continue }
      switch context.covers(instrument) {
      case true? where isForNationals(instrument):
        findings.assumptions.append(assumption(instrument))
      case true?: break
      case false?:
        findings.notes.append(
          Cited(law: instrument.persons?.cited.law ?? "", says: uncovered(instrument)))
        continue
      case nil:
        findings.assumptions.append(assumption(instrument))
      }
      findings.links.append(Link(instrument, side))
    }
    if findings.links.count > 1 { order(&findings, towards: others, on: day) }
    return findings
  }

  private func uncovered(_ instrument: Instrument) -> Phrase {
    switch instrument.persons?.covers {
    case "nationals"?: "\(instrument.id) covers nationals of its States only."
    case "nationals_and_refugees"?:
      "\(instrument.id) covers nationals of its States, refugees and stateless persons only."
    default: "\(instrument.id) does not cover the person."
    }
  }

  /// Whether it binds some party of the career for nationals only, and no citizenship is given.
  private func isForNationals(_ instrument: Instrument) -> Bool {
    context.person.citizenOf.isEmpty
      && instrument.members.contains {
        $0.isForNationals && context.career.countries.contains($0.party.country)
      }
  }

  private func assumption(_ instrument: Instrument) -> Phrase {
    "Citizenship is not given; \(instrument.id) is taken to cover the person (\(instrument.persons?.cited.law ?? "persons covered"))."
  }

  /// Takes out what another instrument replaces towards every country it links.
  private func order(_ findings: inout Findings, towards others: [Country], on day: Day) {
    let all = findings.links.map(\.instrument)
    findings.links = findings.links.filter { link in
      guard
        let first = context.replacement(
          of: link.instrument, among: all, for: scheme.country, towards: others, on: day)
      else { return true }
      findings.notes.append(
        Cited(
          law: first.law,
          says: "\(first.by.id) goes before \(link.instrument.id) between these countries."))
      return false
    }
  }
}
