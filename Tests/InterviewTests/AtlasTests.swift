import Quantities
import Testing

@testable import Interview

@Suite struct AtlasTests {
  @Test(arguments: [
    ("DE", "DE"), ("deu", "DE"), ("Germany", "DE"), ("germany", "DE"), ("Alemania", "DE"),
    ("Allemagne", "DE"), ("l'Allemagne", "DE"), ("Alemanha", "DE"), ("ألمانيا", "DE"),
    ("المانيا", "DE"),
    ("USA", "US"), ("United States", "US"), ("the United States", "US"), ("Estados Unidos", "US"),
    ("États-Unis", "US"), ("etats unis", "US"), ("الولايات المتحدة", "US"), ("South Korea", "KR"),
    ("Corea del Sur", "KR"), ("Corée du Sud", "KR"), ("Coreia do Sul", "KR"),
    ("كوريا الجنوبية", "KR"), ("Côte d’Ivoire", "CI"), ("cote d'ivoire", "CI"), ("Türkiye", "TR"),
    ("Turquie", "TR"), ("México", "MX"), ("Mexico", "MX"), ("Brasil", "BR"), ("Brésil", "BR"),
    ("United Kingdom", "GB"), ("Frankreich", "FR"), ("Niemcy", "DE"), ("Stati Uniti", "US"),
    ("Marruecos", "MA"), ("Maroc", "MA"), ("المغرب", "MA"),
  ])
  func countriesAreFoundInEveryLanguage(text: String, code: String) throws {
    #expect(try Talk.atlas.match(text) == .country(try #require(Country(code))))
  }

  @Test(arguments: [
    ("Germny", "DE"), ("Allemane", "DE"), ("Portugl", "PT"), ("Kanda", "CA"),
    ("Maroco", "MA"), ("Netherland", "NL"), ("Philippinas", "PH"),
  ])
  func slipsAreAskedBack(text: String, code: String) throws {
    guard case .perhaps(let near) = try Talk.atlas.match(text) else {
      Issue.record("\(text) was taken for sure")
      return
    }
    #expect(near.contains(try #require(Country(code))))
  }

  @Test(arguments: [
    ("FR.CNAV", "FR"), ("Gesetzliche Rentenversicherung", "DE"), ("Old Age Security pension", "CA"),
  ])
  func schemesAreFoundByNameAndId(text: String, code: String) throws {
    guard case .scheme(let country, _) = try Talk.atlas.match(text) else {
      Issue.record("\(text) is no scheme")
      return
    }
    #expect(country.code == code)
  }

  @Test(arguments: ["", "x", "zzzzzz", "?", "\u{1B}[2J", String(repeating: "a", count: 4000)])
  func nothingIsFoundForNothing(text: String) throws {
    #expect(try Talk.atlas.match(text) == .perhaps([]))
  }
}
