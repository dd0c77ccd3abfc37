/// The manual page of a program, as roff text for `man`.
public enum ManualPage {
  /// Writes one page of section 1 on all commands, in the macros of man(7).
  ///
  /// - Parameter date: the day shown at the foot, `YYYY-MM-DD`; left out where nil, so that the
  ///   same program always makes the same page.
  public static func render(_ root: Command, date: String? = nil) -> String {
    let root = root.withBuiltIns
    let paths = CommandPath(root: root).tree
    var page = RoffWriter()
    let footer = [root.name, root.version].compactMap(\.self).joined(separator: " ")
    page.macro("TH", [root.name.uppercased(), "1", date ?? "", footer, "User commands"])
    page.section("NAME")
    page.text("\(root.name) - \(root.summary)")
    page.section("SYNOPSIS")
    page.synopsis(paths[0])
    page.section("DESCRIPTION")
    page.text(root.summary)
    page.paragraphs(root.discussion)
    if paths.count > 1 {
      page.section("COMMANDS")
      for path in paths.dropFirst() where path.command.subcommands.isEmpty {
        page.command(path)
      }
    }
    if !root.arguments.isEmpty { page.section("ARGUMENTS") }
    page.arguments(root.arguments)
    page.section("OPTIONS")
    page.options(root.options, root.flags)
    for topic in root.topics { page.topic(topic) }
    if !root.examples.isEmpty { page.section("EXAMPLES") }
    page.examples(root.examples)
    page.section("EXIT STATUS")
    for code in ExitCode.allCases { page.item("\(code.rawValue)", code.text) }
    if !root.notes.isEmpty { page.section("NOTES") }
    page.paragraphs(root.notes)
    return page.output
  }
}

extension RoffWriter {
  fileprivate mutating func command(_ path: CommandPath) {
    let command = path.command
    subsection(path.commands.dropFirst().map(\.name).joined(separator: " "))
    synopsis(path)
    text(command.summary, isNewParagraph: true)
    if !command.aliases.isEmpty { text("Also: \(command.aliases.joined(separator: ", ")).") }
    paragraphs(command.discussion)
    arguments(command.arguments)
    options(command.options, command.flags)
    // What the commands between the root and this one hand down has no other place.
    for parent in path.commands.dropFirst().dropLast() {
      options(parent.options.filter(\.isInherited), parent.flags.filter(\.isInherited))
    }
    examples(command.examples)
    paragraphs(command.notes)
  }

  fileprivate mutating func arguments(_ arguments: [Argument]) {
    for argument in arguments { item(argument.name, argument.help) }
  }

  fileprivate mutating func options(_ options: [Option], _ flags: [Flag]) {
    for option in options {
      item(option.forms.joined(separator: ", "), option.help, value: option.valueName)
    }
    for flag in flags { item(flag.forms.joined(separator: ", "), flag.help) }
  }

  fileprivate mutating func examples(_ examples: [Example]) {
    for example in examples {
      example.line.isEmpty ? () : literal([example.line])
      text(example.explanation)
    }
  }

  fileprivate mutating func topic(_ topic: Topic) {
    section(topic.title.uppercased())
    var block: [String] = []
    var isFirst = true
    for line in topic.text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.first == " " {
        block.append(String(line))
        continue
      }
      if !block.isEmpty { literal(block) }
      block = []
      if line.isEmpty {
        isFirst = true
      } else {
        text(String(line), isNewParagraph: isFirst)
        isFirst = false
      }
    }
    if !block.isEmpty { literal(block) }
  }
}
