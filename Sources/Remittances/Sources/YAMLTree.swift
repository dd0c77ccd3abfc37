import CYAML

/// Reads a small YAML document with libyaml into nodes: no anchors, aliases or tags, no key twice.
final class YAMLTree {
  // libyaml keeps a pointer to the parser in the parser, so it must not move.
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  private let file: String
  private static let deepest = 16

  /// Reads `bytes` as one document.
  /// - Throws: `SourceListError` at the first mistake.
  static func read(_ bytes: [UInt8], file: String) throws(SourceListError) -> YAMLNode {
    let tree = YAMLTree(file: file)
    let result = bytes.withUnsafeBufferPointer { buffer in
      Result { () throws(SourceListError) in try tree.document(buffer) }
    }
    return try result.get()
  }

  private init(file: String) {
    self.file = file
  }

  deinit { parser.deallocate() }

  private func document(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(SourceListError) -> YAMLNode {
    guard yaml_parser_initialize(parser) == 1 else {
      throw error(.unreadable, .init(line: 0, column: 0), "libyaml could not start")
    }
    defer { yaml_parser_delete(parser) }
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    var root: YAMLNode?
    while true {
      var event = try next()
      defer { yaml_event_delete(&event) }
      switch event.type {
      case YAML_STREAM_START_EVENT, YAML_DOCUMENT_START_EVENT, YAML_DOCUMENT_END_EVENT: continue
      case YAML_STREAM_END_EVENT:
        guard let root else {
          throw error(.notYAML, place(event), "expected a document, the file is empty")
        }
        return root
      default:
        guard root == nil else {
          throw error(.forbiddenYAML, place(event), "expected one document in the file")
        }
        root = try node(event, depth: 0)
      }
    }
  }

  private func node(
    _ event: yaml_event_t, depth: Int
  ) throws(SourceListError) -> YAMLNode {
    let place = place(event)
    guard depth < YAMLTree.deepest else {
      throw error(.tooDeep, place, "expected at most \(YAMLTree.deepest) levels")
    }
    switch event.type {
    case YAML_SCALAR_EVENT: return YAMLNode(content: .text(try text(event)), place: place)
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      try refuse(start.anchor, start.tag, at: place)
      var items: [YAMLNode] = []
      while true {
        var inner = try next()
        defer { yaml_event_delete(&inner) }
        if inner.type == YAML_SEQUENCE_END_EVENT { break }
        items.append(try node(inner, depth: depth + 1))
      }
      return YAMLNode(content: .list(items), place: place)
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      try refuse(start.anchor, start.tag, at: place)
      return YAMLNode(content: .mapping(try entries(depth: depth)), place: place)
    case YAML_ALIAS_EVENT: throw error(.forbiddenYAML, place, "aliases are not allowed here")
    default: throw error(.notYAML, place, "expected a text, a list or a mapping")
    }
  }

  private func entries(depth: Int) throws(SourceListError) -> [YAMLNode.Entry] {
    var entries: [YAMLNode.Entry] = []
    while true {
      var keyEvent = try next()
      defer { yaml_event_delete(&keyEvent) }
      if keyEvent.type == YAML_MAPPING_END_EVENT { return entries }
      let keyPlace = place(keyEvent)
      guard keyEvent.type == YAML_SCALAR_EVENT else {
        throw error(.wrongKind, keyPlace, "expected a plain word as a key")
      }
      let key = try text(keyEvent)
      if entries.contains(where: { $0.key == key }) {
        throw error(.duplicateKey, keyPlace, "\(key) stands here twice; keep one of them")
      }
      var valueEvent = try next()
      defer { yaml_event_delete(&valueEvent) }
      let value = try node(valueEvent, depth: depth + 1)
      entries.append(.init(key: key, keyPlace: keyPlace, value: value))
    }
  }

  private func text(_ event: yaml_event_t) throws(SourceListError) -> String {
    let scalar = event.data.scalar
    try refuse(scalar.anchor, scalar.tag, at: place(event))
    let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func refuse(
    _ anchor: UnsafeMutablePointer<yaml_char_t>?, _ tag: UnsafeMutablePointer<yaml_char_t>?,
    at place: YAMLNode.Place
  ) throws(SourceListError) {
    if anchor != nil { throw error(.forbiddenYAML, place, "anchors are not allowed here") }
    if tag != nil { throw error(.forbiddenYAML, place, "tags are not allowed here") }
  }

  private func next() throws(SourceListError) -> yaml_event_t {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else {
      let mark = parser.pointee.problem_mark
      let problem = parser.pointee.problem.map { String(cString: $0) } ?? "unreadable text"
      throw error(
        .notYAML, .init(line: Int(mark.line) + 1, column: Int(mark.column) + 1), problem)
    }
    return event
  }

  private func place(_ event: yaml_event_t) -> YAMLNode.Place {
    .init(line: Int(event.start_mark.line) + 1, column: Int(event.start_mark.column) + 1)
  }

  private func error(
    _ code: SourceListError.Code, _ place: YAMLNode.Place, _ message: String
  ) -> SourceListError {
    SourceListError(
      code: code, file: file, line: place.line, column: place.column, message: message)
  }
}
