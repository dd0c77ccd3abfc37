import Quantities

extension Instant: CustomStringConvertible {
  /// ISO 8601 in universal time, such as `2026-10-06T08:21:24Z`.
  public var description: String { "\(day)T\(clock)Z" }

  /// The time of day, such as `08:21:24`.
  var clock: String {
    let parts = [secondOfDay / 3_600, secondOfDay % 3_600 / 60, secondOfDay % 60]
    return parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }

  /// Reads `2026-10-06T08:21:24Z`; a fraction of a second is dropped, and a difference to
  /// universal time such as `+02:00` or `+0000` is taken off. Nil for anything else.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), let day = Day(text.prefix(10)),
      let hour = Instant.pair(bytes, 11), let minute = Instant.pair(bytes, 14),
      let second = Instant.pair(bytes, 17),
      let local = Instant(day, hour: hour, minute: minute, second: second)
    else { return nil }
    var rest = bytes[19...]
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      guard !digits.isEmpty else { return nil }
      rest = rest.dropFirst(digits.count)
    }
    guard let difference = Instant.difference(Array(rest)) else { return nil }
    self = local.adding(-difference)
  }

  /// Seconds ahead of universal time that a suffix such as `Z`, `+02:00` or `-0530` means.
  private static func difference(_ suffix: [UInt8]) -> Int64? {
    if suffix == [UInt8(ascii: "Z")] { return 0 }
    let digits = suffix.dropFirst().filter { $0 != UInt8(ascii: ":") }
    guard let sign = suffix.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
      digits.count == 4, let hours = pair(digits, 0), let minutes = pair(digits, 2), hours < 24,
      minutes < 60
    else { return nil }
    let seconds = Int64(hours * 3_600 + minutes * 60)
    return sign == UInt8(ascii: "+") ? seconds : -seconds
  }

  /// The two digits at `start`.
  private static func pair(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard start + 1 < bytes.count, (0x30...0x39).contains(bytes[start]),
      (0x30...0x39).contains(bytes[start + 1])
    else { return nil }
    return Int(bytes[start] - 0x30) * 10 + Int(bytes[start + 1] - 0x30)
  }
}
