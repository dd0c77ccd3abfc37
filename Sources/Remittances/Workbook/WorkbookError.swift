/// Why a file of prices cannot be imported.
///
/// Each case has a stable `code`, names the place as closely as it is known, and says what would be
/// right.
public struct WorkbookError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kinds of failure, with their stable names.
  public enum Code: String, Sendable, CaseIterable {
    case cannotOpen = "workbook.cannot_open"
    case notAnArchive = "workbook.not_an_archive"
    case damagedArchive = "workbook.damaged_archive"
    case tooLarge = "workbook.too_large"
    case notAWorkbook = "workbook.not_a_workbook"
    case badXML = "workbook.bad_xml"
    case noDatasetSheet = "workbook.no_dataset_sheet"
    case noHeader = "workbook.no_header"
    case missingColumn = "workbook.missing_column"
    case badReference = "workbook.bad_reference"
    case badCSV = "workbook.bad_csv"
    case noRows = "workbook.no_rows"
    case badPeriod = "workbook.bad_period"
  }

  /// The stable name of the failure.
  public let code: Code
  /// The file, and inside it the part, sheet and line where they are known.
  public let place: String
  /// What is wrong and what would be right.
  public let message: String

  public init(_ code: Code, at place: String, _ message: String) {
    self.code = code
    self.place = place
    self.message = message
  }

  public var description: String { "\(code.rawValue): \(place): \(message)" }
}
