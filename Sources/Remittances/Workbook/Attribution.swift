/// The attributions and terms that stand beside figures, in the sources' own wording where they have
/// one.
public enum Attribution {
  /// Remittance Prices Worldwide: the wording is that of the workbook's terms of use.
  public static let worldBankPrices =
    "The World Bank, Remittance Prices Worldwide, available at "
    + "http://remittanceprices.worldbank.org; CC BY 4.0"
  public static let worldBankMeans =
    "The World Bank, Remittance Prices Worldwide, available at "
    + "http://remittanceprices.worldbank.org; means per corridor and quarter derived from it; "
    + "CC BY 4.0"
  public static let worldBankDataBank =
    "The World Bank, DataBank, Remittance Prices Worldwide (Corridors), ATCR.CORR, last updated "
    + "2020-12-07; CC BY 4.0"
  public static let bilateralFlows =
    "The World Bank/KNOMAD, bilateral remittance estimates for 2021; CC BY 4.0"
  public static let europeanCentralBank =
    "European Central Bank, euro foreign exchange reference rates; reuse with attribution"
}
