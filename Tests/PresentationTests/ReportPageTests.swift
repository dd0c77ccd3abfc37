import Formula
import Quantities
import Testing

@testable import Coordination
@testable import Presentation

@Suite("The printed report")
struct ReportPageTests {
  private func page(says: Phrase = "", language: Language = .english) throws -> String {
    let (de, us) = (try #require(Country("DE")), try #require(Country("US")))
    func day(_ text: String) throws -> Day { try #require(Day(text)) }
    func period(_ country: Country, _ from: String, _ to: String) throws -> InsurancePeriod {
      InsurancePeriod(
        country: country, span: try #require(Span(from: try day(from), to: try day(to))),
        type: .employed)
    }
    let career = Career(
      person: Person(born: try day("1960-05-14")),
      periods: [
        try period(de, "1990-01-01", "1999-12-31"), try period(us, "2001-01-01", "2005-12-31"),
        try period(us, "2004-06-01", "2006-12-31"),
      ])
    var scheme = SchemeResult(
      scheme: "DE.GRV", country: de, name: ["en": "Statutory <pension>", "de": "Rente & mehr"],
      status: .payable)
    scheme.assumptions = [says]
    var amounts = Amounts(
      currency: try #require(Currency("EUR")), per: "month", rhythm: "monthly", payments: 12)
    amounts.independent = 1200
    amounts.proRata = 600
    amounts.paid = 1200
    amounts.basis = .independent
    scheme.amounts = amounts
    let result = CaseResult(
      schemes: [scheme], uncovered: [us], coverage: [], transfers: [], losses: [], warnings: [],
      ruleBookDate: "2026-11-23", ruleBookHash: "abcdef0123456789")
    return ReportPage(career, result, made: try day("2026-11-23"), language: language).html()
  }

  @Test("what comes from data cannot become markup")
  func escapes() throws {
    let html = try page(says: "<script>alert('x')</script> & \"y\"")
    #expect(!html.contains("<script"))
    #expect(html.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;y&quot;"))
    #expect(html.contains("Statutory &lt;pension&gt;"))
    #expect(html.contains("<p lang=\"de\" dir=\"auto\">Rente &amp; mehr</p>"))
  }

  @Test("a gap is named, an overlap is none")
  func gaps() throws {
    #expect(try page().contains("Without any period: 2000-01-01 – 2000-12-31."))
  }

  @Test("the bars are as long as their amounts")
  func bars() throws {
    let html = try page()
    #expect(html.contains("width=\"400\" height=\"12\" class=\"own\""))
    #expect(html.contains("width=\"200\" height=\"12\" class=\"part\""))
  }

  @Test("nothing is fetched and nothing runs")
  func selfContained() throws {
    let html = try page()
    for outside in ["http:", "https:", "src=", "@import", "url("] {
      #expect(!html.contains(outside))
    }
  }

  @Test("every language has the same page", arguments: LanguageTests.codes)
  func sameStructure(code: String) throws {
    func tags(_ html: String) -> [String] {
      html.split(separator: "<").dropFirst().map { String($0.prefix { $0 != ">" && $0 != " " }) }
        .filter { !$0.hasSuffix("bdi") }
    }
    let html = try page(says: "Please note", language: LanguageTests.language(code))
    let local = "<p lang=\"de\" dir=\"auto\">"
    #expect(html.contains(local))
    #expect(tags(html) == tags(try page(says: "Please note")))
  }

  @Test("overlapping periods of a country lie in lanes of their own")
  func lanes() throws {
    let html = try page()
    #expect(html.contains("More than one period: 2004-06-01 – 2005-12-31."))
    // DE in the first row; US in the second and, from 2004-06-01 on, in a lane below it.
    for top in [4, 30, 56] { #expect(html.contains("y=\"\(top)\" width=")) }
    #expect(html.contains("class=\"gap\""))
  }

  @Test("texts and figures follow the language, and so does the direction")
  func language() throws {
    var forms = Language.Forms()
    forms.group = "."
    forms.point = ","
    forms.money = "{amount}\u{A0}{currency}"
    let arabic = Language(
      code: "ar", name: "العربية", isRightToLeft: true, forms: forms,
      catalogue: [
        "Pension report": .text("تقرير التقاعد"), "{1} a month": .text("{1} شهريًا"),
      ])
    let html = try page(language: arabic)
    #expect(html.contains("<html lang=\"ar\" dir=\"rtl\">"))
    #expect(html.contains("<h1>تقرير التقاعد</h1>"))
    #expect(html.contains("<bdi>1.200,00\u{A0}EUR</bdi> شهريًا"))
  }
}
