/// One message of JSON-RPC 2.0, its parts still in the line.
struct RPCMessage {
  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var method = ""
  /// The bytes of the id, to be repeated as they are; nil for a notification.
  private(set) var id: Range<Int>?
  private(set) var parameters: Range<Int>?
  private(set) var isResponse = false

  /// Reads the message the reader stands at.
  ///
  /// - Throws: `RPCError`; the id is then known only if it was valid and stood before the fault.
  init(_ json: inout JSONPull, _ bytes: UnsafeBufferPointer<UInt8>) throws(Broken) {
    self.bytes = bytes
    var version: Bool?
    var hasMethod = false
    json.skipSpace()
    let start = json.position
    do throws(InputError) {
      guard try json.kind() == .object else {
        try json.skip()
        throw InputError(
          "rpc.not-an-object", "a request is an object",
          hint: "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"version\"}", at: start)
      }
      var more = try json.openObject()
      while more {
        let name = try json.name()
        json.skipSpace()
        let place = json.position
        let kind = try json.kind()
        if name.matches("method", in: bytes), kind == .string {
          method = try json.string().text(in: bytes)
          hasMethod = true
        } else {
          try json.skip()
          let value = place..<json.position
          if name.matches("id", in: bytes), [.string, .number, .null].contains(kind) {
            id = value
          } else if name.matches("params", in: bytes) {
            parameters = value
          } else if name.matches("jsonrpc", in: bytes) {
            version = bytes[value].elementsEqual("\"2.0\"".utf8)
          } else if name.matches("result", in: bytes) || name.matches("error", in: bytes) {
            isResponse = true
          }
        }
        more = try json.nextMember()
      }
    } catch {
      throw Broken(
        error: error.code == "rpc.not-an-object"
          ? RPCError(-32600, "Invalid Request", fault: error) : .parse(error), id: nil,
        endsLine: error.code != "rpc.not-an-object")
    }
    guard version == true else {
      throw Broken(
        error: .invalidRequest(
          "rpc.no-version", "the request does not say that it is JSON-RPC 2.0",
          hint: "add \"jsonrpc\": \"2.0\"", at: start), id: id, endsLine: false)
    }
    guard hasMethod || isResponse else {
      throw Broken(
        error: .invalidRequest("rpc.no-method", "the request names no method", at: start),
        id: id, endsLine: false)
    }
  }

  /// A message that is none.
  struct Broken: Error {
    let error: RPCError
    let id: Range<Int>?
    /// Whether the rest of the line cannot be read either.
    let endsLine: Bool
  }
}
