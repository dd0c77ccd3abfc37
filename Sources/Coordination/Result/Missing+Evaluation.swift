import Formula
import Quantities

extension Missing {
  /// What a formula of a scheme lacked, in words for the person who entered the case.
  init(_ error: EvaluationError, of scheme: Scheme) {
    switch error {
    case .missingParameter(let index, let key, let why):
      self = Self.parameter(scheme.rules.parameters[index], key, why, scheme)
    case .missingFact(let input):
      if let fact = scheme.facts.first(where: { $0.input == input }) {
        self.init(
          .fact, what: "\(scheme.id): \(fact.id)", ask: Phrase(template: fact.ask), law: fact.law)
      } else {
        let name = SchemeInputs(rawValue: input)?.name ?? "input \(input)"
        let ask: Phrase =
          switch SchemeInputs(rawValue: input) {
          case .sex: "say the person's sex (person.sex: female or male)"
          case .livesIn, .resident: "say where the person lives (person.lives_in)"
          default: "give it in the case"
          }
        self.init(.fact, what: Phrase(template: name), ask: ask)
      }
    case .missingCitizenship:
      self.init(
        .fact, what: "citizenship", ask: "say of which countries the person is a citizen")
    case .missingYear(let year, let input?)
    where scheme.facts.contains(where: { $0.input == input }):
      let fact = scheme.facts.first { $0.input == input }
      self.init(
        .fact, what: "\(scheme.id): \(fact?.id ?? "") of \(year)",
        ask: Phrase(template: fact?.ask ?? ""),
        law: fact?.law ?? "")
    case .missingYear(let year, _):
      self.init(
        .fact, what: "\(scheme.id): a figure for \(year)",
        ask: "give the certified figure of \(year) among the facts of \(scheme.id)")
    case .nothingToChooseFrom:
      self.init(
        .earnings, what: "\(scheme.id): earnings or periods",
        ask: "there is nothing to take a mean or a best year from")
    case .divisionByZero:
      self.init(
        .arithmetic, what: "\(scheme.id): a division by zero",
        ask: "a period or average is zero that the law divides by")
    case .overflow:
      self.init(
        .arithmetic, what: "\(scheme.id): a number too large to be held exactly",
        ask: "check the earnings for a misplaced digit")
    case .notADay:
      self.init(
        .arithmetic, what: "\(scheme.id): a day outside the calendar", ask: "check the dates")
    case .circle(let step):
      self.init(
        .formula, what: "\(scheme.id): step \(scheme.rules.steps[step].declaration.id)",
        ask: "the rule needs its own result; correct the rule file")
    case .unsupported(let text):
      self.init(.formula, what: "\(scheme.id): \(text)", ask: "correct the rule file")
    case .tooManyYears:
      self.init(
        .arithmetic, what: "\(scheme.id): more than 250 years", ask: "check the dates")
    }
  }

  private static func parameter(
    _ parameter: Parameter, _ key: Int, _ why: Parameter.Missing, _ scheme: Scheme
  ) -> Missing {
    let name = Phrase(template: parameter.name["en"] ?? parameter.id)
    let what: Phrase =
      switch parameter.shape {
      case .constant: "\(scheme.id): \(name)"
      case .dated, .table(.date):
        Day(number: key).map { "\(scheme.id): \(name) on \($0)" } ?? "\(scheme.id): \(name)"
      default: "\(scheme.id): \(name) of \(key)"
      }
    let ask: Phrase =
      switch why {
      case .noRow: "the rule book holds no value for it"
      case .notYetPublished: "the value was not published when the rule book was made"
      case .ended: "the law ended it before that day"
      }
    return Missing(.parameter, what: what, ask: ask, law: parameter.law)
  }
}
