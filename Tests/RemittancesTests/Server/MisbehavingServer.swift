import Foundation

@testable import Remittances

/// The Python server beside this file, running for as long as the tests do.
///
/// It listens on the loopback interface only and ends when this process does.
final class MisbehavingServer: Sendable {
  /// One server for all tests; nil where python3 or openssl is missing.
  static let shared: MisbehavingServer? = try? MisbehavingServer()
  /// Said by tests that are skipped.
  static let missing = "python3 and openssl are needed for the loopback https server"
  /// Looked up without starting the server.
  static let isPossible = ["python3", "openssl"].allSatisfy { Programs.path(of: $0) != nil }

  let ports: [String: Int]
  let directory: URL
  private let standardInput: Pipe

  struct NotStarted: Error {}

  private init() throws {
    guard let python = Programs.path(of: "python3"), MisbehavingServer.isPossible else {
      throw NotStarted()
    }
    directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("sojourn-server-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("misbehaving_server.py")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = [script.path, directory.path]
    standardInput = Pipe()
    let output = Pipe()
    process.standardInput = standardInput
    process.standardOutput = output
    try process.run()
    var line = Data()
    while !line.contains(0x0A) {
      let more = output.fileHandleForReading.availableData
      guard !more.isEmpty else { throw NotStarted() }
      line += more
    }
    ports = try JSONDecoder().decode([String: Int].self, from: line)
  }

  /// The authority whose certificates tests trust.
  var authority: String { directory.appendingPathComponent("authority.pem").path }

  /// The address of a script of steps on one of the servers.
  func url(_ steps: String, token: String, on server: String = "good") -> String {
    "https://localhost:\(ports[server] ?? 0)/\(steps)/\(token)/rates"
      + "?base={from_currency}&quote={to_currency}"
  }

  /// What was asked with a token.
  func log(_ token: String) throws -> [Asked] {
    let settings = TransportSettings.loopback(self)
    let transport = try unwrapped(CurlTransport(settings: settings))
    let ticket = try transport.begin(
      TransferRequest(
        url: "https://localhost:\(ports["good"] ?? 0)/log/\(token)", bodyLimit: 1 << 20,
        timeout: 5_000))
    while true {
      for (ended, result) in transport.step(milliseconds: 200) where ended == ticket {
        return try JSONDecoder().decode([Asked].self, from: Data(result.body))
      }
    }
  }

  struct Asked: Decodable {
    let path: String
    let scheme: String
    let headers: [String: String]
  }
}

/// Unwraps, or throws where a test could not even be set up.
func unwrapped<Value>(_ value: Value?) throws -> Value {
  guard let value else { throw MisbehavingServer.NotStarted() }
  return value
}
