/// Reads the shared strings of a workbook into a pool.
///
/// Runs of rich text are joined; phonetic guides are left out (ECMA-376 part 1, 18.4).
final class SharedStrings: XMLHandler {
  private let pool: TextPool
  private let place: String
  /// For each shared string its number in the pool.
  private(set) var numbers: [Int32] = []
  private var item: [UInt8] = []
  private var isInText = false
  private var isInGuide = false

  init(pool: TextPool, place: String) {
    self.pool = pool
    self.place = place
  }

  override func open(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    let name = name.localName
    if name.equals("t") {
      isInText = !isInGuide
    } else if name.equals("rPh") {
      isInGuide = true
    } else if name.equals("si") {
      item.removeAll(keepingCapacity: true)
    }
  }

  override func close(_ name: UnsafePointer<CChar>) {
    let name = name.localName
    if name.equals("t") {
      isInText = false
    } else if name.equals("rPh") {
      isInGuide = false
    } else if name.equals("si") {
      guard let number = item.withUnsafeBufferPointer({ pool.intern($0) }) else {
        failure =
          failure
          ?? WorkbookError(.tooLarge, at: place, "more distinct text than a price workbook has")
        return
      }
      numbers.append(Int32(number))
    }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard isInText else { return }
    guard item.count + bytes.count <= SheetReader.longestText else {
      failure = failure ?? WorkbookError(.tooLarge, at: place, "a text has over 32,767 characters")
      return
    }
    item.append(contentsOf: bytes)
  }
}
