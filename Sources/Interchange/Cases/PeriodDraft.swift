import Coordination

/// A period with the places of what is checked once the whole case is known.
struct PeriodDraft {
  let period: InsurancePeriod
  let offset: Int
  let from: Int
  let certified: Int
}

/// The places of a claim's days.
struct ClaimPlaces {
  var from = 0
  var asOf = 0
  var starts: [String: Int] = [:]
}
