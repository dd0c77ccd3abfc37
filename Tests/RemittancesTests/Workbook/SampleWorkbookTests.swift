import Foundation
import Quantities
import Testing

@testable import Remittances

/// Workbooks in the World Bank's layout with invented rows, whole and broken.
@Suite struct SampleWorkbookTests {
  /// The real size takes a release build; `SOJOURN_FULL_SIZE=1` asks for it.
  static let isFullSize = ProcessInfo.processInfo.environment["SOJOURN_FULL_SIZE"] == "1"

  static func database() throws -> SQLDatabase {
    let database = try SQLDatabase(path: "", mode: .memory)
    try PriceSchema.create(in: database)
    return database
  }

  static func write(_ sample: SampleWorkbook, compression: Int = 1) throws -> String {
    let path = try SharedFiles.folder().appending(path: "sample.xlsx").path(percentEncoded: false)
    try sample.write(to: path, compression: compression)
    return path
  }

  @discardableResult
  static func run(
    _ path: String, into database: SQLDatabase, limits: PriceImport.Limits = .init()
  ) throws -> ImportSummary {
    try PriceImport.run(path, into: database, retrieved: Instant(seconds: 0), limits: limits)
  }

  @Test(.timeLimit(.minutes(5))) func importsBothSheets() throws {
    let sample = Self.isFullSize ? .fullSize : SampleWorkbook(oldRows: 4000, newRows: 16_000)
    let rows = sample.oldRows + sample.newRows
    let path = try Self.write(sample)
    let database = try Self.database()
    let summary = try Self.run(path, into: database)
    #expect(summary.sheets.map(\.rows) == [sample.oldRows, sample.newRows])
    #expect(summary.sheets.map(\.absent) == [["pickup location"], []])
    #expect(summary.firstQuarter?.description == "2011-Q1")
    #expect(summary.lastQuarter?.description == "2025-Q3")
    func count(_ isSo: (Int) -> Bool) -> Int { (0..<rows).filter(isSo).count }
    #expect(summary.flagged[.notTransparent] == count(SampleRow.isOpaque))
    #expect(summary.flagged[.totalMismatchLow] == count(SampleRow.isMismatch))
    #expect(
      summary.flagged[.promotional]
        == count { SampleRow.isPromotional($0) && !SampleRow.isOpaque($0) })
    #expect(summary.flagged[.marginMismatchLow] == nil && summary.flagged[.figureUnreadable] == nil)
    #expect(summary.flagged[.dateMissing] == nil && summary.flagged[.idRepeated] == nil)
    #expect(try database.integer("SELECT count(*) FROM price_row") == rows)
    #expect(try database.integer("SELECT count(DISTINCT number) FROM price_row") == rows)
    try FileManager.default.removeItem(atPath: path)
  }

  @Test func readsTextSerialDatesAndNumbersAsText() throws {
    let path = try Self.write(SampleWorkbook(oldRows: 50, newRows: 400))
    let database = try Self.database()
    let summary = try Self.run(path, into: database)
    // The quarters 54 and 55 after 2011_1Q are 2024_3Q and 2024_4Q.
    let late = try database.integer(
      "SELECT count(*) FROM price_row WHERE quarter BETWEEN 8098 AND 8099")
    #expect(summary.flagged[.numberAsText] == late && (late ?? 0) > 10)
    let outside = try database.integer(
      "SELECT count(*) FROM price_row WHERE date IS NULL OR flags & (1 << 30) <> 0")
    #expect(outside == 0)
    let serials = try database.integer(
      "SELECT count(*) FROM price_row WHERE quarter >= 8100 AND date >= 20089")
    #expect((serials ?? 0) > 0)
    // 17 digits of a binary number are the decimal that the sheet shows.
    let long = try database.integer(
      "SELECT max(low_fee >> 5) FROM price_row WHERE low_fee & 31 > 2")
    #expect(long == nil)
  }

  @Test func aSecondImportTakesThePlaceOfItsQuarters() throws {
    let database = try Self.database()
    let first = try Self.write(SampleWorkbook(oldRows: 100, newRows: 100))
    try Self.run(first, into: database)
    let again = try Self.run(first, into: database)
    #expect(again.replaced == 200)
    #expect(try database.integer("SELECT count(*) FROM price_row") == 200)
    #expect(try database.integer("SELECT count(*) FROM dataset") == 1)
    let old = try Self.write(SampleWorkbook(oldRows: 60, newRows: 0))
    let summary = try Self.run(old, into: database)
    #expect(summary.replaced == 100)
    #expect(try database.integer("SELECT count(*) FROM price_row") == 160)
    #expect(try database.integer("SELECT count(*) FROM dataset") == 2)
  }

  @Test func aFailedImportLeavesWhatWasThere() throws {
    let database = try Self.database()
    let good = try Self.write(SampleWorkbook(oldRows: 30, newRows: 30))
    try Self.run(good, into: database)
    var broken = SampleWorkbook(oldRows: 50, newRows: 50)
    // The first sheet is read and written before the second one is found wanting.
    broken.leftOutOfNew = ["cc2 total cost %"]
    let path = try Self.write(broken)
    let error = #expect(throws: WorkbookError.self) { try Self.run(path, into: database) }
    #expect(error?.code == .missingColumn)
    #expect(error?.message.contains("“cc2 total cost %”") == true)
    #expect(error?.place.hasSuffix("Dataset (from Q2 2016)") == true)
    #expect(try database.integer("SELECT count(*) FROM price_row") == 60)
    #expect(try database.integer("SELECT count(*) FROM dataset") == 1)
  }

  @Test func refusesASheetOfAnotherName() throws {
    var sample = SampleWorkbook(oldRows: 5, newRows: 5)
    sample.sheetNames = ["Prices", "More prices"]
    let path = try Self.write(sample)
    let error = #expect(throws: WorkbookError.self) { try Self.run(path, into: Self.database()) }
    #expect(error?.code == .noDatasetSheet && error?.message.contains("“Prices”") == true)
  }

  @Test func refusesEntities() throws {
    var sample = SampleWorkbook(oldRows: 5, newRows: 5)
    sample.prologue = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>"
    let path = try Self.write(sample)
    let error = #expect(throws: WorkbookError.self) { try Self.run(path, into: Self.database()) }
    #expect(error?.code == .badXML && error?.message.contains("document type") == true)
  }

  @Test(arguments: [0.1, 0.5, 0.9, 0.999])
  func refusesWhatWasCutOff(share: Double) throws {
    let path = try Self.write(SampleWorkbook(oldRows: 200, newRows: 200))
    let whole = try Data(contentsOf: URL(filePath: path))
    try whole.prefix(Int(Double(whole.count) * share)).write(to: URL(filePath: path))
    let error = #expect(throws: WorkbookError.self) { try Self.run(path, into: Self.database()) }
    #expect(error?.code == .notAnArchive)
  }

  /// Every byte in turn, at a stride: an error with a code, or an import, but no crash.
  @Test func survivesDamagedBytes() throws {
    let path = try Self.write(SampleWorkbook(oldRows: 20, newRows: 20))
    let whole = try Data(contentsOf: URL(filePath: path))
    var refused = 0
    for position in stride(from: 0, to: whole.count, by: max(1, whole.count / 150)) {
      var bytes = whole
      bytes[position] ^= 0x55
      try bytes.write(to: URL(filePath: path))
      do { try Self.run(path, into: Self.database()) } catch is WorkbookError { refused += 1 }
    }
    #expect(refused > 75)
  }

  @Test func refusesWhatDecodesToTooMuch() throws {
    let path = try Self.write(SampleWorkbook(oldRows: 500, newRows: 500))
    var limits = PriceImport.Limits()
    limits.sheet = 100_000
    let error = #expect(throws: WorkbookError.self) {
      try Self.run(path, into: Self.database(), limits: limits)
    }
    #expect(error?.code == .tooLarge)
    limits = PriceImport.Limits()
    limits.text = 20_000
    let other = #expect(throws: WorkbookError.self) {
      try Self.run(path, into: Self.database(), limits: limits)
    }
    #expect(other?.code == .tooLarge)
  }

  /// A sheet that declares 10 bytes is still counted as it is decoded.
  @Test func countsWhatABombDecodesTo() throws {
    let path = try Self.write(SampleWorkbook(oldRows: 5, newRows: 5))
    var bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    let name = Array("xl/worksheets/sheet5.xml".utf8)
    // In both headers the decoded size stands before the name: 22 bytes before its start in the
    // central directory, 8 in the local header.
    for index in 0..<(bytes.count - name.count)
    where Array(bytes[index..<(index + name.count)]) == name {
      let isCentral =
        index >= 46 && bytes[(index - 46)..<(index - 44)].elementsEqual([0x50, 0x4B])
        && bytes[index - 44] == 1
      let field = isCentral ? index - 22 : index - 8
      bytes.replaceSubrange(field..<(field + 4), with: [10, 0, 0, 0])
    }
    try Data(bytes).write(to: URL(filePath: path))
    var limits = PriceImport.Limits()
    limits.sheet = 2000
    let error = #expect(throws: WorkbookError.self) {
      try Self.run(path, into: Self.database(), limits: limits)
    }
    #expect(error?.code == .tooLarge && error?.message.hasPrefix("decodes to") == true)
  }

  @Test func namesWhatIsNoWorkbook() throws {
    let folder = try SharedFiles.folder()
    let missing = folder.appending(path: "none.xlsx").path(percentEncoded: false)
    let error = #expect(throws: WorkbookError.self) { try Self.run(missing, into: Self.database()) }
    #expect(error?.code == .cannotOpen)
    let zip = folder.appending(path: "a.zip").path(percentEncoded: false)
    try SampleZip.write([("a.txt", .text("hello"))], to: zip, compression: 6)
    let other = #expect(throws: WorkbookError.self) { try Self.run(zip, into: Self.database()) }
    #expect(other?.code == .notAWorkbook)
  }
}
