extension SourceLimits {
  /// Reads the limits in a mapping; what it does not name comes from `fallback`, or is required.
  init(
    _ mapping: inout YAMLMapping, otherwise fallback: SourceLimits?
  ) throws(SourceListError) {
    func take<Value>(
      _ key: String, _ expected: String, _ otherwise: Value?, _ read: (String) -> Value?
    ) throws(SourceListError) -> Value {
      if let value = try mapping.value(key, expected: expected, read) { return value }
      if let otherwise { return otherwise }
      throw mapping.error(.missingKey, mapping.place, "\(key) is missing; it takes \(expected)")
    }
    let count = "a whole number from 1 to 100"
    let time = "a time such as 500ms, 5s or 20m"
    connections = try take("connections", count, fallback?.connections, ScaledNumber.count)
    connectionsPerHost = try take(
      "connections_per_host", count, fallback?.connectionsPerHost, ScaledNumber.count)
    tries = try take("tries", count, fallback?.tries, ScaledNumber.count)
    connectWithin = try take(
      "connect_within", time, fallback?.connectWithin, ScaledNumber.milliseconds)
    answerWithin = try take(
      "answer_within", time, fallback?.answerWithin, ScaledNumber.milliseconds)
    giveUpAfter = try take(
      "give_up_after", time, fallback?.giveUpAfter, ScaledNumber.milliseconds)
    slowest = try take(
      "slowest", "a size such as 64B", fallback?.slowest, ScaledNumber.bytes)
    slowestFor = try take("slowest_for", time, fallback?.slowestFor, ScaledNumber.milliseconds)
    restAfterRefusal = try take(
      "rest_after_refusal", "a time such as 20m", fallback?.restAfterRefusal,
      ScaledNumber.seconds)
  }
}

extension PriceSource {
  /// Reads one entry of the list.
  init(_ node: YAMLNode, file: String, limits: SourceLimits) throws(SourceListError) {
    var entry = try YAMLMapping(node, file: file)
    id = try entry.required("id", expected: "words of a-z, 0-9 and underscore joined by dots") {
      $0.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x5F
      } ? $0 : nil
    }
    name = try entry.requiredText("name")
    publisher = try entry.requiredText("publisher")
    gives = try entry.required(
      "gives", expected: "one of " + SourcePurpose.allCases.map(\.rawValue).joined(separator: ", "),
      SourcePurpose.init(rawValue:))
    let readers = gives.readers
    reader = try entry.required(
      "reader", expected: "one of " + readers.map(\.rawValue).sorted().joined(separator: ", ")
    ) { text in SourceReader(rawValue: text).flatMap { readers.contains($0) ? $0 : nil } }
    url = try PriceSource.template(&entry)
    hosts = try entry.text("hosts")?.split(separator: " ").map { $0.lowercased() } ?? []
    wantedFile = try entry.text("wanted_file")
    let time = "a time such as 6h or 7d"
    freshFor = try entry.required("fresh_for", expected: time, ScaledNumber.seconds)
    staleFor = try entry.required("stale_for", expected: time, ScaledNumber.seconds)
    largest = try entry.required("largest", expected: "a size such as 64KB", ScaledNumber.bytes)
    mayStore = try entry.required("may_store", expected: "yes or no", PriceSource.yesNo)
    mayPassOn = try entry.required("may_pass_on", expected: "yes or no", PriceSource.yesNo)
    terms = try entry.requiredText("terms")
    termsURL = try entry.text("terms_url")
    attribution = try entry.requiredText("attribution")
    caveat = try entry.text("caveat")
    self.limits = try SourceLimits(&entry, otherwise: limits)
    try entry.finish()
    if url.placeholders == [.location], hosts.isEmpty {
      throw entry.error(.missingKey, entry.place, "hosts is missing: which may {location} name?")
    }
    if gives == .workbookLocation, wantedFile == nil {
      throw entry.error(.missingKey, entry.place, "wanted_file is missing")
    }
  }

  private static func template(
    _ entry: inout YAMLMapping
  ) throws(SourceListError) -> URLTemplate {
    let text = try entry.requiredText("url")
    do {
      return try URLTemplate(text)
    } catch {
      throw entry.error(.badTemplate, entry.placeOf("url"), PriceSource.words(error))
    }
  }

  private static func words(_ mistake: URLTemplate.Mistake) -> String {
    let known = URLTemplate.Placeholder.allCases.map { "{\($0.rawValue)}" }.joined(separator: ", ")
    return switch mistake {
    case .unclosedBrace: "a { lacks its }"
    case .unknownPlaceholder(let name): "{\(name)} is none of \(known)"
    case .notHTTPS: "the address must begin with https:// and a host"
    case .placeholderInHost: "a placeholder may stand only after the host and a /"
    case .badCharacter: "the address has a space or a character outside ASCII"
    case .missing(let place): "nothing to put in for {\(place.rawValue)}"
    }
  }

  private static func yesNo(_ text: String) -> Bool? {
    ["yes": true, "no": false][text]
  }
}
