import Quantities

/// The person whose career is computed; nothing that would identify them.
public struct Person: Sendable, Hashable {
  public enum Sex: String, Sendable, Hashable, CaseIterable { case female, male }

  public var born: Day
  public var sex: Sex?
  public var livesIn: Country?
  public var citizenOf: [Country]

  public init(born: Day, sex: Sex? = nil, livesIn: Country? = nil, citizenOf: [Country] = []) {
    self.born = born
    self.sex = sex
    self.livesIn = livesIn
    self.citizenOf = citizenOf
  }
}
