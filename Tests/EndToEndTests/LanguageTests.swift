import Testing

/// In which language a command line is answered.
@Suite struct AnswerLanguageTests {
  private static let example = "Rules/examples/cases/five-countries.json"

  @Test(arguments: [
    (
      ["--language", "fr"], [:], "En bref", "703,28\u{A0}EUR par mois à partir du 1er décembre 2026"
    ),
    ([], ["SOJOURN_LANGUAGE": "pt-BR"], "Em resumo", "703,28\u{A0}EUR por mês"),
    ([], ["LC_ALL": "es_MX.UTF-8"], "En resumen", "703,28\u{A0}EUR al mes"),
    (["--language", "en"], ["LC_ALL": "ar_MA.UTF-8"], "In short", "EUR 703.28 a month"),
    ([], ["LC_ALL": "de_DE.UTF-8"], "In short", "EUR 703.28 a month"),
  ])
  func isTheOneAskedFor(
    options: [String], environment: [String: String], heading: String, amount: String
  ) throws {
    let outcome = try Program.run(
      ["entitlements", Self.example] + options,
      environment: environment.merging(["COLUMNS": "100"]) { $1 })
    #expect(outcome.status == 0)
    #expect(outcome.output.contains(heading))
    // Long sentences are wrapped: a line may end inside the amount.
    let text = outcome.output.split(whereSeparator: { $0 == " " || $0 == "\n" })
      .joined(separator: " ")
    #expect(text.contains(amount))
  }

  @Test(arguments: [(["--language", "xx"], [:]), ([], ["SOJOURN_LANGUAGE": "xx"])])
  func unknownLanguagesAreRefusedWithThoseKnown(
    options: [String], environment: [String: String]
  ) throws {
    let outcome = try Program.run(
      ["entitlements", Self.example] + options, environment: environment)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("it has en, ar, es, fr, pt"))
  }

  @Test func programsAreAnsweredInEnglish() throws {
    let english = try Program.run("entitlements", Self.example, "--format", "json")
    let arabic = try Program.run(
      "entitlements", Self.example, "--format", "json", "--language", "ar")
    #expect(english.status == 0)
    #expect(arabic.output == english.output)
  }

  @Test func whatALanguageLacksIsPrintedToBeFilledIn() throws {
    let outcome = try Program.run("rules", "untranslated", "xx")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("# languages/xx/program.yaml\n- en: \""))
    #expect(outcome.output.contains("# languages/xx/DE.GRV.yaml\n"))
    #expect(outcome.output.hasSuffix(" texts without a translation into xx\n"))
  }
}
