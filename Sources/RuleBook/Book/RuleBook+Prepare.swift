import Dispatch
import Quantities

extension RuleBook {
  /// Reads what a case of these countries needs, on all processors; faults are thrown only when
  /// the files are asked for.
  ///
  /// - Parameter residence: where the person lives, whose instruments matter for payment abroad.
  public func prepare(for countries: [Country], residence: Country?) {
    // What takes longest must not come last, when the other processors have nothing left to do.
    let paths = countries.flatMap { schemePaths(of: $0) }.map { ($0, files.size(of: $0)) }
      .sorted { $0.1 > $1.1 }.map(\.0)
    let all = Set(countries + [residence].compactMap { $0 }).sorted()
    DispatchQueue.concurrentPerform(iterations: paths.count + 2) { index in
      switch index {
      case 0: _ = hash
      case 1:
        _ = try? instruments(among: all)
        _ = completeLists
      default: _ = try? scheme(at: paths[index - 2])
      }
    }
  }
}
