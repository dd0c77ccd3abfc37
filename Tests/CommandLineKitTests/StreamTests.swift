import Foundation
import Testing

@testable import CommandLineKit

@Suite struct StreamTests {
  /// Everything written by `body` into a pipe, read while it writes.
  private func collect(
    capacity: Int, nonBlocking: Bool = false, _ body: (StandardOutput) throws -> Void
  ) throws -> Data {
    let pipe = Pipe()
    let writing = pipe.fileHandleForWriting
    if nonBlocking { _ = fcntl(writing.fileDescriptor, F_SETFL, O_NONBLOCK) }
    let collected = Collected()
    let reader = Thread {
      collected.finish(with: pipe.fileHandleForReading.readDataToEndOfFile())
    }
    reader.start()
    try body(StandardOutput(descriptor: writing.fileDescriptor, capacity: capacity))
    try writing.close()
    return collected.wait()
  }

  private final class Collected: @unchecked Sendable {
    private let done = DispatchSemaphore(value: 0)
    private var data = Data()

    func finish(with data: Data) {
      self.data = data
      done.signal()
    }

    func wait() -> Data {
      done.wait()
      return data
    }
  }

  @Test(arguments: [0, 1, 7, 65_536], [false, true])
  func everythingArrivesInOrder(capacity: Int, nonBlocking: Bool) throws {
    // More than a pipe holds, so that writes are cut short or must wait.
    let lines = (0..<3000).map { "line \($0) " + String(repeating: "é", count: $0 % 97) + "\n" }
    let big = String(repeating: "x", count: 300_000)
    let data = try collect(capacity: capacity, nonBlocking: nonBlocking) { output in
      for line in lines { try output.write(line) }
      try output.write(big)
      try [UInt8]("end".utf8).withUnsafeBytes { try output.write(bytes: $0) }
      try output.flush()
    }
    #expect(data == Data((lines.joined() + big + "end").utf8))
  }

  @Test func nothingIsWrittenBeforeItIsDue() throws {
    let pipe = Pipe()
    let output = StandardOutput(descriptor: pipe.fileHandleForWriting.fileDescriptor)
    try output.write("kept")
    let reading = pipe.fileHandleForReading.fileDescriptor
    _ = fcntl(reading, F_SETFL, O_NONBLOCK)
    var byte: UInt8 = 0
    #expect(read(reading, &byte, 1) == -1)
    try output.flush()
    #expect(read(reading, &byte, 1) == 1)
  }

  @Test func aClosedPipeIsAQuietEnd() throws {
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let output = StandardOutput(
      descriptor: pipe.fileHandleForWriting.fileDescriptor, capacity: 1000)
    try output.write("kept")
    let error = #expect(throws: StreamError.self) { try output.flush() }
    #expect(error == .closedPipe)
    #expect(error?.message == nil)
    #expect(error?.exitCode == .success)
    #expect(throws: StreamError.closedPipe) { try output.write("more") }
    #expect(throws: StreamError.closedPipe) { try output.flush() }
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func aFullDiskIsReported() throws {
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    let output = StandardOutput(descriptor: full.fileDescriptor, capacity: 0)
    let error = #expect(throws: StreamError.self) { try output.write("x") }
    #expect(error == .writeFailed("No space left on device"))
    #expect(error?.exitCode == .inputOutput)
    #expect(error?.code == "output.write-failed")
  }

  @Test func inputComesInChunks() throws {
    let text = String(repeating: "0123456789", count: 1000)
    try Subprocess.withFile(text) { file in
      var input = try StandardInput(path: file, limit: 10_000)
      var chunks = 0
      var all: [UInt8] = []
      while let chunk = try input.next(size: 4096) {
        chunks += 1
        all += chunk
      }
      #expect(chunks == 3)
      #expect(all == Array(text.utf8))
      #expect(input.count == 10_000)
      var whole = try StandardInput(path: file)
      #expect(try whole.readAll() == Array(text.utf8))
    }
  }

  @Test func inputAboveTheLimitIsAnError() throws {
    try Subprocess.withFile(String(repeating: "x", count: 1001), named: "big") { file in
      let error = #expect(throws: StreamError.self) {
        var input = try StandardInput(path: file, limit: 1000)
        _ = try input.readAll()
      }
      #expect(error?.code == "input.too-large")
      #expect(error?.exitCode == .badInput)
      #expect(error?.message == "\(file) is longer than the limit of 1,000 bytes")
    }
  }

  @Test(arguments: [
    ("/nowhere/at/all", "No such file or directory"), ("/", "Is a directory"),
    ("", "No such file or directory"), ("a\0b", "a path cannot contain a zero byte"),
  ])
  func inputThatCannotBeRead(path: String, reason: String) {
    let error = #expect(throws: StreamError.self) {
      var input = try StandardInput(path: path)
      _ = try input.readAll()
    }
    #expect(error == .readFailed(source: TextLayout.visible(path), reason))
    #expect(error?.exitCode == .inputOutput)
  }

  @Test func aPipeIsReadAsItFills() throws {
    let pipe = Pipe()
    var input = StandardInput(descriptor: pipe.fileHandleForReading.fileDescriptor, limit: 100)
    try pipe.fileHandleForWriting.write(contentsOf: Data("one".utf8))
    #expect(try input.next() == Array("one".utf8))
    try pipe.fileHandleForWriting.write(contentsOf: Data("two".utf8))
    try pipe.fileHandleForWriting.close()
    #expect(try input.next() == Array("two".utf8))
    #expect(try input.next() == nil)
  }
}
