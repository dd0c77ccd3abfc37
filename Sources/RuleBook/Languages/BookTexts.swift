import Formula

/// The English texts for people that the rule book holds, by what they belong to.
public struct BookTexts: Sendable {
  /// The texts of one subject: a file `<subject>.yaml` of each language translates them.
  public struct Subject: Sendable {
    /// `program`, `instruments`, or the id of a scheme.
    public let name: String
    /// In the order in which they stand, each once.
    public let texts: [String]

    public init(name: String, texts: [String]) {
      self.name = name
      self.texts = texts
    }
  }

  public private(set) var subjects: [Subject] = []

  /// Reads the texts of a book.
  ///
  /// - Complexity: O(size of all files).
  init(from files: BookFiles) {
    add("program", ["\(LanguageLoader.folder)/program-texts.yaml"], ["texts"], files)
    let said: Set = ["says", "ask", "notes", "name"]
    for path in files.files(below: "schemes", ending: ".yaml") {
      let id = path.split(separator: "/").dropFirst().joined(separator: ".").dropLast(5)
      add(String(id), [path], said, files)
    }
    add("instruments", files.files(below: "instruments", ending: ".yaml"), ["says"], files)
    add("institutions", files.files(below: "institutions", ending: ".yaml"), ["says"], files)
  }

  /// - Parameter keys: what stands under these keys of a file is said to people.
  private mutating func add(
    _ name: String, _ paths: [String], _ keys: Set<String>, _ files: BookFiles
  ) {
    var texts: [String] = []
    for path in paths {
      guard let source = files.read(path), let node = YAMLReader.read(source, Findings()) else {
        continue
      }
      Self.collect(node, key: "texts", keys, into: &texts)
    }
    var seen: Set<String> = []
    subjects.append(
      Subject(name: name, texts: texts.filter { seen.insert($0).inserted }))
  }

  private static func collect(
    _ node: YAMLNode, key: String, _ keys: Set<String>, into texts: inout [String]
  ) {
    switch node.content {
    case .text(let text):
      if keys.contains(key), !text.isEmpty { texts.append(text) }
    case .list(let items):
      for item in items { collect(item, key: key, keys, into: &texts) }
    case .mapping(let entries):
      if key == "name" {
        // A name by language: the English one is what others are translated from.
        guard keys.contains(key), let text = node["en"]?.text else { return }
        texts.append(text)
        return
      }
      // Persons covered and postings are shown on the page of an agreement only.
      for entry in entries where !["persons", "postings", "posting"].contains(entry.key) {
        collect(entry.value, key: entry.key, keys, into: &texts)
      }
    }
  }
}

extension RuleBook {
  /// The English texts for people that the rule book holds.
  public func texts() -> BookTexts { BookTexts(from: files) }
}
