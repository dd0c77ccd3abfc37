/// The Model Context Protocol: tools of the command line for programs that converse.
///
/// Revision 2026-07-28, in which every request stands alone and names its version in `_meta`, and
/// before it 2025-11-25, 2025-06-18 and 2025-03-26, which begin with `initialize`. Nothing is
/// remembered between requests, so that they can be answered by several workers.
struct ModelContext {
  /// The revisions without a handshake.
  static let versions = ["2026-07-28"]
  /// The revisions that begin with `initialize`, the newest first.
  static let handshakeVersions = ["2025-11-25", "2025-06-18", "2025-03-26"]

  private static let versionKey = "io.modelcontextprotocol/protocolVersion"
  private static let instructions =
    "Computes pensions of careers in several countries under national law and social-security "
    + "agreements, with the article behind every figure, and prices of sending money home. "
    + "Statuses are exact: not_computed and unknown_agreement are answers, not zero. Amounts may "
    + "rest on unverified values; the warnings say so and must be passed on. Nothing about a "
    + "person leaves this machine; remit and arrives ask price sources for corridor, currency "
    + "and amount only, unless offline is true."

  let methods: [RPCMethod]
  let programVersion: String

  /// Answers a method of the protocol.
  ///
  /// - Returns: false where the protocol has no such method.
  /// - Throws: `RPCError`, or what a tool throws that is no fault of its arguments.
  func answer(_ name: String, _ parameters: RPCParameters, _ json: inout JSONWriter) throws -> Bool
  {
    switch name {
    case "initialize":
      let wanted = try parameters.text("protocolVersion") ?? ""
      initialize(wanted, &json)
    case "ping": json.object { _ in }
    case _ where name.hasPrefix("notifications/"): json.object { _ in }
    case "server/discover":
      _ = try isModern(parameters)
      discover(&json)
    case "tools/list": list(&json, isModern: try isModern(parameters))
    case "tools/call": try call(parameters, &json, isModern: try isModern(parameters))
    default: return false
    }
    return true
  }

  /// Whether a request names a revision without handshake.
  /// - Throws: `RPCError` for a version that is not served.
  private func isModern(_ parameters: RPCParameters) throws(RPCError) -> Bool {
    guard let place = parameters.range("_meta") else { return false }
    let meta = try RPCParameters(parameters.bytes, at: place)
    guard let version = try meta.text(Self.versionKey) else { return false }
    guard Self.versions.contains(version) else { throw .unsupportedVersion(version) }
    return true
  }

  private func implementation(_ json: inout JSONWriter) {
    json.object { json in
      json.member("name", "sojourn")
      json.member("title", "Sojourn")
      json.member("version", programVersion)
    }
  }

  private func initialize(_ wanted: String, _ json: inout JSONWriter) {
    json.object { json in
      let known = Self.handshakeVersions
      json.member("protocolVersion", known.contains(wanted) ? wanted : known[0])
      capabilities(&json)
      json.key("serverInfo")
      implementation(&json)
      json.member("instructions", Self.instructions)
    }
  }

  private func capabilities(_ json: inout JSONWriter) {
    json.key("capabilities")
    json.object { json in
      json.key("tools")
      json.object { $0.member("listChanged", false) }
    }
  }

  private func discover(_ json: inout JSONWriter) {
    json.object { json in
      json.member("supportedVersions", Self.versions)
      capabilities(&json)
      json.member("instructions", Self.instructions)
      modernMembers(&json, isCacheable: true)
    }
  }

  /// What every result of a revision without handshake carries.
  private func modernMembers(_ json: inout JSONWriter, isCacheable: Bool) {
    json.member("resultType", "complete")
    if isCacheable {
      json.member("ttlMs", 3_600_000)
      json.member("cacheScope", "public")
    }
    json.key("_meta")
    json.object { json in
      json.key("io.modelcontextprotocol/serverInfo")
      implementation(&json)
    }
  }

  // MARK: Tools

  private func list(_ json: inout JSONWriter, isModern: Bool) {
    json.object { json in
      json.key("tools")
      json.array(of: methods) { json, method in
        json.object { json in
          json.member("name", method.toolName)
          json.member("title", method.title)
          json.member("description", method.summary)
          json.key("inputSchema")
          json.compact(method.parameters)
          json.key("outputSchema")
          json.compact(method.result)
          json.key("annotations")
          json.object { json in
            json.member("readOnlyHint", true)
            json.member("openWorldHint", method.isOpenWorld)
          }
        }
      }
      if isModern { modernMembers(&json, isCacheable: true) }
    }
  }

  private func call(_ parameters: RPCParameters, _ json: inout JSONWriter, isModern: Bool) throws {
    let name = try parameters.required("name", try parameters.text("name"))
    guard let method = methods.first(where: { $0.toolName == name }) else {
      let near = meant(by: name, among: methods.map(\.toolName))
      throw RPCError.invalidParameters(
        InputError(
          "rpc.unknown-tool", "there is no tool \"\(InputError.shown(name))\"",
          hint: near, at: parameters.place("name")))
    }
    var result = JSONWriter()
    do {
      let arguments = try RPCParameters(parameters.bytes, at: parameters.range("arguments"))
      let text = try method.answer(arguments, &result)
      json.object { json in
        content(text?() ?? String(decoding: result.bytes, as: UTF8.self), &json)
        json.key("structuredContent")
        json.raw(result)
        json.member("isError", false)
        if isModern { modernMembers(&json, isCacheable: false) }
      }
    } catch let error as RPCError {
      // What is wrong with the arguments is told to whoever wrote them, as a result.
      json.object { json in
        let fault = error.fault
        let hint = fault?.hint.map { "\nhint: \($0)" } ?? ""
        let place = fault.map { $0.path.isEmpty ? "" : " at \($0.path)" } ?? ""
        content("\(fault?.message ?? error.message)\(place) [\(fault?.code ?? "")]\(hint)", &json)
        json.member("isError", true)
        if isModern { modernMembers(&json, isCacheable: false) }
      }
    }
  }

  private func content(_ text: String, _ json: inout JSONWriter) {
    json.key("content")
    json.array { json in
      json.object { json in
        json.member("type", "text")
        json.member("text", text)
      }
    }
  }
}
