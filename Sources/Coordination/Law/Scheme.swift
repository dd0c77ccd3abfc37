import Formula
import Quantities

/// One national pension scheme, its formulas checked and ready to run.
///
/// Everything in it comes from a rule file; steps are named by their place in `rules`.
public final class Scheme: Sendable {
  /// A currency the scheme reckoned in until `until`, worth 1/`perUnit` of today's.
  public struct FormerCurrency: Sendable, Hashable {
    public let currency: Currency
    public let until: Day
    public let perUnit: ExactDecimal
    public let law: String

    public init(currency: Currency, until: Day, perUnit: ExactDecimal, law: String) {
      self.currency = currency
      self.until = until
      self.perUnit = perUnit
      self.law = law
    }
  }

  /// One condition of a right, as a step that yields yes or no.
  public struct Condition: Sendable {
    public let id: String
    public let step: Int
    public let law: String
    public let says: SourceFragment?
    /// What it says, read once; nil where the file has no sentence.
    let sentence: Sentence?

    public init(id: String, step: Int, law: String, says: SourceFragment?) {
      self.id = id
      self.step = step
      self.law = law
      self.says = says
      sentence = says.flatMap { try? Sentence($0) }
    }
  }

  /// The days on which the law lets a pension begin, where that is not any day.
  public struct Beginning: Sendable {
    public enum Day: String, Sendable, CaseIterable {
      case firstOfMonth = "first_of_month"
    }

    public let on: Day
    public let law: String

    public init(on: Day, law: String) {
      self.on = on
      self.law = law
    }
  }

  /// Other schemes of the country that pay one pension with this one, on the records of both.
  public struct OnePension: Sendable {
    public let schemes: [String]
    public let law: String
    public let says: String

    public init(schemes: [String], law: String, says: String) {
      self.schemes = schemes
      self.law = law
      self.says = says
    }
  }

  /// One of the old-age pensions of the scheme.
  public struct PensionKind: Sendable {
    public let id: String
    public let name: [String: String]
    public let law: String
    /// The step that yields its first possible day.
    public let earliest: Int
    public let conditions: [Condition]

    public init(
      id: String, name: [String: String], law: String, earliest: Int, conditions: [Condition]
    ) {
      self.id = id
      self.name = name
      self.law = law
      self.earliest = earliest
      self.conditions = conditions
    }
  }

  /// What the person is asked beyond periods.
  public struct Fact: Sendable {
    public enum Kind: Sendable, Hashable {
      case yesNo, date, dates, number
      case choice([String])
      case byYear
    }

    public let id: String
    public let kind: Kind
    /// The place of the fact among the inputs of the rules.
    public let input: Int
    public let ask: String
    public let law: String
    /// What is taken where the case does not say; nil: it is missing data.
    public let otherwise: (value: FactValue, says: String)?

    public init(
      id: String, kind: Kind, input: Int, ask: String, law: String,
      otherwise: (value: FactValue, says: String)?
    ) {
      self.id = id
      self.kind = kind
      self.input = input
      self.ask = ask
      self.law = law
      self.otherwise = otherwise
    }
  }

  /// How the pro rata is made: ratio, and where in the steps it applies.
  public struct Prorating: Sendable {
    /// Steps yielding the numerator and denominator; nil: own and total periods.
    public let own: Int?
    public let total: Int?
    public let ratioLaw: String
    /// The step the ratio is applied to; nil: the result.
    public let step: Int?
    public let rounding: Rounding?
    /// A step the prorated value may not exceed.
    public let atMost: Int?
    public let atMostLaw: String
    public let law: String

    public init(
      own: Int? = nil, total: Int? = nil, ratioLaw: String = "", step: Int? = nil,
      rounding: Rounding? = nil, atMost: Int? = nil, atMostLaw: String = "", law: String = ""
    ) {
      self.own = own
      self.total = total
      self.ratioLaw = ratioLaw
      self.step = step
      self.rounding = rounding
      self.atMost = atMost
      self.atMostLaw = atMostLaw
      self.law = law
    }
  }

  /// The least the law of the scheme's State grants who lives there, for all periods together.
  ///
  /// An instrument may make that State pay the difference (Reg. 883/2004 Art 58).
  public struct MinimumBenefit: Sendable {
    /// The step that yields it, in the unit of the result.
    public let step: Int
    public let law: String

    public init(step: Int, law: String) {
      self.step = step
      self.law = law
    }
  }

  /// One rule of payment abroad; `condition` nil: what holds otherwise.
  public struct ExportRule: Sendable {
    public enum Payment: String, Sendable, Hashable, CaseIterable { case full, reduced, none }

    public let condition: Int?
    public let payment: Payment
    public let law: String
    public let says: String

    public init(condition: Int?, payment: Payment, law: String, says: String) {
      self.condition = condition
      self.payment = payment
      self.law = law
      self.says = says
    }
  }

  /// Births and starts the rules were written for; outside them the amount is refused.
  public struct Limits: Sendable, Hashable {
    public let born: ClosedRange<Day>?
    public let start: ClosedRange<Day>?
    public let says: String

    public init(born: ClosedRange<Day>?, start: ClosedRange<Day>?, says: String) {
      self.born = born
      self.start = start
      self.says = says
    }
  }

  public let id: String
  public let country: Country
  public let name: [String: String]
  public let lawTitle: String
  public let lawAddress: String
  public let currency: Currency
  public let formerCurrencies: [FormerCurrency]
  public let unit: PeriodUnit
  /// The most units a calendar year can hold.
  public let perYear: Int
  public let covers: [PeriodType.Rank]
  /// With which schemes it pays one pension; nil: it pays its own.
  public let onePensionWith: OnePension?
  public let rules: RuleSet
  /// The step that credits the own record; nil for a scheme known only by certified sums.
  public let credited: Int?
  public let creditedLaw: String
  /// Whether crediting the record depends on the kind of pension or on its first possible day.
  let creditsByKind: Bool
  /// For each kind of pension, whether its first possible day hangs on foreign periods too.
  let agesByPeriods: [Bool]
  /// Whether some step asks since when the right has been open.
  let readsQualifiedOn: Bool
  /// The steps of conditions that may ask for more on a later day.
  let risingConditions: Set<Int>
  /// Classes of own periods that must come with earnings.
  public let earningsRequired: PeriodSelection
  /// Facts that stand for earnings: where the case gives one, none are required.
  public let earningsReplacedBy: [String]
  /// Yearly parameters of what the insured earned on average, the surest first.
  public let averageEarnings: [Int]
  public let facts: [Fact]
  public let limits: Limits?
  public let pensions: [PensionKind]
  /// The step that is the amount; nil: the theoretical amount is an input.
  public let result: Int?
  /// The days on which a pension may begin; nil: any day.
  public let begins: Beginning?
  public let rhythm: String
  /// How many payments are made a year.
  public let payments: Int
  public let figures: [Int]
  public let prorating: Prorating
  public let minimum: MinimumBenefit?
  public let export: [ExportRule]
  public let refunds: [Refund]
  public let notes: [String]
  /// The notes as answers carry them.
  let citedNotes: [Cited]
  /// How far the file as a whole was verified, its formulas and ages included.
  public let certainty: Certainty
  /// Which outcomes runs of its formulas have in common.
  let sharing: SharingPlan

  public init(
    id: String, country: Country, name: [String: String], lawTitle: String, lawAddress: String,
    currency: Currency, formerCurrencies: [FormerCurrency], unit: PeriodUnit, perYear: Int,
    covers: [PeriodType.Rank], onePensionWith: OnePension? = nil, rules: RuleSet, credited: Int?,
    creditedLaw: String,
    earningsRequired: PeriodSelection, earningsReplacedBy: [String],
    averageEarnings: [Int] = [], facts: [Fact], limits: Limits?, pensions: [PensionKind],
    result: Int?, begins: Beginning? = nil, rhythm: String,
    payments: Int, figures: [Int], prorating: Prorating, minimum: MinimumBenefit? = nil,
    export: [ExportRule], refunds: [Refund] = [], notes: [String], certainty: Certainty = .primary
  ) {
    self.id = id
    self.country = country
    self.name = name
    self.lawTitle = lawTitle
    self.lawAddress = lawAddress
    self.currency = currency
    self.formerCurrencies = formerCurrencies
    self.unit = unit
    self.perYear = perYear
    self.covers = covers
    self.onePensionWith = onePensionWith
    self.rules = rules
    self.credited = credited
    self.creditedLaw = creditedLaw
    let byKind = [SchemeInputs.pension, .earliest, .qualifiedOn].map(\.rawValue)
    creditsByKind =
      credited.map { !rules.inputs(readBy: $0).isDisjoint(with: byKind) } ?? false
    let foreign = SchemeInputs.allCases.filter { $0.varying.contains(.foreign) }.map(\.rawValue)
    agesByPeriods = pensions.map { !rules.inputs(readBy: $0.earliest).isDisjoint(with: foreign) }
    readsQualifiedOn = rules.steps.indices.contains {
      rules.inputs(readBy: $0).contains(SchemeInputs.qualifiedOn.rawValue)
    }
    let byDay = [SchemeInputs.start, .asOf].map(\.rawValue)
    risingConditions = Set(
      pensions.flatMap(\.conditions).map(\.step).filter {
        rules.followsStart($0) || !rules.inputs(readBy: $0).isDisjoint(with: byDay)
      })
    self.earningsRequired = earningsRequired
    self.earningsReplacedBy = earningsReplacedBy
    self.averageEarnings = averageEarnings
    self.facts = facts
    self.limits = limits
    self.pensions = pensions
    self.result = result
    self.begins = begins
    self.rhythm = rhythm
    self.payments = payments
    self.figures = figures
    self.prorating = prorating
    self.minimum = minimum
    self.export = export
    self.refunds = refunds
    self.notes = notes
    citedNotes = notes.map { Cited(law: "", says: Phrase(template: $0)) }
    self.certainty = certainty
    sharing = SharingPlan(
      rules, target: prorating.step ?? result,
      standard: SchemeInputs.allCases.map(\.varying))
  }

  /// The place of the fact that is an input; nil for an input that is none.
  func fact(of input: Int) -> Int? {
    // Facts follow the standard inputs.
    let place = input - SchemeInputs.allCases.count
    if facts.indices.contains(place), facts[place].input == input { return place }
    return facts.firstIndex { $0.input == input }
  }

  /// The currency that was legal tender in a year, as far as the scheme knows.
  public func tender(in year: Int) -> FormerCurrency? {
    formerCurrencies.first { year <= $0.until.year }
  }
}
