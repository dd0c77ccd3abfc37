import CommandLineKit
import Glibc

/// Writes files whole or not at all.
enum WholeFile {
  /// Writes beside the file first, then puts it in its place.
  ///
  /// - Parameter replaces: whether a file that exists may be replaced.
  /// - Throws: `Failure` with the system's words, or where the file exists and may not be replaced.
  static func write(_ bytes: [UInt8], to path: String, replaces: Bool) throws(Failure) {
    let made = "\(path).\(getpid()).part"
    let file = open(made, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw failure(path) }
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else {
        let error = failure(path)
        close(file)
        unlink(made)
        throw error
      }
      done += count
    }
    let isSafe = fsync(file) == 0
    guard close(file) == 0, isSafe, place(made, path, replaces) else {
      let error =
        errno == EEXIST && !replaces
        ? Failure(
          "sojourn: \(path) exists already; add --replace to replace it, or name another file",
          .inputOutput) : failure(path)
      unlink(made)
      throw error
    }
  }

  private static func place(_ made: String, _ path: String, _ replaces: Bool) -> Bool {
    if replaces { return rename(made, path) == 0 }
    // A second name fails where the file exists; no moment lies between looking and writing.
    guard link(made, path) == 0 else { return false }
    unlink(made)
    return true
  }

  private static func failure(_ path: String) -> Failure {
    Failure("sojourn: cannot write \(path): \(String(cString: strerror(errno)))", .inputOutput)
  }
}
