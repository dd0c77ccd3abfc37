/// Writes the script for fish: a function that finds the command and place of the cursor, and one
/// `complete` for everything that may stand there.
struct FishCompletion {
  let root: Command

  private var helper: String { "_" + CompletionScript.function([root.name]) }

  var script: String {
    let paths = CommandPath(root: root).tree
    let descents = paths.dropFirst().map { path in
      let parent = path.commands.dropLast().map(\.name).joined(separator: " ")
      let names = [path.command.name] + path.command.aliases
      return """
              case \(names.map { quote("\(parent) \($0)") }.joined(separator: " "))
                set path \(quote(path.title))
                continue

        """
    }
    let valued = paths.flatMap { path in
      path.options.flatMap(\.forms).map { quote("\(path.title) \($0)") }
    }
    let skips =
      valued.isEmpty
      ? ""
      : """
            case \(valued.joined(separator: " \\\n            "))
              set skip 1
              continue

      """
    return """
      # fish completion for \(root.name)

      # Whether the cursor is in the command $argv[1], at its argument place $argv[2] if given;
      # a place such as 1+ means that one and all after it.
      function \(helper)_at
        set -l path \(quote(root.name))
        set -l place 0
        set -l skip 0
        set -l ended 0
        set -l given (commandline -opc)
        set -e given[1]
        for word in $given
          if test $skip = 1
            set skip 0
            continue
          end
          if test $ended = 0
            switch "$path $word"
      \(descents.joined())\(skips)      end
            if test "x$word" = 'x--'
              set ended 1
              continue
            end
            if string match -qr -- '^-.' $word
              continue
            end
          end
          set place (math $place + 1)
        end
        test "$path" = "$argv[1]"; or return 1
        switch "$argv[2]"
          case ''
            return 0
          case '*+'
            test $place -ge (string trim -c + -- $argv[2])
          case '*'
            test $place = $argv[2]
        end
      end

      complete -c \(quote(root.name)) -f
      \(paths.flatMap(lines).joined(separator: "\n"))

      """
  }

  private func lines(for path: CommandPath) -> [String] {
    path.command.subcommands.map { command in
      line(path, place: "0", "-a \(quote(command.name))", command.summary)
    }
      + path.command.arguments.enumerated().map { place, argument in
        line(
          path, place: argument.isVariadic ? "\(place)+" : "\(place)",
          action(argument.kind, argument.candidates, isArgument: true), argument.summary)
      }
      + path.options.map { option in
        line(
          path, place: nil,
          names(option.short, [option.name])
            + " -r " + action(option.kind, option.candidates, isArgument: false), option.summary)
      }
      + path.flags.map { flag in
        line(path, place: nil, names(flag.short, [flag.name]), flag.summary)
      }
      + path.flags.filter(\.hasNegative).map { flag in
        line(path, place: nil, names(nil, ["no-\(flag.name)"]), flag.summary)
      }
  }

  private func line(_ path: CommandPath, place: String?, _ what: String, _ summary: String)
    -> String
  {
    let condition = "\(helper)_at \"\(path.title)\"" + (place.map { " \($0)" } ?? "")
    return "complete -c \(quote(root.name)) -n \(quote(condition)) \(what) -d \(quote(summary))"
  }

  private func names(_ short: Character?, _ longs: [String]) -> String {
    ((short.map { ["-s \(quote(String($0)))"] } ?? []) + longs.map { "-l \(quote($0))" })
      .joined(separator: " ")
  }

  private func action(_ kind: ValueKind, _ candidates: [String], isArgument: Bool) -> String {
    switch kind {
    case .file: "-F"
    case .directory: "-f -a '(__fish_complete_directories)'"
    default: "-f -a \(quote(candidates.joined(separator: " ")))"
    }
  }

  /// Inside single quotes fish knows two escapes, the backslash's and the quote's.
  private func quote(_ text: String) -> String {
    "'" + text.map { $0 == "'" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "'"
  }
}
