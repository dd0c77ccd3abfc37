import Quantities

/// Which agreements link which countries on a day, from all instruments of a rule book.
///
/// Answers are three-valued: in force, none (only beside a list known to be complete), unknown.
public struct AgreementMap: Sendable {
  /// One instrument as it stands between two parties on a day.
  public struct Link: Sendable {
    public let instrument: Instrument
    /// Whether it binds both on the day.
    public let isInForce: Bool
    /// Whether it was verified enough to answer by it.
    public let isReliable: Bool
    /// Since when it binds both; nil where the day was not found.
    public let since: Day?
  }

  public struct Answer: Sendable {
    public let first: Party
    public let second: Party
    public let state: CoverageResult.State
    /// In force first, then the others.
    public let links: [Link]
    /// Why the state is what it is, where no agreement says it.
    public let says: String
  }

  let instruments: [Instrument]
  let completeList: @Sendable (Country) -> Cited?

  public init(
    instruments: [Instrument], completeList: @escaping @Sendable (Country) -> Cited?
  ) {
    self.instruments = instruments
    self.completeList = completeList
  }

  /// Every party that some instrument names, in the order of their codes.
  public var parties: [Party] {
    Set(instruments.flatMap { $0.members.map(\.party) }).sorted()
  }

  /// The other parties an instrument of `party` names.
  public func partners(of party: Party) -> [Party] {
    let related = instruments.filter { $0.members.contains { $0.party == party } }
    let partners = related.flatMap { link in
      link.members.map(\.party).filter { link.links(party.country, $0.country) }
    }
    return Set(partners).subtracting([party]).sorted()
  }

  /// Whether two parties are linked on a day, and by what.
  public func answer(_ first: Party, _ second: Party, on day: Day) -> Answer {
    let links = instruments.compactMap { link($0, first, second, on: day) }
      .sorted { rank($0) < rank($1) }
    if links.contains(where: { $0.isInForce && $0.isReliable }) {
      return Answer(first: first, second: second, state: .inForce, links: links, says: "")
    }
    if links.contains(where: { !$0.isReliable && $0.instrument.status != .signed }) {
      return Answer(
        first: first, second: second, state: .unknown, links: links,
        says: "An agreement is mentioned in sources that could not be verified.")
    }
    for party in [first, second] where party.subdivision == nil {
      if let list = completeList(party.country) {
        return Answer(
          first: first, second: second, state: .none, links: links,
          says:
            "Not in force by the complete list of \(party.country.name): \(list.says) \(list.law)")
      }
    }
    return Answer(
      first: first, second: second, state: .unknown, links: links,
      says: links.isEmpty
        ? "No agreement is known, and neither list of agreements was read complete."
        : "No agreement in force on that day is known.")
  }

  /// How long a worker sent from `home` to `host` may stay insured at home.
  public func postings(from home: Party, to host: Party, on day: Day) -> [(
    link: Link, posting: Instrument.Posting
  )] {
    answer(home, host, on: day).links.filter { $0.isInForce && $0.isReliable }.flatMap { link in
      link.instrument.postings.filter { $0.home == nil || $0.home == home }.map { (link, $0) }
    }
  }

  private func link(_ instrument: Instrument, _ first: Party, _ second: Party, on day: Day)
    -> Link?
  {
    guard first != second, instrument.links(first.country, second.country),
      let one = instrument.members.first(where: { $0.party == first }),
      let other = instrument.members.first(where: { $0.party == second })
    else { return nil }
    let begins = [one.since, other.since, instrument.since].compactMap { $0 }.max()
    let ends = [one.until, other.until, instrument.until].compactMap { $0 }.min()
    let hasEnded = instrument.status != .inForce && ends == nil
    let isInForce =
      !hasEnded && instrument.status != .signed && instrument.status != .pending
      && begins.map { $0 <= day } ?? true && ends.map { day <= $0 } ?? true
    return Link(
      instrument: instrument, isInForce: isInForce,
      isReliable: instrument.certainty > .unverified && instrument.status != .unverified,
      since: begins)
  }

  private func rank(_ link: Link) -> Int {
    (link.isInForce ? 0 : 2) + (link.isReliable ? 0 : 1)
  }
}
