import Formula

/// Writes a figure of a worksheet: a number as text, a series as an object by year.
enum FigureWriter {
  static func write(_ figure: Figure, to json: inout JSONWriter) {
    switch figure.value {
    case .number(let number): json.decimal(number)
    case .truth(let truth): json.boolean(truth)
    case .series(let series), .months(let series):
      let isMonthly = if case .months = figure.value { true } else { false }
      json.object { json in
        for (key, value) in series {
          json.member(named: isMonthly ? month(key) : String(key), value)
        }
      }
    case .dates(let days): json.array(of: days) { $0.day($1) }
    case .date, .choice, .country: json.string(figure.text)
    }
  }

  private static func month(_ index: Int) -> String {
    let number = index % 12 + 1
    return "\(index / 12)-\(number < 10 ? "0" : "")\(number)"
  }
}
