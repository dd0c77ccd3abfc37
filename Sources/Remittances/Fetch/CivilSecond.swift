/// The calendar reading of an instant: proleptic Gregorian, universal time.
///
/// Days to dates and back after Howard Hinnant's `days_from_civil`, which needs no tables.
struct CivilSecond: Equatable {
  var year: Int64
  var month: Int64
  var day: Int64
  var hour: Int64
  var minute: Int64
  var second: Int64

  init(
    year: Int64, month: Int64, day: Int64, hour: Int64 = 0, minute: Int64 = 0, second: Int64 = 0
  ) {
    (self.year, self.month, self.day) = (year, month, day)
    (self.hour, self.minute, self.second) = (hour, minute, second)
  }

  init(_ instant: Instant) {
    // Beyond these the year has more than four digits, which no reply and no cache row holds.
    let seconds = min(max(instant.seconds, -62_135_596_800), 253_402_300_799)
    let dayNumber = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let rest = seconds - dayNumber * 86_400
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    (hour, minute, second) = (rest / 3_600, rest % 3_600 / 60, rest % 60)
  }

  /// The instant, or nil when a part is outside its range or the day does not exist.
  var instant: Instant? {
    guard (1...9_999).contains(year), (1...12).contains(month), (1...31).contains(day),
      (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second)
    else { return nil }
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let days = era * 146_097 + dayOfEra - 719_468
    let result = Instant(seconds: days * 86_400 + hour * 3_600 + minute * 60 + min(second, 59))
    let back = CivilSecond(result)
    return back.month == month && back.day == day ? result : nil
  }

  /// `2026-10-06`.
  var date: String { "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))" }
  /// `08:21:24`.
  var time: String { "\(pad(hour, 2)):\(pad(minute, 2)):\(pad(second, 2))" }

  private func pad(_ number: Int64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
