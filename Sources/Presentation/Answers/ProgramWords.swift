import Coordination
import Formula
import Quantities
import Remittances

/// The words of closed lists that answers say: names of units, kinds of periods, rhythms.
///
/// They are no literals of the sources, so the list of the program's texts does not hold them.
public enum ProgramWords {
  /// Every word, each once, as the template under which a language file holds it.
  public static let all: [String] = {
    var words = PeriodUnit.allCases.map(\.rawValue)
    words += PeriodType.allCases.map(\.spelled)
    words += RoundingMode.allCases.map(\.rawValue) + Tier.allCases.map(\.rawValue)
    words += rhythms + ["point", "male", "female"]
    words += (RuleWords.all + SchemeInputs.allCases.map(\.name)).map(RuleWords.template)
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }()

  /// How often pensions are paid.
  static let rhythms = [
    "monthly", "quarterly", "yearly", "weekly", "every 4 weeks", "every 2 weeks",
  ]
}
