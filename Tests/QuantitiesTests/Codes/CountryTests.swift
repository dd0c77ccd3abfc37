import Testing

@testable import Quantities

@Suite struct CountryTests {
  @Test(arguments: [
    ("DE", "DE", "DEU", 276, "Germany"), ("deu", "DE", "DEU", 276, "Germany"),
    ("kr", "KR", "KOR", 410, "South Korea"), ("XK", "XK", "XKX", nil, "Kosovo"),
    ("SU", "SU", "SUN", 810, "USSR, Union of Soviet Socialist Republics"),
    ("DD", "DD", "DDR", 278, "German Democratic Republic"),
    ("CS", "CS", "CSK", 200, "Czechoslovakia, Czechoslovak Socialist Republic"),
    ("SCG", "CSXX", "SCG", 891, "Serbia and Montenegro"),
    ("CSXX", "CSXX", "SCG", 891, "Serbia and Montenegro"),
    ("CSHH", "CS", "CSK", 200, "Czechoslovakia, Czechoslovak Socialist Republic"),
    ("BY", "BY", "BLR", 112, "Belarus"), ("CI", "CI", "CIV", 384, "Côte d'Ivoire"),
  ])
  func codes(text: String, code: String, alpha3: String, number: Int?, name: String) throws {
    let country = try #require(Country(text))
    #expect(country.code == code && country.alpha3 == alpha3)
    #expect(country.numeric == number && country.name == name)
    #expect(country.description == code)
  }

  @Test(arguments: ["", "D", "ZZ", "D1", "UK", "DEUX", "GERMANY", "ÄÖ", "@[", "`{", "XXX"])
  func refusesOtherTexts(text: String) {
    #expect(Country(text) == nil)
    #expect(Country(text[...]) == nil)
  }

  @Test func everyCountryIsFoundByAllItsCodes() throws {
    let all = Country.all
    #expect(all.count == 281 && all == all.sorted() && Set(all).count == all.count)
    for country in all {
      #expect(Country(country.code) == country)
      // Two withdrawn countries left their alpha-3 code to a current one.
      let bearer = try #require(Country(country.alpha3.lowercased()))
      #expect(bearer == country || (country.isHistoric && !bearer.isHistoric))
      #expect(!country.name.isEmpty)
    }
    #expect(all.filter { !$0.isHistoric }.count == 250)
  }

  @Test func withdrawnCountriesSayWhen() throws {
    #expect(try #require(Country("YU")).withdrawn == "2003-07-23")
    #expect(try #require(Country("DY")).withdrawn == "1977")
    #expect(try #require(Country("RS")).withdrawn == nil)
  }

  @Test(arguments: [
    ("germany", "DE"), ("Turkiye", "TR"), ("Türkiye", "TR"), ("Republic of Korea", "KR"),
    ("Korea, Republic of", "KR"), ("USSR", "SU"), ("cote d'ivoire", "CI"), ("Yugoslavia", "YU"),
    ("Federal Republic of Germany", "DE"),
  ])
  func names(text: String, code: String) {
    #expect(Country(named: text)?.code == code)
  }

  @Test(arguments: [
    ("Germny", "DE"), ("Swtzerland", "CH"), ("Turkey", "TR"), ("UK", "GB"), ("EL", "GR"),
    ("RF", "FR"), ("Korea", "KR"), ("Russia", "RU"), ("Czechoslovakia", "CS"), ("Polnad", "PL"),
    ("DUE", "DEU"), ("Phillipines", "PH"),
  ])
  func suggestions(text: String, code: String) {
    #expect(Country.suggestion(for: text) == Country(code))
  }

  @Test(arguments: ["", "x", "qqqqqqqq", "zz", "12345", String(repeating: "germany", count: 50)])
  func suggestsNothingForNonsense(text: String) {
    #expect(Country.suggestion(for: text) == nil)
  }

  @Test(arguments: [
    ("CA-QC", "CA", "QC", "Quebec"), ("ca-qc", "CA", "QC", "Quebec"), ("CA", "CA", nil, "Canada"),
    ("JE", "JE", nil, "Jersey"), ("gg", "GG", nil, "Guernsey"), ("USA", "US", nil, "United States"),
  ])
  func parties(text: String, country: String, part: String?, name: String) throws {
    let party = try #require(Party(text))
    #expect(party.country.code == country && party.subdivision == part && party.name == name)
    #expect(party.description == (part.map { "\(country)-\($0)" } ?? country))
    #expect(Party(party.code) == party)
  }

  @Test(arguments: ["", "CA-", "-QC", "CA-XX", "CA-QC-1", "US-CA", "ZZ-QC", "CAQC", "CA-Q1"])
  func refusesOtherParties(text: String) {
    #expect(Party(text) == nil)
  }

  @Test func partiesAreOrderedByCode() throws {
    let codes = ["CH", "CA-QC", "CA", "AT", "CA-ON"]
    let sorted = codes.compactMap { Party($0) }.sorted().map(\.code)
    #expect(sorted == ["AT", "CA", "CA-ON", "CA-QC", "CH"])
  }
}
