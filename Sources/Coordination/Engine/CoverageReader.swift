import Formula
import Quantities

/// Answers whether two countries are linked: in force, none, or unknown.
struct CoverageReader {
  let context: CaseContext

  func coverage(_ first: Country, _ second: Country, on day: Day) -> CoverageResult {
    let key = CaseMemory.PairKey(first: first, second: second, day: day)
    if let known = context.memory.coverage[key] { return known }
    let found = found(first, second, on: day)
    context.memory.coverage[key] = found
    return found
  }

  private func found(_ first: Country, _ second: Country, on day: Day) -> CoverageResult {
    let links = context.linking(first, second, on: day)
    if !links.isEmpty {
      return CoverageResult(
        first: first, second: second, state: .inForce, instruments: links.map(\.id), says: "")
    }
    let doubtful = context.instruments.filter { instrument in
      instrument.members.contains { $0.party.country == first }
        && instrument.members.contains { $0.party.country == second }
        && !context.isReliable(instrument)
    }
    if !doubtful.isEmpty {
      return CoverageResult(
        first: first, second: second, state: .unknown, instruments: doubtful.map(\.id),
        says: "An agreement is mentioned, but it was not verified.")
    }
    for country in [first, second] {
      if let list = context.completeLists[country] {
        return CoverageResult(
          first: first, second: second, state: .none, instruments: [],
          says:
            "Not on the complete list of \(Phrase(template: country.name)): \(list.says) (\(list.law))."
        )
      }
    }
    return CoverageResult(
      first: first, second: second, state: .unknown, instruments: [],
      says: "No agreement is known; neither country's list is known to be complete.")
  }
}
