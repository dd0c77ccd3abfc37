import Formula
import Quantities

extension ParameterLoader {
  /// Where a value says its last day, the next must begin on the day after it.
  func checkEnds(_ rows: [Parameter.Row], _ drafts: [ParameterRowDraft]) {
    for (index, draft) in drafts.enumerated() {
      guard let until = draft.until else { continue }
      if Int(until.number) < rows[index].key {
        findings.add(
          draft.fault(
            draft.value, "parameter.overlap", "this value ends on \(until), before it begins"))
      }
      guard index + 1 < rows.count, let next = drafts[index + 1].key else { continue }
      let gap = rows[index + 1].key - Int(until.number) - 1
      if gap > 0 {
        findings.add(
          drafts[index + 1].fault(
            next, "parameter.gap", "no value holds from the day after \(until) to \(next.text)"))
      } else if gap < 0 {
        findings.add(
          drafts[index + 1].fault(
            next, "parameter.overlap", "the value before holds until \(until) already"))
      }
    }
  }

  /// Years without a value between the first and the last.
  func checkYears(_ rows: [Parameter.Row], _ drafts: [ParameterRowDraft]) {
    for index in rows.indices.dropFirst() where rows[index].key > rows[index - 1].key + 1 {
      guard let cell = drafts[index].key else { continue }
      let (first, last) = (rows[index - 1].key + 1, rows[index].key - 1)
      findings.add(
        drafts[index].fault(
          cell, "parameter.gap",
          "no value for \(first == last ? "\(first)" : "\(first) to \(last)")",
          severity: .warning))
    }
  }

  /// An act made after the value had ceased to hold cannot have set it, unless it says so.
  func checkActs(_ rows: [Parameter.Row], _ drafts: [ParameterRowDraft]) {
    for index in rows.indices.dropLast() where !drafts[index].isRetroactive {
      guard let law = drafts[index].law, let act = ActDate.earliest(in: law.text) else { continue }
      if Int(act.number) >= rows[index + 1].key, let end = drafts[index + 1].key {
        findings.add(
          drafts[index].fault(
            law, "parameter.before-act",
            "the act is of \(act.year), but the value had ended by \(end.text)",
            hint: "cite the act that set this value, or add retroactive: yes",
            severity: .warning))
      }
    }
  }
}

/// The dates in the citation of an act.
enum ActDate {
  /// The earliest day a citation names: `2025-06-10`, `10.6.2025`, or `2025` (its first day).
  static func earliest(in text: String) -> Day? {
    var earliest: Day?
    for run in text.split(whereSeparator: {
      !($0.isASCII && ($0.isNumber || $0 == "-" || $0 == "."))
    }) {
      if let day = day(String(run)), day < earliest ?? .latest { earliest = day }
    }
    return earliest
  }

  private static func day(_ run: String) -> Day? {
    if let day = Day(run) { return day }
    let parts = run.split(separator: ".")
    if parts.count == 3, let day = Int(parts[0]), let month = Int(parts[1]),
      let year = year(parts[2])
    {
      return Day(year: year, month: month, day: day)
    }
    return run.split { $0 == "." || $0 == "-" }.compactMap(year).min()
      .flatMap { Day(year: $0, month: 1, day: 1) }
  }

  private static func year(_ text: some StringProtocol) -> Int? {
    guard text.utf8.count == 4, let year = Int(text), (1800...2199).contains(year) else {
      return nil
    }
    return year
  }
}
