/// The shared strings of a sample workbook and where each stands.
struct SampleStrings: Sendable {
  private(set) var all: [String] = []
  private var places: [String: Int] = [:]

  /// Sending countries with alpha-3 code, name, currency and the local amounts for 200 and 500 USD.
  static let senders: [(code: String, name: String, currency: String, low: Int, high: Int)] = [
    ("USA", "United States", "USD", 200, 500), ("DEU", "Germany", "EUR", 140, 345),
    ("GBR", "United Kingdom", "GBP", 120, 300), ("CAN", "Canada", "CAD", 260, 650),
    ("JPN", "Japan", "JPY", 17_000, 42_000), ("ZAF", "South Africa", "ZAR", 1370, 3410),
    ("KEN", "Kenya", "KES", 18_000, 45_000), ("SAU", "Saudi Arabia", "SAR", 750, 1870),
    ("AUS", "Australia", "AUD", 240, 600), ("FRA", "France", "EUR", 140, 345),
  ]
  /// Receiving countries.
  static let receivers: [(code: String, name: String)] = [
    ("MEX", "Mexico"), ("IND", "India"), ("PHL", "Philippines"), ("CHN", "China"),
    ("VNM", "Vietnam"), ("NGA", "Nigeria"), ("MAR", "Morocco"), ("PAK", "Pakistan"),
    ("BGD", "Bangladesh"), ("EGY", "Egypt, Arab Rep."), ("COL", "Colombia"), ("PER", "Peru"),
    ("GHA", "Ghana"), ("LKA", "Sri Lanka"), ("NPL", "Nepal"), ("TUR", "Turkey"),
    ("ROU", "Romania"), ("UKR", "Ukraine"), ("JAM", "Jamaica"), ("HTI", "Haiti"),
    ("BRA", "Brazil"), ("ECU", "Ecuador"), ("TZA", "Tanzania"), ("RWA", "Rwanda"),
    ("UGA", "Uganda"), ("ZWE", "Zimbabwe"), ("MWI", "Malawi"), ("ZMB", "Zambia"),
    ("SEN", "Senegal"), ("MLI", "Mali"),
  ]
  static let speeds = [
    "Less than one hour", "Same day", "Next day", "2 days", "3-5 days", "6 days or more",
  ]
  static let instruments = [
    "Cash", "Bank account transfer", "Debit card", "Credit Card", "Credit card", "Mobile money",
  ]
  static let access = ["Agent", "Bank branch", "Internet", "Mobile phone/App", "Call center"]
  static let pickups = ["Cash", "Bank account", "Mobile wallet", "Home delivery"]
  static let coverage = ["Nationwide", "Urban only", "Rural only", "Main city"]
  static let notes = [
    "This RSP sends USD and pays out MXN in this corridor.",
    "A negative exchange rate margin for this operator may be due to a promotion.",
    "Account required for detailed price info",
  ]
  static let types = ["Bank", "Money Transfer Operator", "Post office", "Mobile Operator"]

  init() {
    var lists: [[String]] = [
      Self.speeds, Self.instruments, Self.access, Self.pickups, Self.coverage, Self.notes,
      Self.types, ["Yes", "yes", "no", "North America", "High income", "..", "G8/G20", "N/A"],
      Self.senders.flatMap { [$0.code, $0.name, $0.currency] },
      Self.receivers.flatMap { [$0.code, $0.name] },
      Self.senders.flatMap { sender in Self.receivers.map { sender.code + $0.code } },
      (0..<400).map(Self.firm), PriceColumn.allCases.map { $0.header(old: true) },
      PriceColumn.allCases.map { $0.header(old: false) }, (0..<80).map(Self.period),
    ]
    lists.append((0..<80).flatMap { quarter in (0..<90).map { Self.date(quarter, $0) } })
    for text in lists.joined() where places[text] == nil {
      places[text] = all.count
      all.append(text)
    }
  }

  /// The index of a text; nil where it is not shared.
  func index(_ text: String) -> Int? { places[text] }

  /// The name of a firm; some end in a space, as in the real data.
  static func firm(_ number: Int) -> String {
    number % 97 == 5 ? "Firm \(number) " : "Firm \(number) & Sons"
  }

  /// The period that is so many quarters after the first quarter of 2011.
  static func period(_ number: Int) -> String { "\(2011 + number / 4)_\(number % 4 + 1)Q" }

  /// A date in a quarter as text, for example `24/Jan/2011`.
  static func date(_ quarter: Int, _ day: Int) -> String {
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let month = quarter % 4 * 3 + day / 28 % 3
    let number = day % 28 + 1
    return "\(number < 10 ? "0" : "")\(number)/\(months[month])/\(2011 + quarter / 4)"
  }

  /// The shared strings part.
  var xml: String {
    var text = SampleWorkbook.stringsOpen
    for string in all { text += "<si><t xml:space=\"preserve\">\(Self.escaped(string))</t></si>" }
    return text + "</sst>"
  }

  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      default: result.append(character)
      }
    }
    return result
  }
}
