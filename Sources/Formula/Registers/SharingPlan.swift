import Quantities

/// What the value of an input, a record or a step hangs on besides the person, the record and the
/// day.
public struct Varying: OptionSet, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Whether foreign periods count; without them it is the same under every instrument.
  public static let foreign = Varying(rawValue: 1)
  /// The kind of pension.
  public static let pension = Varying(rawValue: 2)
  /// The first possible day of that kind.
  public static let earliest = Varying(rawValue: 4)
  /// The setting by its name.
  static let setting = Varying(rawValue: 8)
  /// The value that is prorated from outside, so that the prorated setting differs.
  static let target = Varying(rawValue: 16)
  /// Another setting than that of the run.
  static let otherSetting = Varying(rawValue: 32)
}

/// Which outcomes runs for one person, one record and one day have in common.
///
/// A code for each row and setting says where an outcome stands: the setting under which it is
/// kept in the lowest two bits, the level above them. Level 0 belongs to the run; 1 is common to
/// all runs, 2 to those for a kind of pension, 3 to those for a kind with its first day.
public final class SharingPlan: @unchecked Sendable {
  let rowCount: Int
  /// The first row of an input that is a fact of the case.
  let facts: Range<Int>
  /// For runs, and for crediting the own record, when its own periods are not known yet.
  let codes: UnsafeMutablePointer<UInt8>
  let creditingCodes: UnsafeMutablePointer<UInt8>

  /// - Parameters:
  ///   - target: the step that is given its value from outside where it is prorated.
  ///   - standard: what the inputs that are no facts hang on; facts follow them and never vary.
  public init(_ rules: RuleSet, target: Int?, standard: [Varying]) {
    let book = rules.codeBook
    var reader = DependencyReader(book: book, target: target, inputs: standard)
    let rows =
      (0..<book.stepCount).map { reader.varying(step: $0) }
      + rules.inputs.indices.map { $0 < standard.count ? standard[$0] : [] }
      + book.memoFunctions.map { $0 == .foreign ? Varying.foreign : [] }
    rowCount = rows.count
    let firstFact = book.stepCount + min(standard.count, rules.inputs.count)
    facts = firstFact..<book.stepCount + rules.inputs.count
    codes = .allocate(capacity: max(1, rows.count * 4))
    creditingCodes = .allocate(capacity: max(1, rows.count * 4))
    for (row, varying) in rows.enumerated() {
      for setting in Setting.allCases {
        let place = row * 4 + setting.rawValue
        (codes + place).initialize(to: Self.code(varying, setting))
        (creditingCodes + place).initialize(
          to: varying.isEmpty ? 1 << 2 : UInt8(setting.rawValue))
      }
    }
  }

  deinit {
    codes.deallocate()
    creditingCodes.deallocate()
  }

  private static func code(_ varying: Varying, _ setting: Setting) -> UInt8 {
    let own = UInt8(setting.rawValue)
    if varying.contains(.otherSetting) { return own }
    let isCommon = varying.isDisjoint(with: [.foreign, .setting, .target])
    if isCommon || setting == .independent {
      return (varying.contains(.earliest) ? 3 : varying.contains(.pension) ? 2 : 1) << 2
    }
    // Both read foreign periods alike; they differ only for steps that name the setting.
    let isSame =
      setting == .theoretical
      ? !varying.contains(.setting)
      : setting == .prorated && varying.isDisjoint(with: [.setting, .target])
    return isSame ? UInt8(Setting.totalized.rawValue) : own
  }
}

/// Finds out what steps hang on, through the steps they need.
private struct DependencyReader {
  let book: CodeBook
  let target: Int?
  let inputs: [Varying]
  private var known: [Int: Varying] = [:]

  init(book: CodeBook, target: Int?, inputs: [Varying]) {
    self.book = book
    self.target = target
    self.inputs = inputs
  }

  mutating func varying(step: Int) -> Varying {
    if let found = known[step] { return found }
    // A step that needs itself fails the same way wherever it is asked.
    known[step] = []
    var all: Varying = step == target ? .target : []
    for place in book.steps[step].code {
      switch book.instructions[place] {
      case .input(let index, _), .jumpComparingStart(_, _, let index, _, _):
        if inputs.indices.contains(Int(index)) { all.formUnion(inputs[Int(index)]) }
      case .setting: all.insert(.setting)
      case .record(.foreign, _, _, _, _): all.insert(.foreign)
      case .step(let other, let setting, _):
        var needed = varying(step: Int(other))
        if setting >= 0, !needed.isDisjoint(with: [.foreign, .setting, .target]) {
          needed.insert(.otherSetting)
        }
        all.formUnion(needed)
      default: break
      }
    }
    known[step] = all
    return all
  }
}
