import Coordination
import Formula
import Quantities

extension ReportPage {
  /// The career drawn by country, and the same periods as a table.
  func timeline(_ page: inout HTMLText) {
    guard let first = career.periods.map(\.span.first).min(),
      let last = career.periods.map(\.span.last).max()
    else { return }
    page.raw("<section aria-labelledby=\"career\">\n")
    page.element("h2", "id=\"career\"", say("The career"))
    drawing(from: first, to: last, &page)
    page.raw("<table>\n")
    page.element("caption", say("Periods as they were given"))
    page.raw("<thead><tr>\n")
    for label: Phrase in ["Country", "From", "To", "Kind"] {
      page.element("th", "scope=\"col\"", say(label))
    }
    page.raw("</tr></thead>\n<tbody>\n")
    for period in career.periods.sorted(by: { $0.span.first < $1.span.first }) {
      page.raw("<tr>\n")
      page.element("th", "scope=\"row\"", say(Phrase(template: period.country.name)))
      page.element("td", say("\(period.span.first)"))
      page.element("td", say("\(period.span.last)"))
      page.element("td", say(Phrase(template: period.type.spelled)))
      page.raw("</tr>\n")
    }
    page.raw("</tbody>\n</table>\n")
    let gaps: [Phrase] = gaps.map { "\($0.first) – \($0.last)" }
    if !gaps.isEmpty { page.element("p", say("Without any period: \(gaps).")) }
    let double: [Phrase] = overlaps.map { "\($0.first) – \($0.last)" }
    if !double.isEmpty { page.element("p", say("More than one period: \(double).")) }
    page.raw("</section>\n")
  }

  /// The stretches between the first and the last period that no period covers.
  var gaps: [Span] {
    var found: [Span] = []
    var covered: Day?
    for span in career.periods.map(\.span).sorted(by: { $0.first < $1.first }) {
      if let end = covered, end.distance(to: span.first) > 1,
        let gap = Span(from: end.advanced(by: 1), to: span.first.advanced(by: -1))
      {
        found.append(gap)
      }
      covered = max(covered ?? span.last, span.last)
    }
    return found
  }

  /// The stretches of time that two or more periods cover, of one country or of several.
  var overlaps: [Span] {
    var found: [Span] = []
    var covered: Day?
    for span in career.periods.map(\.span).sorted(by: { $0.first < $1.first }) {
      if let end = covered, span.first <= end,
        let both = Span(from: span.first, to: min(end, span.last))
      {
        if let held = found.last, both.first <= held.last.advanced(by: 1) {
          found[found.count - 1] =
            Span(from: held.first, to: max(held.last, both.last)) ?? held
        } else {
          found.append(both)
        }
      }
      covered = max(covered ?? span.last, span.last)
    }
    return found
  }

  /// The periods of a country in as few lines as keep each from lying on another.
  func lanes(of country: Country) -> [[InsurancePeriod]] {
    var lanes: [[InsurancePeriod]] = []
    for period in career.periods.filter({ $0.country == country })
      .sorted(by: { $0.span.first < $1.span.first })
    {
      let free = lanes.firstIndex { ($0.last?.span.last).map { $0 < period.span.first } ?? true }
      if let free { lanes[free].append(period) } else { lanes.append([period]) }
    }
    return lanes
  }

  private func drawing(from first: Day, to last: Day, _ page: inout HTMLText) {
    let (label, width, line) = (40, 420, 26)
    let countries = career.countries
    let years = first.year...last.year
    let whole = max(1, first.firstOfYear.distance(to: last.lastOfYear) + 1)
    func place(_ day: Day) -> Int {
      label + first.firstOfYear.distance(to: day) * (width - label) / whole
    }
    let lanes = countries.map { self.lanes(of: $0) }
    let tops = lanes.reduce(into: [0]) { $0.append(($0.last ?? 0) + max(1, $1.count) * line) }
    let height = (tops.last ?? 0) + 24
    let title = HTMLText.escaped(say("The career as a drawing"))
    let about = HTMLText.escaped(
      say("A row for each country; the table below holds the same periods."))
    page.raw(
      "<svg class=\"line\" dir=\"ltr\" viewBox=\"0 0 \(width + 16) \(height)\" role=\"img\""
        + " aria-label=\"\(title)\">\n<title>\(title)</title>\n<desc>\(about)</desc>\n")
    let step = years.count > 30 ? 10 : 5
    for year in years where year % step == 0 {
      guard let day = Day(year: year, month: 1, day: 1) else { continue }
      let x = place(day)
      page.raw(
        "<line x1=\"\(x)\" x2=\"\(x)\" y1=\"0\" y2=\"\(height - 18)\" class=\"grid\"/>"
          + "<text x=\"\(x)\" y=\"\(height - 4)\" text-anchor=\"middle\">\(year)</text>\n")
    }
    for gap in gaps {
      let left = place(gap.first)
      let right = place(gap.last.advanced(by: 1))
      page.raw(
        "<rect x=\"\(left)\" y=\"0\" width=\"\(max(2, right - left))\""
          + " height=\"\(height - 20)\" class=\"gap\"/>\n")
    }
    for (row, country) in countries.enumerated() {
      let top = tops[row]
      page.raw("<text x=\"0\" y=\"\(top + 17)\">\(HTMLText.escaped(country.code))</text>\n")
      for (lane, periods) in lanes[row].enumerated() {
        for period in periods {
          let left = place(period.span.first)
          let right = place(period.span.last.advanced(by: 1))
          let kind = period.type.rank == .compulsory ? "own" : "part"
          page.raw(
            "<rect x=\"\(left)\" y=\"\(top + lane * line + 4)\""
              + " width=\"\(max(2, right - left))\" height=\"16\" class=\"\(kind)\"/>\n")
        }
      }
    }
    page.raw("</svg>\n")
  }
}
