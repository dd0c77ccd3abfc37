/// Why the checking of a formula stopped.
enum CheckFailure: Error {
  case fault(Diagnostic)
  /// A step it names has a fault of its own, already reported.
  case dependsOnFault
}
