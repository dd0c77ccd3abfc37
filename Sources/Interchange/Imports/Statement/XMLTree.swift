import CExpat

/// A small XML document as a tree, read by expat from a file that anyone may have written.
///
/// A document type declaration is refused, and with it go entities, their expansion and whatever
/// they would fetch; depth, elements and text are bounded. The streaming reader of workbooks is
/// not used here: it is tuned for archives of hundreds of megabytes.
final class XMLTree {
  /// The name with its namespace before it: `http://…|Earnings`.
  let name: String
  let attributes: [String: String]
  fileprivate(set) var children: [XMLTree] = []
  fileprivate(set) var text = ""
  /// Where it begins, from 1.
  let line: Int
  let column: Int

  fileprivate init(_ name: String, _ attributes: [String: String], line: Int, column: Int) {
    self.name = name
    self.attributes = attributes
    self.line = line
    self.column = column
  }

  var place: ImportFault.Place { .line(line, column: column) }

  /// The children of that name.
  func all(_ name: String) -> [XMLTree] { children.filter { $0.name == name } }
  /// The first child of that name.
  func first(_ name: String) -> XMLTree? { children.first { $0.name == name } }

  /// Its text without white space around it.
  var plainText: String {
    String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }

  /// Reads a whole document.
  ///
  /// - Throws: the first fault, with its line and column.
  /// - Complexity: O(size of the document).
  static func read(_ bytes: [UInt8]) throws(ImportFault) -> XMLTree {
    try XMLTreeBuilder().read(bytes)
  }
}

private final class XMLTreeBuilder {
  private static let deepest = 16
  private static let mostElements = 20_000
  private static let mostText = 10_000

  private enum Refusal { case documentType, tooDeep, tooLarge }

  private var open: [XMLTree] = []
  private var root: XMLTree?
  private var elements = 0
  private var refusal: Refusal?
  private var parser: XML_Parser?

  func read(_ bytes: [UInt8]) throws(ImportFault) -> XMLTree {
    guard let parser = XML_ParserCreateNS(nil, 0x7C) else {
      throw ImportFault("xml.memory", at: .whole, "there is no memory for the XML parser")
    }
    defer { XML_ParserFree(parser) }
    self.parser = parser
    defer { self.parser = nil }
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { context, name, attributes in
        guard let name else { return }
        XMLTreeBuilder.from(context)?.start(String(cString: name), attributes)
      }, { context, _ in XMLTreeBuilder.from(context)?.end() })
    XML_SetCharacterDataHandler(parser) { context, text, count in
      guard let text else { return }
      text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
        XMLTreeBuilder.from(context)?
          .append(
            String(decoding: UnsafeBufferPointer(start: bytes, count: Int(count)), as: UTF8.self))
      }
    }
    XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
      XMLTreeBuilder.from(context)?.refuse(.documentType)
    }
    let status = bytes.withUnsafeBytes { buffer in
      XML_Parse(
        parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), 1)
    }
    guard status == XML_STATUS_OK, refusal == nil, let root else { throw fault(parser) }
    return root
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> XMLTreeBuilder? {
    context.map { Unmanaged<XMLTreeBuilder>.fromOpaque($0).takeUnretainedValue() }
  }

  private var place: (line: Int, column: Int) {
    guard let parser else { return (1, 1) }
    return (
      Int(XML_GetCurrentLineNumber(parser)), Int(XML_GetCurrentColumnNumber(parser)) + 1
    )
  }

  private func refuse(_ refusal: Refusal) {
    if self.refusal == nil { self.refusal = refusal }
    XML_StopParser(parser, 0)
  }

  private func start(
    _ name: String, _ pairs: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) {
    elements += 1
    guard refusal == nil else { return }
    guard open.count < Self.deepest else { return refuse(.tooDeep) }
    guard elements <= Self.mostElements else { return refuse(.tooLarge) }
    var attributes: [String: String] = [:]
    var index = 0
    while let pairs, let key = pairs[index], let value = pairs[index + 1] {
      attributes[String(cString: key)] = String(cString: value)
      index += 2
    }
    let (line, column) = place
    let element = XMLTree(name, attributes, line: line, column: column)
    if let parent = open.last { parent.children.append(element) } else { root = root ?? element }
    open.append(element)
  }

  private func end() { _ = open.popLast() }

  private func append(_ text: String) {
    guard refusal == nil, let element = open.last else { return }
    guard element.text.utf8.count + text.utf8.count <= Self.mostText else {
      return refuse(.tooLarge)
    }
    element.text += text
  }

  private func fault(_ parser: XML_Parser) -> ImportFault {
    let (line, column) = place
    let at = ImportFault.Place.line(line, column: column)
    switch refusal {
    case .documentType:
      return ImportFault(
        "xml.document-type", at: at,
        "the file has a document type declaration; a statement of my Social Security has none",
        hint: "download the statement again")
    case .tooDeep:
      return ImportFault(
        "xml.too-deep", at: at, "elements are nested more than \(Self.deepest) deep")
    case .tooLarge:
      return ImportFault("xml.too-large", at: at, "the file holds more than a statement does")
    case nil:
      let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) }
      return ImportFault(
        "xml.syntax", at: at, "this is not well-formed XML: \(reason ?? "unknown")",
        hint: "download the statement again; do not change it")
    }
  }
}
