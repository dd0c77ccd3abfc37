/// A failure that SQLite reported, with its stable code.
///
/// `code` names the primary result in words ("sql.busy", "sql.corrupt"); `result` keeps SQLite's
/// extended number (https://www.sqlite.org/rescode.html).
public struct SQLError: Error, Sendable, Hashable, CustomStringConvertible {
  /// SQLite's extended result code.
  public let result: Int32
  /// SQLite's own words.
  public let message: String
  /// What was being done: the SQL text, or the path that was opened.
  public let context: String

  /// Creates an error from what SQLite returned.
  public init(result: Int32, message: String, context: String) {
    self.result = result
    self.message = message
    self.context = context
  }

  /// The stable name of the primary result.
  public var code: String {
    switch result & 0xff {
    case 3, 23: "sql.permission"
    case 5, 6: "sql.busy"
    case 8: "sql.read_only"
    case 9: "sql.interrupted"
    case 10: "sql.io"
    case 11: "sql.corrupt"
    case 13: "sql.full"
    case 14: "sql.cannot_open"
    case 18: "sql.too_big"
    case 19: "sql.constraint"
    case 20, 25: "sql.misuse"
    case 26: "sql.not_a_database"
    default: "sql.error"
    }
  }

  /// Whether the file is damaged or no database at all, so that it must be rebuilt.
  public var meansDamage: Bool { result & 0xff == 11 || result & 0xff == 26 }

  /// Whether another process holds the database; trying again later may succeed.
  public var meansBusy: Bool { result & 0xff == 5 || result & 0xff == 6 }

  public var description: String { "\(code): \(message) (\(context))" }
}
