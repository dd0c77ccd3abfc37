import Coordination
import Quantities

/// What an import found for a case: parts of it, each with its place, and what is wrong with it.
public struct CaseDraft: Sendable, Hashable {
  public struct Period: Sendable, Hashable {
    public var period: InsurancePeriod
    /// Who certified it, or what the person wrote beside it.
    public var note: String?
    public var place: ImportFault.Place
    /// Whether it stands for a record of yearly earnings: its days are those of whole years, for
    /// want of better ones.
    public var isRecord = false
  }

  public var born: Day?
  public var sex: Person.Sex?
  public var livesIn: Country?
  public var citizenOf: [Country] = []
  public var periods: [Period] = []
  public private(set) var faults: [ImportFault] = []

  init() {}

  /// Whether nothing of it may be used.
  public var hasErrors: Bool { faults.contains { $0.severity == .error } }

  mutating func report(_ fault: ImportFault) {
    guard faults.count < ImportLimits.faults, !faults.contains(fault) else { return }
    faults.append(fault)
    if faults.count == ImportLimits.faults {
      faults.append(
        ImportFault("import.too-many-faults", at: .whole, "there are more faults than are listed"))
    }
  }
}

/// How much is read, and how many faults are listed.
public enum ImportLimits {
  public static let bytes = CaseLimits.bytes
  static let rows = 20_000
  static let columns = 200
  static let faults = 200
}
