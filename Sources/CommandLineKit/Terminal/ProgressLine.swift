import Synchronization

/// One line on standard error that tells how long work gets on, and disappears when it ends.
///
/// Says nothing where standard error is no terminal that can erase a line, nor in the first tenth
/// of a second; afterwards ten times a second at most. It may be advanced from any thread.
public final class ProgressLine: Sendable {
  /// What is counted.
  public enum Unit: Sendable {
    case bytes
    /// Rows, cases, files: the plural.
    case items(String)
  }

  private struct State {
    var done = 0
    var isShown = false
    var isFinished = false
    var last: UInt64
  }

  private let label: String
  private let total: Int?
  private let unit: Unit
  private let terminal: Terminal
  private let start: UInt64
  private let clock: @Sendable () -> UInt64
  private let sink: @Sendable (String) -> Void
  private let state: Mutex<State>
  private static let interval: UInt64 = 100_000_000

  /// - Parameter total: how much there is to do, for the percentage and the time left.
  public convenience init(_ label: String, total: Int? = nil, unit: Unit) {
    self.init(
      label, total: total, unit: unit, terminal: Terminal(descriptor: 2),
      clock: System.nanoseconds, sink: StandardError.write)
  }

  init(
    _ label: String, total: Int?, unit: Unit, terminal: Terminal,
    clock: @escaping @Sendable () -> UInt64, sink: @escaping @Sendable (String) -> Void
  ) {
    self.label = TextLayout.visible(label)
    self.total = total
    self.unit = unit
    self.terminal = terminal
    self.clock = clock
    self.sink = sink
    start = clock()
    state = Mutex(State(last: start))
  }

  deinit { finish() }

  /// Adds to what is done.
  public func advance(by count: Int = 1) {
    state.withLock { state in
      let (sum, overflow) = state.done.addingReportingOverflow(count)
      show(overflow ? state.done : sum, &state)
    }
  }

  /// Sets what is done.
  public func update(to done: Int) {
    state.withLock { show(done, &$0) }
  }

  /// Takes the line away; nothing is shown any more.
  public func finish() {
    state.withLock { state in
      if state.isShown { sink("\r\u{1B}[K") }
      state.isShown = false
      state.isFinished = true
    }
  }

  private func show(_ done: Int, _ state: inout State) {
    state.done = done
    guard terminal.hasCursor, !state.isFinished else { return }
    let now = clock()
    guard now &- state.last >= Self.interval else { return }
    state.last = now
    state.isShown = true
    let seconds = Double(now &- start) / 1e9
    // The last column stays free: writing there would wrap on some terminals.
    let line = TextLayout.truncate(text(done: done, after: seconds), to: terminal.width - 1)
    sink("\r\(line)\u{1B}[K")
  }

  /// The line's text: `prices 12.5 MB of 50.0 MB, 25 %, 5.0 MB/s, 8 s left`.
  func text(done: Int, after seconds: Double) -> String {
    var parts = [amount(done)]
    let known = total.flatMap { $0 > 0 ? $0 : nil }
    if let known {
      parts[0] = "\(amount(done, named: false)) of \(amount(known))"
      parts.append("\(Int(min(100, max(0, Double(done) / Double(known) * 100)))) %")
    }
    let rate = Double(done) / seconds
    if rate.isFinite, rate >= 1, rate < 1e15 {
      parts.append("\(amount(Int(rate), named: false))/s")
      let left = known.map { Double($0 - min($0, done)) / rate } ?? 0
      if left > 0, left < 360_000 { parts.append("\(Self.duration(Int(left.rounded(.up)))) left") }
    }
    return "\(label) \(parts.joined(separator: ", "))"
  }

  private func amount(_ count: Int, named: Bool = true) -> String {
    switch unit {
    case .bytes: Self.bytes(count)
    case .items(let name): named ? "\(Self.grouped(count)) \(name)" : Self.grouped(count)
    }
  }

  /// `999 B`, `1.0 kB`, `12.5 MB`: powers of 1000, cut to one decimal.
  static func bytes(_ count: Int) -> String {
    var tenths = count
    guard count >= 1000 else { return "\(count) B" }
    tenths /= 100
    for unit in ["kB", "MB", "GB"] {
      if tenths < 10_000 { return "\(tenths / 10).\(tenths % 10) \(unit)" }
      tenths /= 1000
    }
    return "\(tenths / 10).\(tenths % 10) TB"
  }

  static func grouped(_ count: Int) -> String {
    var digits = String(count.magnitude)
    var end = digits.count - 3
    while end > 0 {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: end))
      end -= 3
    }
    return count < 0 ? "-\(digits)" : digits
  }

  static func duration(_ seconds: Int) -> String {
    if seconds < 60 { return "\(seconds) s" }
    if seconds < 3600 { return "\(seconds / 60) min \(seconds % 60) s" }
    return "\(seconds / 3600) h \(seconds % 3600 / 60) min"
  }
}
