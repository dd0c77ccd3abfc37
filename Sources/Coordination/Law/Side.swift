import Formula
import Quantities

/// What an instrument makes one party (or one of its schemes) do.
public struct Side: Sendable {
  public enum Totalization: String, Sendable, Hashable, CaseIterable {
    /// Only where own periods are not enough.
    case needed
    /// Always, beside the independent computation.
    case always
    case none
  }

  public enum Overlap: String, Sendable, Hashable, CaseIterable {
    /// Foreign periods never count where own ones do.
    case ownFirst = "own_first"
    case asCertified = "as_certified"
    /// Regulation (EC) 987/2009 Art 12.
    case european = "eu"
  }

  public enum ThirdCountries: String, Sendable, Hashable, CaseIterable {
    case no
    case boundByBoth = "bound_by_both"
    case yes
  }

  public enum Tie: String, Sendable, Hashable, CaseIterable {
    case independent
    case proRata = "pro_rata"
  }

  public enum Export: String, Sendable, Hashable, CaseIterable { case full, none, national }

  /// How periods in one unit become another.
  public struct UnitRule: Sendable, Hashable {
    public enum Basis: String, Sendable, Hashable, CaseIterable {
      case calendarYear = "calendar_year"
      case period, total
    }

    public enum Remainder: String, Sendable, Hashable, CaseIterable { case up, down }

    public let from: PeriodUnit
    public let to: PeriodUnit
    /// to = from × multiply / divide.
    public let multiply: Int
    public let divide: Int
    public let basis: Basis
    public let remainder: Remainder
    public let atMost: Int?
    public let onlyWhereTouched: Bool
    public let law: String

    public init(
      from: PeriodUnit, to: PeriodUnit, multiply: Int, divide: Int, basis: Basis,
      remainder: Remainder, atMost: Int?, onlyWhereTouched: Bool, law: String
    ) {
      self.from = from
      self.to = to
      self.multiply = multiply
      self.divide = divide
      self.basis = basis
      self.remainder = remainder
      self.atMost = atMost
      self.onlyWhereTouched = onlyWhereTouched
      self.law = law
    }
  }

  /// Least own periods, or a bound below which periods are left to the others.
  public struct Amount: Sendable, Hashable {
    public let count: ExactDecimal
    public let unit: PeriodUnit
    public let law: String

    public init(count: ExactDecimal, unit: PeriodUnit, law: String) {
      self.count = count
      self.unit = unit
      self.law = law
    }
  }

  /// When the pro rata is not computed beside an independent right (883/2004 Art 52(4)).
  public struct Waiver: Sendable, Hashable {
    /// Where both hold, it is computed all the same: own and foreign periods together reach
    /// `totalAtLeast`, and own ones do not exceed `ownAtMost`.
    public let totalAtLeast: Amount?
    public let ownAtMost: Amount?
    public let law: String
    public let says: String

    public init(totalAtLeast: Amount?, ownAtMost: Amount?, law: String, says: String) {
      self.totalAtLeast = totalAtLeast
      self.ownAtMost = ownAtMost
      self.law = law
      self.says = says
    }
  }

  /// From when periods count at all: a day, an age, or the later of both.
  public struct Window: Sendable, Hashable {
    public let from: Day?
    public let fromAge: Int?
    public let law: String

    public init(from: Day?, fromAge: Int?, law: String) {
      self.from = from
      self.fromAge = fromAge
      self.law = law
    }

    /// The first day that counts for a person born on `birth`; nil where nothing is cut.
    public func firstDay(birth: Day) -> Day? {
      let byAge = fromAge.flatMap { try? birth.adding(years: $0) }
      return [from, byAge].compactMap { $0 }.max()
    }
  }

  public var totalization: Totalization
  public var totalizationLaw: String
  public var minimumOwn: Amount?
  public var method: Method
  public var methodLaw: String
  /// At most so many systems are put together; nil: all.
  public var systems: Int?
  public var systemsLaw: String
  /// Which of the other parties' schemes count here; nil: all.
  public var countedSchemes: [String]?
  /// What a totalized or theoretical run sees of the own and of foreign periods; nil: all.
  public var ownWindow: Window?
  public var foreignWindow: Window?
  public var units: [UnitRule]
  /// Whether the table of Regulation (EC) 987/2009 Art 13 applies.
  public var usesEuropeanUnits: Bool
  public var unitsLaw: String
  public var overlap: Overlap
  public var overlapLaw: String
  /// Whether voluntary periods that yield are paid for apart, on top (987/2009 Art 43(2)).
  public var addsVoluntary = false
  public var addsVoluntaryLaw = ""
  public var shortPeriods: Amount?
  /// Where every party is released, whether the last one with a right pays for all (Art 57(3)).
  public var lastPaysShortPeriods: Bool
  public var lastPaysLaw: String
  /// Where a partial right may leave out periods of parties without a right yet (Art 50(2)).
  public var leavesOutUnopened: Bool
  public var leavesOutLaw: String
  public var waiver: Waiver?
  public var tie: Tie
  public var export: Export
  public var exportLaw: String
  public var exportsWorldwide: Bool
  public var thirdCountries: ThirdCountries
  public var thirdCountriesLaw: String
  /// Where the text gives the ratio of own to total periods.
  public var ratioLaw: String
  /// Whether the highest amount is paid where several instruments open the right.
  public var prefersHighest: Bool

  public init(
    totalization: Totalization, totalizationLaw: String, minimumOwn: Amount? = nil,
    method: Method, methodLaw: String, systems: Int? = nil, systemsLaw: String = "",
    countedSchemes: [String]? = nil, ownWindow: Window? = nil,
    foreignWindow: Window? = nil, units: [UnitRule] = [], usesEuropeanUnits: Bool = false,
    unitsLaw: String = "", overlap: Overlap = .ownFirst, overlapLaw: String = "",
    shortPeriods: Amount? = nil, lastPaysShortPeriods: Bool = false, lastPaysLaw: String = "",
    leavesOutUnopened: Bool = false, leavesOutLaw: String = "", waiver: Waiver? = nil,
    tie: Tie = .independent, export: Export = .national,
    exportLaw: String = "", exportsWorldwide: Bool = false, thirdCountries: ThirdCountries = .no,
    thirdCountriesLaw: String = "", ratioLaw: String = "", prefersHighest: Bool = false
  ) {
    self.totalization = totalization
    self.totalizationLaw = totalizationLaw
    self.minimumOwn = minimumOwn
    self.method = method
    self.methodLaw = methodLaw
    self.systems = systems
    self.systemsLaw = systemsLaw
    self.countedSchemes = countedSchemes
    self.ownWindow = ownWindow
    self.foreignWindow = foreignWindow
    self.units = units
    self.usesEuropeanUnits = usesEuropeanUnits
    self.unitsLaw = unitsLaw
    self.overlap = overlap
    self.overlapLaw = overlapLaw
    self.shortPeriods = shortPeriods
    self.lastPaysShortPeriods = lastPaysShortPeriods
    self.lastPaysLaw = lastPaysLaw
    self.leavesOutUnopened = leavesOutUnopened
    self.leavesOutLaw = leavesOutLaw
    self.waiver = waiver
    self.tie = tie
    self.export = export
    self.exportLaw = exportLaw
    self.exportsWorldwide = exportsWorldwide
    self.thirdCountries = thirdCountries
    self.thirdCountriesLaw = thirdCountriesLaw
    self.ratioLaw = ratioLaw
    self.prefersHighest = prefersHighest
  }
}
