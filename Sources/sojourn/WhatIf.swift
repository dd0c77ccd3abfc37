import CommandLineKit
import Coordination
import Formula
import Interchange
import Presentation

/// `sojourn entitlements CASE.json --what-if CHANGE`: what a change would bring.
enum WhatIf {
  static let option = Option(
    "what-if", value: "CHANGE",
    summary:
      "Show what a change would bring: \"work DE until 2028-06\", \"live FR until 2030-01\", \"claim US 2029-01\", \"move MX\".",
    isRepeatable: true,
    check: { text in
      do {
        _ = try ChangeReader.read(text)
        return nil
      } catch {
        return "is no change: \(error)"
      }
    })

  static func run(_ input: CaseInput, _ invocation: Invocation, _ console: Console) throws
    -> ExitCode
  {
    var changed = input.career
    var assumptions: [Phrase] = []
    let texts = invocation.texts("what-if")
    var changes: [Change] = []
    for text in texts {
      do {
        let change = try ChangeReader.read(text)
        changed = try input.reporting {
          try changed.changed(
            by: change, today: input.today, library: input.book, assumptions: &assumptions)
        }
        changes.append(change)
      } catch let error as ChangeError {
        throw Failure("sojourn: --what-if \"\(text)\": \(error) [\(error.code)]", .usage)
      }
    }
    assumptions += changed.overtaken(by: changes, today: input.today)
    let agreements = !invocation.flag("without-agreements")
    let difference = Difference(
      from: try input.answer(withAgreements: agreements),
      to: try input.answer(changed, withAgreements: agreements), assumptions: assumptions)
    if invocation.text("format") == "json" {
      let writer = DifferenceWriter(hasWorksheets: invocation.flag("explain"))
      try console.print(
        Entitlements.json(invocation, console) { _, json in
          writer.write(difference, changes: texts, to: &json)
        })
      return .success
    }
    let text = DifferenceText(
      difference, width: min(console.width, 100), style: console.style,
      say: try input.language(invocation).say)
    try console.print(text.rendered())
    return .success
  }
}
