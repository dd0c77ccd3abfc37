import Quantities

@testable import Formula

/// A person of the invented scheme; values left out are unknown to the case.
struct FixtureSource: InputSource {
  var values: [String: Value] = [
    "birth": .date(day("1960-05-14")), "sex": .choice(0), "start": .date(day("2026-03-01")),
    "resident": .truth(true), "first_year": .number(2000), "last_year": .number(2003),
    "lives_in": Country("FR").map { .country($0) } ?? .truth(false),
    "earnings": .series(series(from: 2000, 1000, 3000, 3000, 2000)),
    "own": .series(series(from: 2000, 12, 6, 12, 0)),
    "own_total": .number(30), "counted_total": .number(54),
    "children_born": .dates([day("1992-03-05"), day("1988-11-30")]),
  ]
  var citizenOf: [Country]?
  var start = day("2026-03-01")
  var birth = day("1960-05-14")
  var isProjection = false

  func value(of input: Int, in setting: Setting) throws(EvaluationError) -> Value {
    let name = Fixture.inputs[input].name
    if name == "counted_total", setting == .independent, let own = values["own_total"] {
      return own
    }
    guard let value = values[name] else { throw .missingFact(input) }
    return value
  }

  func isKnown(_ input: Int) -> Bool { values[Fixture.inputs[input].name] != nil }

  func citizenships() throws(EvaluationError) -> [Country] {
    guard let citizenOf else { throw .missingCitizenship }
    return citizenOf
  }

  func record(
    _ function: RecordFunction, _ periods: PeriodSelection, from: Day?, through: Day?,
    in setting: Setting
  ) throws(EvaluationError) -> Value {
    let seed = Int(periods.rawValue % 7)
    switch function {
    case .firstDay: return .date(day("2000-04-17"))
    case .lastDay:
      if periods == PeriodSelection(.care) { throw .nothingToChooseFrom }
      return .date(day("2003-09-30"))
    case .touched: return .truth((from?.month ?? 0) % 3 == seed % 3)
    case .completedYears, .completedMonths, .daysIn: break
    default:
      guard from == nil else { break }
      let size = setting == .independent && function == .foreign ? 0 : seed + 1
      return .series(series(from: 2000, ExactDecimal(size), 2, ExactDecimal(seed), 12))
    }
    guard let from, let through else { throw .unsupported("two days are needed") }
    return .number(ExactDecimal(max(0, Int(through.number) - Int(from.number)) / 30))
  }
}

/// What a formula comes to, or why it has no value.
func outcome(
  _ steps: [StepDeclaration], _ name: String = "it", in setting: Setting = .independent,
  source: FixtureSource = FixtureSource(), reading: Run<FixtureSource>.Reading = .registers
) -> Result<Value, EvaluationError> {
  guard let rules = Fixture.rules(steps).rules, let index = rules.step(named: name) else {
    return .failure(.unsupported("\(Fixture.rules(steps).faults)"))
  }
  var run = Run(rules, source: source, reading: reading)
  do {
    return .success(try run.value(of: index, in: setting))
  } catch {
    return .failure(error)
  }
}

/// What a single formula comes to.
func outcome(_ formula: String, source: FixtureSource = FixtureSource()) -> Result<
  Value, EvaluationError
> { outcome([step("it", formula)], source: source) }
