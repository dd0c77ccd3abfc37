extension JSONPull {
  /// The place of the value a JSON pointer (RFC 6901) leads to; nil where it leads nowhere.
  mutating func offset(of pointer: String) -> Int? {
    for component in pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
      let name = Self.unescaped(component)
      guard let found = try? enter(name), found else { return nil }
    }
    skipSpace()
    return position
  }

  /// Goes to the value of a name or place of the container that comes next.
  private mutating func enter(_ component: String) throws(InputError) -> Bool {
    switch try kind() {
    case .object:
      var more = try openObject()
      while more {
        let key = try name()
        if key.text(in: bytes) == component { return true }
        try skip()
        more = try nextMember()
      }
    case .array:
      var more = try openArray()
      var index = 0
      while more {
        if String(index) == component { return true }
        try skip()
        index += 1
        more = try nextElement()
      }
    default: break
    }
    return false
  }

  /// A component with `~1` and `~0` undone, in that order as the RFC says.
  private static func unescaped(_ component: Substring) -> String {
    var result = ""
    var isEscape = false
    for scalar in component.unicodeScalars {
      if isEscape {
        isEscape = false
        result += scalar == "1" ? "/" : scalar == "0" ? "~" : "~\(scalar)"
      } else if scalar == "~" {
        isEscape = true
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
