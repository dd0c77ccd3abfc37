import Glibc

/// All price sources, in the order in which they are asked.
public struct SourceList: Sendable, Equatable {
  /// The version of the list's shape that is understood.
  public static let format = "sojourn/price-sources/1"
  /// Bytes of list at most.
  static let largest = 1 << 20

  public let sources: [PriceSource]
  public let limits: SourceLimits

  /// The source of this name.
  public func source(_ id: String) -> PriceSource? { sources.first { $0.id == id } }

  /// The sources that give this, best first.
  public func giving(_ purpose: SourcePurpose) -> [PriceSource] {
    sources.filter { $0.gives == purpose }
  }

  /// Reads the list in a file.
  /// - Throws: `SourceListError`; `unreadable` where the file cannot be read.
  public init(path: String) throws(SourceListError) {
    guard let bytes = SmallFile.read(path, limit: SourceList.largest) else {
      throw SourceListError(
        code: .unreadable, file: path, line: 0, column: 0,
        message: "the file cannot be read or is larger than \(SourceList.largest) bytes")
    }
    try self.init(bytes: bytes, file: path)
  }

  /// Reads a list.
  /// - Parameter file: What messages call it.
  public init(bytes: [UInt8], file: String) throws(SourceListError) {
    var top = try YAMLMapping(try YAMLTree.read(bytes, file: file), file: file)
    let format = try top.requiredText("format")
    guard format == SourceList.format else {
      throw top.error(
        .wrongFormat, top.placeOf("format"), "expected \(SourceList.format), found \(format)")
    }
    guard let limitsNode = top.node("limits") else {
      throw top.error(.missingKey, top.place, "limits is missing")
    }
    var limits = try YAMLMapping(limitsNode, file: file)
    self.limits = try SourceLimits(&limits, otherwise: nil)
    try limits.finish()
    guard case .list(let nodes)? = top.node("sources")?.content else {
      throw top.error(.missingKey, top.placeOf("sources"), "sources must be a list")
    }
    try top.finish()
    var sources: [PriceSource] = []
    for node in nodes {
      let source = try PriceSource(node, file: file, limits: self.limits)
      if sources.contains(where: { $0.id == source.id }) {
        throw top.error(.duplicateSource, node.place, "\(source.id) stands here twice")
      }
      sources.append(source)
    }
    self.sources = sources
  }
}
