import Coordination

extension RuleBook {
  /// The ids of all schemes, by the names of their files.
  public var schemeIDs: [String] {
    files.files(below: "schemes", ending: ".yaml").map {
      $0.split(separator: "/").dropFirst().joined(separator: ".").dropLast(5).description
    }
  }

  /// The ids of all instruments, by the names of their files, bilateral ones first.
  public var instrumentIDs: [String] {
    Instrument.Kind.allCases.flatMap { kind in
      files.files(below: "instruments/\(kind.rawValue)", ending: ".yaml").compactMap {
        $0.split(separator: "/").last.map { String($0.dropLast(5)) }
      }
    }
  }
}
