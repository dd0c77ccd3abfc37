import Quantities

extension PriceArchive {
  /// The quarters of a corridor, oldest first: means of its transparent rows where there are rows,
  /// else stored means.
  public func series(_ corridor: Corridor) throws -> [QuarterPoint] {
    var points: [CalendarQuarter: QuarterPoint] = [:]
    for source in Self.codes(corridor.from) {
      for destination in Self.codes(corridor.to) {
        for point in try storedMeans(source, destination) { points[point.quarter] = point }
        for point in try rowMeans(source, destination) { points[point.quarter] = point }
      }
    }
    return points.values.sorted { $0.quarter < $1.quarter }
  }

  /// The countries to which there are figures from a country.
  public func destinations(from country: Country) throws -> [Country] {
    var found: Set<Country> = []
    let means = try database.prepare(
      "SELECT DISTINCT destination FROM corridor_mean WHERE source = ?")
    let rows = try database.prepare(
      """
      SELECT value FROM text WHERE id IN
        (SELECT DISTINCT destination_code FROM price_row WHERE source_code = \(Self.text))
      """)
    for code in Self.codes(country) {
      for statement in [means, rows] {
        try statement.forEachRow([.text(code)]) { row in
          if let country = Self.country(Tidy.text(row.text(0))) { found.insert(country) }
        }
      }
    }
    return found.sorted()
  }

  /// The estimated flow of a corridor, million US dollars, in the newest year that is stored.
  public func flow(_ corridor: Corridor) throws -> ExactDecimal? {
    let statement = try database.prepare(
      """
      SELECT million_usd FROM flow WHERE source = ? AND destination = ?
      ORDER BY year DESC LIMIT 1
      """)
    try statement.bind([.text(corridor.from.alpha3), .text(corridor.to.alpha3)])
    return try statement.step() ? statement.decimal(0) : nil
  }

  private func storedMeans(_ source: String, _ destination: String) throws -> [QuarterPoint] {
    let statement = try database.prepare(
      """
      SELECT quarter, dataset, low_total, high_total, services FROM corridor_mean
      WHERE source = ? AND destination = ? ORDER BY quarter
      """)
    var points: [QuarterPoint] = []
    try statement.forEachRow([.text(source), .text(destination)]) { row in
      guard let quarter = CalendarQuarter(index: row.integer(0)), let total = row.decimal(2)
      else { return }
      let provenance = try provenance(row.integer(1), observed: quarter.last)
      points.append(
        QuarterPoint(
          quarter: quarter, total200: total, total500: row.decimal(3),
          services: row.optionalInteger(4),
          basis: provenance.source == .worldBankDataBank ? .published : .allRows,
          provenance: provenance))
    }
    return points
  }

  /// Adds up the rows of each quarter, of which only three columns are read.
  private func rowMeans(_ source: String, _ destination: String) throws -> [QuarterPoint] {
    let statement = try database.prepare(
      """
      SELECT p.quarter, p.dataset, p.low_total, p.high_total, p.date FROM price_row p
      JOIN text t ON t.id = p.transparent
      WHERE p.source_code = \(Self.text) AND p.destination_code = \(Self.text)
        AND p.quarter > 0 AND lower(trim(t.value)) = 'yes'
      ORDER BY p.quarter
      """)
    var points: [QuarterPoint] = []
    var group = Group()
    func close() throws {
      if let point = try group.point(self) { points.append(point) }
      group = Group()
    }
    try statement.forEachRow([.text(source), .text(destination)]) { row in
      if row.integer(0) != group.quarter { try close() }
      group.quarter = row.integer(0)
      group.dataset = row.integer(1)
      if let total = row.decimal(2) { group.low.append(total) }
      if let total = row.decimal(3) { group.high.append(total) }
      group.day = max(group.day, row.integer(4))
      group.rows += 1
    }
    try close()
    return points
  }

  private struct Group {
    var quarter = 0
    var dataset = 0
    var day = 0
    var rows = 0
    var low: [ExactDecimal] = []
    var high: [ExactDecimal] = []

    func point(_ archive: PriceArchive) throws -> QuarterPoint? {
      guard let quarter = CalendarQuarter(index: quarter), let mean = try ExactDecimal.mean(low)
      else { return nil }
      let newest = Day(number: day).map { min($0, quarter.last) } ?? quarter.last
      return QuarterPoint(
        quarter: quarter, total200: mean, total500: try ExactDecimal.mean(high), services: rows,
        basis: .transparentRows, provenance: try archive.provenance(dataset, observed: newest))
    }
  }
}
