import Coordination
import Formula
import Quantities

extension CaseAssembly {
  /// Takes periods that another paper certifies with a sum only once.
  ///
  /// A certified sum beats the dates (Reg. 987/2009 Art 13(3)); a dated period of the same time
  /// beside it would count the time twice. What it says of earnings goes to the certified one.
  mutating func joinCertified() {
    let old = base?.periods.count ?? 0
    var joined: Set<Int> = []
    for index in entries.indices where entries[index].period.certified == nil {
      let dated = entries[index]
      guard !dated.isRecord,
        let target = entries.indices.first(where: {
          entries[$0].period.certified != nil && ($0 >= old || index >= old)
            && Self.overlaps(entries[$0].period, dated.period)
        })
      else { continue }
      if entries[target].period.span.contains(dated.period.span),
        let joint = Self.together(entries[target].period, dated.period)
      {
        entries[target].period.earnings = joint.earnings
        joined.insert(index)
        report(
          dated, "import.certified-already", .warning,
          "the period \(dated.period.span.first) to \(dated.period.span.last) lies in one that \(papers[entries[target].paper]) certifies; its time is taken once, its earnings are put there"
        )
      } else {
        report(
          dated, "import.overlapping-periods", .error,
          "the period \(dated.period.span.first) to \(dated.period.span.last) overlaps one that \(papers[entries[target].paper]) certifies: the time would count twice",
          hint: "end it where the certified period begins, or leave it out")
      }
    }
    entries = entries.indices.filter { !joined.contains($0) }.map { entries[$0] }
  }

  private mutating func report(
    _ entry: Entry, _ code: String, _ severity: ImportFault.Severity,
    _ message: Phrase, hint: Phrase? = nil
  ) {
    findings.append(
      Finding(
        source: papers[entry.paper],
        fault: ImportFault(code, severity, at: entry.place, message, hint: hint)))
  }

  private struct Joined { let earnings: Earnings? }

  /// The earnings of both; nil where one record cannot hold them.
  private static func together(
    _ certified: InsurancePeriod, _ dated: InsurancePeriod
  ) -> Joined? {
    guard let more = dated.earnings else { return Joined(earnings: certified.earnings) }
    guard var earnings = certified.earnings else {
      // One typical wage stands for all of its period.
      if case .typical = more.content, certified.span.years != dated.span.years { return nil }
      return Joined(earnings: more)
    }
    guard case .entries(let known) = earnings.content, case .entries(let new) = more.content,
      earnings.currency == more.currency,
      earningYears(certified).isDisjoint(with: earningYears(dated))
    else { return nil }
    earnings.content = .entries((known + new).sorted { $0.year < $1.year })
    earnings.estimated.formUnion(more.estimated)
    return Joined(earnings: earnings)
  }
}
