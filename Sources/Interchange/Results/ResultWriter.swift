import Coordination
import Formula
import Quantities

/// Writes the answer to a case as JSON (`sojourn/result/1`).
public struct ResultWriter {
  public static let format = "sojourn/result/1"

  /// Whether the worksheets are written.
  let hasWorksheets: Bool

  private let isBare: Bool

  public init(_ detail: AnswerDetail) {
    hasWorksheets = detail == .worksheets
    isBare = detail == .figures
  }

  public init(hasWorksheets: Bool) { self.init(hasWorksheets ? .worksheets : .full) }

  public func write(_ result: CaseResult, to json: inout JSONWriter) {
    if isBare { return FiguresWriter.write(result, to: &json) }
    json.object { json in
      json.member("format", Self.format)
      json.member("id", result.id)
      json.key("rule_book")
      json.object { json in
        json.member("date", result.ruleBookDate)
        json.member("hash", result.ruleBookHash)
      }
      json.member("certainty", result.certainty.name)
      json.member("warnings", result.warnings)
      json.key("schemes")
      json.array(of: result.schemes) { write($1, to: &$0) }
      json.member("countries_without_scheme", result.uncovered)
      json.key("agreements")
      json.array(of: result.coverage) { write($1, to: &$0) }
      json.key("transferable")
      json.array(of: result.transfers) { write($1, to: &$0) }
      json.key("lost_without_agreements")
      json.array(of: result.losses) { write($1, to: &$0) }
    }
  }

  private func write(_ scheme: SchemeResult, to json: inout JSONWriter) {
    json.object { json in
      json.member("scheme", scheme.scheme)
      json.member("country", scheme.country.code)
      json.member("name", scheme.name)
      json.member("status", scheme.status.name)
      if case .payableLater(let day) = scheme.status {
        json.member("payable_from", day)
      }
      json.member("pension", scheme.pension)
      if !scheme.pensionName.isEmpty { json.member("pension_name", scheme.pensionName) }
      json.key("right")
      json.object { json in
        if let right = scheme.independent {
          json.key("independent")
          write(right, to: &json)
        }
        if let right = scheme.totalized {
          json.key("totalized")
          write(right, to: &json)
        }
        json.member("needed_totalization", scheme.neededTotalization)
      }
      if let periods = scheme.periods {
        json.key("periods")
        json.object { json in
          json.member("own", periods.own)
          json.member("foreign", periods.foreign)
          json.member("total", periods.total)
          json.member("unit", periods.unit.rawValue)
        }
      }
      json.key("foreign")
      json.array(of: scheme.foreign) { write($1, to: &$0) }
      if let amounts = scheme.amounts {
        json.key("amounts")
        AmountsWriter.write(amounts, to: &json)
      }
      AmountsWriter.write(scheme.proRataShare, as: "pro_rata_share", to: &json)
      if !scheme.later.isEmpty {
        json.key("later")
        json.array(of: scheme.later) { json, later in
          json.object { json in
            json.member("pension", later.pension)
            json.member("name", later.name)
            json.member("from", later.from)
            json.member("paid", later.paid)
          }
        }
      }
      json.key("figures")
      json.array(of: scheme.figures) { json, figure in
        json.object { json in
          json.member("id", figure.id)
          json.member("name", figure.name)
          json.member("value", figure.value)
          json.member("unit", figure.unit)
          if figure.isTheoretical { json.member("theoretical", true) }
        }
      }
      writeReasons(scheme, to: &json)
      writeRefunds(scheme, to: &json)
      if hasWorksheets {
        json.key("worksheet")
        json.array(of: scheme.worksheet) { write($1, to: &$0) }
      }
    }
  }

  private func writeReasons(_ scheme: SchemeResult, to json: inout JSONWriter) {
    json.member("instruments", scheme.instruments)
    json.member("method", scheme.method?.rawValue)
    if !scheme.methodLaw.isEmpty { json.member("method_law", scheme.methodLaw) }
    if let export = scheme.export {
      json.key("export")
      json.object { json in
        json.member("paid", export.payment.rawValue)
        json.member("law", export.law)
        json.member("says", export.says)
      }
    }
    write(scheme.missing, to: &json)
    json.member("assumptions", scheme.assumptions)
    json.key("notes")
    json.array(of: scheme.notes) { json, note in
      json.object { json in
        json.member("says", note.says)
        json.member("law", note.law)
      }
    }
    json.member("certainty", scheme.certainty.name)
    json.member("unverified", scheme.unverified)
  }

  private func write(_ right: RightResult, to json: inout JSONWriter) {
    json.object { json in
      json.member("pension", right.pension)
      json.member("met", right.isMet)
      json.member("earliest", right.earliest)
      json.member("opens_on", right.opensOn)
      json.key("conditions")
      json.array(of: right.conditions) { json, condition in
        json.object { json in
          json.member("id", condition.id)
          json.member("holds", condition.holds)
          json.member("says", condition.says)
          json.member("have", condition.have)
          json.member("need", condition.need)
          json.member("missing", condition.missing)
          json.member("unit", condition.unit)
          json.member("law", condition.law)
        }
      }
    }
  }

  private func write(_ credit: ForeignCredit, to json: inout JSONWriter) {
    json.object { json in
      json.member("country", credit.country.code)
      json.member("scheme", credit.scheme)
      json.member("sum", credit.sum)
      json.member("sum_unit", credit.sumUnit.rawValue)
      json.member("counted", credit.counted)
      json.member("counted_unit", credit.countedUnit.rawValue)
      json.member("left_out", credit.leftOut)
      if credit.overMaximum.signum > 0 { json.member("over_maximum", credit.overMaximum) }
      json.member("taken_over", credit.isTakenOver)
      json.member("law", credit.law)
    }
  }

  private func write(_ line: WorksheetLine, to json: inout JSONWriter) {
    json.object { json in
      json.member("step", line.step)
      json.member("setting", line.setting.name)
      json.member("name", line.name)
      json.member("sentence", line.sentence)
      json.key("value")
      FigureWriter.write(line.value, to: &json)
      json.member("unit", line.unit)
      json.member("law", line.law)
      if !line.rounding.isEmpty { json.member("rounding", line.rounding) }
    }
  }

  private func write(_ pair: CoverageResult, to json: inout JSONWriter) {
    json.object { json in
      json.member("countries", [pair.first.code, pair.second.code])
      json.member("state", pair.state.rawValue)
      json.member("instruments", pair.instruments)
      json.member("says", pair.says)
    }
  }

  private func write(_ transfer: Transfer, to json: inout JSONWriter) {
    json.object { json in
      json.member("from", transfer.from.code)
      json.member("to", transfer.to)
      json.member("instrument", transfer.instrument)
      json.member("counted", transfer.counted)
      json.member("unit", transfer.unit.rawValue)
      json.member("says", transfer.says)
    }
  }

  private func write(_ loss: Loss, to json: inout JSONWriter) {
    json.object { json in
      json.member("scheme", loss.scheme)
      json.member("with_agreements", loss.withAgreements)
      json.member("without", loss.without)
      json.member("currency", loss.currency.code)
      json.member("per", loss.per)
      json.member("right_lost", loss.rightLost)
    }
  }
}
