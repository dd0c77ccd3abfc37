import Formula
import Quantities

/// The names every scheme's formulas can see, in their fixed order.
public enum SchemeInputs: Int, Sendable, CaseIterable {
  case birth, sex, start, asOf, livesIn, resident, firstYear, lastYear, pension, earliest
  case earnings, own, foreign, counted, ownTotal, foreignTotal, countedTotal, ratioTotal
  case qualifiedOn

  public var name: String {
    switch self {
    case .asOf: "as_of"
    case .livesIn: "lives_in"
    case .firstYear: "first_year"
    case .lastYear: "last_year"
    case .ownTotal: "own_total"
    case .foreignTotal: "foreign_total"
    case .countedTotal: "counted_total"
    case .ratioTotal: "ratio_total"
    case .qualifiedOn: "qualified_on"
    default: String(describing: self)
    }
  }

  /// What its value hangs on besides the person, the record and the day.
  var varying: Varying {
    switch self {
    case .birth, .sex, .start, .asOf, .livesIn, .resident, .firstYear, .lastYear, .earnings: []
    case .pension: .pension
    case .earliest: [.pension, .earliest]
    case .own, .foreign, .counted, .ownTotal, .foreignTotal, .countedTotal, .ratioTotal: .foreign
    case .qualifiedOn: [.foreign, .pension, .earliest]
    }
  }

  /// Declares them for a scheme.
  ///
  /// - Parameters:
  ///   - unit: the unit the scheme counts in.
  ///   - earnings: the unit its rules write the earnings of a year in.
  ///   - pensions: the ids of its kinds of pension.
  public static func declarations(unit: Unit, earnings: Unit, pensions: [String])
    -> [InputDeclaration]
  {
    allCases.map { input in
      let type: ValueType =
        switch input {
        case .birth, .start, .asOf, .earliest, .qualifiedOn: .date
        case .sex: .choice(Person.Sex.allCases.map(\.rawValue))
        case .livesIn: .country
        case .resident: .truth
        case .firstYear, .lastYear: .number(.one)
        case .pension: .choice(pensions)
        case .earnings: .series(earnings)
        case .own, .foreign, .counted: .series(unit)
        case .ownTotal, .foreignTotal, .countedTotal, .ratioTotal: .number(unit)
        }
      // A claim may name the day the amount is asked for, or leave it at the first day.
      return InputDeclaration(name: input.name, type: type, isFact: input == .asOf)
    }
  }
}
