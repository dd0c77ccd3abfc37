/// What a reply says, read by one of the known shapes.
public enum SourceReading: Sendable, Equatable {
  case quotes(QuoteSet)
  /// Newest day first.
  case rates([RateSet])
  case countryCost(CountryCostSeries)
  case location(FileLocation)
  /// A workbook; its rows are the importer's to read.
  case workbook

  /// Reads a reply's body as the shape `reader` names.
  /// - Throws: `ReaderError` where it is anything else: such a body never enters the cache.
  public init(
    _ body: [UInt8], as reader: SourceReader, answering question: ReplyQuestion
  ) throws(ReaderError) {
    switch reader {
    case .wiseComparisonV4: self = .quotes(try WiseComparisonReader.read(body, question))
    case .ecbXML: self = .rates(try ECBXMLReader.read(body, question))
    case .ecbHistoryZip: self = .rates(try ECBHistoryReader.read(body, question))
    case .rateRowsJSON: self = .rates(try RateRowsReader.read(body, question))
    case .rateTableJSON: self = .rates(try RateTableReader.read(body, question))
    case .worldBankIndicatorV2:
      self = .countryCost(try WorldBankIndicatorReader.read(body, question))
    case .worldBankDataset:
      self = .location(try WorldBankCatalogueReader.readDataset(body, question))
    case .worldBankResources:
      self = .location(try WorldBankCatalogueReader.readResources(body, question))
    case .workbookXLSX:
      try WorkbookCheck.check(body)
      self = .workbook
    }
  }
}
