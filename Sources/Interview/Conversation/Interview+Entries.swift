import Formula
import Quantities

extension Interview {
  /// One line of the list of what was entered.
  struct Entry {
    /// What it shows: the answer to a question, or a period by its number.
    enum Subject {
      case question(String)
      case period(Int)
    }

    let subject: Subject
    let text: Phrase
  }

  /// What was entered, a line for each answer or period.
  func entries() throws -> [Entry] {
    let answered = try script.progress(of: draft).answered
    var entries: [Entry] = []
    var listed: Set<Int> = []
    for question in answered where question.id != Script.more {
      let parts = question.id.split(separator: ".")
      guard parts.first == "periods" else {
        let said = question.said(draft[question.id] ?? "")
        let text: Phrase =
          if case .picks(let all) = question.kind {
            "\(question.heading): answered \(Stored.words(draft[question.id] ?? "").count) of \(all.count) further questions"
          } else {
            // What ends with a question mark needs no colon.
            question.text.template.hasSuffix("?")
              ? "\(question.text) \(said)" : "\(question.text): \(said)"
          }
        entries.append(Entry(subject: .question(question.id), text: text))
        continue
      }
      guard parts.count > 2, let period = Int(parts[1]), listed.insert(period).inserted else {
        continue
      }
      let own = answered.filter { $0.id.hasPrefix("periods.\(period).") }
      entries.append(Entry(subject: .period(period), text: summary(period, own)))
    }
    return entries
  }

  /// A period in one line: country, kind, days, and how its earnings are known.
  private func summary(_ period: Int, _ questions: [Question]) -> Phrase {
    func said(_ name: String) -> Phrase? {
      let id = Draft.id(period, name)
      guard let question = questions.first(where: { $0.id == id }), let stored = draft[id],
        !stored.isEmpty
      else { return nil }
      return question.said(stored)
    }
    var parts = [said("country"), said("type")].compactMap { $0 }
    if let from = said("from"), let to = said("to") { parts.append("\(from) to \(to)") }
    if let sum = said("certified") { parts.append("certified: \(sum)") }
    let years = questions.filter { $0.id.hasPrefix(Draft.id(period, "earnings.")) }
    if let wage = said("wage") {
      parts.append(wage)
    } else if !years.isEmpty {
      let known = years.count { draft[$0.id]?.isEmpty == false }
      parts.append("earnings of \(known) of \(years.count) years")
    } else if let way = said("earnings") {
      parts.append("earnings: \(way)")
    }
    return "\(parts)"
  }

  func list() throws -> [Turn.Message] {
    let entries = try entries()
    guard !entries.isEmpty else { return [.init(.item, "Nothing was entered yet.")] }
    return entries.enumerated().map { .init(.item, "\(String($0 + 1)). \($1.text)") }
  }
}
