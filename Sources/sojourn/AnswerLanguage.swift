import CommandLineKit
import Coordination
import Glibc
import Quantities
import RuleBook

/// Which language an answer is said in.
enum AnswerLanguage {
  static let variable = "SOJOURN_LANGUAGE"

  /// The language that `--language` or `SOJOURN_LANGUAGE` names; else that of the locale where the
  /// rule book has it; else English.
  ///
  /// - Parameter countries: the countries whose schemes are spoken of; nil for all.
  /// - Throws: `Failure` where a language is asked for that the rule book does not have.
  static func language(
    _ invocation: Invocation, _ book: RuleBook, of countries: [Country]?
  ) throws -> Language {
    let codes = book.languageCodes
    for (source, name) in [
      ("--language", invocation.text("language")), (variable, environment(variable)),
    ] {
      guard let name else { continue }
      guard codes.contains(code(name)) else {
        throw Failure(
          "sojourn: \(source) '\(name)': the rule book has no such language; it has "
            + codes.joined(separator: ", "), .usage)
      }
      return try load(code(name), book, countries)
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment).first ?? "C"
    return try load(codes.contains(code(locale)) ? code(locale) : "en", book, countries)
  }

  private static func load(_ code: String, _ book: RuleBook, _ countries: [Country]?) throws
    -> Language
  {
    do throws(RuleBookError) {
      return try book.language(code, of: countries) ?? .english
    } catch {
      throw error.failure
    }
  }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// `pt` of `pt-BR` and of `pt_BR.UTF-8`.
  private static func code(_ name: String) -> String {
    name.prefix { $0 != "-" && $0 != "_" && $0 != "." }.lowercased()
  }
}

extension CaseInput {
  /// The language in which the answer to this case is said.
  func language(_ invocation: Invocation) throws -> Language {
    try AnswerLanguage.language(invocation, book, of: career.countries)
  }
}
