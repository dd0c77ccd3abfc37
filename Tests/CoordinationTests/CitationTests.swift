import Testing

@testable import Coordination

/// In other languages a citation stands without its English explanation.
struct CitationTests {
  @Test(arguments: [
    ("Art 61(1): ten years of coverage", "Art 61(1)"),
    ("42 USC 414(a)(1); POMS GN 01708.115 B", "42 USC 414(a)(1); POMS GN 01708.115 B"),
    (
      "CSS art 183: 120 months of insurance; Reg. 883/2004 Art 6",
      "CSS art 183; Reg. 883/2004 Art 6"
    ),
    ("the law: not read", "the law: not read"), ("", ""),
  ])
  func explanationsAreLeftOut(law: String, articles: String) {
    #expect(Language.articles(of: law) == articles)
  }
}
