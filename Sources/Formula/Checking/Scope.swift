/// What the names in a formula mean.
struct Scope {
  /// A name bound inside a formula: the year of a loop, a day of a list, a value carried on.
  struct Local {
    let name: String
    let slot: Int
    let type: ValueType
  }

  var locals: [Local] = []
  /// The current year, in a step by year or month: a bare series then means its element.
  var yearTerm: Term?
  /// A day of the current month, in a step by month.
  var monthTerm: Term?

  func local(named name: String) -> Local? { locals.last { $0.name == name } }

  func binding(_ name: String, as type: ValueType, slot: Int) -> Scope {
    var inner = self
    inner.locals.append(Local(name: name, slot: slot, type: type))
    return inner
  }

  /// Enters a step that is computed for each year or month.
  mutating func enter(_ cadence: StepDeclaration.Cadence) {
    switch cadence {
    case .once: break
    case .year:
      self = binding("year", as: .number(.one), slot: 0)
      yearTerm = .local(0)
    case .month:
      self = binding("month", as: .date, slot: 0)
      yearTerm = .function(.year, [.local(0)])
      monthTerm = .local(0)
    }
  }
}
