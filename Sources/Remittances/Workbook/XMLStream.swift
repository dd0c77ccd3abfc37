import CExpat

/// What receives the events of an XML text; a base class, because C callbacks cannot be generic.
///
/// Names and text are lent for the call only. To stop, a subclass sets `failure`.
class XMLHandler {
  /// What stopped the handler, if anything did; looked at after each chunk.
  final var failure: WorkbookError?
  fileprivate(set) final var hasDoctype = false
  fileprivate(set) final var parser: XML_Parser?

  init() {}

  /// An element opens.
  func open(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {}
  /// An element closes.
  func close(_ name: UnsafePointer<CChar>) {}
  /// Text inside an element; one text may come in several calls.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// The attributes of an element, as expat hands them over.
struct XMLAttributes {
  let start: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// The value of an attribute; nil where the element has none of that name.
  func value(_ name: StaticString) -> UnsafePointer<CChar>? {
    guard var pair = start else { return nil }
    while let key = pair[0] {
      if key.equals(name) { return pair[1] }
      pair += 2
    }
    return nil
  }

  /// The value of an attribute as a string.
  func string(_ name: StaticString) -> String? { value(name).map { String(cString: $0) } }
}

extension UnsafePointer<CChar> {
  /// Whether the C string is this text.
  @inline(__always)
  func equals(_ text: StaticString) -> Bool {
    let bytes = text.utf8Start
    let count = text.utf8CodeUnitCount
    for index in 0..<count where UInt8(bitPattern: self[index]) != bytes[index] { return false }
    return self[count] == 0
  }

  /// The name without its namespace prefix.
  var localName: UnsafePointer<CChar> {
    var start = self
    var next = self
    while next.pointee != 0 {
      if next.pointee == 0x3A { start = next + 1 }
      next += 1
    }
    return start
  }
}

/// Streams XML through expat in chunks of 64 KiB.
///
/// A document type declaration is refused: no workbook has one, and with it go entities and their
/// expansion.
enum XMLStream {
  /// Parses an archive's entry.
  ///
  /// - Throws: `workbook.bad_xml` with line and column, what the handler reports, and what reading
  ///   the entry throws.
  static func parse(
    _ entry: ZipEntry, with handler: XMLHandler
  ) throws(WorkbookError) {
    guard let parser = XML_ParserCreate("UTF-8") else {
      throw WorkbookError(.badXML, at: entry.place, "no memory for an XML parser")
    }
    defer { XML_ParserFree(parser) }
    handler.parser = parser
    defer { handler.parser = nil }
    XML_SetUserData(parser, Unmanaged.passUnretained(handler).toOpaque())
    XML_SetElementHandler(
      parser,
      { user, name, attributes in
        guard let user, let name else { return }
        withHandler(user) { $0.open(name, XMLAttributes(start: attributes)) }
      },
      { user, name in
        guard let user, let name else { return }
        withHandler(user) { $0.close(name) }
      })
    XML_SetCharacterDataHandler(parser) { user, text, count in
      guard let user, let text else { return }
      text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
        withHandler(user) { $0.text(UnsafeBufferPointer(start: bytes, count: Int(count))) }
      }
    }
    XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in
      guard let user else { return }
      withHandler(user) { handler in
        handler.hasDoctype = true
        XML_StopParser(handler.parser, 0)
      }
    }
    let chunk = 1 << 16
    while true {
      guard let buffer = XML_GetBuffer(parser, Int32(chunk)) else {
        throw WorkbookError(.badXML, at: entry.place, "no memory for an XML parser")
      }
      let count = try entry.read(
        into: UnsafeMutableRawBufferPointer(start: buffer, count: chunk))
      let status = XML_ParseBuffer(parser, Int32(count), count == 0 ? 1 : 0)
      if let failure = handler.failure { throw failure }
      guard status == XML_STATUS_OK else { throw error(parser, entry, handler.hasDoctype) }
      if count == 0 { return }
    }
  }

  private static func error(
    _ parser: XML_Parser, _ entry: ZipEntry, _ hasDoctype: Bool
  ) -> WorkbookError {
    let place =
      "\(entry.place):\(XML_GetCurrentLineNumber(parser)):\(XML_GetCurrentColumnNumber(parser) + 1)"
    if hasDoctype {
      return WorkbookError(
        .badXML, at: place, "has a document type declaration; a workbook has none")
    }
    let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) }
    return WorkbookError(.badXML, at: place, "not well-formed: \(reason ?? "unknown")")
  }
}

/// Lends the handler behind the user pointer of a callback, without counting the reference: the
/// caller of the parser holds one, and the callbacks come tens of millions of times.
@inline(__always)
private func withHandler(_ user: UnsafeMutableRawPointer, _ body: (XMLHandler) -> Void) {
  Unmanaged<XMLHandler>.fromOpaque(user)._withUnsafeGuaranteedRef(body)
}
