import Coordination
import Formula
import Quantities

extension AnswerReader {
  /// Amounts of one year or of several.
  func earnings(_ line: String, _ frame: EarningsFrame, _ id: String) -> Reading {
    let prefix = String(id.dropLast(4))
    var answers: [Reading.Answer] = []
    var year = frame.years.lowerBound
    for part in Self.amounts(in: line) {
      var text = part
      // An amount may say which year it is of.
      if let pair = Self.pair(part) { (year, text) = pair }
      guard frame.years.contains(year) else {
        return .refused(
          "\(year) is not one of the years \(frame.years.lowerBound) to \(frame.years.upperBound).")
      }
      switch earning(text, year, frame) {
      case .success(let value): answers.append(.init("\(prefix)\(year)", value))
      case .failure(let fault): return .refused(fault.says)
      }
      year += 1
    }
    return answers.isEmpty ? .refused(Self.notAnAmount(line)) : .answers(answers)
  }

  struct Fault: Error {
    let says: Phrase
  }

  /// Several amounts stand between semicolons, or between spaces where that can only be meant so.
  private static func amounts(in line: String) -> [String] {
    let parts = line.split(whereSeparator: { ";؛\n".contains($0) }).map { String($0).trimmed }
    guard parts.count == 1, NumberText.read(line, isMoney: true) == .unreadable else {
      return parts
    }
    let words = line.split(separator: " ").map(String.init)
    let areAmounts = words.allSatisfy { word in
      NumberText.read(pair(word)?.text ?? word, isMoney: true) != .unreadable
    }
    return areAmounts ? words : parts
  }

  /// `1989=31200` or `1989: 31200`.
  private static func pair(_ text: String) -> (year: Int, text: String)? {
    let parts = simplified(text).split(maxSplits: 1, whereSeparator: { "=:".contains($0) })
    guard parts.count == 2, let year = Int(String(parts[0]).trimmed), (1000...9999).contains(year)
    else { return nil }
    return (year, String(parts[1]).trimmed)
  }

  private func earning(
    _ text: String, _ year: Int, _ frame: EarningsFrame
  ) -> Result<String, Fault> {
    if text == Stored.average || means(text, "average") {
      guard frame.averages.contains(year) else {
        return .failure(Fault(says: "The rule book knows no average earnings of \(year)."))
      }
      return .success(Stored.average)
    }
    guard let currency = frame.currency(of: year) else {
      return .failure(Fault(says: Self.notAnAmount(text)))
    }
    let money = Money.read(text)
    guard let number = money.number else { return .failure(Fault(says: Self.notAnAmount(text))) }
    if !money.words.isEmpty {
      guard let stated = currencies.read(money.words, expected: [currency]), stated.rest.isEmpty
      else { return .failure(Fault(says: Self.notAnAmount(text))) }
      guard stated.currency == currency else {
        return .failure(
          Fault(says: "Give the amount of \(year) in \(currency.code), the money of that year."))
      }
    }
    guard number <= Self.absurd else {
      return .failure(Fault(says: "That is more than anyone earns; is a point missing?"))
    }
    return .success(number.description)
  }

  /// No wage of a year reaches this in any currency that counts its money in this century.
  private static let absurd: ExactDecimal = 1_000_000_000_000

  static func notAnAmount(_ text: String) -> Phrase {
    "\(text): that is not understood as an amount. Write it as 31200 or 31,200.50."
  }

  // MARK: A typical wage

  func wage(_ line: String, _ currencies: [Currency], _ id: String) -> Reading {
    let money = Money.read(line)
    guard let amount = money.number, let first = currencies.first else {
      return .refused(Self.notAnAmount(line))
    }
    guard amount <= Self.absurd else {
      return .refused("That is more than anyone earns; is a point missing?")
    }
    let stated = self.currencies.read(money.words, expected: currencies)
    if let stated, !currencies.contains(stated.currency) {
      return .refused("Give the amount in \(currencies.map(\.code).joined(separator: ", ")).")
    }
    let words = stated?.rest ?? money.words
    let units = Set(words.compactMap { self.units.unit($0) })
    let pers = units.count == 1 ? Array(units) : [.month, .year, .week, .day]
    let coins = stated.map { [$0.currency] } ?? (currencies.count > 1 ? currencies : [first])
    var choices: [Choice] = []
    for per in pers {
      for coin in coins {
        choices.append(
          Choice(Stored.wage(amount, per, coin), Phrase(amount, coin, per: per.rawValue)))
      }
    }
    if choices.count == 1 { return .answers([.init(id, choices[0].value)]) }
    return .unclear("Which is meant?", choices)
  }

  // MARK: Sums of periods

  func sum(_ line: String, _ span: Span, _ id: String) -> Reading {
    if means(line, "none", "no") { return .answers([.init(id, "")]) }
    let parts = Money.parts(of: line)
    var sums: [(amount: ExactDecimal, unit: PeriodUnit)] = []
    var pending: ExactDecimal?
    for part in parts {
      if let number = part.number {
        guard pending == nil else { return notASum(line) }
        pending = number
      } else if let unit = units.unit(part.word), let amount = pending {
        sums.append((amount, unit))
        pending = nil
      } else if units.unit(part.word) == nil, !Self.connectives.contains(part.word) {
        return notASum(line)
      }
    }
    if let amount = pending {
      guard sums.isEmpty else { return notASum(line) }
      return .unclear(
        "Of what are there \(amount)?",
        [PeriodUnit.month, .quarter, .week, .day, .year].map {
          Choice(Stored.sum(amount, $0), Phrase(amount, $0))
        })
    }
    guard let sum = Self.together(sums) else { return notASum(line) }
    guard sum.amount <= Self.most(sum.unit, in: span) else {
      return .refused(
        "\(Phrase(sum.amount, sum.unit)) do not fit between \(span.first) and \(span.last).")
    }
    return .answers([.init(id, Stored.sum(sum.amount, sum.unit))])
  }

  /// Words that may stand between years and months.
  private static let connectives: Set<String> = ["and", "et", "y", "e", "و"]

  private func notASum(_ line: String) -> Reading {
    .refused(
      "\(line): that is not understood as a sum. Write it as \(Phrase(13, .quarter)) or \(Phrase(156, .month))."
    )
  }

  /// Years and months are months; other units do not go together.
  private static func together(
    _ sums: [(amount: ExactDecimal, unit: PeriodUnit)]
  ) -> (amount: ExactDecimal, unit: PeriodUnit)? {
    guard let first = sums.first else { return nil }
    if sums.count == 1 { return first }
    guard sums.count == 2, first.unit == .year, sums[1].unit == .month,
      let months = try? first.amount.multiplied(by: 12).adding(sums[1].amount)
    else { return nil }
    return (months, .month)
  }

  /// The most a calendar holds of a unit, as a case is checked for it.
  private static func most(_ unit: PeriodUnit, in span: Span) -> ExactDecimal {
    let years = span.years.count
    return switch unit {
    case .day: ExactDecimal(366 * years)
    case .week: ExactDecimal(53 * years)
    case .month: ExactDecimal(12 * years)
    case .quarter: ExactDecimal(4 * years)
    case .year: ExactDecimal(years)
    }
  }

  // MARK: Other numbers

  func number(
    _ line: String, _ range: ClosedRange<ExactDecimal>?, isMoney: Bool, _ id: String
  ) -> Reading {
    switch NumberText.read(Money.parts(of: line).first?.text ?? line, isMoney: isMoney) {
    case .number(let number):
      guard range?.contains(number) ?? true else { return .refused(Self.notANumber(line)) }
      return .answers([.init(id, number.description)])
    case .either(let thousands, let decimals):
      return .unclear(
        "Which is meant?",
        [decimals, thousands].map { Choice($0.description, "\($0)") })
    case .unreadable: return .refused(Self.notANumber(line))
    }
  }

  private static func notANumber(_ line: String) -> Phrase {
    "\(line): that is not understood as a number."
  }

  func byYear(_ line: String, _ years: ClosedRange<Int>, _ id: String) -> Reading {
    var values: [Int: ExactDecimal] = [:]
    for part in line.split(whereSeparator: { ";؛,،\n".contains($0) }).map({ String($0).trimmed })
    where !part.isEmpty {
      let sides = simplified(part).split(whereSeparator: { "=:".contains($0) })
        .map { String($0).trimmed }
      let ends = sides[0].split(whereSeparator: { "-–".contains($0) }).map {
        Int(String($0).trimmed)
      }
      guard sides.count == 2, let first = ends.first ?? nil, let last = ends.last ?? nil,
        first <= last, years.contains(first), years.contains(last),
        case .number(let value) = NumberText.read(sides[1], isMoney: false)
      else {
        return .refused("\(part): write each number behind its year, as in 1976=3; 1977=4.")
      }
      for year in first...last { values[year] = value }
    }
    return .answers([.init(id, Stored.byYear(values))])
  }
}
