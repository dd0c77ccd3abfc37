import Coordination

/// Writes what a change would bring as JSON (`sojourn/difference/1`).
public struct DifferenceWriter {
  public static let format = "sojourn/difference/1"

  let hasWorksheets: Bool

  public init(hasWorksheets: Bool) { self.hasWorksheets = hasWorksheets }

  public func write(_ difference: Difference, changes: [String], to json: inout JSONWriter) {
    let writer = ResultWriter(hasWorksheets: hasWorksheets)
    json.object { json in
      json.member("format", Self.format)
      json.member("changes", changes)
      json.member("assumptions", difference.assumptions)
      json.key("schemes")
      json.array(of: difference.rows) { json, row in
        json.object { json in
          json.member("scheme", row.scheme)
          json.member("country", row.country.code)
          json.member("status_before", row.before?.status.name)
          json.member("status_after", row.after?.status.name)
          json.member("paid_before", row.before?.amounts?.paid)
          json.member("paid_after", row.after?.amounts?.paid)
          json.member("difference", row.gain)
          let amounts = row.after?.amounts ?? row.before?.amounts
          json.member("currency", amounts?.currency.code)
          json.member("per", amounts?.per)
          json.member("from_before", row.before?.amounts?.from)
          json.member("from_after", row.after?.amounts?.from)
        }
      }
      json.key("before")
      writer.write(difference.before, to: &json)
      json.key("after")
      writer.write(difference.after, to: &json)
    }
  }
}
