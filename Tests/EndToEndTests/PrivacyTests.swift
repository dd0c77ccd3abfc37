import Foundation
import Testing

/// Nothing is written anywhere but where asked, and no socket is opened: as the kernel sees it.
@Suite(.enabled(if: RemitRun.path(of: "strace") != nil, "strace is needed"))
struct PrivacyTests {
  struct Run: Sendable, CustomTestStringConvertible {
    let words: [String]
    var input: String?
    /// The file it is asked to write.
    var output: String?

    init(_ words: String..., input: String? = nil, output: String? = nil) {
      self.words = words
      self.input = input
      self.output = output
    }

    var testDescription: String { words.joined(separator: " ") }
  }

  private static let example = "Rules/examples/cases/five-countries.json"
  private static let papers = "Tests/EndToEndTests/Papers"

  /// The example as one line.
  private static let line: String = {
    let text = try? String(contentsOf: Program.root.appending(path: example), encoding: .utf8)
    return (text ?? "").split(separator: "\n").joined(separator: " ")
  }()

  static let runs = [
    Run("entitlements", example), Run("entitlements", example, "--explain"),
    Run("entitlements", example, "--format", "json", "--language", "ar"),
    Run("entitlements", "-", input: line),
    Run("entitlements", example, "--without-agreements"),
    Run("entitlements", example, "--first-dates"),
    Run(
      "entitlements", example, "--what-if", "work DE until 2028-06", "--what-if", "claim 2028-07"),
    Run("entitlements", "--ndjson", "--detail", "figures", input: "\(line)\n{}\n\(line)\n"),
    Run("arrives", example, "--to", "PH", "--offline"),
    Run("report", example, "--offline"),
    Run("report", example, "--offline", "-o", "OUTPUT", output: "report.html"),
    Run(
      "stdio",
      input: """
        {"jsonrpc":"2.0","id":1,"method":"entitlements","params":{"case":\(line)}}
        {"jsonrpc":"2.0","id":2,"method":"arrives","params":{"case":\(line),"to":"PH","offline":true}}
        {"jsonrpc":"2.0","id":3,"method":"remit","params":{"from":"US","to":"MX","amount":"300","offline":true}}

        """),
    Run("import", "\(papers)/career.csv", "\(papers)/p5000.json", "\(papers)/statement.xml"),
    Run(
      "import", "\(papers)/career.csv", "\(papers)/p5000.json", "--into", example, "-o", "OUTPUT"),
    Run("import", "\(papers)/statement.xml", "-o", "OUTPUT", output: "case.json"),
    Run("agreements", "KR"), Run("posting", "US", "DE", "--months", "72"),
    Run("rules", "show", "DE.GRV"), Run("rules", "list"), Run("schema", "case"),
    Run("remit", "US", "MX", "300", "--offline"), Run("remit", "--stats", "US", "MX"),
    Run("rates", "status"), Run("help", "totalization"), Run("completions", "bash"),
  ]

  @Test(arguments: runs)
  func onlyWhatIsAskedIsWritten(_ run: Run) throws {
    let manager = FileManager.default
    let home = manager.temporaryDirectory.appending(path: "sojourn-home-\(UUID().uuidString)")
    try manager.createDirectory(at: home, withIntermediateDirectories: true)
    defer { try? manager.removeItem(at: home) }
    let output = home.appending(path: run.output ?? "none").path
    let calls = try Self.calls(
      run.words.map { $0 == "OUTPUT" ? output : $0 }, input: run.input, home: home)
    let written = calls.filter(Self.writes).filter { !$0.contains("\"\(output)") }
    #expect(written.isEmpty, "\(written)")
    let sockets = calls.filter { Self.network.contains(Self.name(of: $0)) }
    #expect(sockets.isEmpty, "\(sockets)")
    let left = try manager.subpathsOfDirectory(atPath: home.path).filter { $0 != "calls.txt" }
    #expect(left == [run.output].compactMap { $0 })
  }

  /// The check itself sees what it looks for.
  @Test func aSocketAndAFileAreSeen() throws {
    let calls = [
      #"openat(AT_FDCWD, "/x/rates.sqlite", O_RDWR|O_CREAT|O_CLOEXEC, 0600) = 6"#,
      #"mkdir("/x/.cache", 0700) = 0"#, #"openat(AT_FDCWD, "/x/y", O_RDONLY) = 3"#,
      #"mkdir("/x", 0700) = -1 EEXIST (File exists)"#,
    ]
    #expect(calls.map(Self.writes) == [true, true, false, false])
  }

  private static let network: Set = [
    "socket", "socketpair", "connect", "bind", "listen", "sendto", "sendmsg", "recvfrom",
  ]

  private static let changes: Set = [
    "creat", "mkdir", "mkdirat", "rename", "renameat", "renameat2", "link", "linkat", "unlink",
    "unlinkat", "rmdir", "symlink", "symlinkat", "truncate", "ftruncate", "mknod", "mknodat",
  ]

  /// The name of the call in a line of strace: `openat(AT_FDCWD, …`.
  private static func name(of call: String) -> String { String(call.prefix { $0 != "(" }) }

  /// Whether a call that succeeded changes a file or opens one for writing.
  private static func writes(_ call: String) -> Bool {
    guard !call.contains(" = -1 "), !call.contains("\"/dev/null\""), !call.contains("\"/dev/tty\""),
      !call.contains(Program.sanitizerFile)
    else { return false }
    let name = name(of: call)
    if ["open", "openat", "openat2"].contains(name) {
      return ["O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC", "O_APPEND"].contains(where: call.contains)
    }
    return changes.contains(name)
  }

  /// The calls on files and sockets that a run of the program makes, a whole one a line.
  private static func calls(_ words: [String], input: String?, home: URL) throws -> [String] {
    let strace = try #require(RemitRun.path(of: "strace"))
    let record = home.appending(path: "calls.txt")
    let process = Process()
    process.executableURL = URL(filePath: strace)
    // One file a thread (-ff) keeps calls of several threads whole.
    process.arguments =
      ["-ff", "-e", "trace=%network,%file,ftruncate", "-o", record.path, Program.url.path] + words
    process.currentDirectoryURL = Program.root
    process.environment = Program.sanitizers.merging([
      "HOME": home.path, "TMPDIR": home.path, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8",
      "SOJOURN_TODAY": "2026-11-23", "SOJOURN_RULES": Program.root.appending(path: "Rules").path,
      "SOJOURN_RATE_CACHE": Program.root.appending(path: "RateCache").path,
    ]) { $1 }
    let (stdout, stdin) = (Pipe(), Pipe())
    process.standardOutput = stdout
    process.standardError = FileHandle.nullDevice
    process.standardInput = stdin
    try process.run()
    let text = Data((input ?? "").utf8)
    Thread {
      try? stdin.fileHandleForWriting.write(contentsOf: text)
      try? stdin.fileHandleForWriting.close()
    }.start()
    _ = stdout.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    var calls: [String] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: home.path)
    where name.hasPrefix("calls.txt") {
      let file = home.appending(path: name)
      calls += try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
      try FileManager.default.removeItem(at: file)
    }
    #expect(!calls.isEmpty)
    return calls
  }
}
