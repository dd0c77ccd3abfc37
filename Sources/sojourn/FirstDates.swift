import CommandLineKit
import Coordination
import Interchange
import Presentation

/// `sojourn entitlements CASE.json --first-dates`: when each pension opens, and what it would be.
enum FirstDates {
  static let flag = Flag(
    "first-dates",
    summary: "For each scheme the earliest day a pension opens, whatever day the case claims.")

  static func run(_ input: CaseInput, _ invocation: Invocation, _ console: Console) throws
    -> ExitCode
  {
    var open = input.career
    // Pensions begin with a month: one that is open already could begin with the next.
    let soonest = input.today.calendarMonth.advanced(by: input.today.dayOfMonth == 1 ? 0 : 1)
    open.claim = Claim(benefit: open.claim.benefit, from: soonest.first)
    let result = try input.answer(
      open, withAgreements: !invocation.flag("without-agreements"))
    if invocation.text("format") == "json" {
      try console.print(
        Entitlements.json(invocation, console) { writer, json in writer.write(result, to: &json) })
      return .success
    }
    let text = FirstDatesText(
      result, soonest: soonest.first, width: min(console.width, 100), style: console.style,
      say: try input.language(invocation).say)
    try console.print(text.rendered())
    return .success
  }
}
