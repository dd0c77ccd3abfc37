import Coordination
import Formula
import Quantities

extension RuleBook {
  /// The languages an answer can be said in, English first.
  public var languageCodes: [String] { ["en"] + LanguageLoader.codes(in: files) }

  /// A language with the texts of the program and of some countries' schemes.
  ///
  /// - Parameter countries: whose schemes are spoken of; nil for all.
  /// - Returns: nil where the book does not hold the language.
  /// - Throws: `RuleBookError` where one of its files has a fault.
  public func language(_ code: String, of countries: [Country]? = nil) throws(RuleBookError)
    -> Language?
  {
    if code == "en" { return .english }
    guard LanguageLoader.codes(in: files).contains(code) else { return nil }
    let loader = LanguageLoader(code, from: files) { folder in
      countries?.contains { $0.code == folder } ?? true
    }
    guard let language = loader.loaded else {
      throw RuleBookError(
        path: "\(folder)/\(LanguageLoader.folder)/\(code)",
        diagnostics: loader.findings.diagnostics)
    }
    return language
  }

  /// The faults of all files of all languages.
  func checkLanguages() -> [Diagnostic] {
    LanguageLoader.codes(in: files).flatMap { code in
      LanguageLoader(code, from: files) { _ in true }.findings.diagnostics
    }
  }
}
