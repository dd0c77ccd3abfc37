import Quantities

/// Appends JSON to bytes that the caller reuses.
///
/// It keeps commas and, on request, line breaks; the caller opens and closes what it nests.
public struct JSONWriter {
  public private(set) var bytes: [UInt8]
  private let isPretty: Bool
  /// Whether the open containers already hold something, the innermost in the lowest bit; what
  /// is written here nests less than 64 deep.
  private var hasElements: UInt64 = 0
  private var depth = 0
  private var afterKey = false

  /// - Parameter isPretty: two spaces a level instead of one line.
  public init(reusing bytes: [UInt8] = [], isPretty: Bool = false) {
    self.bytes = bytes
    self.bytes.removeAll(keepingCapacity: true)
    self.isPretty = isPretty
  }

  /// Appends to bytes that are kept.
  public init(continuing bytes: consuming [UInt8]) {
    self.bytes = bytes
    isPretty = false
  }

  // MARK: Containers

  mutating func object(_ body: (inout JSONWriter) -> Void) {
    nest(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
  }

  mutating func array(_ body: (inout JSONWriter) -> Void) {
    nest(UInt8(ascii: "["), UInt8(ascii: "]"), body)
  }

  mutating func array<Element>(
    of elements: some Sequence<Element>, _ body: (inout JSONWriter, Element) -> Void
  ) {
    array { json in for element in elements { body(&json, element) } }
  }

  private mutating func nest(
    _ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void
  ) {
    separate()
    bytes.append(open)
    hasElements <<= 1
    depth += 1
    body(&self)
    let isFilled = hasElements & 1 == 1
    hasElements >>= 1
    depth -= 1
    if isFilled { breakLine() }
    bytes.append(close)
  }

  private mutating func separate() {
    if afterKey {
      afterKey = false
      return
    }
    guard depth > 0 else { return }
    if hasElements & 1 == 1 { bytes.append(UInt8(ascii: ",")) }
    hasElements |= 1
    breakLine()
  }

  private mutating func breakLine() {
    guard isPretty else { return }
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<depth { bytes += [0x20, 0x20] }
  }

  // MARK: Members

  mutating func key(_ name: String) {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    if isPretty { bytes.append(0x20) }
    afterKey = true
  }

  mutating func string(_ text: String) {
    separate()
    quote(text)
  }

  mutating func boolean(_ value: Bool) {
    separate()
    if value { append("true") } else { append("false") }
  }

  mutating func integer(_ value: Int) {
    separate()
    ExactDecimal(value).write(into: &bytes)
  }

  mutating func null() {
    separate()
    append("null")
  }

  /// A decimal as a string, so that no reader takes it for binary floating point.
  mutating func decimal(_ value: ExactDecimal) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    value.write(into: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  /// A value that is JSON already.
  public mutating func raw(_ value: some Collection<UInt8>) {
    separate()
    bytes.append(contentsOf: value)
  }

  /// JSON text without the white space between its parts.
  public mutating func compact(_ text: String) {
    separate()
    var isQuoted = false
    var isEscaped = false
    for byte in text.utf8 {
      if !isQuoted, byte <= 0x20 { continue }
      bytes.append(byte)
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = isQuoted
      } else if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      }
    }
  }

  mutating func member(_ name: String, _ text: String?) {
    guard let text else { return }
    key(name)
    string(text)
  }

  mutating func member(_ name: String, _ value: ExactDecimal?) {
    guard let value else { return }
    key(name)
    decimal(value)
  }

  mutating func member(_ name: String, _ value: Bool) {
    key(name)
    boolean(value)
  }

  mutating func member(_ name: String, _ value: Int) {
    key(name)
    integer(value)
  }

  mutating func member(_ name: String, _ texts: [String]) {
    key(name)
    array(of: texts) { $0.string($1) }
  }

  /// Names by language, in the order of their codes.
  mutating func member(_ name: String, _ texts: [String: String]) {
    key(name)
    object { json in
      // One or two names are the rule; sorting them by hand spares an array.
      if texts.count < 3 {
        let least = texts.keys.min()
        if let least, let text = texts[least] { json.member(least, text) }
        for (code, text) in texts where code != least { json.member(code, text) }
      } else {
        for (code, text) in texts.sorted(by: { $0.key < $1.key }) { json.member(code, text) }
      }
    }
  }

  private mutating func append(_ word: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    // Nearly every text stands as it is: then its bytes are copied in one go.
    let isDone = text.utf8.withContiguousStorageIfAvailable { buffer in
      var needsEscape = false
      for byte in buffer {
        needsEscape =
          needsEscape || byte < 0x20 || byte == UInt8(ascii: "\"")
          || byte == UInt8(ascii: "\\")
      }
      if !needsEscape { bytes.append(contentsOf: buffer) }
      return !needsEscape
    }
    if isDone != true { escape(text) }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0x0A: bytes += Array("\\n".utf8)
      case 0x09: bytes += Array("\\t".utf8)
      case 0x0D: bytes += Array("\\r".utf8)
      case 0x00..<0x20:
        let digits = Array("0123456789abcdef".utf8)
        bytes += Array("\\u00".utf8)
        bytes += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
  }
}
