/// The small parts of the package, as Office Open XML (ECMA-376) prescribes them.
extension SampleWorkbook {
  private static let head = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let kind =
    "application/vnd.openxmlformats-officedocument.spreadsheetml"

  static func contentTypes(sheets: Int) -> String {
    let overrides = (1...sheets).map {
      #"<Override PartName="/xl/worksheets/sheet\#($0).xml" ContentType="\#(kind).worksheet+xml"/>"#
    }
    return head + #"<Types xmlns="\#(package)/content-types">"#
      + #"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package"#
      + #".relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>"#
      + #"<Override PartName="/xl/workbook.xml" ContentType="\#(kind).sheet.main+xml"/>"#
      + overrides.joined()
      + #"<Override PartName="/xl/sharedStrings.xml" ContentType="\#(kind).sharedStrings+xml"/>"#
      + "</Types>"
  }

  static let packageRelations =
    head + #"<Relationships xmlns="\#(package)/relationships">"#
    + #"<Relationship Id="rId1" Type="\#(office)/officeDocument" Target="xl/workbook.xml"/>"#
    + "</Relationships>"

  static func workbook(_ names: [String]) -> String {
    let sheets = names.enumerated().map {
      #"<sheet name="\#($1)" sheetId="\#($0 + 1)" r:id="rId\#($0 + 1)"/>"#
    }
    return head + #"<workbook xmlns="\#(main)" xmlns:r="\#(office)"><workbookPr/><sheets>"#
      + sheets.joined() + "</sheets></workbook>"
  }

  static func workbookRelations(sheets: Int) -> String {
    let relations = (1...sheets).map {
      #"<Relationship Id="rId\#($0)" Type="\#(office)/worksheet""#
        + #" Target="worksheets/sheet\#($0).xml"/>"#
    }
    return head + #"<Relationships xmlns="\#(package)/relationships">"# + relations.joined()
      + #"<Relationship Id="rId\#(sheets + 1)" Type="\#(office)/sharedStrings""#
      + #" Target="sharedStrings.xml"/></Relationships>"#
  }

  static let plainSheet =
    head + #"<worksheet xmlns="\#(main)"><sheetData><row r="1"><c r="A1" t="inlineStr"><is>"#
    + "<t>Invented figures in the layout of the World Bank's workbook.</t>"
    + "</is></c></row></sheetData></worksheet>"

  static let sheetHead = head
  static let sheetOpen = #"<worksheet xmlns="\#(main)"><sheetData>"#
  static let sheetClose = "</sheetData></worksheet>"
  static let stringsOpen = head + #"<sst xmlns="\#(main)">"#
}
