import Quantities

/// A number as people write it: `31200`, `31,200.50`, `31.200,50`, `31 200`, `31'200`.
enum NumberText: Equatable {
  case number(ExactDecimal)
  /// One separator before three digits: thousands or decimals.
  case either(thousands: ExactDecimal, decimals: ExactDecimal)
  case unreadable

  /// Reads a number.
  ///
  /// - Parameter isMoney: money has no thousandths, so one separator before three digits
  ///   separates thousands.
  static func read(_ text: String, isMoney: Bool) -> NumberText {
    var plain = ""
    for character in simplified(text).trimmed {
      switch character {
      case "'", "’", "\u{202F}", "\u{A0}", "٬": plain.append(" ")
      case "٫": plain.append(",")
      default: plain.append(character)
      }
    }
    guard plain.first?.isNumber ?? false, plain.utf8.count <= 40,
      plain.allSatisfy({ $0.isNumber || " .,".contains($0) })
    else { return .unreadable }
    let marks = plain.filter { $0 == "." || $0 == "," }
    let kinds = Set(marks)
    guard let last = marks.last else { return whole(plain, separator: " ") }
    if kinds.count == 2 {
      guard let point = plain.lastIndex(of: last), marks.dropLast().allSatisfy({ $0 != last }),
        let group = kinds.first(where: { $0 != last })
      else { return .unreadable }
      return joined(plain[..<point], group, plain[plain.index(after: point)...])
    }
    if marks.count > 1 { return whole(plain, separator: last) }
    guard let point = plain.firstIndex(of: last) else { return .unreadable }
    let after = plain[plain.index(after: point)...]
    let decimals = joined(plain[..<point], " ", after)
    guard after.count == 3, case .number(let grouped) = whole(plain, separator: last),
      case .number(let small) = decimals
    else { return decimals }
    return isMoney ? .number(grouped) : .either(thousands: grouped, decimals: small)
  }

  /// A whole number with separators before each three digits, or none.
  private static func whole(_ text: some StringProtocol, separator: Character) -> NumberText {
    let groups = text.split(separator: separator, omittingEmptySubsequences: false)
    guard let first = groups.first, !first.isEmpty,
      groups.dropFirst().allSatisfy({ $0.count == 3 }),
      groups.count == 1 || first.count <= 3 && !first.hasPrefix("0"),
      groups.allSatisfy({ $0.allSatisfy(\.isNumber) }),
      let number = ExactDecimal(groups.joined())
    else { return .unreadable }
    return .number(number)
  }

  private static func joined(
    _ before: some StringProtocol, _ group: Character, _ after: some StringProtocol
  ) -> NumberText {
    guard case .number(let number) = whole(before, separator: group), !after.isEmpty,
      after.allSatisfy(\.isNumber), let result = ExactDecimal("\(number).\(after)")
    else { return .unreadable }
    return .number(result)
  }
}
