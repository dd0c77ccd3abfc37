/// A source's address with named places for what may go out, and for nothing else.
public struct URLTemplate: Sendable, Equatable {
  /// The only things that ever leave the machine.
  public enum Placeholder: String, Sendable, CaseIterable {
    case fromCountry = "from_country"
    case toCountry = "to_country"
    case fromCountry3 = "from_country3"
    case toCountry3 = "to_country3"
    case fromCurrency = "from_currency"
    case toCurrency = "to_currency"
    case amount
    case date
    /// An address that another source's reply named; it must be the whole template.
    case location
  }

  /// What is wrong in a template.
  public enum Mistake: Error, Sendable, Equatable {
    case unclosedBrace
    case unknownPlaceholder(String)
    case notHTTPS
    case placeholderInHost
    case badCharacter
    /// A question lacks what this place stands for.
    case missing(Placeholder)
  }

  enum Part: Sendable, Equatable {
    case text(String)
    case place(Placeholder)
  }

  public let text: String
  let parts: [Part]

  /// Reads `https://host/path?x={amount}`; placeholders may stand after the host only.
  public init(_ text: String) throws(Mistake) {
    self.text = text
    var parts: [Part] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
      guard let close = rest[open...].firstIndex(of: "}") else { throw .unclosedBrace }
      let name = String(rest[rest.index(after: open)..<close])
      guard let place = Placeholder(rawValue: name) else { throw .unknownPlaceholder(name) }
      parts.append(.place(place))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    self.parts = parts
    try URLTemplate.check(parts)
  }

  /// The host, in lower case; nil where the whole address comes from another source.
  public var host: String? {
    guard case .text(let start)? = parts.first else { return nil }
    return URLTemplate.host(of: start)
  }

  /// The places to fill.
  public var placeholders: [Placeholder] {
    parts.compactMap { if case .place(let place) = $0 { place } else { nil } }
  }

  /// The address with every place filled, percent-encoded.
  /// - Throws: `missing` where `values` lacks one.
  public func filled(_ values: [Placeholder: String]) throws(Mistake) -> String {
    var result = ""
    for part in parts {
      switch part {
      case .text(let text): result += text
      case .place(let place):
        guard let value = values[place] else { throw .missing(place) }
        result += place == .location ? value : URLTemplate.encoded(value)
      }
    }
    return result
  }

  /// The host of an https address, in lower case, without its port; nil for anything else.
  public static func host(of url: String) -> String? {
    guard url.lowercased().hasPrefix("https://") else { return nil }
    let authority = url.dropFirst(8).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard !authority.contains("@"), !authority.contains("\\") else { return nil }
    let host = authority.prefix { $0 != ":" }.lowercased()
    return host.isEmpty ? nil : host
  }

  private static func check(_ parts: [Part]) throws(Mistake) {
    if parts == [.place(.location)] { return }
    guard case .text(let start)? = parts.first, host(of: start) != nil else { throw .notHTTPS }
    guard parts.count == 1 || start.dropFirst(8).contains("/") else { throw .placeholderInHost }
    for part in parts {
      switch part {
      case .place(.location): throw .unknownPlaceholder("location beside other text")
      case .place: break
      case .text(let text):
        guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { throw .badCharacter }
      }
    }
  }

  /// RFC 3986 § 2: everything but unreserved characters in percent form.
  private static func encoded(_ value: String) -> String {
    let hex = Array("0123456789ABCDEF".unicodeScalars)
    var result = String.UnicodeScalarView()
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        result.append(Unicode.Scalar(byte))
      default:
        result.append("%")
        result.append(hex[Int(byte >> 4)])
        result.append(hex[Int(byte & 15)])
      }
    }
    return String(result)
  }
}
