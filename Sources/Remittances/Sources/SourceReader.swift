/// The shapes of reply that a reader exists for. A source names one of them.
public enum SourceReader: String, Sendable, CaseIterable {
  /// Wise's comparison: providers, each with quotes.
  case wiseComparisonV4 = "wise_comparison_v4"
  /// The ECB's XML: one day or several, rates against the euro.
  case ecbXML = "ecb_xml"
  /// The ECB's zip with one CSV of all days since 1999.
  case ecbHistoryZip = "ecb_history_zip"
  /// A JSON list of `{date, base, quote, rate}`, as Frankfurter's second version sends it.
  case rateRowsJSON = "rate_rows_json"
  /// A JSON object with `base_code`, `rates` and the time of the last update, as open.er-api does.
  case rateTableJSON = "rate_table_json"
  /// The World Bank's indicator API: a page head and a list of yearly values.
  case worldBankIndicatorV2 = "worldbank_indicator_v2"
  /// The World Bank catalogue's dataset with its resources.
  case worldBankDataset = "worldbank_dataset"
  /// The World Bank catalogue's list of files.
  case worldBankResources = "worldbank_resources"
  /// An Excel workbook, which is a zip.
  case workbookXLSX = "workbook_xlsx"
}
