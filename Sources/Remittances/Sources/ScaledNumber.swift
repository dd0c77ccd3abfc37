/// Whole numbers with a unit, as the source list and `--max-age` write times and sizes.
public enum ScaledNumber {
  /// Milliseconds from `500ms`, `5s`, `20m`, `6h` or `7d`.
  public static func milliseconds(_ text: String) -> Int64? {
    read(
      text,
      units: [
        ("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000),
      ])
  }

  /// Seconds from `5s`, `20m`, `6h` or `7d`.
  public static func seconds(_ text: String) -> Int64? {
    read(text, units: [("s", 1), ("m", 60), ("h", 3_600), ("d", 86_400)])
  }

  /// Bytes from `64B`, `256KB` or `4MB`, in powers of 1024.
  public static func bytes(_ text: String) -> Int64? {
    read(text, units: [("MB", 1 << 20), ("KB", 1 << 10), ("B", 1)])
  }

  /// A whole number from 1 to 100.
  static func count(_ text: String) -> Int? {
    guard let count = Int(text), (1...100).contains(count) else { return nil }
    return count
  }

  private static func read(_ text: String, units: [(String, Int64)]) -> Int64? {
    let digits = text.prefix { ("0"..."9").contains($0) }
    let unit = text.dropFirst(digits.count)
    guard let number = Int64(digits), number > 0, number <= 1_000_000,
      let factor = units.first(where: { $0.0 == unit })?.1
    else { return nil }
    return number * factor
  }
}
