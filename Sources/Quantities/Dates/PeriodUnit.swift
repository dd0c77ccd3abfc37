/// The units in which pension law counts periods.
public enum PeriodUnit: String, Sendable, Hashable, CaseIterable {
  case day, week, month, quarter, year
}
