/// Which facts a run had to take for granted; a run belongs to one thread, and so does its log.
final class UsageLog {
  /// Inputs of facts whose `otherwise` was used.
  var assumedFacts = FactSet()
}
