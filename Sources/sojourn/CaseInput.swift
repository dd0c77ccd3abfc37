import CommandLineKit
import Coordination
import Interchange
import Quantities
import RuleBook

/// A case as it was given on the command line, with what is needed to answer it.
struct CaseInput {
  let path: String
  let bytes: [UInt8]
  var career: Career
  let book: RuleBook
  let today: Day

  /// Reads and checks the case the argument `case` names.
  /// - Throws: `Failure` with the place of the fault in the case.
  init(_ invocation: Invocation, _ console: Console) throws {
    let path = try invocation.required("case")
    var input = try StandardInput(path: path, limit: CaseLimits.bytes)
    let bytes: [UInt8]
    do {
      bytes = try input.readAll()
    } catch {
      guard case .tooLarge(let source, _) = error else { throw error }
      throw Failure(CaseLimits.tooLong.summary(of: source), .badInput)
    }
    do {
      career = try CaseReader.read(bytes, today: console.today)
    } catch {
      throw Failure(error.rendered(file: path, bytes: bytes), .badInput)
    }
    self.path = path
    self.bytes = bytes
    book = try RuleBook.of(invocation)
    today = console.today
    if let text = invocation.text("claim"), let day = Day(text) {
      career.claim.from = day
      career.claim.starts = [:]
      if let asOf = career.claim.asOf, asOf < day { career.claim.asOf = day }
    }
    try check()
  }

  /// Reads and checks a case that does not come from the command line.
  /// - Throws: `Failure` with the place of the fault in the case.
  init(path: String, bytes: [UInt8], book: RuleBook, today: Day) throws {
    do {
      career = try CaseReader.read(bytes, today: today)
    } catch {
      throw Failure(error.rendered(file: path, bytes: bytes), .badInput)
    }
    self.path = path
    self.bytes = bytes
    self.book = book
    self.today = today
    try check()
  }

  /// Holds the names of the case against the law.
  private func check() throws {
    book.prepare(for: career.countries, residence: career.person.livesIn)
    try reporting { try FactCheck(career, library: book).check(career) }
  }

  /// Answers the case, or the same case changed.
  /// - Throws: `Failure` where the case or a rule file has a fault.
  func answer(
    _ changed: Career? = nil, withAgreements: Bool = true, detail: AnswerDetail = .worksheets,
    refunds: Bool = true, of schemes: Set<String>? = nil
  ) throws -> CaseResult {
    try reporting {
      try Engine(library: book, today: today)
        .answer(
          changed ?? career, withAgreements: withAgreements, detail: detail,
          refunds: refunds, of: schemes)
    }
  }

  /// Runs `body` and turns its faults into what a person can act on.
  func reporting<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as InputError {
      throw Failure(error.located(in: bytes).rendered(file: path, bytes: bytes), .badInput)
    } catch let error as RuleBookError {
      throw error.failure
    }
  }
}
