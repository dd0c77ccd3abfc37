import Coordination
import Formula
import Foundation
import Quantities
import RuleBook
import Testing

@testable import Interchange

/// The schemas are valid, say what the writer writes and what the reader reads.
struct SchemaTests {
  @Test(arguments: JSONSchema.allCases)
  func isJSON(_ schema: JSONSchema) throws {
    let tree = try JSONSerialization.jsonObject(with: Data(schema.text.utf8)) as? [String: Any]
    #expect(tree?["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
  }

  /// Every key the writer emits is in the schema, and every key of the schema is emitted.
  @Test func everyKeyOfResults() throws {
    var json = JSONWriter()
    ResultWriter(hasWorksheets: true).write(try FullResult.make(), to: &json)
    let schema = try SchemaKeys(JSONSchema.result.text)
    let tree = try JSONSerialization.jsonObject(with: Data(json.bytes))
    let written = schema.keys(of: tree)
    #expect(written.subtracting(schema.all) == [])
    #expect(schema.all.subtracting(written) == [])
  }

  /// The closed lists of the schemas are those of the code.
  @Test func lists() throws {
    let result = try SchemaKeys(JSONSchema.result.text)
    #expect(result.list("scheme_result", "method") == Set(Method.allCases.map(\.rawValue)))
    #expect(result.list("agreement", "state") == Set(CoverageResult.State.allCases.map(\.rawValue)))
    #expect(result.list("amounts", "basis") == Set(Amounts.Basis.allCases.map(\.rawValue)))
    #expect(result.list("worksheet_line", "setting") == Set(Setting.allCases.map(\.name)))
    #expect(result.list("unit") == Set(PeriodUnit.allCases.map(\.rawValue)))
    #expect(result.list("certainty") == Set(Certainty.allCases.map(\.name)))
    let types = try SchemaKeys(JSONSchema.case.text).list("type")
    let all = PeriodType.allCases
    #expect(types == Set(all.map(\.name) + all.map { String($0.rawValue) }))
  }

  // MARK: A validator of others

  static let validator = Validator()

  @Test(.enabled(if: validator != nil))
  func goodCases() throws {
    let texts = try TestFiles.cases("good").map { try TestFiles.bytes("good/\($0).json") }
    let verdicts = try #require(Self.validator).verdicts(on: texts, by: .case)
    #expect(verdicts == texts.map { _ in "valid" })
  }

  /// The bad cases a schema can tell; the others lie between fields or in what words mean.
  @Test(.enabled(if: validator != nil))
  func badCases() throws {
    let names = [
      "missing-birth-date", "missing-person", "missing-country", "missing-from", "missing-to",
      "no-format", "other-format", "unknown-field", "bad-year", "bad-by-year",
      "typical-without-per", "typical-and-years", "unknown-unit", "unknown-type",
      "unknown-type-code", "unknown-sex", "unknown-benefit", "two-units", "missing-sum",
      "negative-sum", "negative-earnings", "bad-week", "null-fact", "fact-year", "wrong-kind",
      "wrong-kind-null", "wrong-kind-number", "number-wanted", "bad-number", "list",
      "unknown-currency", "fact-list",
    ]
    let texts = try names.map { try TestFiles.bytes("bad/\($0).json") }
    let verdicts = try #require(Self.validator).verdicts(on: texts, by: .case)
    for (name, verdict) in zip(names, verdicts) { #expect(verdict == "invalid", "\(name)") }
  }

  @Test(.enabled(if: validator != nil))
  func results() throws {
    let engine = Engine(library: RuleBook(at: TestFiles.rules), today: TestFiles.today)
    var texts: [[UInt8]] = []
    for name in TestFiles.cases("good") {
      let career = try CaseReader.read(
        try TestFiles.bytes("good/\(name).json"), today: TestFiles.today)
      for withAgreements in [true, false] {
        var json = JSONWriter(isPretty: withAgreements)
        let result = try engine.answer(career, withAgreements: withAgreements)
        ResultWriter(hasWorksheets: withAgreements).write(result, to: &json)
        texts.append(json.bytes)
      }
    }
    var json = JSONWriter()
    ResultWriter(hasWorksheets: true).write(try FullResult.make(), to: &json)
    texts.append(json.bytes)
    let verdicts = try #require(Self.validator).verdicts(on: texts, by: .result)
    #expect(verdicts == texts.map { _ in "valid" })
  }

  @Test(.enabled(if: validator != nil))
  func generatedCases() throws {
    var generator = CaseGenerator(seed: 9)
    let texts = (0..<100).map { _ in CaseText.bytes(of: generator.career(), &generator.random) }
    let verdicts = try #require(Self.validator).verdicts(on: texts, by: .case)
    #expect(verdicts == texts.map { _ in "valid" })
  }
}
