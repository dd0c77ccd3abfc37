import Coordination
import Formula
import Presentation
import Quantities
import RuleBook

extension Rules {
  /// The texts that a language lacks, as lists to be filled in, under the files they go into.
  static func untranslated(_ code: String, _ book: RuleBook) throws -> String {
    let known: [String: Translation]
    do throws(RuleBookError) {
      known = try book.language(code)?.catalogue ?? [:]
    } catch {
      throw error.failure
    }
    var subjects = book.texts().subjects
    subjects.insert(subject("words", ProgramWords.all), at: 1)
    subjects.insert(subject("countries", Country.all.map(\.name)), at: 2)
    var text = ""
    var count = 0
    var seen: Set<String> = []
    for subject in subjects {
      let lacking = subject.texts.filter { entry in
        known[entry.english] == nil && !entry.given.contains(code)
          && seen.insert(entry.english).inserted
      }
      guard !lacking.isEmpty else { continue }
      count += lacking.count
      text += "# languages/\(code)/\(subject.name).yaml\n"
      for entry in lacking { text += "- en: \(quoted(entry.english))\n  \(code): \"\"\n" }
    }
    return text + "# \(count) texts without a translation into \(code)\n"
  }

  private static func subject(_ name: String, _ texts: [String]) -> BookTexts.Subject {
    BookTexts.Subject(name: name, texts: texts.map { .init(english: $0, given: ["en"]) })
  }

  /// A text in double quotes, as YAML reads it.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
