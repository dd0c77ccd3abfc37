/// The answers given so far in an interview, as a file from which it is resumed.
///
/// Each answer stands under the name of its question, in a form that no language changes.
public enum AnswersFile {
  /// What the file names itself.
  public static let format = "sojourn/interview/1"
  /// Bytes of such a file; a longer one is refused.
  public static let bytes = CaseLimits.bytes

  /// The file as indented JSON, ending with a line break.
  public static func bytes(of answers: [String: String]) -> [UInt8] {
    var json = JSONWriter(isPretty: true)
    json.object { json in
      json.member("format", format)
      json.member("note", "Resume with: sojourn interview --save THIS-FILE")
      json.key("answers")
      json.object { json in
        for (name, answer) in answers.sorted(by: { $0.key < $1.key }) {
          json.member(named: name, answer)
        }
      }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  /// Reads such a file.
  ///
  /// - Throws: `InputError` with the place of the first fault; `interview.format` where the text is
  ///   JSON of another kind.
  public static func read(_ bytes: [UInt8]) throws(InputError) -> [String: String] {
    let outcome = bytes.withUnsafeBufferPointer { buffer in
      Result { () throws(InputError) in try read(buffer) }
    }
    return try outcome.get()
  }

  private static func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(InputError)
    -> [String: String]
  {
    var json = JSONPull(bytes)
    var isNamed = false
    var answers: [String: String] = [:]
    var more = try json.openObject()
    while more {
      let key = try json.name()
      switch key.text(in: bytes) {
      case "format":
        let place = json.position
        isNamed = try json.string().text(in: bytes) == format
        if !isNamed { throw notAnInterview(at: place) }
      case "answers": answers = try read(&json, bytes)
      default: try json.skip()
      }
      more = try json.nextMember()
    }
    try json.end()
    guard isNamed else { throw notAnInterview(at: 0) }
    return answers
  }

  private static func read(
    _ json: inout JSONPull, _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(InputError) -> [String: String] {
    var answers: [String: String] = [:]
    var more = try json.openObject()
    while more {
      let name = try json.name().text(in: bytes)
      answers[name] = try json.string().text(in: bytes)
      more = try json.nextMember()
    }
    return answers
  }

  private static func notAnInterview(at offset: Int) -> InputError {
    InputError(
      "interview.format", "this is not an interview that was saved",
      hint: "\"format\": \"\(format)\"", at: offset)
  }
}
