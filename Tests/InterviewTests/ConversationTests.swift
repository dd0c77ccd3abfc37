import Coordination
import Formula
import Foundation
import Interchange
import Quantities
import Testing

@testable import Interview

/// What is asked, and what becomes of the answers.
@Suite struct ConversationTests {
  /// The answers that make the example of five countries.
  static let fiveCountries =
    Talk.person + [
      "USA", "", "1.1.1982", "Dec 1988", "", "",
      "11800.00; 12900; 14100; 15300; 16400; 17600; 18900",
      "Alemania", "employed", "15 Feb 1989", "12/2006", "", "1", "1",
      "31200 36400 38900 41300 43000 44100 45600 46700 47400",
      "48300; 49200; 50400; 51700; 26900; 27400; 27800; 28100; 28500",
      "Corée du Sud", "", "3/2007", "2/2011", "", "", "18000000;22400000;23100000;24000000;4100000",
      "FR", "salarié", "May 2011", "30/04/2020", "", "",
      "19200;29400;29900;30300;30700;31200;31800;32300;32900;11100",
      "Canadá", "residence", "", "1.6.2020", "31.10.2026", "", "",
    ]

  @Test func theExampleOfFiveCountriesIsMade() throws {
    var talk = try Talk()
    try talk.say(Self.fiveCountries)
    #expect(talk.faults == [])
    try talk.skipFacts()
    try talk.say("1.12.2026")
    let file = "\(Talk.book.folder)/examples/cases/five-countries.json"
    var expected = try CaseReader.read(
      Array(try Data(contentsOf: URL(filePath: file))), today: Talk.today)
    expected.id = nil
    let career = try #require(try talk.interview.career())
    #expect(career == expected)
    // What is written is read again, and nothing else is needed to go on.
    let bytes = CaseWriter().bytes(of: career)
    #expect(try CaseReader.read(bytes, today: Talk.today) == career)
    let resumed = try Talk(
      Draft(try AnswersFile.read(AnswersFile.bytes(of: talk.interview.draft.answers))))
    #expect(try resumed.interview.career() == career)
    try talk.say("")
    #expect(talk.effects == [.answer])
  }

  @Test func goingBackKeepsWhatWasSaid() throws {
    var talk = try Talk()
    try talk.say("14 May 1960", "male")
    #expect(try talk.asked() == "Country of residence now")
    try talk.say("<", "back")
    #expect(try talk.asked() == "Date of birth")
    try talk.say("")
    #expect(try talk.asked() == "Country of residence now")
    try talk.say("<", "<", "13.5.1960")
    #expect(talk["person.born"] == "1960-05-13")
    #expect(talk["person.sex"] == "male")
    try talk.say("<", "-")
    #expect(talk["person.sex"] == "")
    try talk.say("<", "<", "<")
    #expect(talk.faults == ["This is the first question."])
  }

  @Test func whatIsUnclearIsAskedBack() throws {
    var talk = try Talk()
    try talk.say("3/4/1960")
    #expect(talk.faults == ["Which day is meant?"])
    #expect(try talk.interview.prompt().choices.map(\.english) == ["1960-04-03", "1960-03-04"])
    try talk.say("2")
    #expect(talk["person.born"] == "1960-03-04")
    try talk.say("", "Nige")
    try talk.say("yes")
    #expect(talk["person.lives_in"] == nil)
    try talk.say("Germny", "")
    #expect(talk["person.lives_in"] == "DE")
    // An answer anew is taken as well.
    try talk.say("<", "Portugl", "Spain")
    #expect(talk["person.lives_in"] == "ES")
  }

  @Test func aYearOffersItsFirstAndLastDay() throws {
    var talk = try Talk()
    try talk.say(Talk.person + ["DE", "", "1985", "", "1990", "1"])
    #expect(talk["periods.1.from"] == "1985-01-01")
    #expect(talk["periods.1.to"] == "1990-12-31")
  }

  @Test(arguments: [
    ("1959", "That is before the birth on 1960-05-14."),
    ("2030-01-01", "That day lies in the future."),
    ("31.2.1990", "No calendar has that day."),
  ])
  func daysThatCannotBeAreRefused(text: String, fault: String) throws {
    var talk = try Talk()
    try talk.say(Talk.person + ["DE", ""])
    try talk.say(text)
    #expect(talk.faults == [fault])
  }

  @Test func anEstimateIsMarkedInTheCase() throws {
    var talk = try Talk()
    try talk.say(
      Talk.person + ["DE", "", "1995-01-01", "2002-06-30", "", "average"])
    try talk.finish()
    let career = try #require(try talk.interview.career())
    let earnings = try #require(career.periods.first?.earnings)
    #expect(earnings.estimated == Set(1995...2002))
    #expect(earnings.currency == nil)
    guard case .entries(let entries) = earnings.content else {
      Issue.record("not by year")
      return
    }
    // Annex 1 of SGB VI: 50,665 marks for 1995; half of 28,626 euros for half of 2002.
    #expect(entries.first?.amount == 50665)
    #expect(entries.last?.amount == 14313)
    let text = String(decoding: CaseWriter().bytes(of: career), as: UTF8.self)
    #expect(text.contains("\"estimated\""))
    let result = try Engine(library: Talk.book, today: Talk.today).answer(career)
    let assumed = try #require(result.schemes.first { $0.scheme == "DE.GRV" }).assumptions
    #expect(
      assumed.map(\.english).contains(
        "The earnings of 1995-2002 are an estimate: so is the amount."))
  }

  @Test func oneYearMayBeAnEstimate() throws {
    var talk = try Talk()
    try talk.say(
      Talk.person + [
        "US", "", "1990-01-01", "1992-12-31", "", "", "20000", "average", "1992=22000",
      ])
    try talk.finish()
    let earnings = try #require(try talk.interview.career()?.periods.first?.earnings)
    #expect(earnings.estimated == [1991])
  }

  @Test func whereNoAverageIsKnownThatIsSaid() throws {
    var talk = try Talk()
    try talk.say(Talk.person + ["FR", "", "1990-01-01", "1990-12-31", ""])
    let prompt = try talk.interview.prompt()
    #expect(!prompt.choices.contains { $0.english.contains("average") })
    #expect(
      prompt.notes.map(\.english) == [
        "The rule book knows no average earnings in France, so none can be filled in."
      ])
    try talk.say("", "1")
    try talk.say("average")
    #expect(talk.faults == ["The rule book knows no average earnings of 1990."])
  }

  @Test func theCurrencyOfTheYearIsAskedFor() throws {
    var talk = try Talk()
    try talk.say(Talk.person + ["DE", "", "2001-01-01", "2002-12-31", "", "", ""])
    #expect(try talk.asked() == "Gross earnings of 2001 in DEM")
    try talk.say("40000 EUR")
    #expect(talk.faults == ["Give the amount of 2001 in DEM, the money of that year."])
    try talk.say("40.000 DM")
    #expect(talk["periods.1.earnings.2001"] == "40000")
    try talk.say("30000")
    try talk.finish()
    let former = try #require(try talk.interview.career()?.periods.first?.earnings)
    #expect(
      former.content
        == .entries([.init(year: 2001, amount: 40000), .init(year: 2002, amount: 30000)]))
    // In euros throughout, the marks of 2001 follow from the law's rate.
    try talk.say("change 5", "7", "2", "20 000", "", "")
    let euros = try #require(try talk.interview.career()?.periods.first?.earnings)
    let marks = try #require(ExactDecimal("39116.6"))
    guard case .entries(let entries) = euros.content else {
      Issue.record("not by year")
      return
    }
    #expect(entries.first?.amount == marks)
    try talk.say("change 5", "8", "9999999999999")
    #expect(talk.faults == ["That is more than anyone earns; is a point missing?"])
  }

  @Test func aChangedPeriodIsAskedForWhatItNowNeeds() throws {
    var talk = try Talk()
    try talk.say(
      Talk.person + ["US", "", "1990-01-01", "1991-12-31", "", "", "20000; 21000"])
    try talk.finish()
    #expect(try talk.interview.career() != nil)
    // Entry 5 is the period; its third part the first day.
    try talk.say("5", "3", "1989-07-01")
    #expect(try talk.asked() == "Gross earnings of 1989 in USD")
    try talk.say("9000")
    #expect(try talk.interview.career()?.periods.first?.span.first == Day("1989-07-01"))
    // A period that would end before it begins is asked for its end.
    try talk.say("change 5", "3", "1995-01-01")
    #expect(try talk.asked() == "Last day")
    try talk.say("1995-12-31", "30000")
    // Another country asks for its own earnings.
    try talk.say("change 5", "1", "DE")
    #expect(try talk.asked() == "How are the earnings known?")
  }

  @Test func aPeriodIsTakenAwayAndAdded() throws {
    var talk = try Talk()
    try talk.say(Talk.person + ["NL", "3", "1990-01-01", "1991-12-31", ""])
    try talk.say("BE", "", "1992-01-01", "1993-12-31", "")
    try talk.finish()
    #expect(try talk.interview.career()?.countries.map(\.code) == ["NL", "BE"])
    try talk.say("delete 5")
    #expect(try talk.interview.career()?.countries.map(\.code) == ["BE"])
    try talk.say("add", "NL", "3", "1980-01-01", "1981-12-31", "")
    try talk.finish()
    #expect(try talk.interview.career()?.countries.map(\.code) == ["BE", "NL"])
    try talk.say("delete 1")
    #expect(talk.faults == ["Only periods can be taken away; list shows their numbers."])
  }

  @Test func factsThatArePickedAreAskedFor() throws {
    var talk = try Talk()
    try talk.say(Talk.person + ["DE", "", "1990-01-01", "1990-12-31", "", "unknown", ""])
    let prompt = try talk.interview.prompt()
    let children = try #require(
      prompt.choices.firstIndex { $0.english.hasPrefix("Birth dates of the children") })
    try talk.say("99")
    #expect(talk.faults == ["Choose by number, 1 to \(prompt.choices.count)."])
    try talk.say("\(children + 1)", "10.2.1993; 5/6/1995")
    #expect(talk.faults.first?.contains("could be exchanged") == true)
    try talk.say("10.2.1993; 5 June 1995", "")
    #expect(
      try talk.interview.career()?.facts == [
        "DE.GRV": ["children_born": .dates(["1993-02-10", "1995-06-05"].compactMap { Day($0) })]
      ])
  }

  @Test func filesAreNamedAndNoneIsOverwrittenUnasked() throws {
    var talk = try Talk(existing: ["there.json"])
    try talk.say(Talk.person + ["save", "there.json"])
    #expect(try talk.asked() == "there.json is there already. Replace it?")
    try talk.say("no", "new.json")
    #expect(talk.effects == [.write(.answers, "new.json")])
    #expect(try talk.asked() == "Country of the first period")
    talk.interview.wasAnswered()
    try talk.say("1", "case.json", "2", "report.html", "4")
    #expect(
      talk.effects.dropFirst() == [
        .write(.finishedCase, "case.json"), .write(.report, "report.html"), .end,
      ])
  }

  @Test(arguments: [
    ("es", ["14 de mayo de 1960", "mujer", "Canadá", "atrás", "Alemania", "lista"]),
    ("fr", ["14 mai 1960", "femme", "Canada", "retour", "Allemagne", "liste"]),
    ("pt", ["14 de maio de 1960", "mulher", "Canadá", "voltar", "Alemanha", "lista"]),
    ("ar", ["14 مايو 1960", "أنثى", "كندا", "رجوع", "ألمانيا", "قائمة"]),
  ])
  func everyLanguageIsSpoken(code: String, lines: [String]) throws {
    var talk = try Talk(in: code)
    try talk.say(lines)
    #expect(talk.faults == [])
    #expect(talk["person.born"] == "1960-05-14")
    #expect(talk["person.sex"] == "female")
    #expect(talk["person.lives_in"] == "DE")
    #expect(talk.said.filter { $0.kind == .item }.count == 3)
  }

  /// What no question asks for, such as monthly earnings, stays as it was.
  @Test func aCaseThatIsThereIsCompletedAndNothingOfItIsLost() throws {
    let text = """
      {"format": "sojourn/case/1", "id": "x-1",
       "person": {"born": "1960-05-14"},
       "claim": {"benefit": "old_age", "as_of": "2027-01-01", "starts": {"DE.GRV": "2026-12-01"}},
       "periods": [
        {"country": "DE", "from": "1990-01-01", "to": "2002-12-31", "certified": {"months": 150},
         "earnings": {"1990": "30000", "2002-03": "2500.50"}},
        {"country": "US", "from": "1980-01-01", "to": "1981-12-31", "earnings": {"1980": 9000}},
        {"country": "FR", "scheme": "FR.CNAV", "from": "1983-01-01", "to": "1984-12-31", "type": "11",
         "certified": {"days": 300, "days_per_week": 5},
         "earnings": {"amount": "900", "per": "month", "currency": "EUR"}}],
       "facts": {"DE.GRV": {"children_born": ["1993-02-10"]},
                 "US.OASDI": {"quarters_of_coverage": {"1980": 3}}}}
      """
    let career = try CaseReader.read(Array(text.utf8), today: Talk.today)
    var talk = try Talk(try Draft(of: career, law: Talk.book))
    #expect(try talk.asked() == "Sex")
    try talk.say("f", "", "")
    #expect(try talk.asked() == "Gross earnings of 1981 in USD")
    try talk.say("10000")
    try talk.finish()
    var expected = career
    expected.person.sex = .female
    expected.periods[1].earnings = Earnings(
      .entries([.init(year: 1980, amount: 9000), .init(year: 1981, amount: 10000)]))
    #expect(try talk.interview.career() == expected)
    // Resumed from its file it is the same; with other earnings the monthly ones are gone.
    let again = Draft(try AnswersFile.read(AnswersFile.bytes(of: talk.interview.draft.answers)))
    #expect(try Talk(again).interview.career() == expected)
  }

  @Test func theExampleOfFiveCountriesNeedsNoMoreThanItsFacts() throws {
    let file = "\(Talk.book.folder)/examples/cases/five-countries.json"
    let career = try CaseReader.read(
      Array(try Data(contentsOf: URL(filePath: file))), today: Talk.today)
    var talk = try Talk(try Draft(of: career, law: Talk.book))
    try talk.skipFacts()
    #expect(try talk.interview.career() == career)
  }

  /// Whatever is typed, the conversation goes on.
  @Test(arguments: 0..<8)
  func nothingBreaksIt(seed: Int) throws {
    var random = SystemRandomNumberGenerator()
    let words = [
      "", "?", "<", "list", "1", "2", "9", "DE", "US", "CA", "1960-05-14", "1990", "2001-03-01",
      "average", "change 5", "delete 5", "change 1", "0", "-", "yes", "31200;1;2", "13 quarters",
      "save",
      "x.json", "add", "12.2.2002", "\u{0}", "🙂", "1e9", "female", "5 / 6 / 7", "2600 a month",
      "1, 2",
    ]
    var talk = try Talk()
    for _ in 0..<300 {
      let line = words.randomElement(using: &random) ?? ""
      try talk.say(line)
      if talk.effects.last == .answer { talk.interview.wasAnswered() }
      talk.effects = []
      _ = try talk.interview.prompt()
      if let career = try talk.interview.career() {
        let bytes = CaseWriter().bytes(of: career)
        do {
          let read = try CaseReader.read(bytes, today: Talk.today)
          #expect(read == career, "after \(line)")
        } catch {
          #expect(error.code == "case.overlapping-sums", "after \(line): \(error)")
        }
      }
    }
  }
}
