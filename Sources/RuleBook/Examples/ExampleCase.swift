import Formula

/// A case inside an example, as the JSON that cases are read from.
public struct ExampleCase: Sendable {
  /// The case as JSON; numbers are strings, which are read exactly.
  public let json: [UInt8]
  let node: YAMLNode

  init(_ node: YAMLNode) {
    self.node = node
    var bytes: [UInt8] = []
    Self.write(node, isFact: false, into: &bytes)
    json = bytes
  }

  /// The place of a JSON pointer (`/periods/3/to`), or of the nearest thing above it.
  func node(at pointer: String) -> YAMLNode {
    var place = node
    for part in pointer.split(separator: "/") {
      let name = part.split(separator: "~", omittingEmptySubsequences: false).enumerated().map {
        $0.offset == 0
          ? String($0.element)
          : ($0.element.first == "1" ? "/" : "~") + $0.element.dropFirst()
      }.joined()
      if let next = place[name] {
        place = next
      } else if let items = place.items, let index = Int(name), items.indices.contains(index) {
        place = items[index]
      } else {
        break
      }
    }
    return place
  }

  /// Below `facts` the words yes and no are truth values, as a case in JSON writes them.
  private static func write(_ node: YAMLNode, isFact: Bool, into bytes: inout [UInt8]) {
    switch node.content {
    case .text(let text):
      if isFact, node.style == .plain, text == "yes" || text == "no" {
        bytes += text == "yes" ? "true".utf8 : "false".utf8
      } else {
        quote(text, into: &bytes)
      }
    case .list(let items):
      bytes.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        write(item, isFact: isFact, into: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .mapping(let entries):
      bytes.append(UInt8(ascii: "{"))
      for (index, entry) in entries.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        quote(entry.key, into: &bytes)
        bytes.append(UInt8(ascii: ":"))
        write(entry.value, isFact: isFact || entry.key == "facts", into: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func quote(_ text: String, into bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case ..<0x20:
        let digits = Array("0123456789abcdef".utf8)
        bytes += "\\u00".utf8
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

/// A case of an example that the reader of cases refuses.
public struct ExampleCaseFault: Error, Sendable {
  public let code: String
  public let message: String
  public let hint: String?
  /// The place in the case as a JSON pointer: `/periods/3/to`.
  public let pointer: String

  public init(code: String, message: String, hint: String? = nil, pointer: String) {
    self.code = code
    self.message = message
    self.hint = hint
    self.pointer = pointer
  }
}
