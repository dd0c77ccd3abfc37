/// Bold type and colours, or nothing at all where they are not wanted.
///
/// Lay out first, style afterwards: ``TextLayout`` breaks plain text only.
public struct Style: Sendable, Equatable {
  /// Whether anything is added to the text.
  public let isEnabled: Bool

  /// Leaves every text as it is.
  public static let plain = Style(isEnabled: false)
  /// Adds ECMA-48 escape sequences.
  public static let color = Style(isEnabled: true)

  public func bold(_ text: String) -> String { paint(text, "1") }
  public func dim(_ text: String) -> String { paint(text, "2") }
  public func underline(_ text: String) -> String { paint(text, "4") }
  public func red(_ text: String) -> String { paint(text, "31") }
  public func green(_ text: String) -> String { paint(text, "32") }
  public func yellow(_ text: String) -> String { paint(text, "33") }
  public func blue(_ text: String) -> String { paint(text, "34") }
  public func magenta(_ text: String) -> String { paint(text, "35") }
  public func cyan(_ text: String) -> String { paint(text, "36") }

  private func paint(_ text: String, _ code: String) -> String {
    isEnabled && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
