/// What can be shown where an output goes.
public struct Terminal: Sendable, Equatable {
  /// What `--color` asks for.
  public enum ColorPolicy: String, Sendable, CaseIterable {
    case auto, always, never
  }

  /// Whether a person sits in front of it, rather than a file or a pipe.
  public var isTTY: Bool
  /// The columns: of the terminal, otherwise `COLUMNS`, otherwise 80.
  public var width: Int
  /// Whether colours and bold type may be used.
  public var hasColor: Bool
  /// Whether the locale (`LC_ALL`, `LC_CTYPE`, `LANG`, the first that is set) is UTF-8.
  public var isUTF8: Bool
  /// Whether the cursor can be moved and lines erased: a terminal that is not `dumb`.
  public var hasCursor: Bool

  /// Looks at a descriptor and the process's environment.
  public init(descriptor: Int32, color: ColorPolicy = .auto) {
    self.init(
      isTTY: System.isTerminal(descriptor), columns: System.columns(of: descriptor), color: color,
      environment: System.environment)
  }

  /// Decides from what is given, for tests.
  ///
  /// For colour the first of these that applies wins: `--color always|never`; `NO_COLOR` set to
  /// anything (no-color.org); `CLICOLOR_FORCE` set and not 0; `TERM=dumb` or no terminal, which
  /// means none.
  init(isTTY: Bool, columns: Int?, color: ColorPolicy, environment: (String) -> String?) {
    func setting(_ name: String) -> String? {
      environment(name).flatMap { $0.isEmpty ? nil : $0 }
    }
    self.isTTY = isTTY
    let stated = setting("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    width = columns ?? stated ?? 80
    hasCursor = isTTY && setting("TERM").map { $0 != "dumb" } ?? false
    hasColor =
      switch color {
      case .always: true
      case .never: false
      case .auto:
        if setting("NO_COLOR") != nil {
          false
        } else if let forced = setting("CLICOLOR_FORCE"), forced != "0" {
          true
        } else {
          hasCursor
        }
      }
    let locale = setting("LC_ALL") ?? setting("LC_CTYPE") ?? setting("LANG") ?? ""
    let charset = locale.lowercased().split(separator: ".", maxSplits: 1).dropFirst().first
    isUTF8 = charset.map { $0.hasPrefix("utf-8") || $0.hasPrefix("utf8") } ?? false
  }

  /// Colours where they may be used.
  public var style: Style { hasColor ? .color : .plain }
}
