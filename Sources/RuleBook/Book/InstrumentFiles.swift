import Quantities

/// Finds the files of instruments without reading them through.
enum InstrumentFiles {
  /// A bilateral file with the countries its name begins with: `CA-QC-FR.yaml` is CA and FR.
  struct Bilateral {
    let first: Country
    let second: Country
    let name: String

    var path: String { "\(InstrumentFiles.folder)/\(name)" }
  }

  private static let folder = "instruments/bilateral"

  /// The bilateral files, by their names.
  static func bilateral(in files: BookFiles) -> [Bilateral] {
    files.names(in: folder).compactMap { name in
      guard name.hasSuffix(".yaml") else { return nil }
      var name = name
      if let (first, second) = name.withUTF8(twoCountries) {
        return Bilateral(first: first, second: second, name: name)
      }
      let pair = pair(of: name.dropLast(5))
      return pair.count == 2 ? Bilateral(first: pair[0], second: pair[1], name: name) : nil
    }
  }

  /// The countries of `DE-US.yaml`, as most are named.
  private static func twoCountries(_ name: UnsafeBufferPointer<UInt8>) -> (Country, Country)? {
    guard name.count == 10, name[2] == UInt8(ascii: "-"),
      let first = Country(parsing: UnsafeBufferPointer(rebasing: name[..<2])),
      let second = Country(parsing: UnsafeBufferPointer(rebasing: name[3..<5]))
    else { return nil }
    return (first, second)
  }

  /// The first two countries of a name.
  static func pair(of name: some StringProtocol) -> [Country] {
    let words = name.split(separator: "-")
    var countries: [Country] = []
    var index = 0
    while index < words.count, countries.count < 2 {
      guard words[index].utf8.count == 2, let country = Country(words[index]) else { break }
      countries.append(country)
      // NL after CA is the Netherlands unless another country follows: two are wanted.
      let isEnough =
        countries.count == 2 || index + 2 < words.count && Country(words[index + 2]) != nil
      let hasPart =
        isEnough && index + 1 < words.count
        && Party("\(words[index])-\(words[index + 1])") != nil
      index += hasPart ? 2 : 1
    }
    return countries
  }

  /// The multilateral files with every country code that stands in their lists of parties.
  static func multilateral(in files: BookFiles) -> [(path: String, mentioned: Set<Country>)] {
    let folder = "instruments/multilateral"
    return files.names(in: folder).compactMap { name in
      guard name.hasSuffix(".yaml"),
        let bytes = BookFiles.bytes(of: "\(files.root)/\(folder)/\(name)")
      else { return nil }
      return ("\(folder)/\(name)", bytes.withUnsafeBufferPointer(codes))
    }
  }

  /// All words of two capitals that are codes of countries; more than the parties at most.
  private static func codes(in bytes: UnsafeBufferPointer<UInt8>) -> Set<Country> {
    var seen: Set<Country> = []
    var start = 0
    for index in 0...bytes.count {
      let isWord = index < bytes.count && (bytes[index] | 0x20) &- 97 < 26
      if isWord { continue }
      if index - start == 2, bytes[start] < 97, bytes[start + 1] < 97,
        let country = Country(parsing: UnsafeBufferPointer(rebasing: bytes[start..<index]))
      {
        seen.insert(country)
      }
      start = index + 1
    }
    return seen
  }
}
