import Glibc
import Synchronization

/// Things lent to one run after the other, each kept near the thread that gave it back.
///
/// Threads that took each other's memory would wait for each other's caches.
final class LendingPool<Item: Sendable>: Sendable {
  private final class Shelf: Sendable {
    let items = Mutex<[Item]>([])
  }

  private let shelves: [Shelf]
  private let most: Int

  /// - Parameter most: how many things a shelf keeps.
  init(most: Int) {
    shelves = (0..<16).map { _ in Shelf() }
    self.most = most
  }

  /// The shelf of this thread; threads may have to share one.
  private var shelf: Shelf {
    // The addresses of threads differ in their upper bits.
    let thread = UInt64(UInt(pthread_self())) &* 0x9E37_79B9_7F4A_7C15
    return shelves[Int(thread >> 60)]
  }

  func take() -> Item? { shelf.items.withLock { $0.popLast() } }

  /// Takes up to `count` things at once.
  func take(_ count: Int) -> [Item] {
    shelf.items.withLock { items in
      let taken = Array(items.suffix(count))
      items.removeLast(taken.count)
      return taken
    }
  }

  func giveBack(_ item: Item) {
    shelf.items.withLock { if $0.count < most { $0.append(item) } }
  }

  func giveBack(_ several: [Item]) {
    shelf.items.withLock { $0 += several.prefix(most - $0.count) }
  }
}
