import Formula

/// The names of the fields an object may have, in a fixed order.
struct FieldNames: ExpressibleByArrayLiteral, Sendable {
  let names: [StaticString]

  init(arrayLiteral names: StaticString...) { self.names = names }
}

/// The fields of an object that have been read, so that none is read twice.
struct SeenFields {
  private var seen: UInt32 = 0

  /// The place of a field among those known; unknown and repeated fields are faults.
  @inline(__always)
  mutating func check(
    _ key: JSONText, in bytes: UnsafeBufferPointer<UInt8>, among known: FieldNames
  ) throws(InputError) -> Int {
    for index in known.names.indices where key.matches(known.names[index], in: bytes) {
      let bit: UInt32 = 1 << UInt32(index)
      guard seen & bit == 0 else {
        throw InputError(
          "case.duplicate-key", "'\(known.names[index])' is given twice", at: key.offset)
      }
      seen |= bit
      return index
    }
    throw Self.unknown(key, in: bytes, among: known)
  }

  private static func unknown(
    _ key: JSONText, in bytes: UnsafeBufferPointer<UInt8>, among known: FieldNames
  ) -> InputError {
    let word = key.text(in: bytes)
    let names = known.names.map { "\($0)" }
    return InputError(
      "case.unknown-field", "'\(InputError.shown(word))' is no field here",
      hint: meant(by: word, among: names)
        ?? "known here: \(names.joined(separator: ", "))", at: key.offset)
  }
}

/// "did you mean 'x'?", where a candidate is near; long words are like none.
func meant(by word: String, among candidates: [String]) -> String? {
  guard word.utf8.count <= 60 else { return nil }
  return nearest(to: word, among: candidates).map { "did you mean '\($0)'?" }
}
