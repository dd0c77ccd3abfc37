import Glibc

/// Names a process on this machine so that another can tell whether it still lives.
enum FlightOwner {
  /// This process: its number, the time it started, and a number for each fetcher in it.
  static func own(_ fetcher: Int) -> String {
    let process = getpid()
    return "\(process) \(start(of: process) ?? "?") \(fetcher)"
  }

  /// Whether the process that `owner` names still runs.
  static func isAlive(_ owner: String) -> Bool {
    let parts = owner.split(separator: " ")
    guard parts.count == 3, let process = pid_t(parts[0]) else { return false }
    // A number may have been given to another process since.
    return start(of: process).map { $0 == parts[1] } ?? false
  }

  /// The 22nd field of `/proc/<process>/stat`: when it started, in ticks since the machine did.
  private static func start(of process: pid_t) -> Substring? {
    guard let bytes = SmallFile.read("/proc/\(process)/stat", limit: 8_192) else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    // The second field is the program's name in parentheses, which may hold anything.
    guard let name = text.lastIndex(of: ")") else { return nil }
    let fields = text[text.index(after: name)...].split(separator: " ")
    guard fields.count > 19, fields[0] != "Z" else { return nil }
    return fields[19]
  }
}
