/// Why a reply is not what its source should have sent.
public struct ReaderError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A stable name for each reason.
  public enum Code: String, Sendable {
    /// A web page came where data was due: a throttle or error page with status 200.
    case webPage = "reader.web_page"
    case notJSON = "reader.not_json"
    case notXML = "reader.not_xml"
    case notZip = "reader.not_zip"
    case missing = "reader.missing"
    case wrongKind = "reader.wrong_kind"
    case badValue = "reader.bad_value"
    /// The source says in the body that it will not answer, whatever the status.
    case refused = "reader.refused"
    /// The reply answers another question than the one asked.
    case otherQuestion = "reader.other_question"
    case empty = "reader.empty"
    case tooLarge = "reader.too_large"
  }

  public let code: Code
  /// Where in the reply, such as `providers[3].quotes[0].rate`.
  public let path: String
  /// What is wrong and what would be right.
  public let message: String

  public init(_ code: Code, at path: String = "", _ message: String) {
    self.code = code
    self.path = path
    self.message = message
  }

  public var description: String {
    path.isEmpty ? "\(code.rawValue): \(message)" : "\(code.rawValue) at \(path): \(message)"
  }
}
