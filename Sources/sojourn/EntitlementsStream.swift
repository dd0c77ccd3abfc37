import CommandLineKit
import Coordination
import Formula
import Interchange
import Quantities
import RuleBook

/// `sojourn entitlements --ndjson`: one case a line in, one answer a line out.
enum EntitlementsStream {
  static let flag = Flag(
    "ndjson",
    summary: "Read bare cases from standard input, one a line, and answer each with a line.")

  static let detail = Option(
    "detail", value: "DETAIL",
    summary: "How much of each answer --ndjson writes: figures, full or worksheets.",
    kind: .choice(AnswerDetail.allCases.map(\.rawValue)), defaultValue: "full")

  static let jobs = Option(
    "jobs", short: "j", value: "N", summary: "Workers; as many as there are processors by default.",
    kind: .integer(1...256))

  static let scheme = Option(
    "scheme", value: "ID",
    summary: "Answer for this scheme only; the periods of others still count.",
    isRepeatable: true)

  /// The schemes that are to answer; nil: all.
  /// - Throws: `Failure` where the rule book has none of that name.
  static func schemes(_ invocation: Invocation, _ book: RuleBook) throws -> Set<String>? {
    guard invocation.isGiven("scheme") else { return nil }
    let known = Set(book.schemeIDs)
    for id in invocation.texts("scheme") where !known.contains(id) {
      let near = nearest(to: id.uppercased(), among: book.schemeIDs)
      throw invocation.refusal(
        of: "scheme",
        "names '\(id)', which the rule book has not"
          + (near.map { "; did you mean '\($0)'?" } ?? ""))
    }
    return Set(invocation.texts("scheme"))
  }

  static let strict = Flag(
    "strict", summary: "End with 65 where any line could not be answered.")

  static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let book = try RuleBook.of(invocation)
    let detail =
      invocation.flag("explain")
      ? .worksheets : invocation.text("detail").flatMap(AnswerDetail.init(rawValue:)) ?? .full
    let options = CaseAnswerer<RuleBook>.Options(
      withAgreements: !invocation.flag("without-agreements"), detail: detail,
      schemes: try schemes(invocation, book))
    let today = console.today
    return try LineStream.run(invocation, console, limit: CaseLimits.bytes) {
      CaseAnswerer(library: book, today: today, options: options)
    }
  }
}
