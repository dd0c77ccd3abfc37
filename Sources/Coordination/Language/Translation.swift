/// What an English template is in another language.
public enum Translation: Sendable, Hashable {
  case text(String)
  /// One text for each form that a number asks for; `other` is always there.
  case forms([PluralForm: String])

  /// Every text it holds.
  public var texts: [String] {
    switch self {
    case .text(let text): [text]
    case .forms(let forms): forms.sorted { $0.key.rawValue < $1.key.rawValue }.map(\.value)
    }
  }

  /// The text for a number in its first slot; nil stands for a template without a number.
  func text(for form: PluralForm?) -> String? {
    switch self {
    case .text(let text): text
    case .forms(let forms): form.flatMap { forms[$0] } ?? forms[.other]
    }
  }
}
