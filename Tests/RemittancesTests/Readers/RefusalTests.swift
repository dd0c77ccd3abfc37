import Quantities
import Testing

@testable import Remittances

/// Replies that are not what their source should send are refused with the reason.
struct RefusalTests {
  struct Bad: Sendable, CustomTestStringConvertible {
    let reader: SourceReader
    let text: String
    let code: ReaderError.Code
    var question = ReplyQuestion()
    var testDescription: String { "\(reader.rawValue): \(text.prefix(60))" }
  }

  static let head = #"[{"page":1,"pages":1,"per_page":100,"total":1,"lastupdated":"2026-10-08"},"#
  static let row =
    #"{"indicator":{"id":"A"},"countryiso3code":"YEM","date":"2023","value":2.8}"#

  static let all: [Bad] = [
    .init(reader: .rateRowsJSON, text: "<html>busy</html>", code: .webPage),
    .init(reader: .rateRowsJSON, text: "\n <!DOCTYPE html>", code: .webPage),
    .init(reader: .rateRowsJSON, text: "", code: .notJSON),
    .init(reader: .rateRowsJSON, text: "[]", code: .empty),
    .init(reader: .rateRowsJSON, text: "{}", code: .wrongKind),
    .init(
      reader: .rateRowsJSON, text: #"[{"date":"2026-09-05","base":"USD","quote":"MXN"}]"#,
      code: .missing),
    .init(
      reader: .rateRowsJSON,
      text: #"[{"date":"2026-09-05","base":"USD","quote":"MXN","rate":0}]"#, code: .badValue),
    .init(
      reader: .rateRowsJSON,
      text: #"[{"date":"2026-09-05","base":"USD","quote":"MXN","rate":-1}]"#, code: .badValue),
    .init(
      reader: .rateRowsJSON,
      text: #"[{"date":"2026-02-30","base":"USD","quote":"MXN","rate":1}]"#, code: .badValue),
    .init(
      reader: .rateRowsJSON,
      text: #"[{"date":"2026-09-05","base":"USD","quote":"MXN","rate":1e400}]"#, code: .badValue),
    .init(
      reader: .rateRowsJSON,
      text: #"[{"date":"2026-09-05","base":"USD","base":"EUR","quote":"MXN","rate":1}]"#,
      code: .badValue),
    .init(
      reader: .rateRowsJSON,
      text: #"[{"date":"2026-09-05","base":"EUR","quote":"MXN","rate":1}]"#,
      code: .otherQuestion, question: ReplyQuestion(fromCurrency: "USD")),
    .init(
      reader: .rateTableJSON, text: #"{"success":false,"error":{"code":101}}"#, code: .refused),
    .init(
      reader: .rateTableJSON, text: #"{"result":"error","error-type":"quota-reached"}"#,
      code: .refused),
    .init(
      reader: .rateTableJSON,
      text: #"{"result":"success","base_code":"USD","time_last_update_unix":1,"rates":{}}"#,
      code: .empty),
    .init(
      reader: .rateTableJSON,
      text: #"{"result":"success","base_code":"USD","time_last_update_unix":-1,"rates":{}}"#,
      code: .badValue),
    .init(
      reader: .worldBankIndicatorV2,
      text: #"[{"message":[{"id":"120","key":"Invalid value","value":"not found"}]}]"#,
      code: .refused),
    .init(reader: .worldBankIndicatorV2, text: "[]", code: .empty),
    .init(reader: .worldBankIndicatorV2, text: head + "[]]", code: .empty),
    .init(reader: .worldBankIndicatorV2, text: head + "[\(row),\(row)]]", code: .badValue),
    .init(
      reader: .worldBankIndicatorV2,
      text: head.replacing("\"pages\":1", with: "\"pages\":2") + "[\(row)]]", code: .tooLarge),
    .init(reader: .worldBankDataset, text: #"{"resources":[]}"#, code: .empty),
    .init(
      reader: .worldBankDataset,
      text: Replies.dataset.replacing("datacatalogfiles.worldbank.org", with: "elsewhere.example"),
      code: .badValue, question: Replies.catalogue),
    .init(
      reader: .worldBankDataset, text: Replies.dataset.replacing("https:", with: "http:"),
      code: .badValue, question: Replies.catalogue),
    .init(reader: .ecbXML, text: "<!DOCTYPE html><html></html>", code: .webPage),
    .init(reader: .ecbXML, text: "<html><body/></html>", code: .webPage),
    .init(
      reader: .ecbXML, text: "<!DOCTYPE a [<!ENTITY b \"cccc\">]><a>&b;</a>", code: .notXML),
    .init(reader: .ecbXML, text: "<Cube time='2026-07-09'>", code: .notXML),
    .init(reader: .ecbXML, text: "<a/>", code: .empty),
    .init(
      reader: .ecbXML,
      text: "<Cube time='2026-07-09'><Cube currency='USD' rate='0'/></Cube>", code: .badValue),
    .init(
      reader: .ecbXML,
      text: "<a><Cube currency='USD' rate='1'/></a>", code: .missing),
    .init(reader: .ecbHistoryZip, text: "PK not a zip", code: .notZip),
    .init(reader: .workbookXLSX, text: "<html>", code: .webPage),
    .init(reader: .workbookXLSX, text: "PK\u{3}\u{4} and no end of it, nowhere", code: .notZip),
    .init(
      reader: .wiseComparisonV4, text: #"{"sourceCurrency":"USD"}"#, code: .missing),
  ]

  @Test(arguments: all)
  func isRefused(_ bad: Bad) {
    do {
      _ = try SourceReading(Array(bad.text.utf8), as: bad.reader, answering: bad.question)
      Issue.record("was accepted")
    } catch {
      #expect(error.code == bad.code, "\(error)")
    }
  }

  @Test(arguments: [
    ReplyQuestion(fromCurrency: "EUR"), ReplyQuestion(toCurrency: "INR"),
    ReplyQuestion(amount: 300),
  ])
  func anAnswerToAnotherQuestionIsRefused(_ question: ReplyQuestion) throws {
    let body = try Replies.bytes("wise/USD-MXN.json")
    do {
      _ = try SourceReading(body, as: .wiseComparisonV4, answering: question)
      Issue.record("was accepted")
    } catch {
      #expect(error.code == .otherQuestion)
    }
  }

  @Test func aQuoteWithoutARateIsDroppedAndNamed() throws {
    let text = String(decoding: try Replies.bytes("wise/USD-MXN.json"), as: UTF8.self)
      .replacing("\"rate\":17.2761736383", with: "\"rate\":null")
    let reading = try SourceReading(
      Array(text.utf8), as: .wiseComparisonV4, answering: ReplyQuestion())
    guard case .quotes(let set) = reading else { return }
    #expect(set.quotes.count == 5)
    #expect(set.dropped == ["PayPal: no rate"])
  }

  @Test(arguments: [
    ("PT20H8M16.305111S", 72_496), ("P1DT1S", 86_401), ("P2W", 1_209_600), ("PT0S", 0),
  ])
  func durations(_ text: String, _ seconds: Int64) {
    #expect(ISODuration.seconds(text) == seconds)
  }

  @Test(arguments: ["", "P", "PT", "P1Y", "P1M", "PT1.5H", "PT1S1M", "1H", "PT1", "P1D1D", "PT1S "])
  func badDurations(_ text: String) {
    #expect(ISODuration.seconds(text) == nil)
  }
}
