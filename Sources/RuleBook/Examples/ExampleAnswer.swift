import Coordination
import Formula
import Quantities

/// Picks from an answer what an example asks for.
struct ExampleAnswer {
  enum Found {
    case number(ExactDecimal)
    case text(String)
    case texts([String])
  }

  let result: SchemeResult

  init(_ result: SchemeResult) { self.result = result }

  /// Why an amount may be wanting: status and what is missing.
  var reason: String {
    guard result.status != .payable || !result.missing.isEmpty else { return "" }
    let missing = result.missing.map { "\($0.what): \($0.ask)" }
    return ([result.status.name] + missing).joined(separator: "; ")
  }

  func found(_ key: Expectation.Key, step: String?, setting: Setting?) -> Found? {
    let amounts = result.amounts
    switch key {
    case .status: return .text(result.status.name)
    case .right: return .text(right)
    case .pension: return result.pension.map(Found.text)
    case .paid: return amounts?.paid.map(Found.number)
    case .independent: return amounts?.independent.map(Found.number)
    case .totalized: return amounts?.totalized.map(Found.number)
    case .theoretical: return amounts?.theoretical.map(Found.number)
    case .proRata: return amounts?.proRata.map(Found.number)
    case .minimumSupplement: return amounts?.minimumSupplement.map(Found.number)
    case .ratio: return (amounts?.ratio).map { .text(Self.shown($0)) }
    case .currency: return (amounts?.currency).map { .text($0.code) }
    case .basis: return (amounts?.basis).map { .text($0.rawValue) }
    case .method: return result.method.map { .text($0.rawValue) }
    case .from: return from.map { .text($0.description) }
    case .export: return result.export.map { .text($0.payment.rawValue) }
    case .own: return (result.periods?.own).map(Found.number)
    case .foreign: return (result.periods?.foreign).map(Found.number)
    case .total: return (result.periods?.total).map(Found.number)
    case .missing: return .texts(result.missing.map { "\($0.kind.rawValue): \($0.what)" })
    case .certainty: return .text(result.certainty.name)
    case .opens: return opens.map { .text($0.description) }
    case .later:
      let all = result.later.map(\.pension).joined(separator: " ")
      return .text(all.isEmpty ? "none" : all)
    case .laterFrom: return (result.later.first?.from).map { .text($0.description) }
    case .laterPaid: return (result.later.first?.paid).map(Found.number)
    case .refund:
      let all = result.refunds.map(\.id).joined(separator: " ")
      return .text(all.isEmpty ? "none" : all)
    case .erases: return (result.refunds.first?.erases).map(Found.number)
    case .refundFrom: return (result.refunds.first?.from).map { .text($0.description) }
    case .refundAmount: return (result.refunds.first?.amount).map(Found.number)
    case .value: return step.flatMap { value(of: $0, in: setting) }
    }
  }

  /// Which right exists: own periods alone, or foreign ones too.
  private var right: String {
    if result.independent?.isMet == true { return "independent" }
    return result.totalized?.isMet == true ? "totalized" : "none"
  }

  /// The day the right opens if insurance goes on: with foreign periods where they count.
  private var opens: Day? { (result.totalized ?? result.independent)?.opensOn }

  private var from: Day? {
    if case .payableLater(let day) = result.status { return day }
    return result.amounts?.from
  }

  /// The value of a step in the worksheet, of a figure, or of the sums of periods.
  private func value(of step: String, in setting: Setting?) -> Found? {
    let lines = result.worksheet.filter { line in
      line.step == step && (setting.map { $0 == line.setting } ?? true)
    }
    if let figure = lines.last?.value {
      if case .number(let number) = figure.value { return .number(number) }
      return .text(figure.text)
    }
    switch step {
    case "own_total": return (result.periods?.own).map(Found.number)
    case "foreign_total": return (result.periods?.foreign).map(Found.number)
    case "counted_total": return (result.periods?.total).map(Found.number)
    default: return result.figures.first { $0.id == step }.map { .number($0.value) }
    }
  }

  /// A ratio without the zeros behind its points: `8/40`.
  static func shown(_ ratio: Ratio) -> String {
    "\(ratio.numerator.normalized)/\(ratio.denominator.normalized)"
  }

  static func shown(_ number: ExactDecimal) -> String { number.normalized.description }
}
