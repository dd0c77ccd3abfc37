import Foundation
import Testing

/// `sojourn import`: papers in, a case out, or nothing and every fault.
@Suite struct ImportTests {
  private static let papers = ["career.csv", "p5000.json", "statement.xml"].map {
    "Tests/EndToEndTests/Papers/\($0)"
  }
  private static let example = "Rules/examples/cases/five-countries.json"

  /// A folder of its own for each test.
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "sojourn-import-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  private func write(_ text: String, _ name: String) throws -> String {
    try Data(text.utf8).write(to: folder.appending(path: name))
    return path(name)
  }

  @Test func threePapersGiveThePensionsOfTheHandWrittenCase() throws {
    let made = try Program.run(["import"] + Self.papers + ["--claim", "2026-12-01"])
    #expect(made.status == 0, "\(made.errors)")
    let answer = try Program.run("entitlements", "-", input: made.output)
    #expect(try Program.run("entitlements", Self.example).output == answer.output)
    for secret in ["KIM", "MIN-JI", "65140560K501", "EXAMPLE STREET"] {
      #expect(!made.output.contains(secret) && !made.errors.contains(secret))
    }
    #expect(made.output.contains("215 months certified by Deutsche Rentenversicherung Bund (DE)"))
  }

  @Test func everyFaultOfAPaperIsListedAndNothingIsWritten() throws {
    let bad = try write(
      "country,from,to,type\nGermny,03/04/1992,1999-12-31,employed\nDE,1990-01-01,1989-01-01,job\n",
      "bad.csv")
    let output = path("case.json")
    let outcome = try Program.run("import", bad, "--born", "1960-05-14", "-o", output)
    #expect(outcome.status == 65 && outcome.output.isEmpty)
    for said in [
      "bad.csv:2:1: error: 'Germny' is no country [table.unknown-country]",
      "did you mean DE (Germany)?", "bad.csv:2:2: error: '03/04/1992' can be 1992-04-03 or",
      "in row 2, column 'from'", "bad.csv:3:3: error: the period ends on 1989-01-01",
    ] {
      #expect(outcome.errors.contains(said), "\(said)\n\(outcome.errors)")
    }
    #expect(!FileManager.default.fileExists(atPath: output))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["bad.csv"])
  }

  @Test func aFileIsReplacedOnlyWhenAsked() throws {
    let output = try write("mine", "case.json")
    let table = try write("country,from,to,type\nDE,1990-01-01,1991-01-01,job\n", "x.csv")
    let words = ["import", table, "--born", "1960-05-14", "-o", output]
    let refused = try Program.run(words)
    #expect(refused.status == 74)
    #expect(refused.errors.contains("exists already; add --replace"))
    #expect(try String(contentsOfFile: output, encoding: .utf8) == "mine")
    #expect(try Program.run(words + ["--replace"]).status == 0)
    #expect(try String(contentsOfFile: output, encoding: .utf8).contains("\"DE\""))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
  }

  @Test func aCaseIsAddedTo() throws {
    let table = try write(
      "Country;Year;Type;Earnings\nMexico;1979;employed;90000\nMexico;1980;employed;95000\n",
      "mx.csv")
    let outcome = try Program.run("import", table, "--into", Self.example)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("A nurse: 7 years in the United States"))
    #expect(outcome.output.contains("\"id\": \"five-countries\""))
    #expect(outcome.output.contains("\"MX\""))
    #expect(outcome.errors.contains("[import.whole-years]"))
    let again = try Program.run("import", Self.papers[2], "--into", Self.example)
    #expect(again.status == 65)
    #expect(again.errors.contains("[import.same-earnings]"))
  }

  @Test func aTableComesFromAPipeAndFindsItsMistakesInSpanish() throws {
    let outcome = try Program.run(
      "import", "-", "--born", "1960-05-14", "--language", "es",
      input: "país;desde;hasta;tipo\nEspaña;31/02/1990;hoy;cuenta ajena\n")
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("-:2:2: error: '31/02/1990' no es un día del calendario"))
    #expect(outcome.errors.contains("en la fila 2, columna 'desde'"))
  }

  @Test func aSchemeThatIsNotInTheBookIsAFault() throws {
    let outcome = try Program.run(
      "import", "-", "--born", "1960-05-14",
      input: "country,scheme,from,to,type\nDE,GRX,1990-01-01,1991-01-01,job\n")
    #expect(outcome.status == 65)
    #expect(
      outcome.errors.contains("-:2: error:") && outcome.errors.contains("case.unknown-scheme"))
  }

  @Test(arguments: [
    ["import"], ["import", "x.csv", "--born", "1960-02-30"], ["import", "-", "-"],
    ["import", "x.csv", "--dates", "ymd"], ["import", "x.csv", "--lives-in", "QQ"],
  ])
  func wrongCommandLines(_ words: [String]) throws {
    #expect(try Program.run(words, input: "").status == 64)
  }

  @Test func aFileThatIsNotThereIsSaid() throws {
    let outcome = try Program.run("import", "no-such-paper.csv")
    #expect(outcome.status == 74)
  }
}
