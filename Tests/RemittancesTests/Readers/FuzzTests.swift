import Foundation
import Testing

@testable import Remittances

/// Randomly damaged replies end in a reading or an error, never in a crash or without an end.
///
/// 20,000 inputs in all; a million with SOJOURN_LONG_TESTS=1, best in an optimized build.
struct FuzzTests {
  /// A small fast generator with a fixed start, so that a failure can be repeated.
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  static let seeds: [(SourceReader, String)] = [
    (.ecbXML, Replies.ecb), (.rateRowsJSON, Replies.frankfurter),
    (.rateTableJSON, Replies.openERAPI), (.worldBankIndicatorV2, Replies.worldBank),
    (.wiseComparisonV4, "wise/USD-MXN.json"),
  ]

  /// What often breaks readers.
  static let fragments: [[UInt8]] =
    [
      "null", "-0", "1e999", "1e-999", "99999999999999999999999999999999999999999", "\"", "\\",
      "\\ud800", "\\u0000", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "{", "}", "]", ",", ":",
      "<", "<Cube", "'/>", "<!DOCTYPE a>", "<![CDATA[", "]]>", "&amp;", "&#0;", "rate='", "time='",
      "\u{FEFF}", "\u{0}", "NaN", "Infinity", "P1D", "2026-02-30", "true", "{}", "[]",
    ].map { Array($0.utf8) } + [
      [0xFF], [0xC3, 0x28], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
    ]

  static func mutate(_ bytes: inout [UInt8], _ random: inout Generator) {
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1 where place < bytes.count: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 2: bytes.insert(contentsOf: fragments.randomElement(using: &random) ?? [], at: place)
      case 3: bytes.removeSubrange(place..<min(bytes.count, place + 1 + Int(random.next() % 40)))
      case 4: bytes.removeSubrange(place...)
      default:
        let end = min(bytes.count, place + Int(random.next() % 200))
        bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...place, using: &random))
      }
    }
  }

  @Test(arguments: seeds.indices)
  func survives(_ index: Int) throws {
    let (reader, name) = FuzzTests.seeds[index]
    let seed = try Replies.bytes(name)
    try fuzz(seed, reader, count: (Programs.isLong ? 1_000_000 : 20_000) / 7, UInt64(index) + 1)
  }

  @Test(arguments: [
    (Replies.dataset, SourceReader.worldBankDataset), (Replies.resources, .worldBankResources),
  ])
  func survivesCatalogues(_ text: String, _ reader: SourceReader) throws {
    try fuzz(Array(text.utf8), reader, count: (Programs.isLong ? 1_000_000 : 20_000) / 7, 77)
  }

  /// A small archive of our own with the history's columns.
  @Test(.enabled(if: Programs.path(of: "python3") != nil, "python3 makes the archive"))
  func survivesArchives() throws {
    let path = try SharedFiles.folder().appending(path: "h.zip").path(percentEncoded: false)
    let script = """
      import zipfile, sys
      z = zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED)
      rows = ["2026-10-%02d,1.1%d,175.68,N/A," % (d, d) for d in range(30, 0, -1)]
      z.writestr("eurofxref-hist.csv", "\\n".join(["Date,USD,JPY,BGN,"] + rows) + "\\n")
      z.close()
      """
    let python = try unwrapped(Programs.path(of: "python3"))
    #expect(try Programs.run(python, ["-c", script, path]).status == 0)
    let seed = Array(try Data(contentsOf: URL(filePath: path)))
    guard
      case .rates(let sets) = try SourceReading(
        seed, as: .ecbHistoryZip, answering: ReplyQuestion())
    else { return }
    #expect(sets.count == 30)
    try fuzz(seed, .ecbHistoryZip, count: Programs.isLong ? 100_000 : 2_000, 99)
    try fuzz(seed, .workbookXLSX, count: 2_000, 98)
  }

  private func fuzz(
    _ seed: [UInt8], _ reader: SourceReader, count: Int, _ start: UInt64
  ) throws {
    var random = Generator(state: start &* 0x9E37_79B9_7F4A_7C15)
    let question =
      reader == .worldBankDataset || reader == .worldBankResources
      ? Replies.catalogue : ReplyQuestion()
    var accepted = 0
    for _ in 0..<count {
      var bytes = seed
      FuzzTests.mutate(&bytes, &random)
      if (try? SourceReading(bytes, as: reader, answering: question)) != nil { accepted += 1 }
    }
    // Damage in a name or a digit passes, damage in the structure does not.
    #expect(accepted > 0)
    #expect(accepted < count)
  }
}
