/// A command line that was understood: which command, with which values.
///
/// Values are named by the long name of an option or flag and by the name of an argument, as
/// declared; asking for a name the command does not declare is a mistake in the program and stops
/// a debug build.
public struct Invocation: Sendable {
  /// One value as typed, and the place of its word.
  struct Given: Sendable {
    let text: String
    let index: Int
  }

  let chain: CommandPath
  var values: [String: [Given]] = [:]
  var switches: [String: Bool] = [:]

  init(chain: CommandPath) { self.chain = chain }

  init(chain: CommandPath, values: [String: [Given]], switches: [String: Bool]) {
    self.chain = chain
    self.values = values
    self.switches = switches
  }

  /// The names of the command and those above it, the program's first; aliases are resolved.
  public var path: [String] { chain.commands.map(\.name) }
  /// The command named.
  public var command: Command { chain.command }
  /// How the command is called, in one line.
  public var usage: String { chain.usage }

  /// Whether the option, flag or argument stood on the command line.
  public func isGiven(_ name: String) -> Bool {
    assert(declares(name), "\(chain.title) declares no \(name)")
    return values[name] != nil || switches[name] != nil
  }

  /// Whether the flag is on: as last given, otherwise its default.
  public func flag(_ name: String) -> Bool {
    assert(declares(name), "\(chain.title) declares no \(name)")
    return switches[name] ?? chain.flags.first { $0.name == name }?.isOnByDefault ?? false
  }

  /// All values given, in order; where there are none, the default if one is declared.
  public func texts(_ name: String) -> [String] {
    assert(declares(name), "\(chain.title) declares no \(name)")
    if let given = values[name] { return given.map(\.text) }
    let option = chain.options.first { $0.name == name }
    return option?.defaultValue.map { [$0] } ?? []
  }

  /// The value given, otherwise the default, otherwise nil.
  public func text(_ name: String) -> String? { texts(name).last }

  /// The value of a kind ``ValueKind/integer(_:)``; nil where none is given and none is default.
  public func integer(_ name: String) -> Int? { text(name).flatMap { Int($0) } }

  /// The value of something required.
  ///
  /// - Throws: `usage.missing-argument` where it is neither given nor has a default, which the
  ///   parser has ruled out for what is declared required.
  public func required(_ name: String) throws(UsageError) -> String {
    guard let text = text(name) else {
      throw UsageError(
        code: .missingArgument, index: nil, message: "\(name) is missing", hint: nil, usage: usage)
    }
    return text
  }

  /// The value as another type.
  ///
  /// - Parameter expectation: the end of a sentence after the value, `is not a known country`.
  /// - Throws: `usage.bad-value` where `read` returns nil.
  public func value<T>(
    _ name: String, else expectation: String, read: (String) -> T?
  ) throws(UsageError) -> T? {
    guard let text = text(name) else { return nil }
    guard let value = read(text) else {
      throw refusal(of: name, "\(TextLayout.quoted(text)) \(expectation)")
    }
    return value
  }

  /// The error for a value that only the command itself can judge, placed at its word.
  public func refusal(of name: String, _ message: String, hint: String? = nil) -> UsageError {
    let isArgument = command.arguments.contains { $0.name == name }
    return UsageError(
      code: .badValue, index: values[name]?.last?.index,
      message: "\(isArgument ? name : "--\(name)"): \(message)", hint: hint, usage: usage)
  }

  private func declares(_ name: String) -> Bool {
    chain.command.arguments.contains { $0.name == name }
      || chain.options.contains { $0.name == name } || chain.flags.contains { $0.name == name }
  }
}
