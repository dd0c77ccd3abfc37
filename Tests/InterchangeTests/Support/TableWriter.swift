import Coordination
import Quantities

@testable import Interchange

/// Writes periods as a table, in one of the many ways people write one.
struct TableWriter {
  var random: SeededRandom
  let words: CareerWords
  private let separator: Character
  private let isCommaDecimal: Bool

  init(_ random: SeededRandom, _ words: CareerWords) {
    self.random = random
    self.words = words
    separator = [",", ";", "\t"][self.random.below(3)]
    isCommaDecimal = self.random.once(in: 2)
  }

  private static let fields: [CareerWords.Field] = [
    .country, .scheme, .from, .to, .type, .earnings, .per, .currency, .days, .weeks, .months,
    .quarters, .years, .daysPerWeek,
  ]

  mutating func table(_ periods: [InsurancePeriod]) -> [UInt8] {
    let fields = Self.fields.shuffled(using: &random)
    var text = random.once(in: 2) ? "\u{FEFF}" : ""
    let end = random.once(in: 2) ? "\r\n" : "\n"
    text += row(fields.map { word(words.fields[$0] ?? []) }) + end
    for period in periods {
      let cells = cells(of: period)
      text += row(fields.map { cells[$0] ?? "" }) + end
      if random.once(in: 9) { text += end }
    }
    return Array(text.utf8)
  }

  private mutating func row(_ cells: [String]) -> String {
    var quoted: [String] = []
    for cell in cells {
      let needsQuotes = cell.contains(separator) || cell.contains("\"")
      quoted.append(
        needsQuotes || random.once(in: 5)
          ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell)
    }
    return quoted.joined(separator: String(separator))
  }

  private mutating func word(_ words: [String]) -> String {
    let word = words[random.below(words.count)]
    switch random.below(3) {
    case 0: return word.uppercased()
    case 1: return " \(word) "
    default: return word
    }
  }

  private mutating func cells(of period: InsurancePeriod) -> [CareerWords.Field: String] {
    var cells: [CareerWords.Field: String] = [
      .country: country(period.country), .from: day(period.span.first),
      .to: day(period.span.last), .scheme: period.scheme ?? "",
      .type: random.once(in: 2)
        ? String(period.type.rawValue) : word(words.types[period.type] ?? []),
    ]
    if let earnings = period.earnings {
      cells[.currency] = earnings.currency?.code
      switch earnings.content {
      case .entries(let entries): cells[.earnings] = number(entries[0].amount)
      case .typical(let amount, let per):
        cells[.earnings] = number(amount)
        cells[.per] = word(words.units[per] ?? [])
      }
    }
    if let sum = period.certified {
      let fields: [PeriodUnit: CareerWords.Field] = [
        .day: .days, .week: .weeks, .month: .months, .quarter: .quarters, .year: .years,
      ]
      if let field = fields[sum.unit] { cells[field] = number(sum.amount) }
      cells[.daysPerWeek] = sum.daysPerWeek.map { String($0) }
    }
    return cells
  }

  private mutating func country(_ country: Country) -> String {
    let names = words.countries[country] ?? []
    return random.once(in: 2) || names.isEmpty ? country.code : word(names)
  }

  private mutating func day(_ day: Day) -> String {
    let (year, month, number) = day.components
    switch random.below(4) {
    case 0: return day.description
    case 1: return "\(number).\(month).\(year)"
    case 2: return "\(number) \(word(words.months[month - 1])) \(year)"
    default: return "\(year)/\(month)/\(number)"
    }
  }

  /// With decimals, so that no mark before three digits could stand for thousands.
  private mutating func number(_ number: ExactDecimal) -> String {
    let plain = number.description
    guard plain.contains(".") else { return plain }
    return isCommaDecimal ? plain.replacing(".", with: ",") : plain
  }
}
