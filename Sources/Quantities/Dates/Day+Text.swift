extension Day: LosslessStringConvertible, CustomStringConvertible {
  /// The day as YYYY-MM-DD.
  public var description: String {
    var text = ""
    withText { text = String(decoding: $0, as: UTF8.self) }
    return text
  }

  /// Hands the day as YYYY-MM-DD to `body`, without a text of its own.
  public func withText(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 10) { buffer in
      buffer.initialize(repeating: UInt8(ascii: "-"))
      let parts = components
      CivilText.put(parts.year, digits: 4, at: 0, of: buffer)
      CivilText.put(parts.month, digits: 2, at: 5, of: buffer)
      CivilText.put(parts.day, digits: 2, at: 8, of: buffer)
      body(UnsafeBufferPointer(buffer))
    }
  }

  /// Reads exactly YYYY-MM-DD; nil for anything else and for days that do not exist.
  public init?(parsing bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = CivilText.number(bytes, 0, 4), let month = CivilText.number(bytes, 5, 2),
      let day = CivilText.number(bytes, 8, 2)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Reads exactly YYYY-MM-DD; nil for anything else and for days that do not exist.
  public init?(_ text: some StringProtocol) {
    guard let day = CivilText.read(text, Day.init(parsing:)) else { return nil }
    self = day
  }

  /// Reads exactly YYYY-MM-DD; nil for anything else and for days that do not exist.
  public init?(_ description: String) {
    guard let day = CivilText.read(description, Day.init(parsing:)) else { return nil }
    self = day
  }
}
