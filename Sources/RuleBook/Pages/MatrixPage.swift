import Coordination
import Quantities

/// Which countries of a group are linked by an agreement, as a table of all pairs.
public enum MatrixPage {
  /// The table: a row and a column for each country, a sign in each cell, and what they mean.
  ///
  /// - Parameters:
  ///   - countries: in the order of their rows; each once.
  ///   - map: the agreements looked through.
  ///   - day: the day answered for.
  public static func text(
    _ name: String, of countries: [Country], _ map: AgreementMap, on day: Day, width: Int = 100
  ) -> String {
    var page = PageText(width: width)
    page.paragraph("\(name) on \(day)")
    page.blank()
    var lines = ["    " + countries.map { pad($0.code) }.joined()]
    var counts: [Character: Int] = [:]
    for (row, one) in countries.enumerated() {
      var line = pad(one.code)
      for (column, other) in countries.enumerated() {
        let sign = row == column ? "." : sign(map.answer(Party(one), Party(other), on: day))
        line += "  \(sign) "
        if row < column { counts[sign, default: 0] += 1 }
      }
      lines.append(line + " " + one.name)
    }
    let body = lines.map { $0 + "\n" }.joined()
    let pairs = countries.count * (countries.count - 1) / 2
    var key = PageText(width: width)
    key.blank()
    for (sign, meaning) in meanings where counts[sign] != nil {
      key.labelled(String(sign), "\(counts[sign] ?? 0): \(meaning)", column: 3)
    }
    let linked = "BM+".reduce(0) { $0 + (counts[$1] ?? 0) }
    key.blank()
    key.paragraph("\(linked) of \(pairs) pairs are linked by an agreement in force.")
    return page.text + body + key.text
  }

  private static let meanings: [(Character, String)] = [
    ("B", "a bilateral agreement is in force"),
    ("M", "a multilateral instrument is in force"),
    ("+", "both a bilateral and a multilateral one are in force"),
    ("s", "one is signed, none is in force"),
    ("-", "none, by an official list that is complete"),
    ("?", "not known: no reliable source was read"),
  ]

  static func sign(_ answer: AgreementMap.Answer) -> Character {
    let inForce = answer.links.filter { $0.isInForce && $0.isReliable }
    switch answer.state {
    case .inForce:
      let kinds = Set(inForce.map(\.instrument.kind))
      if kinds.count > 1 { return "+" }
      return kinds.contains(.bilateral) ? "B" : "M"
    case _ where answer.links.contains { $0.instrument.status == .signed }: return "s"
    case .none: return "-"
    default: return "?"
    }
  }

  private static func pad(_ code: String) -> String {
    code + String(repeating: " ", count: max(1, 4 - code.count))
  }
}
