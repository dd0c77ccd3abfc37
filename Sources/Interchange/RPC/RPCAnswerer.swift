/// Answers JSON-RPC 2.0, one message or batch a line, and the Model Context Protocol on top.
public final class RPCAnswerer: LineAnswerer {
  private let methods: [RPCMethod]
  private let context: ModelContext
  /// Where a result is written before it is known that it can be.
  private var scratch = JSONWriter()

  /// - Parameters:
  ///   - methods: what can be asked for.
  ///   - version: of the program.
  public init(_ methods: [RPCMethod], version: String) {
    self.methods = methods
    context = ModelContext(methods: methods, programVersion: version)
  }

  public func answer(
    _ line: UnsafeBufferPointer<UInt8>, number: Int, into output: inout JSONWriter
  ) -> Bool {
    var json = JSONPull(line)
    let before = output.count
    var failed = false
    if json.peek() == UInt8(ascii: "[") {
      failed = !answerBatch(&json, line, into: &output)
    } else {
      failed = !answerOne(&json, line, into: &output, isLast: true)
    }
    if output.count > before { output.endLine() }
    return !failed
  }

  public func refuseLongLine(number: Int, into output: inout JSONWriter) {
    write(.parse(CaseLimits.tooLong), id: nil, into: &output)
    output.endLine()
  }

  private func answerBatch(
    _ json: inout JSONPull, _ line: UnsafeBufferPointer<UInt8>, into output: inout JSONWriter
  ) -> Bool {
    // A batch of nothing but notifications is answered with nothing, not with an empty list.
    var answers = JSONWriter()
    answers.openArray()
    let none = answers.count
    var isGood = true
    do throws(InputError) {
      var check = json
      try check.skip()
      try check.end()
      guard try json.openArray() else {
        write(
          .invalidRequest("rpc.empty-batch", "a batch holds at least one request", at: 0),
          id: nil, into: &output)
        return false
      }
      var more = true
      while more {
        if !answerOne(&json, line, into: &answers, isLast: false) { isGood = false }
        more = try json.nextElement()
      }
    } catch {
      write(.parse(error), id: nil, into: &output)
      return false
    }
    if answers.count > none {
      answers.closeArray()
      output.raw(answers)
    }
    return isGood
  }

  private func answerOne(
    _ json: inout JSONPull, _ line: UnsafeBufferPointer<UInt8>, into output: inout JSONWriter,
    isLast: Bool
  ) -> Bool {
    let message: RPCMessage
    do throws(RPCMessage.Broken) {
      message = try RPCMessage(&json, line)
    } catch {
      write(error.error, id: error.id.map { line[$0] }, into: &output)
      return false
    }
    if isLast {
      do throws(InputError) { try json.end() } catch {
        write(.parse(error), id: nil, into: &output)
        return false
      }
    }
    // An answer to something we never asked; nothing may be said to it.
    if message.isResponse, message.method.isEmpty { return true }
    do {
      let parameters = try RPCParameters(line, at: message.parameters)
      scratch.removeAll()
      try call(message.method, parameters, &scratch)
      guard let id = message.id else { return true }
      output.object { json in
        json.member("jsonrpc", "2.0")
        json.key("id")
        json.raw(line[id])
        json.key("result")
        json.raw(scratch)
      }
      return true
    } catch {
      let fault = error as? RPCError ?? RPCError(-32603, "Internal error: \(error)")
      // Nothing is said to a notification, not even an error (section 4.1).
      if let id = message.id { write(fault, id: line[id], into: &output) }
      return false
    }
  }

  private func call(_ name: String, _ parameters: RPCParameters, _ json: inout JSONWriter) throws {
    if let method = methods.first(where: { $0.name == name }) {
      _ = try method.answer(parameters, &json)
      return
    }
    if try context.answer(name, parameters, &json) { return }
    let names = methods.map(\.name)
    throw RPCError.methodNotFound(
      name,
      hint: meant(by: name, among: names)
        ?? "the methods are \(names.joined(separator: ", "))")
  }

  private func write(
    _ error: RPCError, id: Slice<UnsafeBufferPointer<UInt8>>?, into output: inout JSONWriter
  ) {
    output.object { json in
      json.member("jsonrpc", "2.0")
      json.key("id")
      if let id { json.raw(id) } else { json.null() }
      json.key("error")
      error.write(to: &json)
    }
  }
}
