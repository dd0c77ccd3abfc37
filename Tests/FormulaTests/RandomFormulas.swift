import Quantities

@testable import Formula

/// A seeded generator of numbers (SplitMix64), so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Writes well-typed formulas in the words of the fixture, many of which lack data on purpose.
struct RandomFormulas {
  enum Kind: CaseIterable { case plain, money, months, truth, date, moneySeries, plainSeries }

  var random: SeededGenerator
  private var locals: [(name: String, kind: Kind)] = []
  private var count = 0
  /// In a step by year the bare name of a series is a number.
  let isYearly: Bool

  init(seed: UInt64, isYearly: Bool) {
    random = SeededGenerator(state: seed)
    self.isYearly = isYearly
  }

  private mutating func pick(_ choices: [String]) -> String {
    choices.randomElement(using: &random) ?? "1"
  }

  private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }

  /// A formula of that kind, at most so deep.
  mutating func formula(_ kind: Kind, depth: Int) -> String {
    if depth <= 0 || below(8) == 0 { return leaf(kind) }
    let next = depth - 1
    if below(9) == 0 {
      return
        "(if \(formula(.truth, depth: next)) then \(formula(kind, depth: next)) else \(formula(kind, depth: next)))"
    }
    switch kind {
    case .plain: return plain(next)
    case .money: return money(next)
    case .months: return months(next)
    case .truth: return truth(next)
    case .date: return date(next)
    case .moneySeries, .plainSeries:
      return "\(pick(["top", "bottom"]))(\(formula(.plain, depth: 0)), \(leaf(kind)))"
    }
  }

  private mutating func leaf(_ kind: Kind) -> String {
    let bound = locals.filter { $0.kind == kind }.map(\.name)
    if !bound.isEmpty, below(2) == 0 { return pick(bound) }
    switch kind {
    case .plain:
      return pick([
        "0", "1", "3", "0.25", "2001", "2002", "rate", "year(start)", "cola[2002]", "cola[2009]",
        "factor[12]", "coefficient[2001]", "(2 %)", "last_year",
      ])
    case .money:
      return pick([
        "minimum", "grant", "wage", "250 EUR", "awi[2001]", "awi[2003]", "earnings[2002]",
        "independent(base)", "base", "(grant at 2005-03-01)", "earnings[1990]",
      ])
    case .months:
      return pick([
        "own_total", "counted_total", "7 months", "standard_age[birth]", "own[2001]",
        "completed_months(any, birth, start)", "months_in(2001, birth, start)",
      ])
    case .truth:
      return pick([
        "resident", "married", "known(wage)", "known(children_born)", "sex = male",
        "lives_in = FR", "setting = theoretical", "2001 in earnings", "2003 in awi_like", "yes",
        "citizen(FR)",
      ])
    case .date:
      return pick([
        "birth", "start", "wedding", "2003-12-31", "first_day(any)", "last_day(care)",
        "last_day(employed)",
      ])
    case .moneySeries: return isYearly ? "awi_like" : pick(["earnings", "awi_like"])
    case .plainSeries: return pick(["bonus", "plain_like"])
    }
  }

  private mutating func plain(_ depth: Int) -> String {
    switch below(13) {
    case 0: return "(\(formula(.plain, depth: depth)) + \(formula(.plain, depth: depth)))"
    case 1: return "(\(formula(.plain, depth: depth)) - \(formula(.plain, depth: depth)))"
    case 2: return "\(formula(.plain, depth: depth)) * \(formula(.plain, depth: depth))"
    case 3: return "(\(formula(.money, depth: depth)) / \(formula(.money, depth: depth)))"
    case 4: return "-\(formula(.plain, depth: 0))"
    case 5:
      let name = pick(["floor", "ceil", "round", "abs", "number"])
      return "\(name)(\(formula(.plain, depth: depth)))"
    case 6: return "\(pick(["min", "max"]))(\(formula(.plain, depth: depth)), 3, rate)"
    case 7: return "\(pick(["year", "month", "day"]))(\(formula(.date, depth: depth)))"
    case 8: return loop(["sum", "mean", "min", "max"], .plain, depth)
    case 9: return loop(["count"], .truth, depth)
    case 10: return "number(\(formula(.months, depth: depth)))"
    case 11: return "sum(\(formula(.plainSeries, depth: depth)))"
    default: return fold(.plain, depth)
    }
  }

  private mutating func money(_ depth: Int) -> String {
    switch below(10) {
    case 0: return "(\(formula(.money, depth: depth)) + \(formula(.money, depth: depth)))"
    case 1: return "(\(formula(.money, depth: depth)) - \(formula(.money, depth: depth)))"
    case 2:
      return
        "(\(formula(.money, depth: depth)) * \(formula(.plain, depth: depth)) / \(formula(.plain, depth: depth)))"
    case 3: return "\(pick(["floor", "ceil", "round"]))(\(formula(.money, depth: depth)), 0.05)"
    case 4: return "\(pick(["sum", "mean", "min", "max"]))(\(formula(.moneySeries, depth: depth)))"
    case 5: return loop(["sum", "mean", "min", "max"], .money, depth)
    case 6: return fold(.money, depth)
    case 7: return "awi_like[\(formula(.plain, depth: depth))]"
    case 8:
      let name = pick(["sum_top", "sum_bottom"])
      return "\(name)(\(formula(.plain, depth: depth)), awi_like, plain_like)"
    default: return "max(\(formula(.money, depth: depth)), 0)"
    }
  }

  private mutating func months(_ depth: Int) -> String {
    switch below(4) {
    case 0: return "(\(formula(.months, depth: depth)) + \(formula(.months, depth: depth)))"
    case 1:
      let name = pick(["months_between", "calendar_months"])
      return "\(name)(\(formula(.date, depth: depth)), \(formula(.date, depth: depth)))"
    case 2: return "min(\(formula(.months, depth: depth)), 480)"
    default:
      return "months_in(\(formula(.plain, depth: depth)), \(leaf(.date)), \(leaf(.date)))"
    }
  }

  private mutating func truth(_ depth: Int) -> String {
    let order = pick(["=", "!=", "<", "<=", ">", ">="])
    switch below(8) {
    case 0: return "(\(formula(.truth, depth: depth)) and \(formula(.truth, depth: depth)))"
    case 1: return "(\(formula(.truth, depth: depth)) or \(formula(.truth, depth: depth)))"
    case 2: return "(not \(formula(.truth, depth: depth)))"
    case 3: return "(\(formula(.money, depth: depth)) \(order) \(formula(.money, depth: depth)))"
    case 4: return "(\(formula(.date, depth: depth)) \(order) \(formula(.date, depth: depth)))"
    case 5: return "(\(formula(.plain, depth: depth)) in \(leaf(.moneySeries)))"
    case 6: return loop(["all", "any"], .truth, depth)
    default: return "(\(formula(.months, depth: depth)) \(order) \(below(90)))"
    }
  }

  private mutating func date(_ depth: Int) -> String {
    switch below(6) {
    case 0: return "(\(formula(.date, depth: depth)) + \(formula(.months, depth: depth)))"
    case 1: return "(\(formula(.date, depth: depth)) - 31 days)"
    case 2: return "\(pick(["min", "max"]))(\(formula(.date, depth: depth)), start)"
    case 3:
      let name = pick(["first_of_month", "last_of_month", "first_of_next_month"])
      return "\(name)(\(formula(.date, depth: depth)))"
    case 4: return "date(\(formula(.plain, depth: depth)), 2, 29)"
    default: return fold(.date, depth)
    }
  }

  /// A loop over years or, every other time, over the children.
  private mutating func loop(_ names: [String], _ kind: Kind, _ depth: Int) -> String {
    count += 1
    let name = "v\(count)"
    let isYears = kind != .date && below(2) == 0
    let over = isYears ? "\(pick(["2000", "2002", leaf(.plain)]))..2003" : "children_born"
    locals.append((name, isYears ? .plain : .date))
    defer { locals.removeLast() }
    return "\(pick(names))(\(name) in \(over): \(formula(kind, depth: depth)))"
  }

  private mutating func fold(_ kind: Kind, _ depth: Int) -> String {
    count += 1
    let (carried, item) = ("x\(count)", "v\(count)")
    let isYears = kind != .date && below(2) == 0
    let initial = formula(kind, depth: depth)
    let over = isYears ? "2000..2003" : "children_born"
    locals += [(carried, kind), (item, isYears ? .plain : .date)]
    defer { locals.removeLast(2) }
    return "fold(\(carried) = \(initial); \(item) in \(over): \(formula(kind, depth: depth)))"
  }
}
