import Quantities

/// Countries by the names that the World Bank gives them.
enum WorldBankNames {
  /// The country of a name; nil for regions and for what has no code in ISO 3166-1.
  static func country(_ name: String) -> Country? {
    if let code = codes[name] { return Country(code) }
    return Country(named: name)
  }

  /// Names without a country of their own in ISO 3166-1.
  static let withoutCode: Set<String> = [
    "Channel Islands", "World", "WORLD", "Other North", "Other South",
  ]

  /// Names that differ from those of ISO 3166-1.
  private static let codes = [
    "Bahamas, The": "BS", "Congo, Dem. Rep.": "CD", "Congo, Rep.": "CG", "Cote d'Ivoire": "CI",
    "Côte d'Ivoire": "CI", "Curacao": "CW", "Czech Republic": "CZ", "Egypt, Arab Rep.": "EG",
    "Faeroe Islands": "FO", "Faroe Islands": "FO", "Gambia, The": "GM",
    "Hong Kong SAR, China": "HK", "Iran, Islamic Rep.": "IR", "Korea, Dem. Rep.": "KP",
    "Korea, Rep.": "KR", "Kosovo": "XK", "Kyrgyz Republic": "KG", "Lao PDR": "LA",
    "Macao SAR, China": "MO", "Macedonia, FYR": "MK", "Micronesia, Fed. Sts.": "FM",
    "Moldova": "MD", "North Macedonia": "MK", "Sao Tome and Principe": "ST",
    "Sint Maarten (Dutch part)": "SX", "Slovak Republic": "SK", "St. Kitts and Nevis": "KN",
    "St. Lucia": "LC", "St. Martin (French part)": "MF", "St. Vincent and the Grenadines": "VC",
    "Swaziland": "SZ", "Eswatini": "SZ", "Timor-Leste": "TL", "Turkey": "TR", "Turkiye": "TR",
    "Türkiye": "TR", "Venezuela, RB": "VE", "Virgin Islands (U.S.)": "VI",
    "West Bank and Gaza": "PS", "Yemen, Rep.": "YE", "Brunei Darussalam": "BN", "Vietnam": "VN",
    "Russian Federation": "RU", "Syrian Arab Republic": "SY", "Tanzania": "TZ", "Bolivia": "BO",
    "Cape Verde": "CV", "Cabo Verde": "CV", "Macau": "MO",
  ]
}
