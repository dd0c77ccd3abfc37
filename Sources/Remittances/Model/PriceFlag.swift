/// One thing that must be said about a price; the source's figures themselves stay as they are.
///
/// The raw value is the bit in which databases keep the flag, and never changes its meaning.
public enum PriceFlag: Int, Sendable, Hashable, CaseIterable {
  // What the row discloses.
  case notTransparent = 0
  case transparencyDenied = 1
  case marginUnknown = 2
  case marginOnOpaqueRow = 3
  case zeroMarginUnconfirmed = 4
  case promotional = 5
  case negativeTotal = 6
  case parallelMarket = 7
  case referenceRateAdjusted = 8
  // Whether the figures agree with one another.
  case totalMismatchLow = 9
  case totalMismatchHigh = 10
  case marginMismatchLow = 11
  case marginMismatchHigh = 12
  case figureMissing = 13
  case amountMissing = 14
  case amountUnlikeCorridor = 15
  case interbankMissing = 16
  case interbankCoarse = 17
  case interbankVaries = 18
  case rateLevelDiffers = 19
  case basketCurrenciesDiffer = 20
  case denominationUnexpected = 21
  // What money is paid out.
  case payoutCurrencyUnknown = 22
  case payoutCurrencyInferred = 23
  // How the row is written.
  case duplicate = 24
  case differsByPickupOnly = 25
  case numberAsText = 26
  case figureUnreadable = 27
  case textTidied = 28
  case dateMissing = 29
  case dateOutsideQuarter = 30
  case codeUnofficial = 31
  case corridorMismatch = 32
  case placeholderToken = 33
  case accessNotCollected = 34
  case pickupNotCollected = 35
  case sendCurrencyUnlikeCorridor = 36
  case pickupLocationMissing = 37
  case idRepeated = 38
  case figureShortened = 39
  case periodUnreadable = 44
  // Live prices.
  case rateRebased = 40
  case rateUncertain = 41
  case extrapolated = 42
  case feeQuotedInOtherMode = 43
}
