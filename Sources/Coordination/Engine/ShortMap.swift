/// Values by key where there are only a few: looking through them beats hashing.
///
/// - Complexity: O(n) for each access.
struct ShortMap<Key: Equatable, Value>: ExpressibleByDictionaryLiteral {
  private var keys: [Key] = []
  private var values: [Value] = []

  init(dictionaryLiteral elements: (Key, Value)...) {
    for (key, value) in elements { self[key] = value }
  }

  /// The value of a key; setting nil takes it out.
  subscript(key: Key) -> Value? {
    get { keys.firstIndex(of: key).map { values[$0] } }
    set {
      switch (keys.firstIndex(of: key), newValue) {
      case (let place?, let value?): values[place] = value
      case (let place?, nil):
        keys.remove(at: place)
        values.remove(at: place)
      case (nil, let value?):
        keys.append(key)
        values.append(value)
      case (nil, nil): break
      }
    }
  }
}
