import Glibc

/// What one transfer gathers while libcurl calls back.
///
/// libcurl holds an unretained pointer to it; the transport keeps it alive until the handle is
/// gone. Everything runs on the thread that drives the transport.
final class TransferState {
  let request: TransferRequest
  let requestedAt: Instant
  var status = 0
  var headers = HTTPHeaders()
  var body: [UInt8] = []
  /// Decoded bytes taken so far, an earlier part on disk included.
  var received: Int64 = 0
  /// What a callback found wrong; it then stops the transfer.
  var refusal: TransferFailure?
  private let progress: ((FetchProgress) -> Void)?
  /// Told the head of a download before its first byte is written.
  private let begins: ((ReplyHead) -> Void)?
  private var fileDescriptor: Int32 = -1
  private var total: Int64?

  init(
    _ request: TransferRequest, requestedAt: Instant, progress: ((FetchProgress) -> Void)?,
    begins: ((ReplyHead) -> Void)?
  ) {
    self.begins = begins
    self.request = request
    self.requestedAt = requestedAt
    self.progress = progress
  }

  deinit { closeFile() }

  /// Takes one header line; a status line begins the head of a new reply (after a redirect).
  func takeHeader(_ bytes: UnsafeRawBufferPointer) {
    let line = String(decoding: bytes, as: UTF8.self)
    if line.hasPrefix("HTTP/") {
      // What came with a redirect is no part of the reply it led to.
      headers = HTTPHeaders()
      body = []
      received = 0
      let words = line.split(separator: " ", maxSplits: 2)
      status = words.count > 1 ? Int(words[1].trimmed) ?? 0 : 0
    } else if headers.fields.count < 200 {
      headers.add(line: line)
    }
  }

  /// Takes decoded body bytes; false stops the transfer.
  func takeBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
    // Redirects and errors may carry a page: it is bounded too, but never kept on disk.
    if request.file != nil, status == 200 || status == 206 { return takeFile(bytes) }
    received += Int64(bytes.count)
    guard received <= request.bodyLimit else {
      refusal = .tooLarge
      return false
    }
    body.append(contentsOf: bytes)
    return true
  }

  private func takeFile(_ bytes: UnsafeRawBufferPointer) -> Bool {
    if fileDescriptor < 0, !openFile() { return false }
    received += Int64(bytes.count)
    guard received <= request.bodyLimit else {
      refusal = .tooLarge
      return false
    }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = write(
        fileDescriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        refusal = .disk
        return false
      }
      rest = rest.dropFirst(count)
    }
    progress?(FetchProgress(received: received, total: total))
    return true
  }

  /// Opens the file at the first byte of body: 206 goes on where the part ends, 200 starts anew.
  private func openFile() -> Bool {
    guard let sink = request.file else { return false }
    let range = ContentRange(headers.first("content-range"))
    if status == 206 {
      guard let range, range.first == sink.offset else {
        refusal = .protocolError
        return false
      }
      (received, total) = (sink.offset, range.total)
    } else {
      (received, total) = (0, headers.first("content-length").flatMap { Int64($0.trimmed) })
    }
    begins?(
      ReplyHead(
        status: status, headers: headers, requestedAt: requestedAt, receivedAt: .now()))
    let flags = O_WRONLY | O_CREAT | O_CLOEXEC | (status == 206 ? O_APPEND : O_TRUNC)
    fileDescriptor = open(sink.path, flags, 0o600)
    if fileDescriptor < 0 { refusal = .disk }
    return fileDescriptor >= 0
  }

  /// Hands the written bytes to the disk; false when that fails.
  func finishFile() -> Bool {
    guard fileDescriptor >= 0 else { return true }
    let isWritten = fsync(fileDescriptor) == 0
    closeFile()
    return isWritten
  }

  private func closeFile() {
    if fileDescriptor >= 0 { close(fileDescriptor) }
    fileDescriptor = -1
  }
}
