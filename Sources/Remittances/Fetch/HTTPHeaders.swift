/// The header fields of one reply, in order, names compared without regard to case.
public struct HTTPHeaders: Sendable, Equatable {
  /// One field; the name is kept in lower case.
  public struct Field: Sendable, Equatable {
    public let name: String
    public var value: String
  }

  public private(set) var fields: [Field]

  public init(_ pairs: [(String, String)] = []) {
    fields = pairs.map { Field(name: $0.0.lowercased(), value: $0.1) }
  }

  /// The first field of this name.
  public func first(_ name: String) -> String? {
    let name = name.lowercased()
    return fields.first { $0.name == name }?.value
  }

  /// All fields of this name joined by commas, as RFC 9110 § 5.3 reads a list field.
  public func list(_ name: String) -> String? {
    let name = name.lowercased()
    let values = fields.filter { $0.name == name }.map(\.value)
    return values.isEmpty ? nil : values.joined(separator: ", ")
  }

  /// Adds one header line as it came over the wire; a line without a colon is not a field.
  public mutating func add(line: String) {
    guard let colon = line.firstIndex(of: ":") else { return }
    let name = line[..<colon].lowercased()
    let value = line[line.index(after: colon)...].trimmed
    guard !name.isEmpty, !name.contains(where: \.isWhitespace) else { return }
    fields.append(Field(name: name, value: String(value)))
  }

  /// Replaces what a 304 brought anew (RFC 9111 § 3.2), keeping what describes the stored body.
  public mutating func update(from newer: HTTPHeaders) {
    let kept: Set<String> = ["content-length", "content-encoding", "content-type", "content-range"]
    let names = Set(newer.fields.map(\.name)).subtracting(kept)
    fields.removeAll { names.contains($0.name) }
    fields += newer.fields.filter { names.contains($0.name) }
  }

  /// One `name: value` a line, as the cache keeps them.
  public var text: String {
    fields.map { "\($0.name): \($0.value)" }.joined(separator: "\n")
  }

  public init(text: String) {
    self.init()
    for line in text.split(separator: "\n") { add(line: String(line)) }
  }
}

extension StringProtocol {
  /// Without the spaces and tabs, carriage returns and line feeds at both ends.
  var trimmed: SubSequence {
    let isSpace = { (character: Character) in
      character == " " || character == "\t" || character == "\r" || character == "\n"
        || character == "\r\n"
    }
    guard let first = firstIndex(where: { !isSpace($0) }),
      let last = lastIndex(where: { !isSpace($0) })
    else { return self[endIndex...] }
    return self[first...last]
  }
}
