/// Why no usable reply came over the wire, sorted by what it means for the caller.
public enum TransferFailure: String, Sendable, Equatable, Error, CaseIterable {
  case notFound = "fetch.host_not_found"
  case connection = "fetch.connection"
  case connectionLost = "fetch.connection_lost"
  case timeout = "fetch.timeout"
  case wrongLength = "fetch.wrong_length"
  case badEncoding = "fetch.bad_encoding"
  case certificate = "fetch.certificate"
  case notHTTPS = "fetch.not_https"
  case tooManyRedirects = "fetch.too_many_redirects"
  case tooLarge = "fetch.too_large"
  case disk = "fetch.disk"
  case protocolError = "fetch.protocol"
  case noLibrary = "fetch.no_library"

  /// Whether the same request may succeed a moment later.
  public var isPassing: Bool {
    switch self {
    case .notFound, .connection, .connectionLost, .timeout, .wrongLength: true
    case .badEncoding, .certificate, .notHTTPS, .tooManyRedirects, .tooLarge, .disk,
      .protocolError, .noLibrary:
      false
    }
  }

  /// A sentence for the user.
  public var explanation: String {
    switch self {
    case .notFound: "the host's name could not be resolved"
    case .connection: "no connection could be made"
    case .connectionLost: "the connection broke off"
    case .timeout: "the host was too slow"
    case .wrongLength: "the reply was shorter than announced"
    case .badEncoding: "the reply's compression was damaged"
    case .certificate: "the host's certificate could not be trusted"
    case .notHTTPS: "the host tried to lead away from https"
    case .tooManyRedirects: "the host redirected too often"
    case .tooLarge: "the reply was larger than this source may send"
    case .disk: "the reply could not be written to disk"
    case .protocolError: "the host did not answer in HTTP"
    case .noLibrary: "libcurl is not installed or cannot start"
    }
  }
}
