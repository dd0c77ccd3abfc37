/// The notes of a case: what people and programs wrote beside its parts and the engine does not
/// read. Each is a JSON value as it was written.
public struct CaseNotes: Sendable, Hashable {
  public var whole: [UInt8]?
  public var person: [UInt8]?
  public var claim: [UInt8]?
  /// By the place of the period.
  public var periods: [Int: [UInt8]] = [:]

  public init() {}

  /// A text as a note.
  static func text(_ text: String) -> [UInt8] {
    var json = JSONWriter()
    json.string(text)
    return json.bytes
  }

  /// The notes of a case that ``CaseReader`` has read already.
  ///
  /// - Throws: `InputError` where the bytes are no JSON after all.
  public init(of bytes: [UInt8]) throws(InputError) {
    let outcome = bytes.withUnsafeBufferPointer { buffer in
      Result { () throws(InputError) in
        var notes = CaseNotes()
        var json = JSONPull(buffer)
        notes.whole = try Self.note(&json) { (json, name) throws(InputError) in
          switch name {
          case "person": notes.person = try Self.note(&json)
          case "claim": notes.claim = try Self.note(&json)
          case "periods":
            var index = 0
            var more = try json.openArray()
            while more {
              notes.periods[index] = try Self.note(&json)
              index += 1
              more = try json.nextElement()
            }
          default: try json.skip()
          }
        }
        return notes
      }
    }
    self = try outcome.get()
  }

  /// The note of the object that comes next; `other` reads its other members.
  private static func note(
    _ json: inout JSONPull,
    other: (inout JSONPull, String) throws(InputError) -> Void = { (json, _) throws(InputError) in
      try json.skip()
    }
  ) throws(InputError) -> [UInt8]? {
    var note: [UInt8]?
    var more = try json.openObject()
    while more {
      let name = try json.name().text(in: json.bytes)
      if name == "note" {
        json.skipSpace()
        let start = json.position
        try json.skip()
        note = Array(json.bytes[start..<json.position])
      } else {
        try other(&json, name)
      }
      more = try json.nextMember()
    }
    return note
  }
}
