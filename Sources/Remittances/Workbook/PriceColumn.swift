/// The columns of the World Bank's sheets of prices; the raw value is the order in a row read.
public enum PriceColumn: Int, Sendable, Hashable, CaseIterable {
  case id, period
  case sourceCode, sourceName, sourceRegion, sourceIncome, sourceLending, sourceG8G20
  case destinationCode, destinationName, destinationRegion, destinationIncome
  case destinationLending, destinationG8G20
  case firm, firmType, instrument, accessPoint, speed
  case lowAmount, lowDenomination, lowCurrency, lowFee, lowRate, lowMargin, lowTotal
  case highAmount, highDenomination, highCurrency, highFee, highRate, highMargin, highTotal
  case interbank, transparent, note1, note2, coverage, pickupLocation, pickupMethod, date, corridor

  /// The number of columns.
  static let count = 42

  /// The header as a sheet writes it.
  ///
  /// - Parameter old: whether for the sheet up to the first quarter of 2016.
  public func header(old: Bool) -> String {
    switch self {
    case .id: "id"
    case .period: "period"
    case .sourceCode: "source_code"
    case .sourceName: "source_name"
    case .sourceRegion: "source_region"
    case .sourceIncome: "source_income"
    case .sourceLending: "source_lending"
    case .sourceG8G20: "source_G8G20"
    case .destinationCode: "destination_code"
    case .destinationName: "destination_name"
    case .destinationRegion: "destination_region"
    case .destinationIncome: "destination_income"
    case .destinationLending: "destination_lending"
    case .destinationG8G20: "destination_G8G20"
    case .firm: "firm"
    case .firmType: "firm_type"
    case .instrument: old ? "product" : "payment instrument"
    case .accessPoint: old ? "sending location" : "access point"
    case .speed: "speed actual"
    case .lowAmount: "cc1 lcu amount"
    case .lowDenomination: "cc1 denomination amount"
    case .lowCurrency: "cc1 lcu code"
    case .lowFee: "cc1 lcu fee"
    case .lowRate: "cc1 lcu fx rate"
    case .lowMargin: "cc1 fx margin"
    case .lowTotal: "cc1 total cost %"
    case .highAmount: "cc2 lcu amount"
    case .highDenomination: "cc2 denomination amount"
    case .highCurrency: "cc2 lcu code"
    case .highFee: "cc2 lcu fee"
    case .highRate: "cc2 lcu fx rate"
    case .highMargin: "cc2 fx margin"
    case .highTotal: "cc2 total cost %"
    case .interbank: "inter lcu bank fx"
    case .transparent: "transparent"
    case .note1: old ? "note1" : "Standard Note"
    case .note2: "note2"
    case .coverage: old ? "coverage" : "receiving network coverage"
    case .pickupLocation: "pickup location"
    case .pickupMethod: old ? "pick-up method" : "pickup method"
    case .date: "date"
    case .corridor: "corridor"
    }
  }

  /// The columns of the sheet up to the first quarter of 2016, in order.
  public static let oldSheet = allCases.filter { $0 != .pickupLocation }
  /// The columns of the sheet from the second quarter of 2016, in order.
  public static let newSheet = allCases

  /// Without these a row says nothing; a sheet that lacks one is refused.
  static let required: [PriceColumn] = [
    .id, .period, .sourceCode, .destinationCode, .firm, .lowAmount, .lowFee, .lowRate, .lowMargin,
    .lowTotal, .highAmount, .highFee, .highRate, .highMargin, .highTotal, .interbank, .transparent,
    .date,
  ]

  /// Whether the column holds a number.
  var isFigure: Bool {
    switch self {
    case .lowAmount, .lowDenomination, .lowFee, .lowRate, .lowMargin, .lowTotal, .highAmount,
      .highDenomination, .highFee, .highRate, .highMargin, .highTotal, .interbank:
      true
    default: false
    }
  }

  /// The column of a header in either sheet; capitals, spaces, hyphens and underscores do not
  /// matter.
  static func named(_ header: String) -> PriceColumn? { byName[normalized(header)] }

  private static let byName: [String: PriceColumn] = {
    var names: [String: PriceColumn] = [:]
    for column in allCases {
      names[normalized(column.header(old: true))] = column
      names[normalized(column.header(old: false))] = column
    }
    return names
  }()

  private static func normalized(_ text: String) -> String {
    String(text.lowercased().filter { !" _-\u{a0}\n\r\t".contains($0) })
  }
}
