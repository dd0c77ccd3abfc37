import Quantities

/// Writes JSON, one value or one a line, into memory that it keeps.
///
/// It puts the commas and, on request, line breaks.
public struct JSONWriter: ~Copyable {
  /// Where the next token stands; this tells what must come before it.
  private enum Place {
    /// At the beginning of the text or of a container.
    case start
    case afterKey
    case afterElement
  }

  private var output = ByteBuffer()
  private let isPretty: Bool
  private var place = Place.start
  private var depth = 0

  /// - Parameter isPretty: two spaces a level instead of one line.
  public init(isPretty: Bool = false) { self.isPretty = isPretty }

  // MARK: What is written

  /// How many bytes are written.
  public var count: Int { output.count }
  /// How many bytes it can hold before it needs more memory.
  var capacity: Int { output.capacity }
  /// A copy of what is written.
  public var bytes: [UInt8] { output.withUnsafeBytes(Array.init) }

  /// Hands what is written to `body`, which must not keep the pointer.
  public func withUnsafeBytes<Result>(
    _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    try output.withUnsafeBytes(body)
  }

  /// Ends a line; the next value is a text of its own.
  public mutating func endLine() {
    output.append(UInt8(ascii: "\n"))
    place = .start
  }

  /// Forgets what is written, to write anew into the same memory.
  public mutating func removeAll() {
    output.removeAll()
    place = .start
    depth = 0
  }

  // MARK: Containers

  // What is written into a container is compiled into its place: a closure of its own for each
  // object would cost as much as the object.
  @inline(__always)
  mutating func object(_ body: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    body(&self)
    close(UInt8(ascii: "}"))
  }

  @inline(__always)
  mutating func array(_ body: (inout JSONWriter) -> Void) {
    openArray()
    body(&self)
    closeArray()
  }

  @inline(__always)
  mutating func array<Element>(
    of elements: some Sequence<Element>, _ body: (inout JSONWriter, Element) -> Void
  ) {
    openArray()
    for element in elements { body(&self, element) }
    closeArray()
  }

  mutating func openArray() { open(UInt8(ascii: "[")) }

  mutating func closeArray() { close(UInt8(ascii: "]")) }

  private mutating func open(_ bracket: UInt8) {
    separate()
    output.append(bracket)
    place = .start
    depth += 1
  }

  private mutating func close(_ bracket: UInt8) {
    depth -= 1
    if isPretty, place == .afterElement { breakLine() }
    output.append(bracket)
    place = .afterElement
  }

  /// Writes what must stand before a key or an element.
  @inline(__always)
  private mutating func separate() {
    if place == .afterElement { output.append(UInt8(ascii: ",")) }
    if isPretty, place != .afterKey, depth > 0 { breakLine() }
    place = .afterElement
  }

  private mutating func breakLine() {
    output.append(UInt8(ascii: "\n"))
    for _ in 0..<depth { output.append("  ") }
  }

  // MARK: Keys

  /// A key of the format; it holds nothing that must be escaped.
  mutating func key(_ name: StaticString) {
    if isPretty, depth > 0 { return prettyKey(name) }
    output.append(key: name, afterComma: place == .afterElement)
    place = .afterKey
  }

  /// A key that comes from the case or the law.
  mutating func key(named name: String) {
    separate()
    quote(name)
    output.append(UInt8(ascii: ":"))
    if isPretty { output.append(UInt8(ascii: " ")) }
    place = .afterKey
  }

  @inline(never)
  private mutating func prettyKey(_ name: StaticString) {
    separate()
    output.append(key: name, afterComma: false)
    output.append(UInt8(ascii: " "))
    place = .afterKey
  }

  // MARK: Values

  @inline(never)
  mutating func string(_ text: String) {
    separate()
    quote(text)
  }

  /// A string that `body` writes in pieces.
  @inline(__always)
  mutating func string(_ body: (_ piece: (UnsafeBufferPointer<UInt8>) -> Void) -> Void) {
    separate()
    output.append(UInt8(ascii: "\""))
    body { append($0) }
    output.append(UInt8(ascii: "\""))
  }

  mutating func day(_ value: Day) {
    separate()
    output.append(UInt8(ascii: "\""))
    value.withText { output.append(contentsOf: $0) }
    output.append(UInt8(ascii: "\""))
  }

  /// A decimal as a string, so that no reader takes it for binary floating point.
  mutating func decimal(_ value: ExactDecimal) {
    separate()
    output.append(UInt8(ascii: "\""))
    value.withText { output.append(contentsOf: $0) }
    output.append(UInt8(ascii: "\""))
  }

  mutating func integer(_ value: Int) {
    separate()
    ExactDecimal(value).withText { output.append(contentsOf: $0) }
  }

  mutating func boolean(_ value: Bool) {
    separate()
    if value { output.append("true") } else { output.append("false") }
  }

  mutating func null() {
    separate()
    output.append("null")
  }

  /// A value that is JSON already.
  public mutating func raw(_ value: some Collection<UInt8>) {
    separate()
    let isDone: Void? = value.withContiguousStorageIfAvailable { output.append(contentsOf: $0) }
    if isDone == nil { for byte in value { output.append(byte) } }
  }

  /// A value that another writer has written.
  mutating func raw(_ value: borrowing JSONWriter) {
    separate()
    output.append(contentsOf: value.output)
  }

  /// JSON text without the white space between its parts.
  public mutating func compact(_ text: String) {
    separate()
    var isQuoted = false
    var isEscaped = false
    for byte in text.utf8 {
      if !isQuoted, byte <= 0x20 { continue }
      output.append(byte)
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = isQuoted
      } else if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      }
    }
  }

  // MARK: Text

  @inline(__always)
  private mutating func quote(_ text: String) {
    output.append(UInt8(ascii: "\""))
    text.utf8.span.withUnsafeBufferPointer { append($0) }
    output.append(UInt8(ascii: "\""))
  }

  /// Appends text with what JSON must escape escaped.
  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    let place = output.append(unescaped: text)
    if place < text.count { append(text, from: place) }
  }

  @inline(never)
  private mutating func append(_ text: UnsafeBufferPointer<UInt8>, from first: Int) {
    var place = first
    while place < text.count {
      escape(text[place])
      place += 1
      place += output.append(unescaped: UnsafeBufferPointer(rebasing: text[place...]))
    }
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): output.append("\\\"")
    case UInt8(ascii: "\\"): output.append("\\\\")
    case UInt8(ascii: "\n"): output.append("\\n")
    case UInt8(ascii: "\t"): output.append("\\t")
    case UInt8(ascii: "\r"): output.append("\\r")
    default:
      output.append("\\u00")
      for digit in [byte >> 4, byte & 15] {
        output.append(digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10))
      }
    }
  }
}
