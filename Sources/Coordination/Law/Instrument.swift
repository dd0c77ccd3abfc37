import Formula
import Quantities

/// An agreement or regulation that coordinates the schemes of several countries.
///
/// It is read once and then shared: handing it on costs one reference, whatever it says.
public final class Instrument: Sendable {
  public enum Kind: String, Sendable, Hashable, CaseIterable { case bilateral, multilateral }

  public enum Status: String, Sendable, Hashable, CaseIterable {
    case inForce = "in_force"
    case superseded, terminated, signed, pending, unverified
  }

  /// A country bound by it, since when and until when.
  public struct Membership: Sendable, Hashable {
    public let party: Party
    public let since: Day?
    public let until: Day?
    /// Whether the party is bound towards nationals of the parties only.
    public let isForNationals: Bool

    public init(party: Party, since: Day?, until: Day?, isForNationals: Bool = false) {
      self.party = party
      self.since = since
      self.until = until
      self.isForNationals = isForNationals
    }
  }

  /// How it stands beside another instrument that links the same countries.
  public struct Precedence: Sendable, Hashable {
    public enum Rule: String, Sendable, Hashable, CaseIterable {
      /// It takes the other's place.
      case replaces
      /// The other goes first.
      case yields
      /// Whichever gives the person more.
      case moreFavourable = "more_favourable"
    }

    public let rule: Rule
    /// The instruments meant; nil: all bilateral ones.
    public let over: [String]?
    public let law: String

    public init(rule: Rule, over: [String]?, law: String) {
      self.rule = rule
      self.over = over
      self.law = law
    }

    func means(_ other: Instrument) -> Bool {
      over?.contains(other.id) ?? (other.kind == .bilateral)
    }
  }

  /// Dates of an amendment.
  public struct Amendment: Sendable, Hashable {
    public let what: String
    public let signed: Day?
    public let since: Day?
    public let law: String

    public init(what: String, signed: Day?, since: Day?, law: String) {
      self.what = what
      self.signed = signed
      self.since = since
      self.law = law
    }
  }

  /// What of older agreements lives on beside it, for the persons they cover; it is not computed.
  public struct Surviving: Sendable, Hashable {
    /// The two countries; nil: any two in which the person was insured before one of `before`
    /// or the instrument itself linked them.
    public let parties: [Country]?
    public let before: [String]
    /// Only where insurance in one of them began by this day; nil: no such bound.
    public let periodsUntil: Day?
    public let cited: Cited

    public init(
      parties: [Country]?, before: [String] = [], periodsUntil: Day? = nil, cited: Cited
    ) {
      self.parties = parties
      self.before = before
      self.periodsUntil = periodsUntil
      self.cited = cited
    }
  }

  /// How long a worker may be sent while staying insured at home.
  public struct Posting: Sendable, Hashable {
    /// The party the worker is sent from; nil: either.
    public let home: Party?
    /// nil where the text gives no limit or none was read.
    public let months: Int?
    public let extensionMonths: Int?
    public let law: String
    public let says: String
    public let certainty: Certainty

    public init(
      home: Party?, months: Int?, extensionMonths: Int?, law: String, says: String,
      certainty: Certainty
    ) {
      self.home = home
      self.months = months
      self.extensionMonths = extensionMonths
      self.law = law
      self.says = says
      self.certainty = certainty
    }
  }

  public let id: String
  public let title: [String: String]
  public let kind: Kind
  public let members: [Membership]
  /// The countries of which one must be on either side of every link; empty: all link with all.
  public let hub: [Country]
  public let precedence: [Precedence]
  public let surviving: [Surviving]
  public let status: Status
  public let signed: Day?
  public let since: Day?
  public let until: Day?
  /// Whether the date in force was not read in a source.
  public let isDateApproximate: Bool
  public let sinceLaw: String
  public let supersededBy: String?
  public let amendments: [Amendment]
  public let certainty: Certainty
  public let sources: [String]
  /// Who is covered: `all`, `nationals`, ... with the article.
  public let persons: (covers: String, cited: Cited)?
  /// Only persons insured abroad before this day are covered; nil: no such bound.
  public let coversInsuredBefore: Day?
  /// Branches by party.
  public let branches: [String: [String]]
  /// Whether the State of residence makes all benefits up to its own minimum; nil: it does not.
  public let minimumSupplement: Cited?
  /// What each side does, by party or scheme.
  public let sides: [String: Side]
  public let postings: [Posting]
  public let refunds: [Cited]
  public let notes: [String]
  public let location: SourceLocation

  public init(
    id: String, title: [String: String], kind: Kind, members: [Membership],
    hub: [Country] = [], precedence: [Precedence] = [], surviving: [Surviving] = [],
    status: Status, signed: Day?, since: Day?,
    until: Day?, isDateApproximate: Bool, sinceLaw: String,
    supersededBy: String?, amendments: [Amendment], certainty: Certainty, sources: [String],
    persons: (covers: String, cited: Cited)?, coversInsuredBefore: Day? = nil,
    branches: [String: [String]], minimumSupplement: Cited? = nil,
    sides: [String: Side], postings: [Posting], refunds: [Cited], notes: [String],
    location: SourceLocation
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.members = members
    self.hub = hub
    self.precedence = precedence
    self.surviving = surviving
    self.status = status
    self.signed = signed
    self.since = since
    self.until = until
    self.isDateApproximate = isDateApproximate
    self.sinceLaw = sinceLaw
    self.supersededBy = supersededBy
    self.amendments = amendments
    self.certainty = certainty
    self.sources = sources
    self.persons = persons
    self.coversInsuredBefore = coversInsuredBefore
    self.branches = branches
    self.minimumSupplement = minimumSupplement
    self.sides = sides
    self.postings = postings
    self.refunds = refunds
    self.notes = notes
    self.location = location
  }

  /// Whether it links two of its parties at all, whenever they are bound.
  public func links(_ first: Country, _ second: Country) -> Bool {
    hub.isEmpty || hub.contains(first) || hub.contains(second)
  }

  /// What the text says of a scheme: its own entry, or its country's, or that of all members.
  public func side(of scheme: String, country: Country) -> Side? {
    sides[scheme] ?? sides[country.code] ?? sides["*"]
  }
}
