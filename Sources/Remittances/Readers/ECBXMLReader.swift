import CExpat
import Quantities

/// Reads the ECB's XML of euro reference rates: `Cube time` holding `Cube currency rate`.
final class ECBXMLReader {
  /// Days in one reply at most; all since 1999 are some 7,000.
  private static let mostDays = 20_000

  private var sets: [RateSet] = []
  private var day: Day?
  private var rates: [String: ExactDecimal] = [:]
  private var skipped: [String] = []
  private var failure: ReaderError?
  private var depth = 0
  private var dayDepth = 0
  private var parser: XML_Parser?

  static func read(_ bytes: [UInt8], _ question: ReplyQuestion) throws(ReaderError) -> [RateSet] {
    let reader = ECBXMLReader()
    try reader.parse(bytes)
    guard !reader.sets.isEmpty else {
      throw ReaderError(.empty, "there is no Cube with a time and rates")
    }
    return reader.sets.sorted { $0.day > $1.day }
  }

  private func parse(_ bytes: [UInt8]) throws(ReaderError) {
    guard let parser = XML_ParserCreate("UTF-8") else {
      throw ReaderError(.notXML, "the XML parser could not start")
    }
    defer { XML_ParserFree(parser) }
    self.parser = parser
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { context, name, attributes in
        ECBXMLReader.from(context)?.start(name, attributes)
      }, { context, _ in ECBXMLReader.from(context)?.end() })
    // A document type could define entities that grow without end; the ECB sends none, and a web
    // page begins with one.
    XML_SetStartDoctypeDeclHandler(parser) { context, name, _, _, _ in
      let isPage = name.map { String(cString: $0).lowercased() == "html" } ?? false
      ECBXMLReader.from(context)?.fail(
        ReaderError(
          isPage ? .webPage : .notXML,
          isPage ? "expected XML, found a web page" : "a document type is not allowed"))
    }
    guard bytes.count <= Int32.max else { throw ReaderError(.tooLarge, "over 2 GB of XML") }
    let status = bytes.withUnsafeBytes { buffer in
      XML_Parse(
        parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), 1)
    }
    if let failure { throw failure }
    guard status == XML_STATUS_OK else {
      let words = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) }
      throw ReaderError(
        .notXML, at: "line \(XML_GetCurrentLineNumber(parser))", words ?? "not XML")
    }
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> ECBXMLReader? {
    context.map { Unmanaged<ECBXMLReader>.fromOpaque($0).takeUnretainedValue() }
  }

  private func start(
    _ name: UnsafePointer<XML_Char>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) {
    depth += 1
    guard failure == nil, let name, let attributes else { return }
    let element = String(cString: name)
    if depth == 1, element.lowercased() == "html" {
      return fail(ReaderError(.webPage, "expected XML, found a web page"))
    }
    guard element == "Cube" else { return }
    var values: [String: String] = [:]
    var index = 0
    while let key = attributes[index], let value = attributes[index + 1] {
      values[String(cString: key)] = String(cString: value)
      index += 2
    }
    if let time = values["time"] { return startDay(time) }
    if let currency = values["currency"] { takeRate(currency, values["rate"]) }
  }

  private func startDay(_ time: String) {
    guard let day = Day(time), self.day == nil else {
      return fail(ReaderError(.badValue, at: place, "\"\(time.prefix(20))\" is not a new date"))
    }
    (self.day, dayDepth, rates, skipped) = (day, depth, [:], [])
  }

  private func takeRate(_ currency: String, _ rate: String?) {
    guard day != nil else {
      return fail(ReaderError(.missing, at: place, "a rate stands outside any day"))
    }
    guard let rate, rate != "N/A" else { return skipped.append(currency) }
    guard CurrencyText.isCode(currency), let number = ExactDecimal(rate), number > .zero else {
      let text = "\(currency.prefix(10))=\(rate.prefix(30))"
      return fail(ReaderError(.badValue, at: place, "\"\(text)\" is not a rate"))
    }
    guard rates.updateValue(number, forKey: currency) == nil else {
      return fail(ReaderError(.badValue, at: place, "\(currency) has two rates on one day"))
    }
  }

  private func end() {
    if let day, depth == dayDepth {
      if !rates.isEmpty {
        sets.append(RateSet(base: "EUR", day: day, rates: rates, skipped: skipped))
      }
      self.day = nil
      if sets.count > ECBXMLReader.mostDays {
        fail(ReaderError(.tooLarge, "over \(ECBXMLReader.mostDays) days"))
      }
    }
    depth -= 1
  }

  private func fail(_ error: ReaderError) {
    if failure == nil { failure = error }
    if let parser { XML_StopParser(parser, 0) }
  }

  private var place: String {
    parser.map { "line \(XML_GetCurrentLineNumber($0))" } ?? ""
  }
}
