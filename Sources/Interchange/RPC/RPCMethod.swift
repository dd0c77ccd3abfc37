/// One thing a program can ask for: a method of JSON-RPC and a tool of the Model Context Protocol.
public struct RPCMethod: Sendable {
  /// The name of the method; the tool's has `_` for `.`.
  public let name: String
  public let title: String
  /// What it does and does not do, in a few sentences.
  public let summary: String
  /// The JSON Schema of its parameters.
  public let parameters: String
  /// The JSON Schema of its result.
  public let result: String
  /// Whether answering may ask the network.
  public let isOpenWorld: Bool
  /// Writes the result as JSON and returns it in plain words, where there are such.
  let answer: @Sendable (RPCParameters, inout JSONWriter) throws -> (() -> String)?

  public init(
    _ name: String, title: String, summary: String, parameters: String, result: String,
    isOpenWorld: Bool = false,
    answer: @escaping @Sendable (RPCParameters, inout JSONWriter) throws -> (() -> String)?
  ) {
    self.name = name
    self.title = title
    self.summary = summary
    self.parameters = parameters
    self.result = result
    self.isOpenWorld = isOpenWorld
    self.answer = answer
  }

  var toolName: String { name.map { $0 == "." ? "_" : String($0) }.joined() }
}
