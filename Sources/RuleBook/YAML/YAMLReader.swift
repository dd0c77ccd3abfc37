import CYAML
import Formula

/// Reads one YAML document with libyaml: plain texts, lists and mappings, nothing else.
///
/// Anchors, aliases, tags, further documents and keys written twice are faults. Files above
/// 8 MiB, 32 levels or 400,000 nodes are refused.
final class YAMLReader {
  static let mostBytes = 8 << 20
  static let deepest = 32
  static let mostNodes = 400_000

  // libyaml keeps a pointer to the parser in the parser, so it must not move.
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  private let source: SourceText
  private let findings: Findings
  private var nodes = 0

  /// Reads a file; nil where no tree could be made. Faults go to `findings`.
  static func read(_ source: SourceText, _ findings: Findings) -> YAMLNode? {
    let reader = YAMLReader(source, findings)
    do {
      return try source.bytes.withUnsafeBufferPointer { buffer in
        Result { () throws(Diagnostic) in try reader.document(buffer) }
      }.get()
    } catch {
      findings.add(error)
      return nil
    }
  }

  private init(_ source: SourceText, _ findings: Findings) {
    self.source = source
    self.findings = findings
  }

  deinit { parser.deallocate() }

  private func document(_ bytes: UnsafeBufferPointer<UInt8>) throws(Diagnostic) -> YAMLNode? {
    let start = SourceLocation(file: source.file, line: 1, column: 1)
    guard bytes.count <= Self.mostBytes else {
      throw Diagnostic(
        "yaml.too-large", "a rule file holds at most \(Self.mostBytes >> 20) MiB", at: start)
    }
    guard yaml_parser_initialize(parser) == 1 else {
      throw Diagnostic("yaml.reader", "libyaml could not start", at: start)
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
        if root == nil { throw Diagnostic("yaml.empty", "the file is empty", at: start) }
        return root
      default:
        guard root == nil else {
          throw Diagnostic(
            "yaml.documents", "a rule file is one document", hint: "remove the line '---'",
            at: location(event.start_mark))
        }
        root = try node(event, depth: 0)
      }
    }
  }

  private func node(_ event: yaml_event_t, depth: Int) throws(Diagnostic) -> YAMLNode {
    let start = place(event.start_mark)
    nodes += 1
    guard nodes <= Self.mostNodes else {
      throw Diagnostic(
        "yaml.too-many", "a rule file holds at most \(Self.mostNodes) texts",
        at: location(event.start_mark))
    }
    guard depth <= Self.deepest else {
      throw Diagnostic(
        "yaml.too-deep", "a rule file is nested at most \(Self.deepest) deep",
        at: location(event.start_mark))
    }
    switch event.type {
    case YAML_SCALAR_EVENT: return scalar(event, at: start)
    case YAML_SEQUENCE_START_EVENT:
      refuse(event.data.sequence_start.anchor, event.data.sequence_start.tag, at: start)
      var items: [YAMLNode] = []
      items.reserveCapacity(4)
      while true {
        var inner = try next()
        defer { yaml_event_delete(&inner) }
        if inner.type == YAML_SEQUENCE_END_EVENT {
          return make(.list(items), from: start, to: inner)
        }
        items.append(try node(inner, depth: depth + 1))
      }
    case YAML_MAPPING_START_EVENT:
      refuse(event.data.mapping_start.anchor, event.data.mapping_start.tag, at: start)
      return try mapping(from: start, depth: depth)
    case YAML_ALIAS_EVENT:
      findings.add(
        Diagnostic(
          "yaml.alias", "aliases are not used in rule files", at: location(event.start_mark)))
      return make(.text(""), from: start, to: event)
    default:
      throw Diagnostic(
        "yaml.syntax", "expected a text, a list or a mapping", at: location(event.start_mark))
    }
  }

  private func make(
    _ content: YAMLNode.Content, from start: YAMLNode.Place, to event: yaml_event_t,
    style: YAMLNode.Style = .plain
  ) -> YAMLNode {
    YAMLNode(
      content: content, start: start, end: place(event.end_mark), style: style, source: source)
  }

  private func scalar(_ event: yaml_event_t, at start: YAMLNode.Place) -> YAMLNode {
    let scalar = event.data.scalar
    refuse(scalar.anchor, scalar.tag, at: start)
    let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    let style: YAMLNode.Style =
      switch scalar.style {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
      case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
      case YAML_LITERAL_SCALAR_STYLE: .literal
      case YAML_FOLDED_SCALAR_STYLE: .folded
      default: .plain
      }
    return make(
      .text(String(decoding: bytes, as: UTF8.self)), from: start, to: event, style: style)
  }

  private func mapping(from start: YAMLNode.Place, depth: Int) throws(Diagnostic) -> YAMLNode {
    var entries: [YAMLNode.Entry] = []
    entries.reserveCapacity(6)
    // Few keys are looked through, many are hashed.
    let few = 24
    var seen: Set<String> = []
    while true {
      var keyEvent = try next()
      defer { yaml_event_delete(&keyEvent) }
      if keyEvent.type == YAML_MAPPING_END_EVENT {
        return make(.mapping(entries), from: start, to: keyEvent)
      }
      let keyNode = try node(keyEvent, depth: depth + 1)
      var valueEvent = try next()
      defer { yaml_event_delete(&valueEvent) }
      let value = try node(valueEvent, depth: depth + 1)
      guard let key = keyNode.text else {
        findings.report("yaml.key", "a key is a plain word, this is \(keyNode.kind)", at: keyNode)
        continue
      }
      if entries.count == few { seen = Set(entries.map(\.key)) }
      let isNew =
        entries.count < few
        ? !entries.contains { $0.key == key } : seen.insert(key).inserted
      guard isNew else {
        findings.report(
          "yaml.duplicate-key", "'\(key)' stands here twice", hint: "keep one of the two",
          at: keyNode)
        continue
      }
      entries.append(.init(key: key, keyPlace: keyNode.start, value: value))
    }
  }

  private func refuse(
    _ anchor: UnsafeMutablePointer<yaml_char_t>?, _ tag: UnsafeMutablePointer<yaml_char_t>?,
    at place: YAMLNode.Place
  ) {
    if anchor != nil {
      findings.add(
        Diagnostic(
          "yaml.anchor", "anchors are not used in rule files",
          hint: "put a text that begins with & in quotes", at: place.location(in: source)))
    }
    if tag != nil {
      findings.add(
        Diagnostic(
          "yaml.tag", "tags are not used in rule files",
          hint: "put a text that begins with ! in quotes", at: place.location(in: source)))
    }
  }

  private func next() throws(Diagnostic) -> yaml_event_t {
    var event = yaml_event_t()
    if yaml_parser_parse(parser, &event) == 1 { return event }
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "unreadable text"
    if parser.pointee.error == YAML_READER_ERROR {
      let line = source.lineStarts.lastIndex { $0 <= parser.pointee.problem_offset } ?? 0
      throw Diagnostic(
        "yaml.encoding", "the file is not UTF-8 text here: \(problem)",
        at: SourceLocation(file: source.file, line: line + 1, column: 1))
    }
    throw Diagnostic("yaml.syntax", problem, hint: hint, at: location(parser.pointee.problem_mark))
  }

  /// The two mistakes behind most syntax errors in rule files.
  private var hint: String? {
    "a text with ': ', ' #', or (in braces) a comma stands in quotes"
  }

  private func location(_ mark: yaml_mark_t) -> SourceLocation {
    place(mark).location(in: source)
  }

  /// A file of at most 8 MiB has no line or column beyond 32 bits.
  private func place(_ mark: yaml_mark_t) -> YAMLNode.Place {
    YAMLNode.Place(line: Int32(clamping: mark.line + 1), column: Int32(clamping: mark.column + 1))
  }
}
