import Quantities

extension SnapshotBuilder {
  /// All euro reference rates of the ECB.
  mutating func addRates() throws {
    let file = "eurofxref-hist.zip"
    let dataset = try dataset(
      .europeanCentralBank, title: "Euro foreign exchange reference rates since 1999", file: file,
      licence: Attribution.europeanCentralBank)
    guard let bytes = SmallFile.read(folder + "/" + file, limit: 16 << 20) else {
      throw WorkbookError(.cannotOpen, at: folder + "/" + file, "cannot be read")
    }
    let csv = try ZipContents.entry(endingIn: ".csv", of: bytes, limit: 32 << 20)
    let statement = try database.prepare("INSERT INTO reference_rate VALUES (?, ?, ?)")
    var rows = 0
    var last: Day?
    for set in try ECBHistoryReader.parse(csv) {
      last = max(last ?? set.day, set.day)
      for (currency, rate) in set.rates.sorted(by: { $0.key < $1.key }) {
        guard let packed = PackedDecimal(rate) else { throw unreadable(file, rate.description) }
        try statement.bind([
          .text(currency), .integer(Int64(set.day.number)), .integer(packed.word),
        ])
        try statement.run()
        rows += 1
      }
    }
    try close(dataset, rows: rows, observed: last)
    summary.rates = rows
  }

  /// The parities of `parities.csv`.
  mutating func addParities() throws {
    let file = "parities.csv"
    let dataset = try dataset(
      .officialParity, title: "Parities fixed by law or by the issuing central bank", file: file,
      licence: "The law or central bank named with each parity")
    let statement = try database.prepare("INSERT INTO parity VALUES (?, ?, ?, ?, ?, ?)")
    var rows = 0
    try PlainFile.table(
      of: rateCache + "/" + file, columns: ["base", "quote", "rate", "since", "until", "law"]
    ) { cells in
      guard let base = Currency(cells[0]), let quote = Currency(cells[1]),
        let rate = ExactDecimal(cells[2]).flatMap({ PackedDecimal($0) }), rate.mantissa > 0,
        let since = Day(cells[3]), cells[4].isEmpty || Day(cells[4]) != nil
      else { throw unreadable(file, cells.joined(separator: ",")) }
      try statement.bind([
        .text(base.code), .text(quote.code), .integer(Int64(since.number)),
        SQLValue(Day(cells[4]).map { Int($0.number) }), .integer(rate.word), .text(cells[5]),
      ])
      try statement.run()
      rows += 1
    }
    try close(dataset, rows: rows, observed: nil)
    summary.parities = rows
  }

  /// The bilateral flows, in million US dollars to a dollar.
  mutating func addFlows() throws {
    let file = "knomad_bilateral_2021.csv.gz"
    let dataset = try dataset(
      .bilateralFlows, title: "Bilateral remittances 2021, million US dollars, to one dollar",
      file: file, licence: Attribution.bilateralFlows)
    let statement = try database.prepare("INSERT INTO flow VALUES (?, ?, 2021, ?)")
    var rows = 0
    var unknown: Set<String> = []
    try PlainFile.table(
      of: folder + "/" + file, columns: ["sending", "receiving", "usd_million"]
    ) { cells in
      if cells[0...1].contains(where: WorldBankNames.withoutCode.contains) { return }
      let countries = cells[0...1].map { WorldBankNames.country($0) }
      guard let from = countries[0], let to = countries[1] else {
        unknown.formUnion(zip(cells, countries).compactMap { $1 == nil ? $0 : nil })
        return
      }
      guard let flow = try Self.figure(cells[2], places: 6) else {
        throw unreadable(file, cells[2])
      }
      if flow.isZero { return }
      try statement.bind([.text(from.alpha3), .text(to.alpha3), .integer(flow.word)])
      try statement.run()
      rows += 1
    }
    guard unknown.isEmpty else {
      throw WorkbookError(
        .badCSV, at: folder + "/" + file,
        "no country of the name \(unknown.sorted().joined(separator: "; "))")
    }
    try close(dataset, rows: rows, observed: Day(year: 2021, month: 12, day: 31))
    summary.flows = rows
  }
}
