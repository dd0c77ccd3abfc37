import Quantities

extension Country {
  /// The two letters as one number, so that countries compare like words.
  var ordinal: Int { code.utf8.reduce(0) { $0 * 256 + Int($1) } }

  init?(ordinal: Int) {
    let letters = [UInt8(truncatingIfNeeded: ordinal >> 8), UInt8(truncatingIfNeeded: ordinal)]
    self.init(String(decoding: letters, as: UTF8.self))
  }
}
