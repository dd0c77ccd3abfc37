import Coordination
import Formula
import Presentation
import Quantities
import RuleBook

extension Rules {
  /// The texts that a language lacks, as lists to be filled in, under the files they go into.
  static func untranslated(_ code: String, _ book: RuleBook) throws -> String {
    var subjects = book.texts().subjects
    subjects.insert(subject("words", ProgramWords.all), at: 1)
    subjects.insert(subject("countries", Country.all.map(\.name)), at: 2)
    var text = ""
    var count = 0
    var common: Set<String> = []
    for subject in subjects {
      let id = subject.name.split(separator: ".")
      let country = id.count == 2 ? Country(id[0]) : nil
      let known = try catalogue(code, book, country)
      let lacking = subject.texts.filter {
        known[$0] == nil && !common.contains($0)
      }
      // What a case of any country reads is not asked for again.
      if country == nil { common.formUnion(lacking) }
      guard !lacking.isEmpty else { continue }
      count += lacking.count
      text += "# languages/\(code)/\(subject.name).yaml\n"
      for entry in lacking { text += "- en: \(quoted(entry))\n  \(code): \"\"\n" }
    }
    return text + "# \(count) texts without a translation into \(code)\n"
  }

  /// What a language says of a country's schemes, or of what all have in common.
  private static func catalogue(_ code: String, _ book: RuleBook, _ country: Country?) throws
    -> [String: Translation]
  {
    do throws(RuleBookError) {
      return try book.language(code, of: country.map { [$0] } ?? [])?.catalogue ?? [:]
    } catch {
      throw error.failure
    }
  }

  private static func subject(_ name: String, _ texts: [String]) -> BookTexts.Subject {
    BookTexts.Subject(name: name, texts: texts)
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
