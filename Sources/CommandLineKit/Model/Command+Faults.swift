extension Command {
  /// What is inconsistent in this tree of commands, each as a sentence; empty when all is well.
  ///
  /// Meant for a program's tests: names used twice, arguments in an order that cannot be parsed,
  /// defaults and choices that the value kind itself refuses.
  public func faults() -> [String] {
    CommandPath(root: withBuiltIns).tree.flatMap { path in
      path.faults().map { "\(path.title): \($0)" }
    }
  }
}

extension CommandPath {
  fileprivate func faults() -> [String] {
    nameFaults() + orderFaults() + valueFaults()
  }

  private func nameFaults() -> [String] {
    let keys = options.map(\.name) + flags.map(\.name) + command.arguments.map(\.name)
    let longs =
      options.map(\.name) + flags.map(\.name)
      + flags.compactMap { $0.hasNegative ? "no-\($0.name)" : nil }
    let shorts = command.options.compactMap(\.short) + command.flags.compactMap(\.short)
    let words = command.subcommands.flatMap { [$0.name] + $0.aliases }
    var faults = repeated(keys).map { "the name \($0) is used twice" }
    faults += repeated(longs).map { "the option --\($0) is declared twice" }
    faults += repeated(shorts.map(String.init)).map { "the option -\($0) is declared twice" }
    faults += repeated(words).map { "the subcommand \($0) is declared twice" }
    let topics = Set(command.topics.map(\.name)).intersection(words)
    return faults + topics.sorted().map { "the topic \($0) has the name of a command" }
  }

  private func orderFaults() -> [String] {
    var faults: [String] = []
    if !command.subcommands.isEmpty, !command.arguments.isEmpty {
      faults.append("a command with subcommands cannot have arguments")
    }
    for (earlier, later) in zip(command.arguments, command.arguments.dropFirst()) {
      if earlier.isVariadic { faults.append("\(earlier.name) takes all, \(later.name) none") }
      if !earlier.isRequired, later.isRequired {
        faults.append("the required \(later.name) follows the optional \(earlier.name)")
      }
    }
    return faults
  }

  private func valueFaults() -> [String] {
    var faults: [String] = []
    for option in command.options {
      if let value = option.defaultValue, let fault = option.kind.fault(in: value) {
        faults.append("the default of --\(option.name): \(fault)")
      }
      if option.isRequired, option.defaultValue != nil {
        faults.append("--\(option.name) is required and has a default")
      }
    }
    let words =
      command.options.flatMap { $0.kind.choices + $0.suggestions }
      + command.arguments.flatMap { $0.kind.choices + $0.suggestions }
    for word in words where word.isEmpty || word.contains(where: \.isWhitespace) {
      faults.append("\"\(word)\" cannot be completed by a shell")
    }
    return faults
  }

  private func repeated(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { !seen.insert($0).inserted }
  }
}
