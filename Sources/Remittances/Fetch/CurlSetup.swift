import CCurl

/// Sets one libcurl handle up and reads its result.
enum CurlSetup {
  /// False when libcurl refuses any option: a transfer without its safeguards never starts.
  static func apply(_ settings: TransportSettings, to transfer: CurlTransport.Transfer) -> Bool {
    let handle = transfer.handle
    let request = transfer.state.request
    let context = Unmanaged.passUnretained(transfer.state).toOpaque()
    var codes = [
      sojourn_curl_set_text(handle, CURLOPT_URL, request.url),
      sojourn_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "https"),
      sojourn_curl_set_text(handle, CURLOPT_REDIR_PROTOCOLS_STR, "https"),
      sojourn_curl_set_long(handle, CURLOPT_SSL_VERIFYPEER, 1),
      sojourn_curl_set_long(handle, CURLOPT_SSL_VERIFYHOST, 2),
      sojourn_curl_set_long(handle, CURLOPT_NOSIGNAL, 1),
      sojourn_curl_set_long(handle, CURLOPT_FOLLOWLOCATION, 1),
      sojourn_curl_set_long(handle, CURLOPT_MAXREDIRS, settings.maxRedirects),
      sojourn_curl_set_long(handle, CURLOPT_CONNECTTIMEOUT_MS, Int(settings.connectTimeout)),
      sojourn_curl_set_long(handle, CURLOPT_TIMEOUT_MS, Int(max(1, request.timeout))),
      sojourn_curl_set_long(handle, CURLOPT_LOW_SPEED_LIMIT, settings.lowSpeedLimit),
      sojourn_curl_set_long(handle, CURLOPT_LOW_SPEED_TIME, settings.lowSpeedTime),
      // Only helps where the size is announced; the write callback counts in every case.
      sojourn_curl_set_offset(handle, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(request.bodyLimit)),
      sojourn_curl_set_text(handle, CURLOPT_USERAGENT, settings.agent),
      sojourn_curl_set_list(handle, CURLOPT_HTTPHEADER, transfer.list),
      sojourn_curl_set_pointer(handle, CURLOPT_WRITEDATA, context),
      sojourn_curl_set_pointer(handle, CURLOPT_HEADERDATA, context),
      sojourn_curl_set_data(handle, CURLOPT_WRITEFUNCTION, writeBody),
      sojourn_curl_set_data(handle, CURLOPT_HEADERFUNCTION, writeHeader),
    ]
    if request.acceptsCompression {
      codes.append(sojourn_curl_set_text(handle, CURLOPT_ACCEPT_ENCODING, ""))
    }
    if let file = request.file, file.offset > 0 {
      codes.append(sojourn_curl_set_text(handle, CURLOPT_RANGE, "\(file.offset)-"))
    }
    if let authorities = settings.authorityFile {
      codes.append(sojourn_curl_set_text(handle, CURLOPT_CAINFO, authorities))
      codes.append(sojourn_curl_set_text(handle, CURLOPT_CAPATH, nil))
    }
    if !settings.usesProxy { codes.append(sojourn_curl_set_text(handle, CURLOPT_PROXY, "")) }
    return codes.allSatisfy { $0 == CURLE_OK }
  }

  /// What the ended transfer brought.
  static func result(of transfer: CurlTransport.Transfer, code: CURLcode) -> TransferResult {
    let state = transfer.state
    var url: UnsafePointer<CChar>?
    _ = sojourn_curl_get_text(transfer.handle, CURLINFO_EFFECTIVE_URL, &url)
    var failure = state.refusal ?? failure(for: code)
    if failure == nil, !state.finishFile() { failure = .disk }
    let head = ReplyHead(
      status: state.status, headers: state.headers, requestedAt: state.requestedAt,
      receivedAt: .now())
    return TransferResult(
      head: head, body: failure == nil ? state.body : [], failure: failure,
      detail: code == CURLE_OK ? "" : String(cString: sojourn_curl_easy_strerror(code)),
      finalURL: url.map { String(cString: $0) } ?? state.request.url)
  }

  /// Nil where all went well.
  static func failure(for code: CURLcode) -> TransferFailure? {
    switch code {
    case CURLE_OK: nil
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: .notFound
    case CURLE_COULDNT_CONNECT: .connection
    case CURLE_OPERATION_TIMEDOUT: .timeout
    case CURLE_PARTIAL_FILE: .wrongLength
    case CURLE_BAD_CONTENT_ENCODING: .badEncoding
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM,
      CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_PINNEDPUBKEYNOTMATCH:
      .certificate
    case CURLE_UNSUPPORTED_PROTOCOL: .notHTTPS
    case CURLE_TOO_MANY_REDIRECTS: .tooManyRedirects
    case CURLE_FILESIZE_EXCEEDED: .tooLarge
    case CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_GOT_NOTHING, CURLE_SSL_CONNECT_ERROR,
      CURLE_HTTP2, CURLE_HTTP2_STREAM:
      .connectionLost
    default: .protocolError
    }
  }

  private static let writeBody: sojourn_curl_data = { bytes, size, count, context in
    guard let bytes, let context else { return 0 }
    let state = Unmanaged<TransferState>.fromOpaque(context).takeUnretainedValue()
    let length = size * count
    return state.takeBody(UnsafeRawBufferPointer(start: bytes, count: length)) ? length : 0
  }

  private static let writeHeader: sojourn_curl_data = { bytes, size, count, context in
    guard let bytes, let context else { return 0 }
    let state = Unmanaged<TransferState>.fromOpaque(context).takeUnretainedValue()
    state.takeHeader(UnsafeRawBufferPointer(start: bytes, count: size * count))
    return size * count
  }
}
