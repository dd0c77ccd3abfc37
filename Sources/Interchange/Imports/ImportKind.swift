import Formula
import Quantities

/// What can be imported.
public enum ImportKind: String, Sendable, Hashable, CaseIterable {
  /// A table of periods or of yearly earnings, as comma-separated values.
  case csv
  /// The European form P5000, as JSON.
  case p5000
  /// The earnings record of my Social Security (United States), as XML.
  case usRecord = "us-record"

  /// The kind that a text seems to be, by its first character.
  public init(recognizing bytes: [UInt8]) {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    switch body.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) {
    case UInt8(ascii: "<"): self = .usRecord
    case UInt8(ascii: "{"), UInt8(ascii: "["): self = .p5000
    default: self = .csv
    }
  }

  /// Reads an input of this kind.
  ///
  /// - Parameters:
  ///   - today: periods end on this day at the latest.
  ///   - vocabulary: the words of all languages; only tables need them.
  /// - Complexity: O(size of the input).
  public func read(
    _ bytes: [UInt8], _ settings: ImportSettings = ImportSettings(), today: Day,
    vocabulary: () throws -> TableVocabulary
  ) rethrows -> CaseDraft {
    guard bytes.count <= ImportLimits.bytes else {
      var draft = CaseDraft()
      draft.report(
        ImportFault(
          "import.too-long", at: .whole,
          "the file is longer than \(ImportLimits.bytes >> 20) MiB; a career is not",
          hint: "give the file that holds the periods or the earnings of one person"))
      return draft
    }
    switch self {
    case .csv: return TableImport.read(bytes, settings, today: today, try vocabulary())
    case .p5000: return P5000Import.read(bytes, settings, today: today)
    case .usRecord: return StatementImport.read(bytes, today: today)
    }
  }
}
