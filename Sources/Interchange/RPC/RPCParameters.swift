import Coordination
import Quantities

/// The named parameters of a request, read one by one.
public struct RPCParameters {
  /// The bytes of the request line.
  public let bytes: UnsafeBufferPointer<UInt8>
  /// Where each parameter's value lies, by name.
  private var places: [String: Range<Int>] = [:]
  /// Where the parameters begin.
  let offset: Int

  /// Reads the object at `offset`; no parameters where it is nil.
  ///
  /// - Throws: `RPCError` where the parameters are not an object, or one is given twice.
  init(_ bytes: UnsafeBufferPointer<UInt8>, at place: Range<Int>?) throws(RPCError) {
    self.bytes = bytes
    offset = place?.lowerBound ?? 0
    guard let place else { return }
    var json = JSONPull(bytes)
    json.position = place.lowerBound
    do throws(InputError) {
      guard try json.kind() == .object else {
        throw InputError(
          "rpc.positional", "parameters are given by name",
          hint: "write \"params\": {\"name\": value}", at: place.lowerBound)
      }
      var more = try json.openObject()
      while more {
        let name = try json.name()
        let key = name.text(in: bytes)
        json.skipSpace()
        let start = json.position
        try json.skip()
        guard places.updateValue(start..<json.position, forKey: key) == nil else {
          throw InputError(
            "json.duplicate-name", "\"\(InputError.shown(key))\" is given twice", at: name.offset)
        }
        more = try json.nextMember()
      }
    } catch {
      throw .invalidParameters(error)
    }
  }

  /// Refuses any parameter not listed.
  /// - Throws: `RPCError` with the nearest name.
  public func allow(_ names: [String]) throws(RPCError) {
    for name in places.keys.sorted() where !names.contains(name) && name != "_meta" {
      let near = meant(by: name, among: names)
      throw .invalidParameters(
        InputError(
          "rpc.unknown-parameter", "there is no parameter \"\(InputError.shown(name))\"",
          hint: near
            ?? "the parameters are \(names.joined(separator: ", "))",
          at: places[name]?.lowerBound ?? offset))
    }
  }

  /// The bytes of a parameter's value; nil where it is not given.
  public func value(_ name: String) -> UnsafeBufferPointer<UInt8>? {
    places[name].map { UnsafeBufferPointer(rebasing: bytes[$0]) }
  }

  /// Where a parameter's value begins in the line.
  public func place(_ name: String) -> Int { places[name]?.lowerBound ?? offset }

  var names: [String] { places.keys.sorted() }

  func range(_ name: String) -> Range<Int>? { places[name] }

  /// A text.
  public func text(_ name: String) throws(RPCError) -> String? {
    try read(name) { (json, bytes) throws(InputError) in try json.string().text(in: bytes) }
  }

  /// Yes or no; no where it is not given.
  public func flag(_ name: String) throws(RPCError) -> Bool {
    try read(name) { (json, _) throws(InputError) in try json.boolean() } ?? false
  }

  /// A decimal, as number or text; exact.
  public func decimal(_ name: String) throws(RPCError) -> ExactDecimal? {
    try read(name) { (json, bytes) throws(InputError) in
      let place = json.position
      let text: String
      if try json.kind() == .string {
        text = try json.string().text(in: bytes)
      } else {
        text = String(decoding: bytes[try json.number()], as: UTF8.self)
      }
      guard let value = ExactDecimal(text) else {
        throw InputError(
          "rpc.bad-decimal", "\"\(InputError.shown(text))\" is not a decimal",
          hint: "write \"300.50\"", at: place)
      }
      return value
    }
  }

  /// A list of texts, or one text; empty where it is not given.
  public func texts(_ name: String) throws(RPCError) -> [String] {
    try read(name) { (json, bytes) throws(InputError) in
      if try json.kind() == .string { return [try json.string().text(in: bytes)] }
      var texts: [String] = []
      var more = try json.openArray()
      while more {
        texts.append(try json.string().text(in: bytes))
        more = try json.nextElement()
      }
      return texts
    } ?? []
  }

  /// A value that `parse` understands.
  public func value<Value>(
    _ name: String, _ wanted: String, _ parse: (String) -> Value?
  ) throws(RPCError) -> Value? {
    guard let text = try text(name) else { return nil }
    guard let value = parse(text) else {
      throw .invalidParameters(
        InputError(
          "rpc.bad-value", "\"\(InputError.shown(text))\" is not \(wanted)", at: place(name)))
    }
    return value
  }

  /// - Throws: `RPCError` where the parameter is absent.
  public func required<Value>(_ name: String, _ value: Value?) throws(RPCError) -> Value {
    guard let value else {
      throw .invalidParameters(
        InputError("rpc.missing-parameter", "the parameter \"\(name)\" is missing", at: offset))
    }
    return value
  }

  private func read<Value>(
    _ name: String,
    _ body: (inout JSONPull, UnsafeBufferPointer<UInt8>) throws(InputError) -> Value
  ) throws(RPCError) -> Value? {
    guard let place = places[name] else { return nil }
    var json = JSONPull(bytes)
    json.position = place.lowerBound
    do throws(InputError) {
      return try body(&json, bytes)
    } catch {
      throw .invalidParameters(error.within(name))
    }
  }

  /// The case under `case`, read and checked against the law.
  /// - Throws: `RPCError` with the fault's place in the line.
  public func career(today: Day, library: some LawLibrary) throws -> Career {
    let bytes = try required("case", value("case"))
    do {
      let career = try CaseReader.read(bytes, today: today)
      try FactCheck(career, library: library).check(career)
      return career
    } catch let error as InputError {
      let located = error.path.isEmpty ? error : error.located(in: Array(bytes))
      throw RPCError.invalidParameters(located.moved(by: place("case")).within("case"))
    }
  }
}
