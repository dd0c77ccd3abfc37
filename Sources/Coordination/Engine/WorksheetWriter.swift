import Formula
import Quantities

/// Writes the steps of a run down, as a person would check them by hand.
struct WorksheetWriter {
  let scheme: Scheme

  /// The lines behind an award, in the order of the law.
  ///
  /// Only steps that were computed appear; steps the rule book made of conditions and the like
  /// (their names hold `__`) do not.
  ///
  /// - Parameter prorated: how the theoretical amount became the pro rata one.
  func lines(of run: inout Run<SchemeSituation>, for setting: Setting, prorated: Phrase)
    -> [WorksheetLine]
  {
    guard setting == .prorated else {
      return lines(&run, in: setting, from: 0, prorated: prorated)
    }
    let target = scheme.prorating.step ?? scheme.result ?? 0
    return lines(&run, in: .theoretical, from: 0, prorated: prorated)
      + lines(&run, in: .prorated, from: target, prorated: prorated)
  }

  private func lines(
    _ run: inout Run<SchemeSituation>, in setting: Setting, from first: Int, prorated: Phrase
  ) -> [WorksheetLine] {
    var result: [WorksheetLine] = []
    for index in run.rules.steps.indices where index >= first {
      let step = run.rules.steps[index]
      guard !step.declaration.id.contains("__"),
        case .value(let value, let exception) = run.outcome(of: index, in: setting)
      else { continue }
      result.append(line(index, step, value, exception, &run, setting, prorated))
    }
    return result
  }

  private func line(
    _ index: Int, _ step: CheckedStep, _ value: Value, _ exception: Int?,
    _ run: inout Run<SchemeSituation>, _ setting: Setting, _ prorated: Phrase
  ) -> WorksheetLine {
    let declaration = step.declaration
    let applied = exception.map { declaration.exceptions[$0] }
    let isFixed = setting == .prorated && index == scheme.prorating.step ?? scheme.result
    let says = applied?.says ?? declaration.says
    let sentence: Phrase
    if isFixed {
      sentence = prorated
    } else if let says, let parsed = try? Sentence(says),
      declaration.cadence == .once || parsed.names.isEmpty
    {
      sentence = run.phrase(of: parsed, in: setting)
    } else {
      sentence = run.formulaWithFigures(of: index, in: setting)
    }
    let rounding = isFixed ? scheme.prorating.rounding : applied?.rounding ?? declaration.rounding
    let law = isFixed && !scheme.prorating.law.isEmpty ? scheme.prorating.law : applied?.law
    return WorksheetLine(
      step: declaration.id, name: declaration.name, setting: setting, sentence: sentence,
      value: Figure(value: value, type: step.type), unit: Self.unit(of: step.type),
      law: law.flatMap { $0.isEmpty ? nil : $0 } ?? declaration.law,
      rounding: rounding.map(Self.words) ?? "")
  }

  private static func words(_ rounding: Rounding) -> Phrase {
    let mode = Phrase(template: rounding.mode.rawValue)
    return "\(mode) to \(rounding.quantum.normalized) (\(rounding.law))"
  }

  static func unit(of type: ValueType) -> String {
    switch type {
    case .number(let unit), .series(let unit), .months(let unit):
      unit == .one ? "" : unit.description
    default: ""
    }
  }
}
