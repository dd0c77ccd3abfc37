/// Writes the script for bash: one loop over the words before the cursor, driven by tables.
struct BashCompletion {
  let root: Command

  var script: String {
    let name = CompletionScript.function([root.name])
    let paths = CommandPath(root: root).tree
    return """
      # bash completion for \(root.name)

      # Follows the word $1 to a subcommand of $path.
      \(name)_descend() {
        case "$path $1" in
      \(cases(paths.dropFirst().map(descent)))\
          *) return 1 ;;
        esac
      }

      # Finds what the option or argument place $1 of $path takes.
      \(name)_expect() {
        kind='' words=()
        case "$path $1" in
      \(cases(paths.flatMap(expectations)))\
          *) return 1 ;;
        esac
      }

      # Finds the options of $path.
      \(name)_options() {
        case "$path" in
      \(cases(paths.map(options)))\
        esac
      }

      \(name)() {
        local path=\(quote(root.name)) option='' ended='' place=0 kind='' word letters i
        local -a words=()
        local cur="${COMP_WORDS[COMP_CWORD]}"
        COMPREPLY=()
        for ((i = 1; i < COMP_CWORD; i++)); do
          word="${COMP_WORDS[i]}"
          if [[ -n $option && $word == '=' ]]; then
            continue
          elif [[ -n $option ]]; then
            option=''
          elif [[ -n $ended || $word == '-' || $word != -* ]]; then
            \(name)_descend "$word" || place=$((place + 1))
          elif [[ $word == '--' ]]; then
            ended=1
          elif [[ $word == --* ]]; then
            \(name)_expect "$word" && option="$word"
          else
            # Of bundled letters the first that takes a value takes the rest.
            for ((letters = 1; letters < ${#word}; letters++)); do
              if \(name)_expect "-${word:letters:1}"; then
                ((letters == ${#word} - 1)) && option="-${word:letters:1}"
                break
              fi
            done
          fi
        done
        if [[ -n $option ]]; then
          [[ $cur == '=' ]] && cur=''
          \(name)_expect "$option"
        elif [[ -z $ended && $cur == -?* || $cur == '-' ]]; then
          \(name)_options
        else
          \(name)_expect "@$place"
        fi
        case "$kind" in
          file | directory)
            compopt -o filenames 2>/dev/null
            mapfile -t COMPREPLY < <(compgen -A "$kind" -- "$cur") ;;
          *)
            for word in "${words[@]}"; do
              [[ $word == "$cur"* ]] && COMPREPLY+=("$word")
            done ;;
        esac
        return 0
      }

      complete -F \(name) \(quote(root.name))

      """
  }

  private func quote(_ text: String) -> String { CompletionScript.quote(text) }

  /// The arms of a `case`, each with its line break.
  private func cases(_ arms: [String]) -> String {
    arms.map { "    \($0) ;;\n" }.joined()
  }

  /// `'prog sub' | 'prog alias') path='prog sub'`
  private func descent(to path: CommandPath) -> String {
    let parent = path.commands.dropLast().map(\.name).joined(separator: " ")
    let names = [path.command.name] + path.command.aliases
    let patterns = names.map { quote("\(parent) \($0)") }.joined(separator: " | ")
    return "\(patterns)) path=\(quote(path.title))"
  }

  private func expectations(of path: CommandPath) -> [String] {
    var arms = path.options.map { option in
      let patterns = option.forms.map { quote("\(path.title) \($0)") }.joined(separator: " | ")
      return "\(patterns)) \(action(option.kind, option.candidates))"
    }
    if !path.command.subcommands.isEmpty {
      let names = path.command.subcommands.map(\.name)
      arms.append("\(quote("\(path.title) @0"))) \(action(.text, names))")
    }
    for (place, argument) in path.command.arguments.enumerated() {
      let pattern =
        argument.isVariadic ? "\(quote("\(path.title) @"))*" : quote("\(path.title) @\(place)")
      arms.append("\(pattern)) \(action(argument.kind, argument.candidates))")
    }
    return arms
  }

  private func options(of path: CommandPath) -> String {
    let forms = path.options.flatMap(\.forms) + path.flags.flatMap(\.forms)
    return "\(quote(path.title))) \(list(forms))"
  }

  private func action(_ kind: ValueKind, _ candidates: [String]) -> String {
    switch kind {
    case .file: "kind=file"
    case .directory: "kind=directory"
    default: candidates.isEmpty ? ":" : list(candidates)
    }
  }

  private func list(_ words: [String]) -> String {
    "words=(\(words.map(quote).joined(separator: " ")))"
  }
}
