import CommandLineKit
import Coordination
import Interchange
import Presentation
import Quantities
import RuleBook

/// `sojourn agreements [COUNTRY [COUNTRY]]`
enum Agreements: Subcommand {
  static let command = Command(
    "agreements",
    summary: "Tell whether an agreement links two countries: in force, none, or unknown.",
    discussion: [
      "Without a country: how many agreements each country has. With one: all its agreements. "
        + "With two: everything the rule book holds on the pair. 'None' is said only where a "
        + "country's official list is known to be complete; an entry nobody verified is 'unknown'.",
      "After the word 'matrix', a region of Rules/regions.yaml or several countries: a table of "
        + "all pairs.",
    ],
    arguments: [
      Argument(
        "country", summary: "ISO 3166 codes; Quebec is CA-QC. Or: matrix REGION.",
        arity: .variadic(atLeast: 0))
    ],
    options: [
      Option(
        "on", value: "DATE", summary: "The day to answer for; today if not given.", kind: .date),
      Option(
        "format", value: "FORMAT", summary: "How the answer is written.",
        kind: .choice(["text", "json"]), defaultValue: "text"),
    ],
    examples: [
      Example("sojourn agreements KR", "All agreements of Korea."),
      Example("sojourn agreements FR CA --on 2010-01-01", "The pair on that day."),
      Example("sojourn agreements matrix mercosur", "Every pair of a region as a table."),
      Example("sojourn agreements matrix DE FR US CA", "The same for countries you name."),
    ])

  static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let words = invocation.texts("country")
    if words.first == "matrix" {
      try console.print(matrix(Array(words.dropFirst()), invocation, console))
      return .success
    }
    guard words.count <= 2 else {
      throw invocation.refusal(of: "country", "at most two countries can be named")
    }
    let parties = try words.map { try PartyArgument.party($0, invocation, "country") }
    try PartyArgument.requireTwo(parties, invocation, "country")
    let day = invocation.text("on").flatMap { Day($0) } ?? console.today
    let map = try PartyArgument.map(try RuleBook.of(invocation), among: parties)
    let isJSON = invocation.text("format") == "json"
    if let first = parties.first, parties.count == 2 {
      let answer = map.answer(first, parties[1], on: day)
      try console.print(
        isJSON
          ? AgreementWriter.text(of: [answer], on: day)
          : AgreementText(width: min(console.width, 100), style: console.style).page(
            answer, on: day))
      return .success
    }
    let pairs =
      parties.isEmpty
      ? summary(map) : parties.flatMap { one in map.partners(of: one).map { (one, $0) } }
    let answers = pairs.map { map.answer($0.0, $0.1, on: day) }
    if isJSON {
      try console.print(AgreementWriter.text(of: answers, on: day))
    } else if parties.isEmpty {
      try console.print(overview(answers, map, console))
    } else {
      let text = AgreementText(width: min(console.width, 110), style: console.style)
      for answer in answers { try console.print(text.line(answer) + "\n") }
      let inForce = answers.count { $0.state == .inForce }
      try console.print(
        "\n\(inForce) in force on \(day), \(answers.count - inForce) others known of.\n")
    }
    return .success
  }

  /// All pairs of a region, or of the countries named.
  private static func matrix(_ words: [String], _ invocation: Invocation, _ console: Console)
    throws -> String
  {
    let book = try RuleBook.of(invocation)
    let regions: [Region]
    do { regions = try book.regions() } catch { throw error.failure }
    let name: String
    let countries: [Country]
    if words.count == 1, let region = regions.first(where: { $0.id == words[0].lowercased() }) {
      (name, countries) = ("\(region.name) (\(region.source))", region.countries)
    } else if words.count < 2 {
      throw invocation.refusal(
        of: "country", words.isEmpty ? "matrix of what?" : "'\(words[0])' is no region",
        hint: "one of \(regions.map(\.id).joined(separator: ", ")), or several countries")
    } else {
      let named = try words.map { try PartyArgument.party($0, invocation, "country").country }
      (name, countries) = (
        "Agreements", named.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
      )
    }
    let day = invocation.text("on").flatMap { Day($0) } ?? console.today
    let map = AgreementMap(
      instruments: try instruments(among: countries, of: book), completeList: book.completeList)
    if invocation.text("format") == "json" {
      let pairs = countries.enumerated().flatMap { index, one in
        countries[(index + 1)...].map { map.answer(Party(one), Party($0), on: day) }
      }
      return AgreementWriter.text(of: pairs, on: day)
    }
    return MatrixPage.text(name, of: countries, map, on: day, width: console.width)
  }

  private static func instruments(among countries: [Country], of book: RuleBook) throws
    -> [Instrument]
  {
    do { return try book.instruments(among: countries) } catch { throw error.failure }
  }

  /// Every pair once.
  private static func summary(_ map: AgreementMap) -> [(Party, Party)] {
    map.parties.flatMap { one in map.partners(of: one).filter { one < $0 }.map { (one, $0) } }
  }

  private static func overview(
    _ answers: [AgreementMap.Answer], _ map: AgreementMap, _ console: Console
  ) -> String {
    var counts: [Party: (inForce: Int, unknown: Int)] = [:]
    for answer in answers {
      for party in [answer.first, answer.second] {
        let old = counts[party] ?? (0, 0)
        counts[party] =
          answer.state == .inForce ? (old.inForce + 1, old.unknown) : (old.inForce, old.unknown + 1)
      }
    }
    let rows = counts.sorted {
      ($1.value.inForce, $0.key) < ($0.value.inForce, $1.key)
    }.map { party, count in
      TextLayout.pad(party.code, to: 7) + TextLayout.pad(party.name, to: 32)
        + TextLayout.pad(String(count.inForce), to: 5, .right)
        + TextLayout.pad(String(count.unknown), to: 10, .right)
    }
    let header =
      TextLayout.pad("", to: 39) + TextLayout.pad("in force", to: 5, .right)
      + TextLayout.pad("not, or unknown", to: 17, .right)
    let total = answers.count { $0.state == .inForce }
    return
      ([console.style.dim(header)] + rows + ["", "\(total) pairs linked by an agreement in force."])
      .joined(separator: "\n") + "\n"
  }
}
