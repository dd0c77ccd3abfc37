extension Parser {
  private func error(_ code: UsageError.Code, _ message: String, at index: Int?, hint: String?)
    -> UsageError
  {
    UsageError(code: code, index: index, message: message, hint: hint, usage: path.usage)
  }

  private func suggestion(_ word: String?) -> String? { word.map { "did you mean \($0)?" } }

  private var seeHelp: String { "see \(path.title) --help" }

  func unknownCommand(_ word: String) -> UsageError {
    let names = path.command.subcommands.flatMap { [$0.name] + $0.aliases }
    return error(
      .unknownCommand, "\(path.title) has no command \(TextLayout.quoted(word))", at: index,
      hint: suggestion(nearest(to: word, among: names)) ?? seeHelp)
  }

  func unknownTopic(_ word: Invocation.Given, below subject: CommandPath) -> UsageError {
    let names = subject.command.subcommands.map(\.name) + subject.command.topics.map(\.name)
    return error(
      .unknownTopic, "there is no help on \(TextLayout.quoted(word.text))", at: word.index,
      hint: suggestion(nearest(to: word.text, among: names)) ?? "see \(subject.title) --help")
  }

  /// - Parameter cluster: the whole word, where the option is one letter of several.
  func unknownOption(_ shown: String, in cluster: String? = nil) -> UsageError {
    let forms = path.options.flatMap(\.forms) + path.flags.flatMap(\.forms)
    // `-format` is a slip for `--format` more often than seven bundled letters.
    let typed = cluster.map { $0.count > 2 ? "-" + $0 : $0 } ?? shown
    let word = typed.split(separator: "=", maxSplits: 1).first.map(String.init) ?? typed
    let near = nearest(to: word, among: forms.filter { $0.hasPrefix("--") == word.hasPrefix("--") })
    let inside = cluster.map { $0 == shown ? "" : " in \(TextLayout.quoted($0))" } ?? ""
    return error(
      .unknownOption, "unknown option \(TextLayout.brief(shown))\(inside)", at: index,
      hint: suggestion(near) ?? seeHelp)
  }

  func unexpected(_ word: String) -> UsageError {
    let names = path.command.arguments.map(\.usage).joined(separator: " ")
    return error(
      .unexpectedArgument, "unexpected argument \(TextLayout.quoted(word))", at: index,
      hint: names.isEmpty ? "\(path.title) takes no arguments" : "\(path.title) takes \(names)")
  }

  func valueOfFlag(_ shown: String) -> UsageError {
    error(.unexpectedValue, "\(shown) takes no value", at: index, hint: "write \(shown) alone")
  }

  func repeated(_ shown: String) -> UsageError {
    error(.repeatedOption, "\(shown) is given twice", at: index, hint: "give it once")
  }

  func missingValue(of option: Option, shown: String) -> UsageError {
    var hint = "write \(shown) \(option.valueName)"
    if index + 1 < words.count, words[index + 1].utf8.count <= 60 {
      let next = TextLayout.visible(words[index + 1])
      hint += "; if the value is \(next), write --\(option.name)=\(next)"
    }
    return error(.missingValue, "\(shown) needs a value", at: index, hint: hint)
  }

  func badValue(_ message: String, nearest: String?) -> UsageError {
    error(.badValue, message, at: index, hint: suggestion(nearest))
  }

  func missingCommand() -> UsageError {
    let names = path.command.subcommands.map(\.name).joined(separator: ", ")
    return error(
      .missingCommand, "\(path.title) needs a command", at: nil, hint: "one of \(names)")
  }

  func missingOption(_ option: Option) -> UsageError {
    error(
      .missingOption, "the option --\(option.name) is missing", at: nil,
      hint: "write --\(option.name) \(option.valueName): \(option.summary)")
  }

  func missingArgument(_ argument: Argument, have count: Int) -> UsageError {
    let few = argument.least > 1 ? " (\(count) of at least \(argument.least) given)" : ""
    return error(
      .missingArgument, "the argument \(argument.name) is missing\(few)", at: nil,
      hint: "\(argument.name): \(argument.summary)")
  }
}
