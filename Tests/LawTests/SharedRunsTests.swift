import Coordination
import Interchange
import RuleBook
import Testing

/// Runs that share what they find answer as runs that each compute everything themselves: those
/// whose worksheets are wanted.
@Suite struct SharedRunsTests {
  @Test(arguments: 1...60) func agree(_ seed: Int) throws {
    let codes = seed % 2 == 0 ? RandomCareers.union : RandomCareers.everywhere
    let career = RandomCareers.career(seed, among: codes)
    let shared = try Book.engine.answer(career, explains: false)
    let plain = try Book.engine.answer(career, explains: true)
    #expect(!shared.schemes.isEmpty)
    #expect(json(shared) == json(plain))
  }

  private func json(_ result: CaseResult) -> String {
    var writer = JSONWriter()
    ResultWriter(hasWorksheets: false).write(result, to: &writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
