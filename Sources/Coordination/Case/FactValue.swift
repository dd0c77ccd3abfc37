import Quantities

/// An answer to something a scheme asks beyond periods.
public enum FactValue: Sendable, Hashable {
  case yesNo(Bool)
  case date(Day)
  case dates([Day])
  case number(ExactDecimal)
  case word(String)
  case byYear([Int: ExactDecimal])
}
