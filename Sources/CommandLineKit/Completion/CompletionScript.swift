/// The text a shell reads to complete a program's commands, options, choices and files.
///
/// The scripts are static: nothing is run and nothing read when the user presses the key.
public enum CompletionScript {
  /// The shells there is a script for.
  public enum Shell: String, Sendable, CaseIterable {
    case bash, zsh, fish
  }

  /// The script for one shell.
  public static func script(for root: Command, shell: Shell) -> String {
    switch shell {
    case .bash: bash(for: root)
    case .zsh: zsh(for: root)
    case .fish: fish(for: root)
    }
  }

  /// For bash 4 or later; to be sourced, or put into the folder of bash-completion.
  public static func bash(for root: Command) -> String {
    BashCompletion(root: root.withBuiltIns).script
  }

  /// For zsh; to be put as `_PROGRAM` into a folder of `fpath`.
  public static func zsh(for root: Command) -> String {
    ZshCompletion(root: root.withBuiltIns).script
  }

  /// For fish 3 or later; to be put as `PROGRAM.fish` into its completions folder.
  public static func fish(for root: Command) -> String {
    FishCompletion(root: root.withBuiltIns).script
  }

  /// A word as all three shells read it literally, in single quotes.
  static func quote(_ text: String) -> String {
    "'" + text.map { $0 == "'" ? "'\\''" : String($0) }.joined() + "'"
  }

  /// The name of a shell function for a command.
  static func function(_ words: [String]) -> String {
    "_"
      + words.map { word in
        word.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? String($0) : "_" }.joined()
      }.joined(separator: "_")
  }
}
