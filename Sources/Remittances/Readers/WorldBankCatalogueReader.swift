import Quantities

/// Finds a file in the World Bank's data catalogue, in either of its two replies.
enum WorldBankCatalogueReader {
  /// Reads a dataset: `{modified_on, resources: [{url, ...}]}`; entries of the data bank have no
  /// address.
  static func readDataset(
    _ bytes: [UInt8], _ question: ReplyQuestion
  ) throws(ReaderError) -> FileLocation {
    let root = try JSONNode(reply: bytes)
    let modified = try root.optional("modified_on")?.text()
    var found: [FileLocation] = []
    for resource in try root.member("resources").items() {
      guard let url = try resource.optional("url")?.text() else { continue }
      found.append(FileLocation(url: url, name: name(of: url), modified: modified, size: nil))
    }
    return try newest(found, question)
  }

  /// Reads a list of files: `{data: [{distribution: {url, file_name, distribution_size}}]}`.
  static func readResources(
    _ bytes: [UInt8], _ question: ReplyQuestion
  ) throws(ReaderError) -> FileLocation {
    var found: [FileLocation] = []
    for entry in try JSONNode(reply: bytes).member("data").items() {
      guard let distribution = try entry.optional("distribution"),
        let url = try distribution.optional("url")?.text()
      else { continue }
      let stated = try distribution.optional("file_name")?.text()
      found.append(
        FileLocation(
          url: url, name: stated ?? name(of: url),
          modified: try entry.optional("last_updated_date")?.text(),
          size: try size(distribution)))
    }
    return try newest(found, question)
  }

  /// The wanted file with the highest name, which counts years and quarters up; of equal names the
  /// last, for the catalogue lists the newest last.
  private static func newest(
    _ found: [FileLocation], _ question: ReplyQuestion
  ) throws(ReaderError) -> FileLocation {
    let pattern = question.wantedFile ?? "*"
    let wanted = found.filter { Wildcard.matches($0.name, pattern) }
    var best: FileLocation?
    for location in wanted where best.map({ location.name >= $0.name }) ?? true {
      best = location
    }
    guard let best else {
      throw ReaderError(.empty, "no file named \(pattern) among \(found.count) in the catalogue")
    }
    guard let host = URLTemplate.host(of: best.url), question.hosts.contains(host) else {
      let hosts = question.hosts.joined(separator: ", ")
      throw ReaderError(
        .badValue, at: "url", "\"\(best.url.prefix(120))\" is not https on one of: \(hosts)")
    }
    return best
  }

  private static func size(_ distribution: JSONNode) throws(ReaderError) -> Int64? {
    guard let node = try distribution.optional("distribution_size") else { return nil }
    // Some entries state "48.4 MB" instead of bytes: then the size is not known exactly.
    guard case .number = node.value else { return nil }
    return try node.decimal().intValue.map { Int64($0) }
  }

  private static func name(of url: String) -> String {
    let path = url.prefix { $0 != "?" && $0 != "#" }
    return path.split(separator: "/").last.map(String.init) ?? ""
  }
}
