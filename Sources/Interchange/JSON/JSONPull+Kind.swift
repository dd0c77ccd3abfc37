extension JSONPull {
  /// What kind of value it is.
  enum Kind: String, CaseIterable {
    case object, array, string, number, boolean, null

    /// The kind that begins with this character; nil where no value does.
    @inline(__always)
    init?(beginningWith byte: UInt8) {
      switch byte {
      case UInt8(ascii: "{"): self = .object
      case UInt8(ascii: "["): self = .array
      case UInt8(ascii: "\""): self = .string
      case UInt8(ascii: "t"), UInt8(ascii: "f"): self = .boolean
      case UInt8(ascii: "n"): self = .null
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): self = .number
      default: return nil
      }
    }

    /// How messages call it.
    var words: String {
      switch self {
      case .object: "an object '{…}'"
      case .array: "a list '[…]'"
      case .string: "a text in quotes"
      case .number: "a number"
      case .boolean: "true or false"
      case .null: "null"
      }
    }
  }
}
