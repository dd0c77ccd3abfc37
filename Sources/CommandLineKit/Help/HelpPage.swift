/// What `--help` prints about one command.
public struct HelpPage: Sendable {
  let path: CommandPath

  /// The text, no line wider than `width` columns (20 at least).
  public func render(width: Int, style: Style = .plain) -> String {
    let command = path.command
    var page = PageWriter(width: width, style: style)
    page.line("\(path.title): \(command.summary)")
    page.heading("Usage")
    page.usage(path.title, path.usageParts)
    if !command.aliases.isEmpty {
      page.paragraph("Also: \(command.aliases.joined(separator: ", "))", indent: "  ")
    }
    for paragraph in command.discussion {
      page.gap()
      page.paragraph(paragraph)
    }
    page.table("Arguments", command.arguments.map { ($0.name, $0.help) })
    for (title, commands) in groups() {
      page.table(title, commands.map { ($0.name, $0.summary) })
    }
    page.table("Options", rows(command.options, command.flags))
    page.table("Common options", rows(path.inheritedOptions, path.inheritedFlags))
    page.table("Topics", command.topics.map { ($0.name, $0.title) })
    page.examples(command.examples)
    page.notes(command.notes)
    if !command.subcommands.isEmpty {
      page.gap()
      page.paragraph("See '\(path.title) COMMAND --help' for more on a command.")
    }
    return page.text
  }

  /// The subcommands under their headings, in the order in which these first appear.
  func groups() -> [(title: String, commands: [Command])] {
    var groups: [(title: String, commands: [Command])] = []
    for command in path.command.subcommands {
      let title = command.group ?? "Commands"
      if let index = groups.firstIndex(where: { $0.title == title }) {
        groups[index].commands.append(command)
      } else {
        groups.append((title, [command]))
      }
    }
    return groups
  }

  private func rows(_ options: [Option], _ flags: [Flag]) -> [(String, String)] {
    options.map { ($0.label, $0.help) } + flags.map { ($0.label, $0.help) }
  }
}

extension Argument {
  /// The summary with what the kind adds to it.
  var help: String { ([summary] + kind.remarks).joined(separator: " ") }
}

extension Option {
  /// The forms with the value's name, long names in one column whether there is a letter or not.
  var label: String { "\(short.map { "-\($0), " } ?? "    ")--\(name) \(valueName)" }

  /// The summary with kind, default and repetition.
  var help: String {
    var parts = [summary] + kind.remarks
    if isRequired { parts.append("Required.") }
    if isRepeatable { parts.append("May be repeated.") }
    if let defaultValue { parts.append("(default: \(defaultValue))") }
    return parts.joined(separator: " ")
  }
}

extension Flag {
  var label: String {
    "\(short.map { "-\($0), " } ?? "    ")--\(hasNegative ? "[no-]" : "")\(name)"
  }

  var help: String {
    isOnByDefault ? "\(summary) On by default." : summary
  }
}

extension ValueKind {
  /// What help adds to a summary, as sentences.
  var remarks: [String] {
    switch self {
    case .choice(let words): ["One of: \(words.joined(separator: ", "))."]
    case .integer(let range) where range.upperBound != .max:
      ["\(range.lowerBound) to \(range.upperBound)."]
    case .date: ["YYYY-MM-DD."]
    default: []
    }
  }
}

extension Topic {
  /// The text, wrapped to `width` columns but for lines that begin with a space.
  func render(width: Int, style: Style) -> String {
    var page = PageWriter(width: width, style: style)
    page.title(title)
    page.gap()
    var paragraph = ""
    func flush(_ page: inout PageWriter) {
      if !paragraph.isEmpty { page.paragraph(paragraph) }
      paragraph = ""
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty || line.first == " " {
        flush(&page)
        line.isEmpty ? page.gap() : page.verbatim(String(line))
      } else {
        paragraph += (paragraph.isEmpty ? "" : " ") + line
      }
    }
    flush(&page)
    return page.text
  }
}
