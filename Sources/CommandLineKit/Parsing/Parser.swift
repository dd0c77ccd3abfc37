/// The pass over the words of one command line, left to right.
struct Parser {
  let words: [String]
  var index = 0
  var path: CommandPath
  private var isPastOptions = false
  private var operands = 0
  var values: [String: [Invocation.Given]] = [:]
  var switches: [String: Bool] = [:]

  init(root: Command, words: [String]) {
    self.words = words
    path = CommandPath(root: root)
  }

  mutating func parse() throws(UsageError) -> Request {
    do {
      while index < words.count {
        try take(words[index])
        index += 1
      }
      return try conclude()
    } catch {
      guard isHelpAsked else { throw error }
      return .inform(.command(HelpPage(path: path)), invocation)
    }
  }

  var invocation: Invocation { Invocation(chain: path, values: values, switches: switches) }

  /// Whether help was met already or stands further on, where an error must not hide it.
  private var isHelpAsked: Bool {
    if switches[Command.helpFlag] == true { return true }
    guard !isPastOptions else { return false }
    let short = path.flags.first { $0.short == "h" }?.name == Command.helpFlag
    return words.dropFirst(index).prefix { $0 != "--" }
      .contains { $0 == "--help" || ($0 == "-h" && short) }
  }

  private mutating func take(_ word: String) throws(UsageError) {
    if isPastOptions || !isOptionLike(word) {
      try takeOperand(word)
    } else if word == "--" {
      isPastOptions = true
    } else if word.hasPrefix("--") {
      try takeLong(word)
    } else {
      try takeCluster(word)
    }
  }

  /// A dash and more, unless it begins like a negative number.
  func isOptionLike(_ word: String) -> Bool {
    guard word.hasPrefix("-"), word != "-" else { return false }
    var rest = word.dropFirst()
    if rest.first == "." { rest = rest.dropFirst() }
    return !(rest.first.map { $0.isASCII && $0.isNumber } ?? false)
  }

  // MARK: Commands and arguments

  private mutating func takeOperand(_ word: String) throws(UsageError) {
    guard path.command.subcommands.isEmpty else {
      guard let next = path.command.subcommand(word) else { throw unknownCommand(word) }
      return path.descend(into: next)
    }
    let arguments = path.command.arguments
    guard let argument = operands < arguments.count ? arguments[operands] : arguments.last,
      operands < arguments.count || argument.isVariadic
    else { throw unexpected(word) }
    try check(word, as: argument.name, kind: argument.kind, argument.check)
    values[argument.name, default: []].append(.init(text: word, index: index))
    operands += 1
  }

  // MARK: Options

  private mutating func takeLong(_ word: String) throws(UsageError) {
    let parts = word.dropFirst(2).split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false
    ).map(String.init)
    let name = parts.first ?? ""
    let attached = parts.count > 1 ? parts.last : nil
    if let option = path.options.first(where: { $0.name == name }) {
      return try takeValue(of: option, shown: "--\(name)", attached: attached)
    }
    let flag = path.flags.first { name == $0.name || ($0.hasNegative && name == "no-\($0.name)") }
    guard let flag else { throw unknownOption("--\(name)") }
    guard attached == nil else { throw valueOfFlag("--\(name)") }
    switches[flag.name] = name == flag.name
  }

  /// `-v`, `-vx`, `-fVALUE`, `-f=VALUE`, `-vf VALUE`.
  private mutating func takeCluster(_ word: String) throws(UsageError) {
    var letters = word.dropFirst()
    while let letter = letters.popFirst() {
      if let flag = path.flags.first(where: { $0.short == letter }) {
        switches[flag.name] = true
        if letters.first == "=" { throw valueOfFlag("-\(letter)") }
      } else if let option = path.options.first(where: { $0.short == letter }) {
        let rest = letters.first == "=" ? letters.dropFirst() : letters
        let attached = letters.isEmpty ? nil : String(rest)
        return try takeValue(of: option, shown: "-\(letter)", attached: attached)
      } else {
        throw unknownOption(word.count == 2 ? word : "-\(letter)", in: word)
      }
    }
  }

  private mutating func takeValue(of option: Option, shown: String, attached: String?)
    throws(UsageError)
  {
    guard option.isRepeatable || values[option.name] == nil else { throw repeated(shown) }
    let value: String
    if let attached {
      value = attached
    } else {
      guard index + 1 < words.count, !isOptionLike(words[index + 1]) else {
        throw missingValue(of: option, shown: shown)
      }
      index += 1
      value = words[index]
    }
    try check(value, as: shown, kind: option.kind, option.check)
    values[option.name, default: []].append(.init(text: value, index: index))
  }

  private func check(_ value: String, as name: String, kind: ValueKind, _ check: ValueCheck?)
    throws(UsageError)
  {
    if let fault = kind.fault(in: value) {
      throw badValue("\(name): \(fault)", nearest: nearest(to: value, among: kind.choices))
    }
    if let fault = check?(value) {
      throw badValue("\(name): \(TextLayout.quoted(value)) \(fault)", nearest: nil)
    }
  }

  // MARK: The end of the line

  private func conclude() throws(UsageError) -> Request {
    if switches[Command.helpFlag] == true {
      return .inform(.command(HelpPage(path: path)), invocation)
    }
    if switches[Command.versionFlag] == true, let root = path.commands.first,
      let version = root.version
    {
      return .inform(.version(program: root.name, version: version), invocation)
    }
    guard path.command.subcommands.isEmpty else { throw missingCommand() }
    if path.depth == 1, path.command.name == Command.helpCommand { return try explain() }
    for option in path.options where option.isRequired && values[option.name] == nil {
      throw missingOption(option)
    }
    for argument in path.command.arguments {
      let count = values[argument.name]?.count ?? 0
      if count < argument.least { throw missingArgument(argument, have: count) }
    }
    return .run(invocation)
  }

  /// `help`, `help TOPIC`, `help COMMAND SUBCOMMAND`.
  private func explain() throws(UsageError) -> Request {
    guard let root = path.commands.first else { throw missingCommand() }
    let names = values["TOPIC"] ?? []
    if names.count == 1, let topic = root.topics.first(where: { $0.name == names[0].text }) {
      return .inform(.topic(topic), invocation)
    }
    var subject = CommandPath(root: root)
    for name in names {
      guard let next = subject.command.subcommand(name.text) else {
        throw unknownTopic(name, below: subject)
      }
      subject.descend(into: next)
    }
    return .inform(.command(HelpPage(path: subject)), invocation)
  }
}
