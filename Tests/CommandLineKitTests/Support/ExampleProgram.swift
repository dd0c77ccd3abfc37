import CommandLineKit

/// An invented program with everything a tree of commands can have.
enum ExampleProgram {
  static let harbor = Command(
    "harbor", summary: "Keeps the books of a small port.",
    discussion: [
      "Every ship that calls is entered once; berths, tides and dues follow from that entry. "
        + "Nothing is sent anywhere: the books are plain files in the folder given with --books."
    ],
    options: [
      Option(
        "books", value: "DIR", summary: "The folder of the books.", kind: .directory,
        isInherited: true, defaultValue: "."),
      Option(
        "color", value: "WHEN", summary: "Use colours.",
        kind: .choice(["auto", "always", "never"]),
        isInherited: true, defaultValue: "auto"),
    ],
    flags: [Flag("quiet", short: "q", summary: "Say less.", isInherited: true)],
    subcommands: [berth, dues, manifest, log],
    examples: [
      Example("harbor berth Aurora --nights 3", "Finds the Aurora a berth for three nights."),
      Example("harbor manifest check - < cargo.csv", "Checks a manifest from standard input."),
    ],
    notes: ["A line of the books has at most 4,096 characters."], version: "1.4.0",
    topics: [
      Topic(
        name: "tides", title: "How tides are counted",
        text: """
          Heights are in centimetres above chart datum, and times are local
          to the port.

          The table is read like this:

            00:00   312  falling
            06:00    88  rising

          A height that is "unknown" is left empty - never zero.
          """)
    ])

  static let berth = Command(
    "berth", aliases: ["dock"], summary: "Find a berth for a ship.",
    discussion: ["The first berth that is long and deep enough is taken."],
    arguments: [Argument("SHIP", summary: "The ship's name.")],
    options: [
      Option(
        "nights", short: "n", value: "N", summary: "How many nights it stays.",
        kind: .integer(1...90), isRequired: true),
      Option("from", value: "DATE", summary: "The first night.", kind: .date),
      Option("draught", short: "d", value: "METRES", summary: "Its draught.", kind: .decimalText),
      Option(
        "cargo", short: "c", value: "KIND", summary: "What it carries [see 'cargo'].",
        isRepeatable: true, suggestions: ["coal", "grain", "timber"]),
    ],
    flags: [
      Flag("lit", short: "l", summary: "Only berths with light.", hasNegative: true),
      Flag("sheltered", short: "s", summary: "Only berths behind the mole.", isOnByDefault: true),
    ],
    examples: [
      Example(
        "harbor berth 'Stella Maris' --nights 14 --from 2026-12-01 --draught 4.25 --no-lit",
        "A long stay of a deep ship.")
    ],
    notes: ["At most 90 nights."], group: "Ships")

  static let dues = Command(
    "dues", summary: "Compute what a ship owes.",
    arguments: [
      Argument("FLAG", summary: "The country it is registered in.", kind: .country) {
        ["XX", "ZZ"].contains($0) ? "is not a country that exists" : nil
      },
      Argument("TONNAGE", summary: "Its gross tonnage.", kind: .decimalText),
      Argument(
        "CURRENCY", summary: "What to pay in.", kind: .currency, arity: .optional,
        suggestions: ["EUR", "USD"]),
    ],
    options: [
      Option(
        "format", short: "f", value: "FORMAT", summary: "How to print: a backslash is \\.",
        kind: .choice(["text", "json"]), defaultValue: "text"),
      Option("output", short: "o", value: "FILE", summary: "Where to write.", kind: .file),
    ],
    flags: [Flag("explain", short: "e", summary: "Show every step.")], group: "Ships")

  static let manifest = Command(
    "manifest", summary: "Read and check manifests.",
    flags: [Flag("strict", summary: "Take warnings for errors.", isInherited: true)],
    subcommands: [
      Command(
        "check", summary: "Check manifests for mistakes.",
        arguments: [
          Argument(
            "FILE", summary: "The manifests, - for standard input.", kind: .file,
            arity: .variadic(atLeast: 1))
        ]),
      Command("list", aliases: ["ls"], summary: "List the manifests on file."),
    ], group: "Books")

  static let log = Command(
    "log", summary: "Print the log.",
    arguments: [
      Argument("DAY", summary: "Only this day.", kind: .date, arity: .optional)
    ], group: "Books")
}
