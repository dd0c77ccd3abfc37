import Foundation
import Testing

@testable import Interchange

/// JSONTestSuite: `y_` must be read, `n_` refused with a position, `i_` either.
struct JSONSuiteTests {
  /// The suite has 318 files; its two large ones are made here instead of kept.
  @Test func theSuiteIsWhole() {
    let names = TestFiles.names(in: TestFiles.suite)
    #expect(names.count { $0.hasPrefix("y_") } == 95)
    #expect(names.count { $0.hasPrefix("n_") } == 188 - Self.large.count)
    #expect(names.count { $0.hasPrefix("i_") } == 35)
  }

  /// `n_structure_100000_opening_arrays` and `n_structure_open_array_object`.
  private static let large = [("[", 100_000), ("[{\"\":", 50_000)]

  @Test(arguments: 0..<large.count)
  func endlessNestingIsRefused(_ index: Int) throws {
    let (opening, count) = Self.large[index]
    let bytes = Array(String(repeating: opening, count: count).utf8)
    let fault = try #require(read(bytes))
    #expect(fault.code.hasPrefix("json."))
    #expect((1...bytes.count) ~= fault.offset)
  }

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
