import Quantities

/// A key with its value; where there is no value, no key either.
extension JSONWriter {
  mutating func member(_ name: StaticString, _ text: String?) {
    guard let text else { return }
    key(name)
    string(text)
  }

  mutating func member(named name: String, _ text: String) {
    key(named: name)
    string(text)
  }

  mutating func member(_ name: StaticString, _ value: ExactDecimal?) {
    guard let value else { return }
    key(name)
    decimal(value)
  }

  mutating func member(named name: String, _ value: ExactDecimal) {
    key(named: name)
    decimal(value)
  }

  mutating func member(_ name: StaticString, _ value: Day?) {
    guard let value else { return }
    key(name)
    day(value)
  }

  mutating func member(_ name: StaticString, _ value: Bool) {
    key(name)
    boolean(value)
  }

  mutating func member(_ name: StaticString, _ value: Int) {
    key(name)
    integer(value)
  }

  mutating func member(_ name: StaticString, _ texts: [String]) {
    key(name)
    array(of: texts) { $0.string($1) }
  }

  mutating func member(_ name: StaticString, _ countries: [Country]) {
    key(name)
    array(of: countries) { $0.string($1.code) }
  }

  /// Names by language, in the order of their codes.
  mutating func member(_ name: StaticString, _ texts: [String: String]) {
    key(name)
    names(texts)
  }

  private mutating func names(_ texts: [String: String]) {
    object { json in
      // One name, or two, are the rule: they need no array to be sorted in.
      var rest = texts.makeIterator()
      guard let first = rest.next() else { return }
      guard let second = rest.next() else { return json.member(named: first.key, first.value) }
      if rest.next() != nil {
        for (code, text) in texts.sorted(by: { $0.key < $1.key }) {
          json.member(named: code, text)
        }
        return
      }
      let (one, two) = first.key < second.key ? (first, second) : (second, first)
      json.member(named: one.key, one.value)
      json.member(named: two.key, two.value)
    }
  }
}
