import Quantities

/// A value with its unit, for a sentence.
public struct Figure: Sendable, Hashable {
  public let value: Value
  public let type: ValueType

  public init(value: Value, type: ValueType) {
    self.value = value
    self.type = type
  }
}

extension Run {
  /// The figure a name stands for in a setting: a step, an input or a parameter.
  ///
  /// - Throws: `EvaluationError` where it has no value; nil where the name means nothing here.
  public mutating func figure(named name: String, in wanted: Setting) throws(EvaluationError)
    -> Figure?
  {
    if let step = rules.step(named: name) {
      return Figure(value: try value(of: step, in: wanted), type: rules.steps[step].type)
    }
    if let input = rules.input(named: name) {
      return Figure(
        value: try source.value(of: input, in: wanted), type: rules.inputs[input].type)
    }
    if let index = rules.parameter(named: name) {
      let parameter = rules.parameters[index]
      switch parameter.shape {
      case .constant:
        return Figure(
          value: .number(try row(index, key: 0, on: nil)), type: .number(parameter.unit))
      case .dated:
        let key = Int(source.start.number)
        return Figure(
          value: .number(try row(index, key: key, on: nil)), type: .number(parameter.unit))
      default: return nil
      }
    }
    return nil
  }

  /// A sentence with the figures its names stand for.
  public mutating func phrase(of sentence: Sentence, in wanted: Setting) -> Phrase {
    var fillings: [Phrase.Filling] = []
    for name in sentence.names {
      if let figure = try? figure(named: name, in: wanted) {
        fillings.append(Phrase.Filling(name, .figure(figure)))
      }
    }
    return Phrase(template: sentence.template, fillings)
  }

  /// The formula of a step with its names replaced by their figures: `30.1 × 1 × 42.52`.
  ///
  /// Names of series stay names: their figures would not fit in a sentence.
  public mutating func formulaWithFigures(of step: Int, in wanted: Setting) -> Phrase {
    let declaration = rules.steps[step].declaration
    var fragment = declaration.formula
    if case .value(_, let exception?) = outcome(of: step, in: wanted) {
      fragment = declaration.exceptions[exception].formula
    }
    guard let tokens = try? Lexer.tokens(of: fragment) else {
      return Phrase(template: fragment.text, isFormula: true)
    }
    let bytes = Array(fragment.text.utf8)
    var formula = Phrase.Interpolation(literalCapacity: bytes.count, interpolationCount: 4)
    var isClass = false
    for (index, token) in tokens.enumerated() {
      // The names in a class function are classes of periods, whatever else they may mean.
      if case .name(let name) = token.kind, RecordFunction(rawValue: name) != nil { isClass = true }
      if token.kind == .symbol(")") || token.kind == .symbol(",") && !isClassList(tokens, index) {
        isClass = false
      }
      let original = String(decoding: bytes[token.range], as: UTF8.self)
      if token.spaced, !formula.template.isEmpty { formula.appendLiteral(" ") }
      let isCall = index + 1 < tokens.count && tokens[index + 1].kind == .symbol("(")
      if case .name(let name) = token.kind, !isCall, !isClass {
        if let figure = try? figure(named: name, in: wanted), figure.isShort {
          formula.appendInterpolation(figure)
        } else if let names = rules.names(of: name), !names.isEmpty {
          formula.appendInterpolation(name: name, names)
        } else {
          formula.appendInterpolation(ruleWord: original)
        }
      } else {
        Self.append(token.kind, original, to: &formula)
      }
    }
    return Phrase(template: formula.template, formula.fillings, isFormula: true)
  }
}

extension Run {
  /// A word, number, day or sign of a formula, so that each language can write it its own way.
  private static func append(
    _ kind: Token.Kind, _ original: String, to formula: inout Phrase.Interpolation
  ) {
    switch kind {
    case .name: formula.appendInterpolation(ruleWord: original)
    case .date(let day): formula.appendInterpolation(day)
    // A number is said as it is written: 1.10 stays 1.10 in English.
    case .number(let number) where number.description == original:
      formula.appendInterpolation(number)
    default: formula.appendLiteral(original == "*" ? "×" : original)
    }
  }
}

/// Whether the comma at `index` stands between the classes of a list in square brackets.
private func isClassList(_ tokens: [Token], _ index: Int) -> Bool {
  let open = tokens[..<index].lastIndex { $0.kind == .symbol("[") }
  let close = tokens[..<index].lastIndex { $0.kind == .symbol("]") }
  return open.map { $0 > (close ?? -1) } ?? false
}

extension Figure {
  var isShort: Bool {
    switch value {
    case .series, .months, .dates: false
    default: true
    }
  }

  /// The figure in plain characters, without its unit: at most six decimals are shown.
  public var text: String {
    switch value {
    case .number(let number): return number.shown
    case .truth(let truth): return truth ? "yes" : "no"
    case .date(let day): return day.description
    case .country(let country): return country.code
    case .choice(let place):
      if case .choice(let words) = type, words.indices.contains(place) { return words[place] }
      return String(place)
    case .dates(let days): return days.map(\.description).joined(separator: ", ")
    case .series(let series): return series.count == 1 ? "1 year" : "\(series.count) years"
    case .months(let series):
      let sum = series.values.reduce(ExactDecimal.zero) { (try? $0.adding($1)) ?? $0 }
      return sum.shown
    }
  }
}

extension ExactDecimal {
  /// At most eight decimals, for reading; the exact value stays in the result.
  var shown: String {
    guard normalized.scale > 8, let short = try? rounded(places: 8, .halfEven) else {
      return normalized.description
    }
    return short.normalized.description
  }
}
