import Dispatch
import Glibc
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
    // The hash is wanted last. Of two processors one is free for it only while the case is computed.
    let hasMany = sysconf(Int32(_SC_NPROCESSORS_ONLN)) > 2
    if hasMany { takeHash() }
    DispatchQueue.concurrentPerform(iterations: paths.count + 1) { index in
      if index > 0 {
        _ = try? scheme(at: paths[index - 1])
      } else {
        _ = try? instruments(among: all)
        _ = completeLists
      }
    }
    if !hasMany { takeHash() }
  }

  private func takeHash() {
    DispatchQueue.global().async { _ = self.hash }
  }
}
