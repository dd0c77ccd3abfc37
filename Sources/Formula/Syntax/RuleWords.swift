/// The words the rule language itself has, as formulas show them.
public enum RuleWords {
  /// Every word, each once: signs of the grammar, functions, units and what is true or not.
  public static let all: [String] = {
    var words = ["if", "then", "else", "and", "or", "not", "at", "in", "yes", "no", "none"]
    words += Term.Function.allCases.map(\.rawValue).filter { !$0.contains(" ") }
    words += ["sum", "mean", "count", "top", "bottom", "sum_top", "sum_bottom", "fold", "known"]
    words += ["all", "any", "in_year", "theoretical", "setting"]
    words += RecordFunction.allCases.map(\.rawValue)
    words += ["days", "weeks", "months", "quarters", "years", "week", "quarter"]
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }()

  /// The template under which a language holds a word.
  public static func template(_ word: String) -> String { "formula: \(word)" }
}
