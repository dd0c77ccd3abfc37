/// What is wrong in a case or request, where, and what would be right.
public struct InputError: Error, Sendable, Hashable {
  /// A stable name of the fault (`case.unknown-country`), apart from its wording.
  public let code: String
  public let message: String
  /// What would be right, where that can be said.
  public let hint: String?
  /// The place in the input, in bytes from its beginning.
  public private(set) var offset: Int
  /// The place as a JSON pointer: `/periods/3/to`.
  public private(set) var path: String

  public init(_ code: String, _ message: String, hint: String? = nil, at offset: Int) {
    self.code = code
    self.message = message
    self.hint = hint
    self.offset = offset
    path = ""
  }

  /// The same fault seen from the container that holds its value under `component`.
  func within(_ component: some StringProtocol) -> InputError {
    var outer = self
    let escaped = component.map { $0 == "~" ? "~0" : $0 == "/" ? "~1" : String($0) }.joined()
    outer.path = "/\(escaped)\(path)"
    return outer
  }

  /// The same fault in a text that begins so many bytes earlier.
  func moved(by bytes: Int) -> InputError {
    var outer = self
    outer.offset += bytes
    return outer
  }

  /// The same fault at the value its path leads to in the JSON text `bytes`.
  ///
  /// For faults found after reading, when only the path is known; a path that leads nowhere keeps
  /// the offset.
  public func located(in bytes: [UInt8]) -> InputError {
    var outer = self
    let found = bytes.withUnsafeBufferPointer { buffer in
      var json = JSONPull(buffer)
      return json.offset(of: path)
    }
    if let found { outer.offset = found }
    return outer
  }

  /// Line and column of the place, both from 1, columns in bytes.
  public func position(in bytes: some Collection<UInt8>) -> (line: Int, column: Int) {
    var line = 1
    var column = 1
    for byte in bytes.prefix(max(0, offset)) {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    return (line, column)
  }
}
