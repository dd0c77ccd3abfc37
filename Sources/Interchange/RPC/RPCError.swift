/// An error as JSON-RPC 2.0 (section 5.1) reports it.
public struct RPCError: Error, Sendable, Hashable {
  /// The number JSON-RPC or the Model Context Protocol gives it.
  public let number: Int
  public let message: String
  /// What is wrong in the request, where, and what would be right.
  public let fault: InputError?
  /// The protocol versions that would do, and the one asked for.
  var versions: (supported: [String], requested: String)? {
    requestedVersion.map { (ModelContext.versions, $0) }
  }
  private let requestedVersion: String?

  public init(_ number: Int, _ message: String, fault: InputError? = nil) {
    self.number = number
    self.message = message
    self.fault = fault
    requestedVersion = nil
  }

  private init(unsupportedVersion: String) {
    number = -32022
    message = "Unsupported protocol version"
    fault = nil
    requestedVersion = unsupportedVersion
  }

  static func parse(_ fault: InputError) -> RPCError {
    RPCError(-32700, "Parse error", fault: fault)
  }

  static func invalidRequest(_ code: String, _ message: String, hint: String? = nil, at offset: Int)
    -> RPCError
  {
    RPCError(
      -32600, "Invalid Request", fault: InputError(code, message, hint: hint, at: offset))
  }

  static func methodNotFound(_ name: String, hint: String?) -> RPCError {
    RPCError(
      -32601, "Method not found",
      fault: InputError(
        "rpc.unknown-method", "there is no method \"\(InputError.shown(name))\"", hint: hint, at: 0)
    )
  }

  /// The parameters cannot be taken.
  public static func invalidParameters(_ fault: InputError) -> RPCError {
    RPCError(-32602, "Invalid params", fault: fault)
  }

  /// The request was understood; answering it failed.
  public static func failed(_ fault: InputError) -> RPCError {
    RPCError(-32000, fault.message, fault: fault)
  }

  static func unsupportedVersion(_ version: String) -> RPCError {
    RPCError(unsupportedVersion: version)
  }

  /// Writes the members of the error object.
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("code", number)
      json.member("message", message)
      if let versions {
        json.key("data")
        json.object { json in
          json.member("supported", versions.supported)
          json.member("requested", versions.requested)
        }
      } else if let fault {
        json.key("data")
        json.object { json in
          json.member("code", fault.code)
          json.member("message", fault.message)
          json.member("offset", fault.offset)
          json.member("column", fault.offset + 1)
          json.member("path", fault.path)
          json.member("hint", fault.hint)
        }
      }
    }
  }
}
