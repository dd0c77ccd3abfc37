import Coordination
import Formula

extension NamedFigure {
  /// What the figure is called, and that it is not one of own periods where it is not.
  var label: Phrase {
    let name = Phrase(called: name, or: id)
    return isTheoretical ? "\(name), as if all periods were own" : name
  }
}
