import Interchange
import RuleBook
import Testing

@testable import Coordination

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

  /// One scheme alone says what it says among all.
  @Test(arguments: 1...30) func oneSchemeSaysTheSame(_ seed: Int) throws {
    let codes = seed % 2 == 0 ? RandomCareers.union : RandomCareers.everywhere
    let career = RandomCareers.career(seed, among: codes)
    for detail in [AnswerDetail.figures, .full] {
      let all = try Book.engine.answer(career, detail: detail)
      for scheme in all.schemes {
        let one = try Book.engine.answer(career, detail: detail, of: [scheme.scheme])
        let part = CaseResult(
          id: all.id, schemes: [scheme], uncovered: all.uncovered, coverage: all.coverage,
          transfers: all.transfers.filter { $0.to == scheme.scheme },
          losses: all.losses.filter { $0.scheme == scheme.scheme }, warnings: one.warnings,
          ruleBookDate: all.ruleBookDate, ruleBookHash: all.ruleBookHash)
        #expect(one.warnings.allSatisfy(all.warnings.contains))
        #expect(json(one, detail) == json(part, detail))
      }
    }
  }

  private func json(_ result: CaseResult, _ detail: AnswerDetail = .full) -> String {
    var writer = JSONWriter()
    ResultWriter(detail).write(result, to: &writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
