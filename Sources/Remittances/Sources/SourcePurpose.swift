/// What a source's reply is used for.
public enum SourcePurpose: String, Sendable, CaseIterable {
  /// Prices of services in a corridor.
  case quotes
  /// Exchange rates of the newest day.
  case midMarket = "mid_market"
  /// Exchange rates of many days.
  case midMarketHistory = "mid_market_history"
  /// Where the workbook of all World Bank rows is to be had.
  case workbookLocation = "workbook_location"
  /// That workbook.
  case workbook
  /// Average cost by country and year.
  case countryCost = "country_cost"

  /// The shapes that bring what is needed for this.
  var readers: Set<SourceReader> {
    switch self {
    case .quotes: [.wiseComparisonV4]
    case .midMarket: [.ecbXML, .rateRowsJSON, .rateTableJSON]
    case .midMarketHistory: [.ecbXML, .ecbHistoryZip, .rateRowsJSON]
    case .workbookLocation: [.worldBankDataset, .worldBankResources]
    case .workbook: [.workbookXLSX]
    case .countryCost: [.worldBankIndicatorV2]
    }
  }
}
