import Quantities

/// Reads tokens into an expression, by recursive descent.
struct Parser {
  let fragment: SourceFragment
  private let tokens: [Token]
  private var index = 0
  private var depth = 0
  /// Deeper nesting is refused: no statute needs it, and the stack stays bounded.
  private static let deepest = 64
  /// A chain (`a + b + …`) is as deep as it is long once it is a tree.
  private static let longest = 1000

  init(_ fragment: SourceFragment) throws(Diagnostic) {
    self.fragment = fragment
    tokens = try Lexer.tokens(of: fragment)
    guard tokens.count <= Self.longest else {
      throw Diagnostic(
        "formula.too-long", "the formula has more than \(Self.longest) words and signs",
        hint: "give a part of it a step of its own", at: fragment.location(of: 0))
    }
  }

  mutating func parseAll() throws(Diagnostic) -> Expression {
    if token.kind == .end {
      throw Diagnostic(
        "formula.empty", "there is no formula here", at: fragment.location(of: 0))
    }
    // `first_year .. last_year` stands alone as the span of a step.
    let expression = try parseRange()
    guard token.kind == .end else {
      throw unexpected("the formula should end before \(token.spoken)")
    }
    return expression
  }

  // MARK: Tokens

  private var token: Token { tokens[index] }

  private mutating func advance() { index = min(index + 1, tokens.count - 1) }

  private func isSymbol(_ symbol: String) -> Bool { token.kind == .symbol(symbol) }

  private func isWord(_ word: String) -> Bool { token.kind == .name(word) }

  private mutating func take(_ symbol: String) -> Bool {
    guard isSymbol(symbol) else { return false }
    advance()
    return true
  }

  private mutating func expect(_ symbol: String, _ why: String) throws(Diagnostic) {
    guard take(symbol) else {
      throw unexpected("expected '\(symbol)' \(why), found \(token.spoken)")
    }
  }

  private mutating func expectWord(_ word: String, _ why: String) throws(Diagnostic) {
    guard isWord(word) else {
      throw unexpected("expected '\(word)' \(why), found \(token.spoken)")
    }
    advance()
  }

  private mutating func expectName(_ why: String) throws(Diagnostic) -> String {
    guard case .name(let name) = token.kind else {
      throw unexpected("expected a name \(why), found \(token.spoken)")
    }
    advance()
    return name
  }

  private func unexpected(_ message: String) -> Diagnostic {
    Diagnostic(
      "formula.syntax", message, at: fragment.location(of: token.range.lowerBound),
      length: token.range.count)
  }

  private func make(_ kind: Expression.Kind, from start: Int) -> Expression {
    let end = index > 0 ? tokens[index - 1].range.upperBound : start
    return Expression(kind: kind, range: start..<max(start, end))
  }

  // MARK: Grammar, loosest first

  private mutating func parseRange() throws(Diagnostic) -> Expression {
    let start = token.range.lowerBound
    let low = try parseExpression()
    guard take("..") else { return low }
    let high = try parseExpression()
    return make(.range(low, high), from: start)
  }

  private mutating func parseExpression() throws(Diagnostic) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      throw Diagnostic(
        "formula.too-deep", "the formula is nested more than \(Self.deepest) deep",
        hint: "give a part of it a step of its own",
        at: fragment.location(of: token.range.lowerBound))
    }
    let start = token.range.lowerBound
    if isWord("if") {
      advance()
      let condition = try parseExpression()
      try expectWord("then", "after the condition")
      let consequence = try parseExpression()
      try expectWord("else", "(every 'if' says what holds otherwise)")
      let alternative = try parseExpression()
      return make(.conditional(condition, then: consequence, else: alternative), from: start)
    }
    return try parseOr()
  }

  private mutating func parseOr() throws(Diagnostic) -> Expression {
    let start = token.range.lowerBound
    var left = try parseAnd()
    while isWord("or") {
      advance()
      let right = try parseAnd()
      left = make(.binary(.or, left, right), from: start)
    }
    return left
  }

  private mutating func parseAnd() throws(Diagnostic) -> Expression {
    let start = token.range.lowerBound
    var left = try parseNot()
    while isWord("and") {
      advance()
      let right = try parseNot()
      left = make(.binary(.and, left, right), from: start)
    }
    return left
  }

  private mutating func parseNot() throws(Diagnostic) -> Expression {
    let start = token.range.lowerBound
    guard isWord("not") else { return try parseComparison() }
    advance()
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw unexpected("too many 'not'") }
    let operand = try parseNot()
    return make(.not(operand), from: start)
  }

  private mutating func parseComparison() throws(Diagnostic) -> Expression {
    let start = token.range.lowerBound
    let left = try parseSum()
    if isWord("in") {
      advance()
      let right = try parseSum()
      return make(.binary(.contains, left, right), from: start)
    }
    guard case .symbol(let symbol) = token.kind,
      let comparison = Expression.Operator(comparison: symbol)
    else { return left }
    advance()
    let right = try parseSum()
    if case .symbol(let next) = token.kind, Expression.Operator(comparison: next) != nil {
      throw Diagnostic(
        "formula.chained-comparison", "two comparisons in a row have no meaning",
        hint: "join them with 'and'", at: fragment.location(of: token.range.lowerBound),
        length: token.range.count)
    }
    return make(.binary(comparison, left, right), from: start)
  }

  private mutating func parseSum() throws(Diagnostic) -> Expression {
    let start = token.range.lowerBound
    var left = try parseProduct()
    while true {
      if take("+") {
        let right = try parseProduct()
        left = make(.binary(.add, left, right), from: start)
      } else if take("-") {
        let right = try parseProduct()
        left = make(.binary(.subtract, left, right), from: start)
      } else {
        return left
      }
    }
  }

  private mutating func parseProduct() throws(Diagnostic) -> Expression {
    let start = token.range.lowerBound
    var left = try parseUnary()
    while true {
      if take("*") {
        let right = try parseUnary()
        left = make(.binary(.multiply, left, right), from: start)
      } else if take("/") {
        let right = try parseUnary()
        left = make(.binary(.divide, left, right), from: start)
      } else {
        return left
      }
    }
  }

  private mutating func parseUnary() throws(Diagnostic) -> Expression {
    let start = token.range.lowerBound
    guard take("-") else { return try parsePostfix() }
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw unexpected("too many '-'") }
    let operand = try parseUnary()
    return make(.negated(operand), from: start)
  }

  private mutating func parsePostfix() throws(Diagnostic) -> Expression {
    let start = token.range.lowerBound
    var expression = try parsePrimary()
    while true {
      if take("[") {
        let key = try parseExpression()
        try expect("]", "after the year or key")
        expression = make(.element(expression, key), from: start)
      } else if isWord("at") {
        advance()
        let date = try parsePrimaryOrCall()
        expression = make(.at(expression, date), from: start)
      } else {
        return expression
      }
    }
  }

  private mutating func parsePrimaryOrCall() throws(Diagnostic) -> Expression {
    try parsePrimary()
  }

  private static func isReserved(_ word: String) -> Bool {
    guard word.utf8.count <= 4 else { return false }
    return switch word {
    case "and", "or", "not", "if", "then", "else", "at", "in": true
    default: false
    }
  }

  private mutating func parsePrimary() throws(Diagnostic) -> Expression {
    let start = token.range.lowerBound
    switch token.kind {
    case .number(let value):
      advance()
      return try parseUnit(after: value, from: start)
    case .date(let day):
      advance()
      return make(.date(day), from: start)
    case .symbol("("):
      advance()
      let inner = try parseExpression()
      try expect(")", "to close the bracket")
      return Expression(kind: inner.kind, range: start..<tokens[index - 1].range.upperBound)
    case .symbol("["):
      advance()
      var items: [Expression] = []
      repeat {
        let item = try parseExpression()
        items.append(item)
      } while take(",")
      try expect("]", "to close the list")
      return make(.list(items), from: start)
    case .name(let name) where !Self.isReserved(name):
      advance()
      guard isSymbol("("), !token.spaced else { return make(.name(name), from: start) }
      advance()
      return try parseArguments(of: name, from: start)
    default:
      throw unexpected("expected a number, a date, a name or '(', found \(token.spoken)")
    }
  }

  private mutating func parseArguments(of function: String, from start: Int) throws(Diagnostic)
    -> Expression
  {
    if function == "fold" { return try parseFold(from: start) }
    // `sum(y in 1990..2000: …)`: a name, then `in`, then somewhere a colon.
    if case .name(let variable) = token.kind, tokens[index + 1].kind == .name("in"),
      loopColonFollows()
    {
      advance()
      advance()
      let over = try parseRange()
      try expect(":", "between the years and the formula for each of them")
      let body = try parseExpression()
      try expect(")", "to close '\(function)('")
      return make(.loop(function, variable: variable, over: over, body: body), from: start)
    }
    var arguments: [Expression] = []
    if !isSymbol(")") {
      repeat {
        let argument = try parseExpression()
        arguments.append(argument)
      } while take(",")
    }
    try expect(")", "to close '\(function)('")
    return make(.call(function, arguments), from: start)
  }

  /// Whether a colon stands in this argument list before it ends: then it is a loop, not `y in s`.
  private func loopColonFollows() -> Bool {
    var level = 0
    for next in tokens[index...] {
      switch next.kind {
      case .symbol("("), .symbol("["): level += 1
      case .symbol(")"), .symbol("]"):
        if level == 0 { return false }
        level -= 1
      case .symbol(":") where level == 0: return true
      case .symbol(",") where level == 0: return false
      default: break
      }
    }
    return false
  }

  private mutating func parseFold(from start: Int) throws(Diagnostic) -> Expression {
    let accumulator = try expectName("for the value that is carried on")
    try expect("=", "and the value to start from")
    let initial = try parseExpression()
    try expect(";", "before the years")
    let variable = try expectName("for the year")
    try expectWord("in", "before the years")
    let over = try parseRange()
    try expect(":", "between the years and the formula for each of them")
    let body = try parseExpression()
    try expect(")", "to close 'fold('")
    return make(
      .fold(
        accumulator: accumulator, initial: initial, variable: variable, over: over, body: body),
      from: start)
  }

  /// The unit that may follow a number: `60 months`, `0.3 %`, `600 EUR/month`, `0.5 %/month`.
  private mutating func parseUnit(after value: ExactDecimal, from start: Int) throws(Diagnostic)
    -> Expression
  {
    var number = value
    var unit = Unit.one
    if take("%") {
      guard let hundredth = try? value.divided(by: 100) else {
        throw unexpected("this percentage has too many digits")
      }
      number = hundredth
    }
    if case .name(let name) = token.kind, !isCall(at: index), let named = Unit.named(name) {
      advance()
      unit = named
    }
    while isSymbol("/"), !token.spaced, case .name(let name) = tokens[index + 1].kind,
      !tokens[index + 1].spaced, !isCall(at: index + 1), let below = Unit.named(name)
    {
      advance()
      advance()
      unit = unit.divided(by: below)
    }
    return make(.number(number, unit: unit), from: start)
  }

  private func isCall(at position: Int) -> Bool {
    let next = tokens[min(position + 1, tokens.count - 1)]
    return next.kind == .symbol("(") && !next.spaced
  }
}
