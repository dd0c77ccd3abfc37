import Remittances

/// The text that an import ends with.
public enum ImportReport {
  /// What came in, and how many rows bear which flag.
  ///
  /// - Parameter database: the path that was imported into.
  public static func text(_ summary: ImportSummary, database: String) -> String {
    var lines = ["Imported \(grouped(summary.rows)) rows of \(summary.file) into \(database)."]
    for sheet in summary.sheets {
      var line = "  \(sheet.name): \(grouped(sheet.rows)) rows"
      if sheet.remarks > 0 { line += ", \(sheet.remarks) remarks below the table" }
      if !sheet.absent.isEmpty { line += "; without \(sheet.absent.joined(separator: ", "))" }
      lines.append(line)
    }
    if let first = summary.firstQuarter, let last = summary.lastQuarter {
      lines.append(
        "  quarters \(first) to \(last), \(summary.corridors) corridors, \(summary.firms) firms")
    }
    if summary.replaced > 0 {
      lines.append("  took the place of \(grouped(summary.replaced)) rows of earlier imports")
    }
    lines.append("  file \(summary.fingerprint)")
    let flags = summary.flagged.sorted { $0.key.rawValue < $1.key.rawValue }
    if !flags.isEmpty {
      lines.append("Flags, set on the row and nothing changed:")
      let width = flags.map { grouped($0.value).count }.max() ?? 0
      for (flag, count) in flags {
        let number = grouped(count)
        let filling = String(repeating: " ", count: width - number.count)
        lines.append("  \(filling)\(number)  \(flag.code): \(flag)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A count with its thousands apart.
  static func grouped(_ count: Int) -> String {
    var digits = ""
    for (index, digit) in String(count.magnitude).reversed().enumerated() {
      if index > 0, index % 3 == 0 { digits.append(",") }
      digits.append(digit)
    }
    return (count < 0 ? "-" : "") + String(digits.reversed())
  }
}
