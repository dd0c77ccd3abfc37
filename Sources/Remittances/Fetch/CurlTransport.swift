import CCurl

/// Sends GETs over https with libcurl's multi interface.
///
/// It decides nothing: no retries, no caching. One thread drives it by calling `step`.
public final class CurlTransport {
  /// Names one transfer of this transport.
  public typealias Ticket = Int

  public let settings: TransportSettings
  private let multi: UnsafeMutableRawPointer
  private var running: [Ticket: Transfer] = [:]
  private var nextTicket = 1

  struct Transfer {
    let handle: UnsafeMutableRawPointer
    let list: UnsafeMutablePointer<curl_slist>?
    let state: TransferState
  }

  private static let isReady =
    sojourn_curl_is_there() && sojourn_curl_global_init() == CURLE_OK

  /// Nil when libcurl is not installed or cannot start.
  public init?(settings: TransportSettings = TransportSettings()) {
    guard CurlTransport.isReady, let multi = sojourn_curl_multi_init() else { return nil }
    self.settings = settings
    self.multi = multi
    // The driver schedules by itself, for queued time would count as transfer time; these two
    // only make sure.
    _ = sojourn_curl_multi_set_long(
      multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, settings.totalConnections)
    _ = sojourn_curl_multi_set_long(multi, CURLMOPT_MAX_HOST_CONNECTIONS, settings.hostConnections)
  }

  deinit {
    for transfer in running.values { release(transfer) }
    _ = BrokenPipe.withoutSignal { sojourn_curl_multi_cleanup(multi) }
  }

  /// Transfers under way.
  public var count: Int { running.count }

  /// Begins a transfer. Of a download to a file, `begins` is told the head before the first byte
  /// is written, and `progress` is called as bytes arrive.
  /// - Throws: `TransferFailure.protocolError` when libcurl refuses the request, `.notHTTPS` for
  ///   a URL of any other scheme.
  public func begin(
    _ request: TransferRequest, progress: ((FetchProgress) -> Void)? = nil,
    begins: ((ReplyHead) -> Void)? = nil
  ) throws(TransferFailure) -> Ticket {
    guard request.url.lowercased().hasPrefix("https://") else { throw .notHTTPS }
    guard let handle = sojourn_curl_easy_init() else { throw .protocolError }
    let state = TransferState(request, requestedAt: .now(), progress: progress, begins: begins)
    var list: UnsafeMutablePointer<curl_slist>?
    for field in request.fields {
      guard let longer = sojourn_curl_slist_append(list, "\(field.name): \(field.value)") else {
        break
      }
      list = longer
    }
    let transfer = Transfer(handle: handle, list: list, state: state)
    guard CurlSetup.apply(settings, to: transfer),
      sojourn_curl_multi_add_handle(multi, handle) == CURLM_OK
    else {
      sojourn_curl_slist_free_all(list)
      sojourn_curl_easy_cleanup(handle)
      throw .protocolError
    }
    let ticket = nextTicket
    nextTicket += 1
    running[ticket] = transfer
    return ticket
  }

  /// Lets all transfers go on for at most `milliseconds` and returns those that ended.
  public func step(milliseconds: Int64) -> [(Ticket, TransferResult)] {
    BrokenPipe.withoutSignal { move(milliseconds) }
  }

  private func move(_ milliseconds: Int64) -> [(Ticket, TransferResult)] {
    var active: Int32 = 0
    sojourn_curl_multi_perform(multi, &active)
    var ended = takeEnded()
    if ended.isEmpty, milliseconds > 0 {
      // Also sleeps when nothing runs, so the driver needs no clock of its own.
      sojourn_curl_multi_poll(multi, Int32(clamping: milliseconds))
      sojourn_curl_multi_perform(multi, &active)
      ended = takeEnded()
    }
    return ended
  }

  /// Gives a transfer up.
  public func cancel(_ ticket: Ticket) {
    if let transfer = running.removeValue(forKey: ticket) { release(transfer) }
  }

  private func takeEnded() -> [(Ticket, TransferResult)] {
    var ended: [(Ticket, TransferResult)] = []
    var left: Int32 = 0
    while let message = sojourn_curl_multi_info_read(multi, &left) {
      guard message.pointee.msg == CURLMSG_DONE, let handle = message.pointee.easy_handle,
        let (ticket, transfer) = running.first(where: { $0.value.handle == handle })
      else { continue }
      let code = sojourn_curl_message_result(message)
      ended.append((ticket, CurlSetup.result(of: transfer, code: code)))
      running[ticket] = nil
      release(transfer)
    }
    return ended
  }

  private func release(_ transfer: Transfer) {
    // Closing a TLS connection may still write to it.
    BrokenPipe.withoutSignal {
      sojourn_curl_multi_remove_handle(multi, transfer.handle)
      sojourn_curl_easy_cleanup(transfer.handle)
    }
    sojourn_curl_slist_free_all(transfer.list)
  }
}
