import Formula
import Quantities

/// Which days a question takes.
public struct DayBounds: Sendable, Hashable {
  /// What a month without a day stands for.
  public enum Edge: Sendable, Hashable { case first, last }

  public let days: ClosedRange<Day>
  /// Where a month is enough: the day of it that is meant.
  public let edge: Edge?
  /// What is said of an earlier and of a later day.
  public let early: Phrase
  public let late: Phrase

  init(_ days: ClosedRange<Day>, _ edge: Edge? = nil, early: Phrase, late: Phrase) {
    self.days = days
    self.edge = edge
    self.early = early
    self.late = late
  }
}
