import CommandLineKit
import Coordination
import Formula
import Interchange
import Presentation
import Quantities
import RuleBook

/// The methods of `sojourn stdio`: those of the command line, answered as JSON.
struct Methods: Sendable {
  let book: RuleBook
  let today: Day
  let console: Console

  var all: [RPCMethod] {
    [entitlements, agreements, posting, remit, arrives, rulesShow, schema, version]
  }

  /// A result that has no schema of its own but its format.
  static func object(_ format: String) -> String {
    """
    {"type": "object", "required": ["format"], "properties": {"format": {"const": "\(format)"}}}
    """
  }

  /// A schema of parameters.
  static func parameters(_ properties: String, required: [String] = []) -> String {
    let names = required.map { "\"\($0)\"" }.joined(separator: ", ")
    return """
      {"type": "object", "additionalProperties": false, "required": [\(names)], \
      "properties": {\(properties)}}
      """
  }

  // MARK: Pensions

  private var entitlements: RPCMethod {
    RPCMethod(
      "entitlements", title: "Pensions of a career",
      summary:
        "Computes what old-age pension a career has earned in each country, what agreements between the countries add, and what would be lost without them. Needs a case in the format sojourn/case/1. Every figure cites its article; what is missing is named instead of guessed. Not a decision of any institution.",
      parameters: Self.parameters(
        """
        "case": \(JSONSchema.case.text),
        "without_agreements": {"type": "boolean", "description": "Leave every agreement aside."},
        "detail": {"enum": ["figures", "full", "worksheets"], "description": "How much is written; full if absent."},
        "schemes": {"type": "array", "items": {"type": "string"}, "description": "The schemes that answer, such as DE.GRV; all if absent. The periods of the others still count."}
        """, required: ["case"]),
      result: """
        {"type": "object", "required": ["format"], "properties": {"format": {"enum": ["sojourn/result/1", "sojourn/figures/1"]}}}
        """
    ) { parameters, json in
      try parameters.allow(["case", "without_agreements", "detail", "schemes"])
      let detail =
        try parameters.value("detail", "figures, full or worksheets") {
          AnswerDetail(rawValue: $0)
        } ?? .full
      let career = try parameters.career(today: today, library: book)
      let schemes = try self.schemes(parameters)
      let engine = Engine(library: book, today: today)
      let withAgreements = !(try parameters.flag("without_agreements"))
      let result = try engine.answer(
        career, withAgreements: withAgreements, detail: detail, of: schemes)
      ResultWriter(detail).write(result, to: &json)
      return {
        // Bare figures say too little to be read.
        let full =
          detail == .figures
          ? try? engine.answer(
            career, withAgreements: withAgreements, detail: .full, of: schemes) : nil
        return AnswerText(
          full ?? result, width: 100, style: .plain, explains: detail == .worksheets
        ).rendered()
      }
    }
  }

  /// The schemes that are to answer; nil: all.
  private func schemes(_ parameters: RPCParameters) throws -> Set<String>? {
    guard parameters.value("schemes") != nil else { return nil }
    let (named, known) = (try parameters.texts("schemes"), Set(book.schemeIDs))
    for id in named where !known.contains(id) {
      throw RPCError.invalidParameters(
        InputError(
          "rpc.bad-value", "\"\(id)\" is no scheme of the rule book",
          hint: nearest(to: id.uppercased(), among: book.schemeIDs).map {
            "did you mean \"\($0)\"?"
          },
          at: parameters.place("schemes")))
    }
    return Set(named)
  }

  private var agreements: RPCMethod {
    RPCMethod(
      "agreements", title: "Agreements between two countries",
      summary:
        "Tells whether a social-security agreement links two countries on a day: in_force, none (only where an official list is known complete) or unknown. With one country, all its agreements.",
      parameters: Self.parameters(
        """
        "country": {"type": "string", "description": "ISO 3166 code; Quebec is CA-QC."},
        "other": {"type": "string"},
        "on": {"type": "string", "description": "YYYY-MM-DD; today if absent."}
        """, required: ["country"]), result: Self.object("sojourn/agreements/1")
    ) { parameters, json in
      try parameters.allow(["country", "other", "on"])
      let first = try parameters.required("country", try party("country", parameters))
      let second = try party("other", parameters)
      let day = try parameters.value("on", "a day, such as 2026-12-01") { Day($0) } ?? today
      let map = try PartyArgument.map(book, among: [first] + [second].compactMap { $0 })
      let others = second.map { [$0] } ?? map.partners(of: first)
      json.raw(
        AgreementWriter.text(of: others.map { map.answer(first, $0, on: day) }, on: day).trimmed)
      return nil
    }
  }

  private var posting: RPCMethod {
    RPCMethod(
      "posting", title: "Posting of workers",
      summary: "Tells how long a worker sent from one country to another stays insured at home.",
      parameters: Self.parameters(
        """
        "home": {"type": "string"}, "host": {"type": "string"},
        "months": {"type": "integer", "minimum": 1, "maximum": 1200},
        "on": {"type": "string", "description": "YYYY-MM-DD; today if absent."}
        """, required: ["home", "host"]), result: Self.object("sojourn/posting/1")
    ) { parameters, json in
      try parameters.allow(["home", "host", "months", "on"])
      let home = try parameters.required("home", try party("home", parameters))
      let host = try parameters.required("host", try party("host", parameters))
      let day = try parameters.value("on", "a day, such as 2026-12-01") { Day($0) } ?? today
      let months = try parameters.decimal("months").flatMap(\.intValue)
      let map = try PartyArgument.map(book, among: [home, host])
      let text = AgreementWriter.posting(
        map.postings(from: home, to: host, on: day), map.answer(home, host, on: day),
        months: months)
      json.raw(text.trimmed)
      return nil
    }
  }

  private func party(_ name: String, _ parameters: RPCParameters) throws(RPCError) -> Party? {
    try parameters.value(name, "a country (ISO 3166 code or English name)") { text in
      Party(text) ?? Country(named: text).map { Party($0) }
    }
  }

  // MARK: The rule book

  private var rulesShow: RPCMethod {
    RPCMethod(
      "rules.show", title: "A scheme or agreement as a page",
      summary:
        "Prints a national scheme (US.OASDI) or an agreement (DE-US, EU-883-2004) as a page to read beside the law: conditions, steps, values of a day, each with its article.",
      parameters: Self.parameters(
        """
        "id": {"type": "string"}, "on": {"type": "string", "description": "YYYY-MM-DD; today if absent."}
        """, required: ["id"]), result: Self.object("sojourn/page/1")
    ) { parameters, json in
      try parameters.allow(["id", "on"])
      let id = try parameters.required("id", try parameters.text("id"))
      let day = try parameters.value("on", "a day, such as 2026-12-01") { Day($0) } ?? today
      guard let page = try Rules.page(id, on: day, book: book, width: 100) else {
        throw RPCError.invalidParameters(
          InputError(
            "rules.unknown-id", "the rule book has no \"\(id)\"",
            hint: "such as US.OASDI or DE-US", at: parameters.place("id")))
      }
      json.raw(
        PriceJSON.object([
          ("format", .text("sojourn/page/1")), ("id", .text(id)), ("text", .text(page)),
        ]).line.utf8)
      return { page }
    }
  }

  private var schema: RPCMethod {
    RPCMethod(
      "schema", title: "JSON Schemas",
      summary: "Gives the JSON Schema (draft 2020-12) of a case or of a result.",
      parameters: Self.parameters(
        "\"name\": {\"enum\": [\"case\", \"result\"]}", required: ["name"]),
      result: "{\"type\": \"object\"}"
    ) { parameters, json in
      try parameters.allow(["name"])
      let schema = try parameters.value("name", "case or result") { JSONSchema(rawValue: $0) }
      json.compact(try parameters.required("name", schema).text)
      return nil
    }
  }

  private var version: RPCMethod {
    RPCMethod(
      "version", title: "Version",
      summary: "Gives the versions of the program and of its rule book.",
      parameters: Self.parameters(""), result: Self.object("sojourn/version/1")
    ) { parameters, json in
      try parameters.allow([])
      json.raw(
        PriceJSON.object([
          ("format", .text("sojourn/version/1")), ("program", .text(Root.version)),
          (
            "rule_book",
            .object([("date", .text(book.date)), ("hash", .text(book.hash))])
          ),
        ]).line.utf8)
      return nil
    }
  }
}

extension String {
  /// The bytes without the line end that a text for the terminal has.
  var trimmed: Substring.UTF8View { (hasSuffix("\n") ? dropLast() : self[...]).utf8 }
}
