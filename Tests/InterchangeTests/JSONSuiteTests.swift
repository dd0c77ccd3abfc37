import Foundation
import Testing

@testable import Interchange

/// JSONTestSuite: `y_` must be read, `n_` refused with a position, `i_` either.
@Suite(.enabled(if: TestFiles.hasSuite))
struct JSONSuiteTests {
  @Test(arguments: TestFiles.names(in: TestFiles.suite))
  func file(_ name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: TestFiles.suite.appending(path: "\(name).json")))
    let fault = read(bytes)
    switch name.first {
    case "y": #expect(fault == nil)
    case "n":
      let fault = try #require(fault)
      #expect((0...bytes.count) ~= fault.offset)
      #expect(fault.code.hasPrefix("json."))
    default: break
    }
    if let fault { #expect(!fault.rendered(file: name, bytes: bytes).isEmpty) }
  }

  private func read(_ bytes: [UInt8]) -> InputError? {
    bytes.withUnsafeBufferPointer { buffer in
      var json = JSONPull(buffer)
      do throws(InputError) {
        try json.refuseByteOrderMark()
        try json.skip()
        try json.end()
        return nil
      } catch {
        return error
      }
    }
  }
}
