import Coordination
import Formula
import Quantities

/// Writes what links countries as JSON (`sojourn/agreements/1`, `sojourn/posting/1`).
public enum AgreementWriter {
  public static func text(of answers: [AgreementMap.Answer], on day: Day) -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("format", "sojourn/agreements/1")
      json.member("on", day)
      json.key("pairs")
      json.array(of: answers) { write($1, to: &$0) }
    }
    return String(decoding: json.bytes, as: UTF8.self) + "\n"
  }

  private static func write(_ answer: AgreementMap.Answer, to json: inout JSONWriter) {
    json.object { json in
      json.member("parties", [answer.first.code, answer.second.code])
      json.member("state", answer.state.rawValue)
      if !answer.says.isEmpty { json.member("says", answer.says) }
      json.key("instruments")
      json.array(of: answer.links) { write($1, to: &$0) }
    }
  }

  private static func write(_ link: AgreementMap.Link, to json: inout JSONWriter) {
    let instrument = link.instrument
    json.object { json in
      json.member("instrument", instrument.id)
      json.member("title", instrument.title)
      json.member("status", instrument.status.rawValue)
      json.member("in_force", link.isInForce)
      json.member("since", link.since)
      json.member("date_approximate", instrument.isDateApproximate)
      json.member("until", instrument.until)
      json.member("superseded_by", instrument.supersededBy)
      json.member("certainty", instrument.certainty.name)
      json.key("sides")
      json.object { json in
        for (party, side) in instrument.sides.sorted(by: { $0.key < $1.key }) {
          json.key(named: party)
          json.object { json in
            json.member("totalization", side.totalization.rawValue)
            json.member("method", side.method.rawValue)
            json.member("law", side.methodLaw)
          }
        }
      }
      json.key("posting")
      json.array(of: instrument.postings) { write($1, to: &$0) }
      json.member("sources", instrument.sources)
      json.member("notes", instrument.notes)
    }
  }

  private static func write(_ posting: Instrument.Posting, to json: inout JSONWriter) {
    json.object { json in
      json.member("home", posting.home?.code)
      if let months = posting.months { json.member("months", months) }
      if let more = posting.extensionMonths { json.member("extension_months", more) }
      json.member("law", posting.law)
      json.member("certainty", posting.certainty.name)
      if !posting.says.isEmpty { json.member("says", posting.says) }
    }
  }

  public static func posting(
    _ found: [(link: AgreementMap.Link, posting: Instrument.Posting)],
    _ answer: AgreementMap.Answer, months: Int?
  ) -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("format", "sojourn/posting/1")
      json.member("home", answer.first.code)
      json.member("host", answer.second.code)
      json.member("state", answer.state.rawValue)
      if !answer.says.isEmpty { json.member("says", answer.says) }
      if let months { json.member("asked_months", months) }
      json.key("limits")
      json.array(of: found) { json, found in
        json.object { json in
          json.member("instrument", found.link.instrument.id)
          if let limit = found.posting.months {
            json.member("months", limit)
            if let months { json.member("within", months <= limit) }
          }
          if let more = found.posting.extensionMonths { json.member("extension_months", more) }
          json.member("law", found.posting.law)
          json.member("certainty", found.posting.certainty.name)
        }
      }
    }
    return String(decoding: json.bytes, as: UTF8.self) + "\n"
  }
}
