import RuleBook

let arguments = CommandLine.arguments.dropFirst()
if arguments.prefix(2) == ["rules", "check"] {
  let report = RuleBook(at: arguments.dropFirst(2).first ?? "Rules").check()
  for text in report.rendered() { print(text) }
  print(report.summary)
} else {
  print("sojourn")
}
