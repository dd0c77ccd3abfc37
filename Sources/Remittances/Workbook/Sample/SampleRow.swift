/// One invented row: everything follows from its number.
public struct SampleRow: Sendable {
  enum Cell {
    case none
    case text(String)
    case number(String)
    case inline(String)
  }

  let index: Int
  let isOld: Bool
  /// Quarters after the first quarter of 2011.
  let quarter: Int
  private let sender: Int
  private let receiver: Int
  /// The fee in hundredths.
  private let fee: Int
  /// The margin in hundredths of a per cent.
  private let margin: Int
  private let noise: Int

  init(_ index: Int, isOld: Bool, of rows: Int, number: Int) {
    self.index = index
    self.isOld = isOld
    let span = isOld ? 21 : 38
    quarter = (isOld ? 0 : 21) + number * span / max(rows, 1)
    // A multiplicative hash gives rows that look unrelated and are always the same.
    noise = Int((UInt64(truncatingIfNeeded: index) &* 0x9E37_79B9_7F4A_7C15) >> 33)
    sender = noise % SampleStrings.senders.count
    receiver = noise / 16 % SampleStrings.receivers.count
    fee = noise / 64 % 2500
    margin = Self.isPromotional(index) ? -125 : noise / 128 % 600 + 1
  }

  /// Whether the published total of a row is wrong on purpose.
  public static func isMismatch(_ index: Int) -> Bool { index % 500 == 7 }
  /// Whether a row has a negative margin.
  public static func isPromotional(_ index: Int) -> Bool { index % 40 == 3 }
  /// Whether a row is marked not transparent.
  public static func isOpaque(_ index: Int) -> Bool { index % 100 == 11 }

  func cell(_ column: PriceColumn) -> Cell {
    let from = SampleStrings.senders[sender]
    let to = SampleStrings.receivers[receiver]
    switch column {
    case .id: return .number("\(index + 10_000)")
    case .period: return .text(SampleStrings.period(quarter))
    case .sourceCode: return .text(from.code)
    case .sourceName: return .text(from.name)
    case .sourceRegion, .destinationRegion: return .text("North America")
    case .sourceIncome, .destinationIncome: return .text("High income")
    case .sourceLending, .destinationLending: return .text("..")
    case .sourceG8G20: return .text("G8/G20")
    case .destinationG8G20: return .none
    case .destinationCode: return .text(to.code)
    case .destinationName: return .text(to.name)
    case .firm: return .text(SampleStrings.firm(noise / 3 % 400))
    case .firmType: return .text(pick(SampleStrings.types, 5))
    case .instrument: return .text(pick(SampleStrings.instruments, 7))
    case .accessPoint: return .text(pick(SampleStrings.access, 11))
    case .speed: return .text(pick(SampleStrings.speeds, 13))
    case .lowCurrency, .highCurrency: return .text(from.currency)
    case .transparent:
      return .text(Self.isOpaque(index) ? "no" : (index % 2 == 0 ? "Yes" : "yes"))
    case .note1: return index % 3 == 0 ? .text(pick(SampleStrings.notes, 17)) : .none
    case .note2: return .none
    case .coverage: return .text(pick(SampleStrings.coverage, 19))
    case .pickupLocation: return quarter > 46 ? .none : .text("N/A")
    case .pickupMethod: return .text(pick(SampleStrings.pickups, 23))
    case .corridor: return .text(from.code + to.code)
    case .date: return date
    default: return figure(column, from.low, from.high)
    }
  }

  private func pick(_ list: [String], _ step: Int) -> String { list[noise / step % list.count] }

  /// 2025 has serial numbers, other years have text.
  private var date: Cell {
    let day = noise % 84
    guard quarter >= 56 else { return .text(SampleStrings.date(quarter, day)) }
    // 45658 is 2025-01-01.
    return .number("\(45_658 + (quarter - 56) * 91 + day)")
  }

  private func figure(_ column: PriceColumn, _ low: Int, _ high: Int) -> Cell {
    let opaque = Self.isOpaque(index)
    let margin = opaque ? 0 : margin
    let text: String
    switch column {
    case .lowAmount: text = "\(low)"
    case .highAmount: text = "\(high)"
    case .lowDenomination: text = "200"
    case .highDenomination: text = "500"
    case .lowFee, .highFee: text = Self.hundredths(fee)
    case .lowMargin, .highMargin: text = Self.hundredths(margin)
    case .interbank: text = opaque ? "1" : "20.5"
    // 20.5 × (1 - margin / 100), exactly.
    case .lowRate, .highRate: text = opaque ? "1" : Self.decimal(205 * (10_000 - margin), 5)
    case .lowTotal, .highTotal:
      let amount = column == .lowTotal ? low : high
      // Fee in per cent of the amount, rounded half up to hundredths.
      let percent = (fee * 100 * 2 + amount) / (amount * 2)
      text = Self.hundredths(percent + margin + (Self.isMismatch(index) ? 100 : 0))
    default: return .none
    }
    // The quarters 2024_3Q and 2024_4Q hold numbers as text.
    if quarter == 54 || quarter == 55 { return .inline(text) }
    return .number(index % 5 == 0 ? Self.binaryNoise(text) : text)
  }

  private static func hundredths(_ value: Int) -> String { decimal(value, 2) }

  private static func decimal(_ value: Int, _ places: Int) -> String {
    let digits = String(value.magnitude)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let whole = padded.dropLast(places)
    var fraction = String(padded.suffix(places))
    while fraction.last == "0" { fraction.removeLast() }
    return (value < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// A number as Excel writes it with all 17 digits of its binary form, for example
  /// `3.3100000000000001`.
  private static func binaryNoise(_ text: String) -> String {
    guard let point = text.firstIndex(of: ".") else { return text }
    let digits = text.filter(\.isNumber).drop { $0 == "0" }.count
    let places = text.distance(from: point, to: text.endIndex) - 1
    guard digits < 15, places < 15 else { return text }
    return text + String(repeating: "0", count: 16 - digits) + "1"
  }
}
