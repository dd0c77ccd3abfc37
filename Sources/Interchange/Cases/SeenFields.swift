import Formula

/// The fields of an object that have been read, so that none is read twice.
struct SeenFields {
  private var seen: UInt32 = 0

  /// The place of a field among those known; unknown and repeated fields are faults.
  mutating func check(
    _ key: JSONText, in bytes: UnsafeBufferPointer<UInt8>, among known: [StaticString]
  ) throws(InputError) -> Int {
    for (index, name) in known.enumerated() where key.matches(name, in: bytes) {
      let bit: UInt32 = 1 << UInt32(index)
      guard seen & bit == 0 else {
        throw InputError(
          "case.duplicate-key", "'\(name)' is given twice", at: key.range.lowerBound)
      }
      seen |= bit
      return index
    }
    let word = key.text(in: bytes)
    let names = known.map { "\($0)" }
    throw InputError(
      "case.unknown-field", "'\(word)' is no field here",
      hint: nearest(to: word, among: names).map { "did you mean '\($0)'?" }
        ?? "known here: \(names.joined(separator: ", "))",
      at: key.range.lowerBound)
  }
}

/// The names of a map that have been read.
struct SeenNames {
  private var seen: Set<String> = []

  mutating func check(_ name: String, at offset: Int) throws(InputError) {
    guard seen.insert(name).inserted else {
      throw InputError("case.duplicate-key", "'\(name)' is given twice", at: offset)
    }
    guard seen.count <= CaseLimits.entries else {
      throw InputError(
        "case.too-many", "more than \(CaseLimits.entries) entries", at: offset)
    }
  }
}
