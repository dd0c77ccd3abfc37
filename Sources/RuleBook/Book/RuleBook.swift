import Coordination
import Formula
import Quantities

/// The law as data: schemes and instruments, read from a folder when they are asked for.
public final class RuleBook: Sendable {
  let files: BookFiles

  /// A rule book in a folder that holds `schemes` and `instruments`.
  public init(at folder: String) {
    files = BookFiles(root: folder)
  }

  /// Where the file of a scheme stands: `DE.GRV` in `schemes/DE/GRV.yaml`.
  static func path(ofScheme id: String) -> String? {
    let parts = id.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 2, !parts[1].isEmpty,
      id.utf8.allSatisfy({ $0 != UInt8(ascii: "/") })
    else { return nil }
    return "schemes/\(parts[0])/\(parts[1]).yaml"
  }
}
