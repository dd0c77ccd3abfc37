import Foundation

/// The keys a schema knows, as `part.key`, and those of a value by the parts that describe it.
struct SchemaKeys {
  private let root: [String: Any]
  private let parts: [String: Any]

  init(_ text: String) throws {
    let tree = try JSONSerialization.jsonObject(with: Data(text.utf8))
    root = tree as? [String: Any] ?? [:]
    parts = root["$defs"] as? [String: Any] ?? [:]
  }

  /// Every key of every object with named properties.
  var all: Set<String> {
    var found = keys(in: root, as: "")
    for (name, part) in parts { found.formUnion(keys(in: part, as: name)) }
    return found
  }

  private func keys(in schema: Any, as name: String) -> Set<String> {
    guard let schema = schema as? [String: Any] else { return [] }
    var found: Set<String> = []
    for (key, value) in schema["properties"] as? [String: Any] ?? [:] {
      found.insert("\(name).\(key)")
      found.formUnion(keys(in: value, as: "\(name).\(key)"))
    }
    if let items = schema["items"] { found.formUnion(keys(in: items, as: name)) }
    return found
  }

  /// The keys a value uses, named as `all` names them; unknown ones too.
  func keys(of value: Any) -> Set<String> { keys(of: value, by: root, as: "") }

  private func keys(of value: Any, by schema: [String: Any], as name: String) -> Set<String> {
    if let reference = schema["$ref"] as? String {
      let part = String(reference.dropFirst("#/$defs/".count))
      return keys(of: value, by: parts[part] as? [String: Any] ?? [:], as: part)
    }
    var found: Set<String> = []
    if let list = value as? [Any], let items = schema["items"] as? [String: Any] {
      for element in list { found.formUnion(keys(of: element, by: items, as: name)) }
    }
    guard let object = value as? [String: Any] else { return found }
    guard let properties = schema["properties"] as? [String: Any] else {
      // Names by language and figures by year have free keys, and say so.
      let isFree =
        schema["additionalProperties"] is [String: Any] || schema["oneOf"] != nil
      return isFree ? found : Set(object.keys.map { "\(name).\($0)" })
    }
    for (key, inner) in object {
      found.insert("\(name).\(key)")
      if let schema = properties[key] as? [String: Any] {
        found.formUnion(keys(of: inner, by: schema, as: "\(name).\(key)"))
      }
    }
    return found
  }

  /// The words of a closed list: of a part, or of one of its properties.
  func list(_ part: String, _ property: String? = nil) -> Set<String> {
    var schema = parts[part] as? [String: Any]
    if let property {
      schema = (schema?["properties"] as? [String: Any])?[property] as? [String: Any]
    }
    return Set((schema?["enum"] as? [Any] ?? []).map { "\($0)" })
  }
}
