import Coordination
import Formula
import Quantities

extension ExampleRunner {
  /// Runs one step with what the example gives.
  func run(_ question: FormulaQuestion, of example: WorkedExample) -> [Diagnostic] {
    let scheme: Scheme
    do throws(RuleBookError) {
      guard let found = try book.scheme(question.scheme) else {
        return [
          Self.fault(
            "example.no-scheme", "there is no scheme '\(question.scheme)'", at: question.node)
        ]
      }
      scheme = found
    } catch {
      return [Self.fault("example.failed", "\(error)", at: question.node)]
    }
    var prepared = Preparation(scheme: scheme, question: question)
    prepared.prepare()
    if !prepared.faults.isEmpty { return prepared.faults }
    let rules = scheme.rules.replacing(prepared.parameters)
    var run = Run(
      rules,
      source: GivenInputs(
        start: question.start, birth: question.birth, values: prepared.inputs,
        defaults: prepared.defaults))
    for (step, value) in prepared.steps {
      for setting in Setting.allCases { run.fix(step, in: setting, to: value) }
    }
    return example.expectations.flatMap { expectation -> [Diagnostic] in
      let name = expectation.step ?? question.step
      guard let step = rules.step(named: name) else {
        return [
          Self.fault(
            "example.no-step", "'\(name)' is no step of \(scheme.id)", at: expectation.node)
        ]
      }
      return compare(
        expectation, with: &run, step: step, setting: expectation.setting ?? question.setting)
    }
  }

  private func compare(
    _ expectation: Expectation, with run: inout Run<GivenInputs>, step: Int, setting: Setting
  ) -> [Diagnostic] {
    let value: Value
    do throws(EvaluationError) {
      value = try run.value(of: step, in: setting)
    } catch {
      return [
        Self.fault("example.failed", Self.spoken(error, run.rules), at: expectation.node)
      ]
    }
    let found: ExampleAnswer.Found
    if case .number(let number) = value {
      found = .number(number)
    } else {
      found = .text(Figure(value: value, type: run.rules.steps[step].type).text)
    }
    return expectation.items.compactMap { item in
      guard item.key == .value else {
        return Self.fault(
          "example.no-answer", "a formula example has only a value, no \(item.key.rawValue)",
          at: item.node)
      }
      return Self.compare(item, of: expectation, with: found, why: "")
    }
  }

  /// What is missing, in words.
  static func spoken(_ error: EvaluationError, _ rules: RuleSet) -> String {
    switch error {
    case .missingFact(let input):
      "'\(rules.inputs[input].name)' is not given"
    case .missingParameter(let index, let key, let why):
      "'\(rules.parameters[index].id)' has no value for "
        + spoken(key, of: rules.parameters[index]) + " (\(why))"
    case .missingCitizenship: "the citizenship is not given"
    case .missingYear(let year, _): "a series has no number for \(year)"
    case .nothingToChooseFrom: "there is nothing to take the mean, least or greatest of"
    case .divisionByZero: "a division by zero"
    case .overflow: "a number too large to be held exactly"
    case .notADay: "a day outside the calendar, or a year that is not whole"
    case .circle(let step): "'\(rules.steps[step].declaration.id)' needs itself"
    case .unsupported(let what): what
    case .tooManyYears: "a span of too many years"
    }
  }

  private static func spoken(_ key: Int, of parameter: Parameter) -> String {
    guard Parameter.keyKind(of: parameter.shape) == .day, let day = Day(number: key) else {
      return "\(key)"
    }
    return day.description
  }

  /// The values an example gives, sorted into inputs, steps and parameters.
  private struct Preparation {
    let scheme: Scheme
    let question: FormulaQuestion
    var inputs: [Int: Value] = [:]
    var defaults: [Int: Value] = [:]
    var steps: [Int: Value] = [:]
    var parameters: [Int: Parameter] = [:]
    var faults: [Diagnostic] = []

    init(scheme: Scheme, question: FormulaQuestion) {
      self.scheme = scheme
      self.question = question
    }

    mutating func prepare() {
      inputs[SchemeInputs.birth.rawValue] = .date(question.birth)
      inputs[SchemeInputs.start.rawValue] = .date(question.start)
      inputs[SchemeInputs.asOf.rawValue] = .date(question.asOf ?? question.start)
      // A pension that starts on its first possible day, unless the example says otherwise.
      defaults[SchemeInputs.earliest.rawValue] = .date(question.start)
      defaults[SchemeInputs.qualifiedOn.rawValue] = .date(question.start)
      defaults[SchemeInputs.lastYear.rawValue] = .number(ExactDecimal(question.start.year))
      for fact in scheme.facts {
        defaults[fact.input] = fact.otherwise.flatMap { GivenValue.value($0.value, of: fact.kind) }
      }
      for entry in question.given { read(entry) }
    }

    private mutating func read(_ entry: YAMLNode.Entry) {
      let rules = scheme.rules
      if let step = rules.step(named: entry.key) {
        let type = rules.steps[step].type
        guard let value = GivenValue.value(entry.value, as: type) else {
          return report(entry, "\(type)")
        }
        steps[step] = value
      } else if let input = rules.input(named: entry.key) {
        let type = rules.inputs[input].type
        guard let value = GivenValue.value(entry.value, as: type) else {
          return report(entry, "\(type)")
        }
        inputs[input] = value
      } else if let index = rules.parameter(named: entry.key) {
        let parameter = rules.parameters[index]
        guard let replaced = GivenValue.parameter(parameter, entry.value) else {
          return report(entry, "a number in \(parameter.unit)")
        }
        parameters[index] = replaced
      } else {
        let known =
          rules.steps.map(\.declaration.id) + rules.inputs.map(\.name) + rules.parameters.map(\.id)
        faults.append(
          Diagnostic(
            "example.undefined-name", "'\(entry.key)' means nothing in \(scheme.id)",
            hint: nearest(to: entry.key, among: known).map { "did you mean '\($0)'?" },
            at: entry.keyLocation, length: entry.key.count))
      }
    }

    private mutating func report(_ entry: YAMLNode.Entry, _ wanted: String) {
      faults.append(
        ExampleRunner.fault(
          "example.bad-value", "'\(entry.key)' must be \(wanted)", at: entry.value))
    }
  }
}
