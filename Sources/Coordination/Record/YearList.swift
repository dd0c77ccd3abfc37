/// Years as people write them: `1995-2001, 2004`.
enum YearList {
  /// - Parameter years: in order, each once.
  static func text(_ years: [Int]) -> String {
    var spans: [ClosedRange<Int>] = []
    for year in years {
      if let last = spans.last, last.upperBound == year - 1 {
        spans[spans.count - 1] = last.lowerBound...year
      } else {
        spans.append(year...year)
      }
    }
    return spans.map { span in
      let (first, last) = (span.lowerBound, span.upperBound)
      return first == last ? "\(first)" : "\(first)\(first + 1 == last ? ", " : "-")\(last)"
    }.joined(separator: ", ")
  }
}
