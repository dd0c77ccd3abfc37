import CommandLineKit
import Coordination
import Formula
import Quantities

/// The steps behind one scheme's amount, one line a step, with the article of each.
struct WorksheetText {
  let scheme: SchemeResult
  let width: Int
  let style: Style

  let say: @Sendable (Phrase) -> String

  init(
    _ scheme: SchemeResult, width: Int, style: Style, say: @escaping @Sendable (Phrase) -> String
  ) {
    self.say = say
    self.scheme = scheme
    self.width = width
    self.style = style
  }

  var lines: [String] {
    let name = Phrase(called: scheme.name, or: scheme.scheme)
    var lines = [style.bold(say("Worksheet: \(name) (\(scheme.scheme))"))]
    var setting: Setting?
    for line in scheme.worksheet {
      if line.setting != setting {
        setting = line.setting
        lines.append(style.underline("  " + say(Self.title(line.setting))))
      }
      lines += rendered(line)
    }
    return lines
  }

  static func title(_ setting: Setting) -> Phrase {
    switch setting {
    case .independent: "On own periods alone"
    case .totalized: "With foreign periods for the right"
    case .theoretical: "Theoretical amount: as if all periods were own"
    case .prorated: "After the ratio"
    }
  }

  /// The value of a line with its unit: `44 quarters`, `1234.5 EUR/month`, `41 years, in EUR`.
  static func value(_ line: WorksheetLine) -> Phrase {
    guard !line.unit.isEmpty else { return "\(line.value)" }
    switch line.value.value {
    case .number(let number): return Phrase(number, unit: line.unit)
    case .series: return "\(line.value), \(counted(in: line.unit))"
    case .months(let series):
      // Months add up to time; rates and wages by month add up to nothing.
      if let period = PeriodUnit(rawValue: line.unit) {
        let sum = series.values.reduce(ExactDecimal.zero) { (try? $0.adding($1)) ?? $0 }
        return Phrase(sum, period)
      }
      return "\(Phrase(ExactDecimal(series.count), .month)), \(counted(in: line.unit))"
    default: return "\(line.value) \(Phrase(unit: line.unit))"
    }
  }

  private static func counted(in unit: String) -> Phrase {
    switch PeriodUnit(rawValue: unit) {
    case .day?: "in days"
    case .week?: "in weeks"
    case .month?: "in months"
    case .quarter?: "in quarters"
    case .year?: "in years"
    case nil: "in \(Phrase(unit: unit))"
    }
  }

  private func rendered(_ line: WorksheetLine) -> [String] {
    let plain = String(
      decoding: line.step.utf8.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }, as: UTF8.self)
    let name = say(Phrase(called: line.name, or: plain))
    let value = say(Self.value(line))
    var result = ["  \(name) = \(style.bold(value))"]
    var detail = line.sentence
    if !line.rounding.isEmpty { detail = "\(detail); rounded \(line.rounding)" }
    let law: Phrase = "\(law: line.law)"
    let cited = line.law.isEmpty ? say(detail) : "\(say(detail))  [\(say(law))]"
    result += TextLayout.wrap(cited, width: max(20, width - 6)).map { "      " + style.dim($0) }
    if let series = line.byYear, series.count > 0 {
      let shown = series.years.compactMap { year in
        series[year].flatMap { $0.isZero ? nil : say("\(year): \(short($0))") }
      }.map(Self.unbroken)
      result += TextLayout.wrap(shown.joined(separator: "  "), width: max(20, width - 6)).map {
        "      " + $0
      }
    }
    return result
  }

  /// The text with spaces at which no line breaks.
  private static func unbroken(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      result.unicodeScalars.append(scalar == " " ? "\u{A0}" : scalar)
    }
    return result
  }

  private func short(_ value: ExactDecimal) -> ExactDecimal {
    guard value.normalized.scale > 7, let rounded = try? value.rounded(places: 7, .halfEven) else {
      return value
    }
    return rounded
  }
}
