extension ExactDecimal {
  /// The number rounded half up for reading, its thousands separated: `1,234.50`.
  public func grouped(places: Int, separator: String = ",", point: String = ".") -> String {
    guard let rounded = try? rounded(places: places, .halfUp) else { return description }
    let parts = rounded.magnitude.text(places: places)
      .split(separator: ".", omittingEmptySubsequences: false)
    let whole = parts.first.map(Array.init) ?? []
    var grouped = rounded.isNegative ? "-" : ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { grouped += separator }
      grouped.append(digit)
    }
    return parts.count > 1 ? "\(grouped)\(point)\(parts[1])" : grouped
  }
}
