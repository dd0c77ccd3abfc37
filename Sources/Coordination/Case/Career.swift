import Quantities

/// One case: a person, their periods of insurance, and what they claim.
public struct Career: Sendable, Hashable {
  /// Repeated in the answer, so that a pipeline can join the two.
  public var id: String?
  public var person: Person
  public var claim: Claim
  public var periods: [InsurancePeriod]
  /// By scheme, then by the name of the fact.
  public var facts: [String: [String: FactValue]]

  public init(
    id: String? = nil, person: Person, claim: Claim = Claim(), periods: [InsurancePeriod],
    facts: [String: [String: FactValue]] = [:]
  ) {
    self.id = id
    self.person = person
    self.claim = claim
    self.periods = periods
    self.facts = facts
  }

  /// The countries the person was insured or resident in, in the order of the periods.
  public var countries: [Country] {
    var seen: [Country] = []
    for period in periods where !seen.contains(period.country) { seen.append(period.country) }
    return seen
  }
}
