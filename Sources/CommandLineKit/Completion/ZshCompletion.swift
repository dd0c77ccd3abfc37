/// Writes the script for zsh: one function a command, each calling `_arguments`.
struct ZshCompletion {
  let root: Command

  var script: String {
    let functions = CommandPath(root: root).tree.map(function)
    return """
      #compdef \(root.name)

      \(functions.joined(separator: "\n"))
      # Whether this file is sourced or loaded by name.
      if [[ ${funcstack[1]} == \(CompletionScript.function([root.name])) ]]; then
        \(CompletionScript.function([root.name])) "$@"
      else
        compdef \(CompletionScript.function([root.name])) \(root.name)
      fi

      """
  }

  private func quote(_ text: String) -> String { CompletionScript.quote(text) }

  private func name(of path: CommandPath) -> String {
    CompletionScript.function(path.commands.map(\.name))
  }

  private func function(for path: CommandPath) -> String {
    var specs = path.options.flatMap(specs) + path.flags.flatMap(specs)
    specs += path.command.arguments.map(spec)
    var lines: [String] = []
    if !path.command.subcommands.isEmpty {
      specs += [quote("1:command:\(name(of: path))__commands"), quote("*:: :->rest")]
      lines += commandList(of: path)
    }
    lines.append("\(name(of: path))() {")
    lines.append("  local curcontext=\"$curcontext\" context state state_descr line")
    lines.append("  typeset -A opt_args")
    lines.append("  _arguments -s -S -C \\")
    lines.append(specs.map { "    \($0)" }.joined(separator: " \\\n"))
    if !path.command.subcommands.isEmpty { lines += dispatch(below: path) }
    lines.append("}")
    return lines.joined(separator: "\n") + "\n"
  }

  private func commandList(of path: CommandPath) -> [String] {
    let entries = path.command.subcommands.map {
      "    " + quote("\(escape($0.name, ":")):\($0.summary)")
    }
    return ["\(name(of: path))__commands() {", "  local -a commands=("] + entries
      + ["  )", "  _describe -t commands command commands", "}"]
  }

  private func dispatch(below path: CommandPath) -> [String] {
    let arms = path.command.subcommands.map { command in
      let words = ([command.name] + command.aliases).map(quote).joined(separator: " | ")
      return "      \(words)) \(name(of: path.descending(into: command))) ;;"
    }
    return ["  if [[ $state == rest ]]; then", "    case \"$words[1]\" in"] + arms
      + ["    esac", "  fi"]
  }

  /// One specification a form; the forms exclude each other unless the option may be repeated.
  private func specs(for option: Option) -> [String] {
    let exclusion = option.isRepeatable ? "*" : "(\(option.forms.joined(separator: " ")))"
    return option.forms.map { form in
      // `+`: the value may stand in the same word; `=`: after an equals sign or in the next word.
      let joint = form.hasPrefix("--") ? "=" : "+"
      let action = action(option.kind, option.candidates)
      return quote(
        "\(exclusion)\(form)\(joint)[\(escape(option.summary, "[]:"))]:"
          + "\(escape(option.valueName, ":")):\(action)")
    }
  }

  private func specs(for flag: Flag) -> [String] {
    let exclusion = "(\(flag.forms.joined(separator: " ")))"
    return flag.forms.map { quote("\(exclusion)\($0)[\(escape(flag.summary, "[]:"))]") }
  }

  private func spec(for argument: Argument) -> String {
    let prefix =
      switch argument.arity {
      case .required: ":"
      case .optional: "::"
      case .variadic: "*:"
      }
    return quote(
      "\(prefix)\(escape(argument.name, ":")):\(action(argument.kind, argument.candidates))")
  }

  private func action(_ kind: ValueKind, _ candidates: [String]) -> String {
    switch kind {
    case .file: "_files"
    case .directory: "_files -/"
    default:
      // A single space shows what is wanted and completes nothing.
      candidates.isEmpty
        ? " " : "(\(candidates.map { escape($0, ":()\"' ") }.joined(separator: " ")))"
    }
  }

  private func escape(_ text: String, _ special: String) -> String {
    text.map { $0 == "\\" || special.contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}
