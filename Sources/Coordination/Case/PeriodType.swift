import Formula

/// What kind of insurance period it was, by the codes of the European form P5000.
public enum PeriodType: Int, Sendable, Hashable, CaseIterable {
  case compulsory = 10
  case employed = 11
  case selfEmployed = 12
  case unemployedInsured = 13
  case voluntary = 20
  case voluntaryEmployed = 21
  case voluntarySelfEmployed = 22
  case voluntaryUnemployed = 23
  case residence = 30
  case assimilated = 40
  case sickness = 41
  case unemployment = 42
  case military = 43
  case education = 44
  case childRaising = 45
  case pension = 46
  case maternity = 47
  case earlyRetirement = 48
  case unemploymentBenefit = 49
  case invalidity = 50
  case care = 51
  case fictitious = 52

  /// The name a case may use instead of the code.
  public var name: String {
    switch self {
    case .selfEmployed: "self_employed"
    case .unemployedInsured: "unemployed"
    case .voluntaryEmployed: "voluntary_employed"
    case .voluntarySelfEmployed: "voluntary_self_employed"
    case .voluntaryUnemployed: "voluntary_unemployed"
    case .childRaising: "child_raising"
    case .earlyRetirement: "early_retirement"
    case .unemploymentBenefit: "unemployment_benefit"
    default: String(describing: self)
    }
  }

  /// Its name in plain words: `child raising`.
  public var spelled: String { name.map { $0 == "_" ? " " : String($0) }.joined() }

  /// The type of that code (`"11"`) or name (`"employed"`).
  public init?(_ text: String) {
    // Exactly the two digits of the form: `Int` would also read a sign before them.
    if text.utf8.count == 2, let code = Int(text), let type = PeriodType(rawValue: code) {
      self = type
    } else if let type = Self.allCases.first(where: { $0.name == text }) {
      self = type
    } else {
      return nil
    }
  }

  /// The class that Regulation (EC) 987/2009 Art 12 ranks it in.
  public var rank: Rank {
    switch rawValue {
    case 10...13: .compulsory
    case 20...23: .voluntary
    case 30: .residence
    default: .assimilated
    }
  }

  /// Compulsory over voluntary over assimilated; residence counts as compulsory (987/2009 Art 12).
  public enum Rank: Int, Sendable, Hashable, CaseIterable {
    case compulsory, residence, voluntary, assimilated

    public var periodClass: PeriodClass {
      switch self {
      case .compulsory: .compulsory
      case .residence: .residence
      case .voluntary: .voluntary
      case .assimilated: .assimilated
      }
    }
  }

  /// All classes that formulas mean this type by.
  public var classes: PeriodSelection { Self.classesByCode[rawValue] }

  private static let classesByCode: [PeriodSelection] = (0...52).map { code in
    guard let type = PeriodType(rawValue: code) else { return [] }
    return PeriodSelection(
      PeriodClass.allCases.filter { type.belongs(to: $0) }.map { PeriodSelection($0) })
  }

  /// Whether formulas that ask for `periodClass` mean this type.
  public func belongs(to periodClass: PeriodClass) -> Bool {
    switch periodClass {
    case .any: true
    case .compulsory, .voluntary, .assimilated, .residence: rank.periodClass == periodClass
    case .employed: self == .employed || self == .voluntaryEmployed
    case .selfEmployed: self == .selfEmployed || self == .voluntarySelfEmployed
    case .unemployed: self == .unemployedInsured || self == .voluntaryUnemployed
    default: name == periodClass.name
    }
  }
}
