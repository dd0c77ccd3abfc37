import Quantities

extension SnapshotBuilder {
  private static let insert = """
    INSERT OR IGNORE INTO corridor_mean
      (source, destination, quarter, dataset, low_total, high_total, low_margin, high_margin,
       services)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    """

  /// The means of all rows by corridor and quarter, to six decimals.
  mutating func addMeans() throws {
    let file = "corridor_quarters_2016_2025.csv.gz"
    let dataset = try dataset(
      .worldBankCorridorMeans, title: "Corridor means 2016_2Q to 2025_1Q, to six decimals",
      file: file, licence: Attribution.worldBankMeans)
    let statement = try database.prepare(Self.insert)
    var rows = 0
    var last: CalendarQuarter?
    try PlainFile.table(
      of: folder + "/" + file,
      columns: [
        "source_code", "destination_code", "period", "avg_cost_pct_200usd", "avg_cost_pct_500usd",
        "avg_fx_margin_200usd", "avg_fx_margin_500usd", "num_providers",
      ]
    ) { cells in
      guard let quarter = DateText.quarter(cells[2]),
        let low = try Self.figure(cells[3], places: 6),
        let services = Int(cells[7])
      else { throw unreadable(file, cells.joined(separator: ",")) }
      var values: [SQLValue] = [
        .text(cells[0]), .text(cells[1]), .integer(Int64(quarter.index)), dataset,
        .integer(low.word),
      ]
      for cell in cells[4...6] {
        values.append(try Self.figure(cell, places: 6).map { .integer($0.word) } ?? .null)
      }
      try statement.bind(values + [SQLValue(services)])
      try statement.run()
      rows += 1
      last = max(last ?? quarter, quarter)
    }
    try close(dataset, rows: rows, observed: last?.last)
    summary.means = rows
  }

  /// The World Bank's published averages for the corridors and quarters that the means lack.
  mutating func addDataBank() throws {
    let file = "databank_rpw_corridors_2011_2020.csv.gz"
    let dataset = try dataset(
      .worldBankDataBank,
      title: "ATCR.CORR where no other mean is stored, 2011 to 2020, to six decimals", file: file,
      licence: Attribution.worldBankDataBank)
    let statement = try database.prepare(Self.insert)
    var quarters: [CalendarQuarter?] = []
    var rows = 0
    try PlainFile.records(of: folder + "/" + file) { _, bytes, ends in
      let cells = zip([0] + ends, ends).map { String(decoding: bytes[$0..<$1], as: UTF8.self) }
      guard !quarters.isEmpty else {
        quarters = cells.map { DateText.quarter($0) }
        guard quarters.contains(where: { $0 != nil }), cells.count > 6 else {
          throw unreadable(file, "the header")
        }
        return
      }
      // Below the table stand remarks, without codes.
      guard cells.count == quarters.count, cells[1].count == 3, cells[5].count == 3 else { return }
      for (quarter, cell) in zip(quarters, cells) {
        guard let quarter, cell != "..", !cell.isEmpty else { continue }
        guard let total = try Self.figure(cell, places: 6) else { throw unreadable(file, cell) }
        try statement.bind([
          .text(cells[1]), .text(cells[5]), .integer(Int64(quarter.index)), dataset,
          .integer(total.word), .null, .null, .null, .null,
        ])
        try statement.run()
        rows += database.changes
      }
    }
    try close(dataset, rows: rows, observed: Day(year: 2020, month: 9, day: 30))
    summary.dataBankMeans = rows
  }
}
