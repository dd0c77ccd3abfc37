import CommandLineKit
import Coordination
import Formula
import Quantities

/// The steps behind one scheme's amount, one line a step, with the article of each.
struct WorksheetText {
  let scheme: SchemeResult
  let width: Int
  let style: Style

  init(_ scheme: SchemeResult, width: Int, style: Style) {
    self.scheme = scheme
    self.width = width
    self.style = style
  }

  var lines: [String] {
    var lines = [style.bold("Worksheet: \(scheme.name["en"] ?? scheme.scheme) (\(scheme.scheme))")]
    var setting: Setting?
    for line in scheme.worksheet {
      if line.setting != setting {
        setting = line.setting
        lines.append(style.underline("  \(Self.title(line.setting))"))
      }
      lines += rendered(line)
    }
    return lines
  }

  private static func title(_ setting: Setting) -> String {
    switch setting {
    case .independent: "On own periods alone"
    case .totalized: "With foreign periods for the right"
    case .theoretical: "Theoretical amount: as if all periods were own"
    case .prorated: "After the ratio"
    }
  }

  private func rendered(_ line: WorksheetLine) -> [String] {
    let name = line.name["en"] ?? line.step.map { $0 == "_" ? " " : String($0) }.joined()
    let unit = line.unit.isEmpty ? "" : " \(line.unit)"
    let value = line.value.text + unit
    var result = ["  \(name) = \(style.bold(value))"]
    var detail = line.sentence
    if !line.rounding.isEmpty { detail += "; rounded \(line.rounding)" }
    if !line.law.isEmpty { detail += "  [\(line.law)]" }
    result += TextLayout.wrap(detail, width: max(20, width - 6)).map { "      " + style.dim($0) }
    if let series = line.byYear, series.count > 0 {
      let shown = series.years.compactMap { year in
        series[year].flatMap { $0.isZero ? nil : "\(year): \(short($0))" }
      }
      result += TextLayout.wrap(shown.joined(separator: "  "), width: max(20, width - 6)).map {
        "      " + $0
      }
    }
    return result
  }

  private func short(_ value: ExactDecimal) -> String {
    let plain = value.normalized
    guard plain.scale > 7, let rounded = try? plain.rounded(places: 7, .halfEven) else {
      return plain.description
    }
    return rounded.normalized.description
  }
}
