import Coordination
import Formula
import Quantities

/// A period of section 4 of the form.
struct P5000Period: Hashable {
  let country: Country
  var span: Span
  let type: PeriodType
  var sum: SumParts
  /// The code of the scheme (01 employment, 03 civil servants, ...), where given.
  let scheme: String?
  let relevance: P5000Mask?
  let calculation: P5000Mask?
  let place: JSONTree
}

/// For which pensions a period is relevant: three bits for old age, survivors and invalidity.
struct P5000Mask: Hashable {
  let text: String

  init?(_ text: String) {
    guard text.utf8.count == 3, text.allSatisfy({ $0 == "0" || $0 == "1" }) else { return nil }
    self.text = text
  }

  var hasOldAge: Bool { text.hasPrefix("1") }
}

extension P5000Import {
  mutating func readPeriod(_ item: JSONTree) -> P5000Period? {
    let country = country(of: item)
    let type = type(of: item)
    let span = span(of: item)
    let sum = sum(of: item)
    let relevance = mask("relevans", of: item)
    let calculation = mask("beregning", of: item)
    let scheme = scheme(of: item)
    guard let country, let type, let span else { return nil }
    guard
      relevance?.hasOldAge ?? calculation?.hasOldAge ?? true
        || calculation?.hasOldAge ?? false
    else {
      warn(
        "p5000.not-old-age", item,
        "the period \(span.first) to \(span.last) is relevant for other pensions only; it is left out"
      )
      return nil
    }
    if relevance?.hasOldAge ?? true, let calculation, !calculation.hasOldAge {
      warn(
        "p5000.right-only", item,
        "the period \(span.first) to \(span.last) counts for the right only, not for the calculation; a case counts it for both",
        hint: "compare the share with the institution's")
    }
    if let relevance, !relevance.hasOldAge {
      warn(
        "p5000.calculation-only", item,
        "the period \(span.first) to \(span.last) counts for the calculation only, not for the right; a case counts it for both",
        hint: "compare the share with the institution's")
    }
    return P5000Period(
      country: country, span: span, type: type, sum: sum, scheme: scheme, relevance: relevance,
      calculation: calculation, place: item)
  }

  private mutating func country(of item: JSONTree) -> Country? {
    if let land = item["land"], let text = land.text {
      guard let country = Country(text) else {
        unknownCountry(land)
        return nil
      }
      return country
    }
    if let sender { return sender.country }
    report(
      "p5000.no-country", item, "the period names no country, and section 1 names none or several",
      hint: "name the country that certifies the periods: --country DE")
    return nil
  }

  private mutating func type(of item: JSONTree) -> PeriodType? {
    guard let code = item["type"], let text = code.text else {
      report(
        "p5000.missing-type", item, "the period has no type",
        hint: .example(#""type": "11""#))
      return nil
    }
    let known = text.utf8.count == 2 ? PeriodType(text) : nil
    if known == nil {
      report(
        "p5000.unknown-type", code, "'\(ImportFault.shown(text))' is no type of period of the form",
        hint: "10 to 13, 20 to 23, 30, or 40 to 52")
    }
    return known
  }

  // MARK: Dates

  private mutating func span(of item: JSONTree) -> Span? {
    guard let period = item["periode"], period.isObject else {
      report(
        "p5000.missing-dates", item, "the period has no first and last day",
        hint: .example(#""periode": {"fom": "1992-01-15", "tom": "2010-03-31"}"#))
      return nil
    }
    // An open period may stand in a field of its own.
    let open = period["aapenPeriode"] ?? period["openPeriode"]
    let dates = period["lukketPeriode"] ?? open ?? period
    guard let from = dates["fom"] else {
      report("p5000.missing-dates", period, "the period has no first day")
      return nil
    }
    guard let first = day(from) else { return nil }
    guard first <= today else {
      warn(
        "p5000.future-period", from,
        "the period begins on \(first), after today (\(today)); it is left out")
      return nil
    }
    guard let to = dates["tom"] else {
      warn(
        "p5000.open-period", period,
        "the period from \(first) on is open; it is taken to end today (\(today))")
      return Span(from: first, to: today)
    }
    guard let last = day(to) else { return nil }
    if last > today {
      warn(
        "p5000.future-period", to,
        "the period ends on \(last), after today (\(today)); it is taken to end today, by its dates"
      )
      return Span(from: first, to: today)
    }
    guard let span = Span(from: first, to: last) else {
      report(
        "p5000.end-before-start", to, "the period ends on \(last), before it begins on \(first)")
      return nil
    }
    return span
  }

  private mutating func day(_ place: JSONTree) -> Day? {
    guard let text = place.text, let day = Day(text) else {
      badDate(place)
      return nil
    }
    return day
  }

  // MARK: Sums and codes

  /// The certified sum of an item; a sum is left aside where its period lies partly in the future.
  mutating func sum(of item: JSONTree) -> SumParts {
    var sum = SumParts()
    guard let parts = item["sum"] else { return sum }
    let fields: [(JSONTree?, PeriodUnit)] = [
      (parts["aar"], .year), (parts["kvartal"], .quarter), (parts["maaneder"], .month),
      (parts["uker"], .week), (parts["dager"]?["nr"], .day),
    ]
    for (field, unit) in fields {
      guard let field, let text = field.text else { continue }
      guard let amount = ExactDecimal(text.replacing(",", with: ".")), !amount.isNegative,
        amount <= 1_000_000
      else {
        report(
          "p5000.bad-number", field, "'\(ImportFault.shown(text))' is no sum of periods",
          hint: .example(#""maaneder": "125""#))
        continue
      }
      sum.parts[unit] = amount
    }
    if let basis = parts["dager"]?["type"], let text = basis.text {
      if let days = Int(text), (5...7).contains(days) {
        sum.daysPerWeek = days
      } else {
        report(
          "p5000.bad-week", basis,
          "an insured week has 5, 6 or 7 days, not '\(ImportFault.shown(text))'")
      }
    }
    if let to = item["periode"]?["tom"]?.text, let last = Day(to), last > today { sum.parts = [:] }
    return sum
  }

  private mutating func mask(_ name: String, of item: JSONTree) -> P5000Mask? {
    guard let field = item[name], let text = field.text else { return nil }
    let mask = P5000Mask(text)
    if mask == nil {
      report(
        "p5000.unknown-code", field, "'\(ImportFault.shown(text))' is no code of '\(name)'",
        hint: "three digits 0 or 1 for old age, survivors and invalidity, such as 111")
    }
    return mask
  }

  private static let schemes: Set<String> = [
    "00", "01", "02", "03", "04", "05", "06", "07", "99",
  ]

  private mutating func scheme(of item: JSONTree) -> String? {
    guard let field = item["ordning"], let text = field.text else { return nil }
    guard Self.schemes.contains(text) else {
      report(
        "p5000.unknown-code", field, "'\(ImportFault.shown(text))' is no code of 'ordning'",
        hint: "00 to 07, or 99")
      return nil
    }
    return text
  }
}
