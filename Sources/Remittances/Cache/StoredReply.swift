/// A validated reply as the cache keeps it.
public struct StoredReply: Sendable, Equatable {
  /// The source's id.
  public var source: String
  public var url: String
  public var head: ReplyHead
  public var body: [UInt8]

  public init(source: String, url: String, head: ReplyHead, body: [UInt8]) {
    self.source = source
    self.url = url
    self.head = head
    self.body = body
  }

  /// What the cache finds it by. Every field a reply might vary by is the same in all of our
  /// requests, so source and address suffice.
  public var key: String { StoredReply.key(source: source, url: url) }

  public static func key(source: String, url: String) -> String { "\(source) \(url)" }

  /// FNV-1a, 64 bits: tells a body that rotted on disk, not one that was forged.
  static func checksum(_ body: [UInt8]) -> Int64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in body { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int64(bitPattern: hash)
  }
}
