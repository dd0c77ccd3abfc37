import Testing

@testable import Interchange

/// Cases with random damage are read or refused, and never crash the reader.
///
/// `SOJOURN_FUZZ=n` reads n of them.
struct FuzzTests {
  private static let runs = 8

  @Test(arguments: 0..<runs)
  func mutations(_ run: Int) throws {
    let names = TestFiles.cases("good")
    let seeds = try names.map { try TestFiles.bytes("good/\($0).json") }
    var random = SeededRandom(run + 1)
    var refused = 0
    for _ in 0..<(TestFiles.number("SOJOURN_FUZZ", otherwise: 20_000) / Self.runs) {
      var bytes = seeds[random.below(seeds.count)]
      for _ in 0...random.below(3) { Self.damage(&bytes, seeds, &random) }
      do {
        _ = try CaseReader.read(bytes, today: TestFiles.today)
      } catch {
        refused += 1
        #expect((0...bytes.count) ~= error.offset)
        if refused % 16 == 0 { #expect(!error.rendered(file: "f", bytes: bytes).isEmpty) }
        if !error.path.isEmpty {
          // The path leads to a value of the text, however damaged.
          #expect(
            Self.leads(error.path, in: bytes), "\(error) \(String(decoding: bytes, as: UTF8.self))")
        }
      }
    }
    #expect(refused > 0)
  }

  private static func leads(_ path: String, in bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      var json = JSONPull(buffer)
      return json.offset(of: path) != nil
    }
  }

  private static let tokens = [
    "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud83d", "null", "true", "-", "1e999",
    "0", "9999-12-31", "0001-01-01", "-0.0000000000000000000000001", "\u{FEFF}",
    "99999999999999999999999999999999999999999999", "EUR", "\"2002-13\"", "\u{0}",
  ].map { Array($0.utf8) }

  private static func damage(
    _ bytes: inout [UInt8], _ seeds: [[UInt8]], _ random: inout SeededRandom
  ) {
    guard !bytes.isEmpty else { return }
    let place = random.below(bytes.count)
    switch random.below(7) {
    case 0: bytes[place] = UInt8(random.below(256))
    case 1: bytes[place] ^= 1 << UInt8(random.below(8))
    case 2: bytes.remove(at: place)
    case 3: bytes.removeSubrange(place..<min(bytes.count, place + random.below(30)))
    case 4: bytes.insert(contentsOf: tokens[random.below(tokens.count)], at: place)
    case 5: bytes.removeSubrange(place...)
    default:
      let other = seeds[random.below(seeds.count)]
      let from = random.below(other.count)
      bytes.insert(contentsOf: other[from..<min(other.count, from + 40)], at: place)
    }
  }
}
