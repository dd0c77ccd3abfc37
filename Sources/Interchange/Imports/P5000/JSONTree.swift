import Quantities

/// A JSON value as a whole, for documents of which little is read and much is skipped.
struct JSONTree: Hashable {
  indirect enum Content: Hashable {
    case object([String: JSONTree])
    case array([JSONTree])
    /// A text, or a number as it is written.
    case scalar(String)
    case boolean(Bool)
    case null
  }

  let content: Content
  /// Where it stands, as a JSON pointer.
  let path: String

  /// Reads a whole document.
  ///
  /// - Throws: `InputError` with the place of the first fault.
  static func read(_ bytes: [UInt8]) throws(InputError) -> JSONTree {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes
    let outcome = body.withUnsafeBufferPointer { buffer in
      Result { () throws(InputError) in
        var json = JSONPull(buffer)
        let tree = try JSONTree(&json, path: "")
        try json.end()
        return tree
      }
    }
    return try outcome.get()
  }

  private init(_ json: inout JSONPull, path: String) throws(InputError) {
    self.path = path
    switch try json.kind() {
    case .object:
      var members: [String: JSONTree] = [:]
      var more = try json.openObject()
      while more {
        let name = try json.name().text(in: json.bytes)
        members[name] = try JSONTree(&json, path: "\(path)/\(name)")
        more = try json.nextMember()
      }
      content = .object(members)
    case .array:
      var items: [JSONTree] = []
      var more = try json.openArray()
      while more {
        items.append(try JSONTree(&json, path: "\(path)/\(items.count)"))
        more = try json.nextElement()
      }
      content = .array(items)
    case .string: content = .scalar(try json.string().text(in: json.bytes))
    case .number: content = .scalar(String(decoding: json.bytes[try json.number()], as: UTF8.self))
    case .boolean: content = .boolean(try json.boolean())
    case .null:
      try json.null()
      content = .null
    }
  }

  /// The member of that name, unless it is null.
  subscript(name: String) -> JSONTree? {
    guard case .object(let members) = content, let member = members[name],
      member.content != .null
    else { return nil }
    return member
  }

  /// The items of a list; none of anything else.
  var items: [JSONTree] {
    if case .array(let items) = content { items } else { [] }
  }

  /// A text or number that is not blank.
  var text: String? {
    guard case .scalar(let text) = content else { return nil }
    return text.contains { !$0.isWhitespace } ? text : nil
  }

  var isObject: Bool {
    if case .object = content { true } else { false }
  }
}
