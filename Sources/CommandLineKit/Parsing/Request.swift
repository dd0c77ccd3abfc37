/// What a command line asks for.
public enum Request: Sendable {
  /// To run a command.
  case run(Invocation)
  /// To print a text and stop; the invocation tells inherited options such as `--color`.
  case inform(Page, Invocation)
}

/// A text the program prints about itself.
public enum Page: Sendable {
  /// Help on a command, found by the words that lead to it.
  case command(HelpPage)
  /// A registered topic.
  case topic(Topic)
  /// The program's name and version.
  case version(program: String, version: String)

  /// The text, no line of it wider than `width` columns (20 at least).
  public func render(width: Int, style: Style = .plain) -> String {
    switch self {
    case .command(let page): page.render(width: width, style: style)
    case .topic(let topic): topic.render(width: width, style: style)
    case .version(let program, let version): "\(program) \(version)\n"
    }
  }
}

extension Command {
  /// Understands the words after the program's name, with this command as the root.
  ///
  /// `--help` and `-h` win over any error on the same line. `--` ends options, `-` is a value,
  /// and so is a word that begins like a negative number (`-3.50`).
  ///
  /// - Throws: the first thing wrong, from left to right; what is missing comes last.
  public func parse(_ words: [String]) throws(UsageError) -> Request {
    var parser = Parser(root: withBuiltIns, words: words)
    return try parser.parse()
  }

  /// The help page of the command that these words lead to; nil where there is none.
  public func help(for words: [String] = []) -> HelpPage? {
    var path = CommandPath(root: withBuiltIns)
    for word in words {
      guard let next = path.command.subcommand(word) else { return nil }
      path.descend(into: next)
    }
    return HelpPage(path: path)
  }
}
