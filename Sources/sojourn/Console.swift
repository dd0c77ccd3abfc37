import CommandLineKit
import Glibc
import Quantities

/// What a command writes to and what it knows of its surroundings.
struct Console: Sendable {
  let output: StandardOutput
  let terminal: Terminal

  var width: Int { terminal.width }
  var style: Style { terminal.style }

  func print(_ text: String) throws(StreamError) { try output.write(text) }

  /// A message for a person, on standard error.
  func complain(_ text: String) { StandardError.write(text) }

  /// Today by the clock of the machine; `SOJOURN_TODAY` overrides it, for reproducible answers.
  var today: Day {
    if let value = getenv("SOJOURN_TODAY"), let day = Day(String(cString: value)) { return day }
    return Day(number: time(nil) / 86_400) ?? .earliest
  }
}
