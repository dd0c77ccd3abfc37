import Glibc

/// Runs a process and measures it.
enum Child {
  struct Usage {
    let seconds: Double
    let mebibytes: Double
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Runs a program to its end.
  ///
  /// - Parameter isSilent: whether its output goes nowhere.
  /// - Throws: where it cannot be started or does not end with status 0.
  static func run(_ words: [String], isSilent: Bool = false) throws -> Usage {
    guard let program = words.first else { throw Failure(description: "nothing to run") }
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if isSilent {
      posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    }
    var process = pid_t()
    let start = nanoseconds()
    let code = posix_spawn(&process, program, &actions, nil, arguments, environ)
    guard code == 0 else {
      throw Failure(description: "\(program): \(String(cString: strerror(code)))")
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0 {
      guard errno == EINTR else {
        throw Failure(description: "\(program): \(String(cString: strerror(errno)))")
      }
    }
    guard status == 0 else { throw Failure(description: "\(words.joined(separator: " ")) failed") }
    return Usage(
      seconds: Double(nanoseconds() - start) / 1e9,
      mebibytes: Double(usage.ru_maxrss) / 1024)
  }

  /// A clock that never goes back.
  private static func nanoseconds() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1_000_000_000 + now.tv_nsec
  }
}
