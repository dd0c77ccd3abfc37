import Quantities

/// An amount with the words around it: `2600 EUR a month`, `€ 2,600/month`.
struct Money {
  /// Nil where there is no number, or more than one.
  var number: ExactDecimal?
  /// What stands around the number.
  var words: [String] = []

  /// One number or one word of a text.
  struct Part {
    let text: String
    let number: ExactDecimal?
    var word: String { number == nil ? text : "" }
  }

  /// The numbers and words of a text, in their order.
  static func parts(of text: String) -> [Part] {
    var runs: [(text: String, isNumber: Bool)] = []
    for character in simplified(text) {
      let last = runs.last
      let separates = " .,'’٫٬".contains(character)
      if character.isNumber || separates && last?.isNumber ?? false {
        if last?.isNumber ?? false {
          runs[runs.count - 1].text.append(character)
        } else {
          runs.append((String(character), true))
        }
      } else if character.isLetter || "€$£¥₩".contains(character) {
        if let last, !last.isNumber, last.text != " " {
          runs[runs.count - 1].text.append(character)
        } else {
          runs.append((String(character), false))
        }
      } else {
        runs.append((" ", false))
      }
    }
    return runs.filter { $0.text != " " }.map { run in
      guard run.isNumber else { return Part(text: run.text, number: nil) }
      let trimmed = String(
        run.text.reversed().drop { !$0.isNumber }.reversed())
      if case .number(let number) = NumberText.read(trimmed, isMoney: true) {
        return Part(text: trimmed, number: number)
      }
      return Part(text: trimmed, number: nil)
    }
  }

  static func read(_ text: String) -> Money {
    let parts = parts(of: text)
    let numbers = parts.compactMap(\.number)
    return Money(
      number: numbers.count == 1 ? numbers[0] : nil,
      words: parts.filter { $0.number == nil }.map(\.text))
  }
}
