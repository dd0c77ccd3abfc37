import Quantities

extension PriceFinder {
  /// Where neither a service nor a mean of the corridor is known, says what sending to and from
  /// the two countries costs on average, as far as a source of country figures knows.
  func takeCountryCosts(_ work: inout Work) {
    guard work.services.isEmpty, work.mean == nil, work.otherWays == 0 else { return }
    let countries = sources.giving(.countryCost)
    for (source, result) in zip(countries, ask(countries, work.question)) {
      switch result {
      case .failure(let error):
        work.consulted.append(.init(source: source, tier: nil, error: error, age: nil))
      case .success(let answer):
        work.consulted.append(
          .init(source: source, tier: answer.tier, error: answer.because, age: answer.age))
        guard case .countryCost(let series) = answer.reading else { continue }
        work.note(PriceFinder.words(series, source))
      }
    }
  }

  private static func words(_ series: CountryCostSeries, _ source: PriceSource) -> String {
    guard let (year, value) = series.values.max(by: { $0.key < $1.key }) else {
      return "\(source.name) (\(series.country)): no year has a value."
    }
    return "\(source.name) (\(series.country)), \(year): \(value.text(places: 2)) % of $200"
      + " (\(source.attribution))."
  }
}
