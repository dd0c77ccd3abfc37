import Quantities

/// The line that stands for a case that could not be answered (`sojourn/error/1`).
enum ErrorLine {
  static let format = "sojourn/error/1"

  /// - Parameter line: the line itself, from which the case's id is taken; nil where it is gone.
  static func write(
    _ error: InputError, line: UnsafeBufferPointer<UInt8>?, number: Int,
    into json: inout JSONWriter
  ) {
    let fault = line.map { error.located(in: Array($0)) } ?? error
    json.object { json in
      json.member("format", format)
      // The id tells which case it was, wherever the line stood; without one the number must.
      if let id = line.flatMap(id) {
        json.member("id", id)
      } else {
        json.member("line", number)
      }
      json.key("error")
      write(fault, column: line == nil ? nil : fault.offset + 1, to: &json)
    }
    json.endLine()
  }

  /// The members of an error: code, message and where.
  static func write(_ error: InputError, column: Int?, to json: inout JSONWriter) {
    json.object { json in
      json.member("code", error.code)
      json.member("message", error.message)
      json.key("data")
      data(error, column: column, to: &json)
    }
  }

  /// Where the fault lies and what would be right.
  static func data(_ error: InputError, column: Int?, to json: inout JSONWriter) {
    json.object { json in
      json.member("offset", error.offset)
      if let column { json.member("column", column) }
      json.member("path", error.path)
      json.member("hint", error.hint)
    }
  }

  /// The id of a case as far as it can be read.
  private static func id(_ line: UnsafeBufferPointer<UInt8>) -> String? {
    var json = JSONPull(line)
    guard (try? json.openObject()) == true else { return nil }
    repeat {
      guard let name = try? json.name() else { return nil }
      if name.matches("id", in: line), json.peek() == UInt8(ascii: "\"") {
        return (try? json.string())?.text(in: line)
      }
      guard (try? json.skip()) != nil else { return nil }
    } while (try? json.nextMember()) == true
    return nil
  }
}
