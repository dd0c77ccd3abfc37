/// A short name for the state of a rule book, to tell two states apart; no protection of it.
enum BookHash {
  /// Twelve hexadecimal digits over the paths and bytes of all files that carry law.
  static func hash(of files: BookFiles) -> String {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    for folder in ["schemes", "instruments"] {
      files.readAll(below: folder, ending: [".yaml", ".csv"]) { path, bytes in
        mix(path, into: &state)
        mix(bytes, into: &state)
      }
    }
    let text = String(state, radix: 16)
    return String((String(repeating: "0", count: 16 - text.count) + text).prefix(12))
  }

  private static func mix(_ bytes: UnsafeRawBufferPointer, into state: inout UInt64) {
    var offset = 0
    while offset + 8 <= bytes.count {
      fold(
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)),
        into: &state)
      offset += 8
    }
    var last: UInt64 = 0
    while offset < bytes.count {
      last = last << 8 | UInt64(bytes[offset])
      offset += 1
    }
    fold(last, into: &state)
    fold(UInt64(bytes.count), into: &state)
  }

  /// One step of a multiply-and-fold hash: every bit of the word reaches every bit of the state.
  private static func fold(_ word: UInt64, into state: inout UInt64) {
    let product = (state ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    state = product.high ^ product.low ^ (word &* 0xE703_7ED1_A0B4_28DB)
  }
}
