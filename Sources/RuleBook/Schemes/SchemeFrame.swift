import Coordination
import Formula
import Quantities

/// What is known of a scheme before its parameters and steps are read.
struct SchemeFrame {
  let id: String
  let country: Country
  let currency: Currency
  let formerCurrencies: [Scheme.FormerCurrency]
  let unit: PeriodUnit
  /// The certainty of values that do not say their own.
  let certainty: Certainty?
  /// The folder of the scheme's file, for its series.
  let folder: String
  let files: BookFiles
  /// Whether faults are looked for that do not keep the scheme from running.
  let isThorough: Bool

  /// The former currency of that code.
  func former(_ code: String) -> Scheme.FormerCurrency? {
    formerCurrencies.first { $0.currency.code == code }
  }

  /// The currency that was legal tender in a year.
  func tender(in year: Int) -> Currency {
    formerCurrencies.first { year <= $0.until.year }?.currency ?? currency
  }
}
