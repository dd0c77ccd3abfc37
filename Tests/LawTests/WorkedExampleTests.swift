import Interchange
import RuleBook
import Testing

/// Every worked example of the rule book comes out as its source says.
@Suite struct WorkedExampleTests {
  private static let all = Book.rules.examples()

  private static let runner = ExampleRunner(Book.rules) { bytes, today in
    do throws(InputError) {
      return try CaseReader.read(bytes, today: today)
    } catch {
      throw ExampleCaseFault(
        code: error.code, message: error.message, hint: error.hint, pointer: error.path)
    }
  }

  @Test func theFilesHaveNoFault() {
    #expect(Self.all.faults.map { $0.rendered(line: nil) } == [])
    #expect(Self.all.examples.count > 100)
  }

  @Test(arguments: all.examples.map(\.id))
  func whatIsExpectedComesOut(id: String) throws {
    let example = try #require(Self.all.examples.first { $0.id == id })
    #expect(Self.runner.run(example).map { $0.rendered(line: nil) } == [])
  }

  @Test func theRuleBookHasNoFault() {
    let faults = Book.rules.check().diagnostics.filter { $0.severity == .error }
    #expect(faults.map { $0.rendered(line: nil) } == [])
  }
}
