import Formula
import Interchange

/// What is said of the papers of an import: place, fault, and what would be right.
struct ImportFindings {
  let say: (Phrase) -> String

  init(_ say: @escaping (Phrase) -> String) { self.say = say }

  /// All findings, errors first where they stand in one paper.
  func text(_ findings: [CaseAssembly.Finding]) -> String {
    findings.map(text).joined()
  }

  private func text(_ finding: CaseAssembly.Finding) -> String {
    let fault = finding.fault
    let word: Phrase = fault.severity == .error ? "error" : "warning"
    var text = "\(finding.source ?? "sojourn")\(position(of: fault.place)): "
    text += "\(say(word)): \(say(fault.message)) [\(fault.code)]\n"
    if let place = place(fault.place) { text += "  \(say(place))\n" }
    if let hint = fault.hint { text += "  \(say("hint: \(hint)"))\n" }
    return text
  }

  private func position(of place: ImportFault.Place) -> String {
    switch place {
    case .whole, .path: ""
    case .cell(let row, let column, _): ":\(row)" + (column.map { ":\($0)" } ?? "")
    case .line(let line, let column): ":\(line):\(column)"
    }
  }

  private func place(_ place: ImportFault.Place) -> Phrase? {
    switch place {
    case .whole, .line: nil
    case .path(let path): path.isEmpty ? nil : "at \(path)"
    case .cell(let row, nil, _): "in row \(row)"
    case .cell(let row, let column?, nil): "in row \(row), column \(column)"
    case .cell(let row, _, let name?): "in row \(row), column '\(name)'"
    }
  }
}
