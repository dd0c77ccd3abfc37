/// Why a source could not be asked or its answer not be used.
public enum FetchError: Error, Sendable, Equatable {
  case transfer(TransferFailure)
  /// The server answered with an error status.
  case status(Int)
  /// The body was not what the source's reader accepts; the text says what was wrong.
  case invalidReply(String)
  /// A 304 came although nothing was stored to be confirmed.
  case unaskedNotModified
  /// The host asked to be left alone until then.
  case hostResting(host: String, until: Instant)
  /// All tries and waits together took too long.
  case deadline
  /// `--offline`, and nothing usable is stored.
  case offline
  /// Another process fetched the same and failed; the text is what it reported.
  case failedElsewhere(String)

  /// A stable name.
  public var code: String {
    switch self {
    case .transfer(let failure): failure.rawValue
    case .status: "fetch.status"
    case .invalidReply: "fetch.invalid_reply"
    case .unaskedNotModified: "fetch.unasked_not_modified"
    case .hostResting: "fetch.host_resting"
    case .deadline: "fetch.deadline"
    case .offline: "fetch.offline"
    case .failedElsewhere: "fetch.failed_elsewhere"
    }
  }
}

extension FetchError {
  /// Whether no host could even be reached.
  var isUnreachable: Bool {
    switch self {
    case .transfer(.notFound), .transfer(.connection), .transfer(.timeout), .deadline: true
    default: false
    }
  }
}

extension FetchError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .transfer(let failure): failure.explanation
    case .status(let status): "the host answered with status \(status)"
    case .invalidReply(let reason): "the reply was not usable: \(reason)"
    case .unaskedNotModified: "the host answered \"not modified\" to a first request"
    case .hostResting(let host, let until):
      "\(host) asked not to be called before \(until)"
    case .deadline: "there was no usable reply within the time allowed"
    case .offline: "nothing usable is stored, and no connection was allowed"
    case .failedElsewhere(let report): "another process has just failed to fetch it: \(report)"
    }
  }
}
