/// Something a shared outcome rests on; plain bytes.
struct Evidence {
  enum Kind: UInt8 {
    /// A value of the law of that certainty.
    case certainty
    /// An unverified value of the law: the parameter, the key and the key of its row.
    case use
    /// A value used beyond the day to which it is published.
    case projection
    /// A fact of the case, by its row: it may be taken for granted.
    case fact
    /// Another shared outcome, by its level and slot.
    case outcome
  }

  let kind: Kind
  var certainty = Certainty.primary
  var place: Int32 = 0
  var key = 0
  var rowKey = 0
}
