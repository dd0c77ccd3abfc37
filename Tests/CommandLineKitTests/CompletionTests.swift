import Foundation
import Testing

@testable import CommandLineKit

@Suite struct CompletionTests {
  let harbor = ExampleProgram.harbor

  @Test(arguments: CompletionScript.Shell.allCases)
  func snapshot(shell: CompletionScript.Shell) throws {
    try Snapshot.expect(
      CompletionScript.script(for: harbor, shell: shell), named: "completion-\(shell.rawValue)")
  }

  @Test(arguments: CompletionScript.Shell.allCases.filter { Subprocess.has($0.rawValue) })
  func parses(shell: CompletionScript.Shell) throws {
    try Subprocess.withFile(CompletionScript.script(for: harbor, shell: shell)) { file in
      let outcome = try Subprocess.run(shell.rawValue, ["-n", file])
      #expect(outcome.status == 0)
      #expect(outcome.errors == "")
    }
  }

  /// The words as bash splits them (`=` stands alone) and what is offered for the last.
  static let lines: [([String], [String])] = [
    ([""], ["berth", "dues", "help", "log", "manifest"]),
    (["be"], ["berth"]),
    (["-q", "m"], ["manifest"]),
    (["--books", "x", "l"], ["log"]),
    (["--books", "=", "x", "l"], ["log"]),
    (["--color", ""], ["always", "auto", "never"]),
    (["--color", "="], ["always", "auto", "never"]),
    (["--color", "=", "al"], ["always"]),
    (["manifest", ""], ["check", "list"]),
    (["manifest", "--strict", "c"], ["check"]),
    (["dock", "--n"], ["--nights", "--no-lit"]),
    (["berth", "-c", "t"], ["timber"]),
    (["berth", "-lc", "t"], ["timber"]),
    (["berth", "-ccoal", "--nig"], ["--nights"]),
    (["dues", "PA", "7", ""], ["EUR", "USD"]),
    (["dues", "PA", "-e", "7", "U"], ["USD"]),
    (["dues", "-f", "json", "PA", "-o", "-", "7", "U"], ["USD"]),
    (["dues", "--", "PA", "7", "U"], ["USD"]),
    (["dues", "PA", "--f"], ["--format"]),
    (["dues", "-f", ""], ["json", "text"]),
    (["berth", "A", ""], []),
    (["berth", "--nights", ""], []),
    (["help", "t"], ["tides"]),
    (["nothing", "--q"], ["--quiet"]),
  ]

  @Test(.enabled(if: Subprocess.has("bash")), arguments: lines)
  func bashCompletes(words: [String], expected: [String]) throws {
    #expect(try bash(words).sorted() == expected)
  }

  @Test(.enabled(if: Subprocess.has("bash")))
  func bashOffersFiles() throws {
    try Subprocess.withFile("", named: "cargo list.csv") { file in
      let folder = String(file.dropLast("cargo list.csv".count))
      for words in [["manifest", "check", "a", folder], ["dues", "-o", folder]] {
        let offered = try bash(words)
        #expect(offered == [file])
      }
      let bare = String(folder.dropLast())
      let inside = try bash(["--books", folder])
      let itself = try bash(["--books", bare])
      #expect(inside == [])
      #expect(itself == [bare])
    }
  }

  @Test(.enabled(if: Subprocess.has("bash")))
  func nothingIsRunByBash() throws {
    let trap = "$(touch${IFS}trap)"
    let program = Command(
      "x", summary: "", options: [Option("o", value: "V", summary: "", kind: .choice([trap, "'"]))])
    let offered = try bash(["--o", ""], program: program)
    #expect(offered == [trap, "'"])
  }

  private func bash(_ words: [String], program: Command = ExampleProgram.harbor) throws -> [String]
  {
    let driver = """
      source "$1"; shift
      COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
      _\(program.name)
      ((${#COMPREPLY[@]})) && printf '%s\\n' "${COMPREPLY[@]}"
      exit 0
      """
    return try Subprocess.withFile(CompletionScript.bash(for: program)) { file in
      let outcome = try Subprocess.run(
        "bash", ["--norc", "-c", driver, "bash", file, program.name] + words)
      #expect(outcome.errors == "")
      #expect(outcome.status == 0)
      return outcome.output.split(separator: "\n").map(String.init)
    }
  }

  @Test(
    .enabled(if: Subprocess.has("fish")),
    arguments: [
      ("harbor be", ["berth"]), ("harbor --color=al", ["--color=always"]),
      ("harbor manifest --strict ", ["check", "list"]), ("harbor dock -c t", ["timber"]),
      ("harbor dues PA 7 ", ["EUR", "USD"]), ("harbor dues PA -f json 7 U", ["USD"]),
      ("harbor dock --ni", ["--nights"]), ("harbor help ti", ["tides"]), ("harbor berth A x", []),
    ])
  func fishCompletes(line: String, expected: [String]) throws {
    try Subprocess.withFile(CompletionScript.fish(for: harbor)) { file in
      let outcome = try Subprocess.run(
        "fish", ["--no-config", "-c", "source $argv[1]; complete -C $argv[2]", file, line])
      #expect(outcome.errors == "")
      let words = outcome.output.split(separator: "\n").compactMap {
        $0.split(separator: "\t").first
      }
      #expect(words.map(String.init).sorted() == expected)
    }
  }
}
