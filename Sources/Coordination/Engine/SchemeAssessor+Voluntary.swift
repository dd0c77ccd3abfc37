import Formula
import Quantities

/// Voluntary insurance that yields to compulsory insurance in another State.
extension SchemeAssessor {
  /// The pro rata without the yielding months, with what they are worth under national law on top.
  ///
  /// Reg. 987/2009 Art 43(2): the amount that corresponds to those periods is computed under the
  /// own legislation: here what the independent pension loses without them. Where a fact stands
  /// for earnings (certified points, ...) it cannot be parted, and they add nothing.
  ///
  /// - Returns: nil where the amounts cannot be computed so; then they are computed together.
  func withVoluntaryOnTop(_ award: Award, _ months: MonthSet, _ link: Link) throws(Missing)
    -> Award?
  {
    let reduced = SchemeAssessor(
      context: context.without(months, voluntaryOf: scheme), scheme: scheme)
    guard
      let rest = try reduced.award(
        award.kind, on: award.start, under: link, award.own, award.isProjected,
        without: []), rest.totalized?.isMet == true
    else { return nil }
    reduced.apply(link.side, to: rest)
    let reader = AmountReader(scheme: scheme)
    var (whole, part) = (award.run, rest.run)
    guard var amounts = rest.amounts, let share = amounts.proRata,
      let with = try? reader.independent(&whole), let without = try? reader.independent(&part)
    else { return nil }
    let supplement = max(.zero, with.minus(without))
    amounts.voluntarySupplement = supplement
    amounts.proRata = share.plus(supplement)
    amounts.independent = award.independent.isMet ? with : nil
    amounts.paid = amounts.proRata
    amounts.basis = .proRata
    rest.setting = .prorated
    if award.independent.isMet, let sum = amounts.proRata,
      with > sum || with == sum && link.side.tie == .independent
    {
      amounts.paid = with
      amounts.basis = .independent
      rest.setting = .independent
      rest.run = whole
    }
    rest.amounts = amounts
    return rest
  }
}

extension CaseContext {
  /// The case without some months of voluntary insurance in a scheme's country.
  func without(_ months: MonthSet, voluntaryOf scheme: Scheme) -> CaseContext {
    var changed = career
    changed.periods = career.periods.flatMap { period in
      period.country == scheme.country && period.type.rank == .voluntary
        ? period.without(months) : [period]
    }
    return CaseContext(changed, like: self)
  }
}

extension InsurancePeriod {
  /// The pieces that are left without some months; sums are shared by the months they keep.
  func without(_ months: MonthSet) -> [InsurancePeriod] {
    let all = span.monthsTouched.filter { !months.contains($0) }
    var pieces: [ClosedRange<Month>] = []
    for month in all {
      if let last = pieces.last, Int(last.upperBound.index) + 1 == Int(month.index) {
        pieces[pieces.count - 1] = last.lowerBound...month
      } else {
        pieces.append(month...month)
      }
    }
    let length = span.monthsTouched.count
    return pieces.compactMap { piece in
      guard let days = Span(from: piece.lowerBound.first, to: piece.upperBound.last),
        let kept = span.intersection(days)
      else { return nil }
      var part = self
      part.span = kept
      part.earnings = earnings.map { $0.within(piece, of: span) }
      part.certified = certified.map { sum in
        var share = sum
        share.amount = Self.share(sum.amount, piece.count, of: length, to: 1)
        return share
      }
      return part
    }
  }

  fileprivate static func share(
    _ amount: ExactDecimal, _ part: Int, of whole: Int, to quantum: ExactDecimal
  ) -> ExactDecimal {
    let exact = try? ExactDecimal.quotient(
      of: [amount, ExactDecimal(part)], by: [ExactDecimal(max(1, whole))])
    return exact.flatMap { try? $0.rounded(to: quantum, .halfUp) } ?? amount
  }
}

extension Earnings {
  /// The earnings of some months of a span: a year's sum is shared by its months.
  fileprivate func within(_ piece: ClosedRange<Month>, of span: Span) -> Earnings {
    guard case .entries(let list) = content else { return self }
    let cent = (try? ExactDecimal(1).divided(by: 100)) ?? 1
    let kept = list.compactMap { entry -> Entry? in
      if let number = entry.month {
        guard let month = Month(year: entry.year, month: number), piece.contains(month) else {
          return nil
        }
        return entry
      }
      let mine = piece.count { $0.year == entry.year }
      guard mine > 0 else { return nil }
      var share = entry
      share.amount = InsurancePeriod.share(
        entry.amount, mine, of: span.monthsTouched.count { $0.year == entry.year }, to: cent)
      return share
    }
    return Earnings(.entries(kept), currency: currency)
  }
}
