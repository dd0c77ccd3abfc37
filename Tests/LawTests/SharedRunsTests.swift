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
    let shared = try Book.engine.answer(career, detail: .full)
    let plain = try Book.engine.answer(career, detail: .worksheets)
    #expect(!shared.schemes.isEmpty)
    #expect(json(shared) == json(plain))
  }

  /// Bare figures are those of the whole answer, though less is looked for.
  @Test(arguments: 1...60) func areTheSameFigures(_ seed: Int) throws {
    let codes = seed % 2 == 0 ? RandomCareers.union : RandomCareers.everywhere
    let career = RandomCareers.career(seed, among: codes)
    let bare = try Book.engine.answer(career, detail: .figures)
    let full = try Book.engine.answer(career, detail: .full)
    #expect(json(bare, .figures) == json(full, .figures))
  }

  private func json(_ result: CaseResult, _ detail: AnswerDetail = .full) -> String {
    var writer = JSONWriter()
    ResultWriter(detail).write(result, to: &writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
