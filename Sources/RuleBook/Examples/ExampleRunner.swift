import Coordination
import Formula
import Quantities

/// Computes worked examples and compares what comes out with what they expect.
public struct ExampleRunner: Sendable {
  /// Reads a case from JSON; the day is the one the answer is given on.
  ///
  /// Throws `ExampleCaseFault` for a fault with a place in the case.
  public typealias CaseReading = @Sendable (_ json: [UInt8], _ today: Day) throws -> Career

  let book: RuleBook
  let readCase: CaseReading

  public init(_ book: RuleBook, readCase: @escaping CaseReading) {
    self.book = book
    self.readCase = readCase
  }

  /// What is wrong; empty where everything expected came out.
  public func run(_ example: WorkedExample) -> [Diagnostic] {
    switch example.subject {
    case .career(let text): return run(text, of: example)
    case .formula(let question): return run(question, of: example)
    }
  }

  private func run(_ text: ExampleCase, of example: WorkedExample) -> [Diagnostic] {
    guard let today = example.today ?? Day(book.date) else {
      return [
        Self.fault(
          "example.no-day", "neither the example nor book.yaml says a day", at: text.node)
      ]
    }
    let result: CaseResult
    do {
      let career = try readCase(text.json, today)
      result = try Engine(library: book, today: today).answer(career)
    } catch let fault as ExampleCaseFault {
      return [
        Self.fault(fault.code, fault.message, hint: fault.hint, at: text.node(at: fault.pointer))
      ]
    } catch {
      return [Self.fault("example.failed", "\(error)", at: text.node)]
    }
    var faults: [Diagnostic] = []
    for expectation in example.expectations {
      faults += compare(expectation, with: result, saysWhy: faults.isEmpty)
    }
    return faults
  }

  /// - Parameter saysWhy: whether what is missing is said; once for an example is enough.
  private func compare(
    _ expectation: Expectation, with result: CaseResult, saysWhy: Bool
  ) -> [Diagnostic] {
    guard let answer = result.schemes.first(where: { $0.scheme == expectation.scheme }) else {
      let known = result.schemes.map(\.scheme).joined(separator: ", ")
      return [
        Self.fault(
          "example.no-scheme", "the answer has no scheme '\(expectation.scheme ?? "")'",
          hint: known.isEmpty ? nil : "it has \(known)", at: expectation.node)
      ]
    }
    let reader = ExampleAnswer(answer)
    var why = saysWhy ? reader.reason : ""
    return expectation.items.compactMap { item in
      let found = reader.found(item.key, step: expectation.step, setting: expectation.setting)
      let fault = Self.compare(item, of: expectation, with: found, why: why)
      if fault != nil { why = "" }
      return fault
    }
  }

  /// A fault where an answer is not the one expected.
  static func compare(
    _ item: Expectation.Item, of expectation: Expectation, with found: ExampleAnswer.Found?,
    why: String
  ) -> Diagnostic? {
    guard let found else {
      return fault(
        "example.mismatch", "expected \(item.text), there is none\(why.isEmpty ? "" : ": \(why)")",
        at: item.node)
    }
    switch found {
    case .number(let number):
      if expectation.isMet(item.text, by: number) { return nil }
      return fault(
        "example.mismatch",
        "expected \(item.text), computed \(ExampleAnswer.shown(number))"
          + (why.isEmpty ? "" : " (\(why))"), at: item.node)
    case .text(let text):
      if text == item.text { return nil }
      return fault(
        "example.mismatch",
        "expected \(item.text), computed \(text)"
          + (why.isEmpty ? "" : " (\(why))"), at: item.node)
    case .texts(let texts):
      if texts.contains(where: { $0.contains(item.text) }) { return nil }
      return fault(
        "example.mismatch",
        "expected \(item.text) among what is missing, found \(texts.joined(separator: "; "))",
        at: item.node)
    }
  }

  static func fault(
    _ code: String, _ message: String, hint: String? = nil, at node: YAMLNode
  ) -> Diagnostic {
    Diagnostic(code, message, hint: hint, at: node.location, length: node.length)
  }
}
