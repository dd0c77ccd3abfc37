import CommandLineKit
import Quantities
import Remittances

/// The answer to `sojourn remit` as text for a person.
public struct RemitTable: Sendable {
  let answer: RemitAnswer
  let width: Int
  let style: Style
  let isUTF8: Bool

  /// - Parameter width: columns to keep to.
  public init(_ answer: RemitAnswer, width: Int, style: Style, isUTF8: Bool) {
    self.answer = answer
    self.width = width
    self.style = style
    self.isUTF8 = isUTF8
  }

  /// The lines of the answer.
  public var lines: [String] {
    var lines = heading + [""]
    if answer.services.isEmpty {
      lines += wrapped("No prices of single services are known here for this transfer.")
    } else {
      lines += table
    }
    if let mean { lines += [""] + mean }
    return lines + [""] + footer
  }

  private var heading: [String] {
    let question = answer.question
    let amount = PriceText.amount(question.amount, question.sendCurrency)
    let how =
      switch question.mode {
      case .onTop: "the fee is paid on top of the amount"
      case .takenOut: "the fee is taken out of the amount"
      }
    var lines = wrapped(
      "Sending \(amount) \(question.sendCurrency) from \(question.corridor.from.name) to"
        + " \(question.corridor.to.name); \(how).")
    if let rate = answer.midMarket {
      let uncertain = rate.isUncertain ? ", uncertain" : ""
      lines += wrapped(
        "Mid-market rate: \(PriceText.rate(rate.rate)) \(rate.quote) for 1 \(rate.base)"
          + " (\(rate.provenance.source), \(rate.provenance.observed)\(uncertain)).")
    } else if question.sendCurrency != question.payoutCurrency {
      lines += wrapped("No mid-market rate is known.")
    }
    return lines.enumerated().map { $0.offset == 0 ? style.bold($0.element) : $0.element }
  }

  private var table: [String] {
    let costs = answer.services.map(\.cost)
    let bar = CostBar(costs: costs, width: min(16, max(6, width / 6)), isUTF8: isUTF8)
    let table = ColumnTable(
      columns: [
        .init(""), .init("Service", shortensTo: 20), .init("Fee", .right, goes: 1),
        .init("Margin", .right, goes: 2), .init("Total", .right), .init("Received", .right),
        .init("", goes: 4), .init("Speed", goes: 6), .init("Source", goes: 5),
        .init("Age", .right, goes: 3),
      ],
      rows: answer.services.map { row($0, bar) })
    return table.lines(width: width, style: style) + [style.dim("\(mark) cheapest   \(bar.key)")]
  }

  private var mark: String { isUTF8 ? "★" : "*" }

  private func row(_ service: RemitAnswer.Service, _ bar: CostBar) -> ColumnTable.Row {
    let (price, cost) = (service.price, service.cost)
    let isBest = service == answer.best
    let received = cost.received.map {
      "\(PriceText.amount($0.amount, $0.currency)) \($0.currency)"
    }
    return ColumnTable.Row(
      [
        isBest ? mark : "", TextLayout.visible(price.provider),
        PriceText.amount(cost.fee, price.sendCurrency),
        PriceText.percent(cost.marginPercentOfAmount), PriceText.percent(cost.totalPercent),
        received ?? "?", bar.draw(cost), PriceText.speed(price.speed),
        price.provenance.source.rawValue, "\(age(service)) \(price.provenance.tier.rawValue)",
      ], isStrong: isBest)
  }

  private func age(_ service: RemitAnswer.Service) -> String {
    if let collected = service.collected {
      return PriceText.age(seconds: answer.answered.since(collected))
    }
    let days = service.price.provenance.age(on: answer.answered.day)
    return PriceText.age(seconds: Int64(days) * 86_400)
  }

  private var mean: [String]? {
    guard let mean = answer.mean else { return nil }
    let count = mean.services.map { " over \($0) services" } ?? ""
    let larger = mean.totalAt500.map { ", \(PriceText.percent($0)) for $500" } ?? ""
    return wrapped(
      "Surveyed mean of the corridor, \(mean.quarter)\(count): \(PriceText.percent(mean.totalAt200))"
        + " for $200\(larger) (\(mean.provenance.source), fee on top).")
  }

  private var footer: [String] {
    var lines: [String] = []
    if answer.otherWays > 0 {
      lines += wrapped("\(answer.otherWays) services paid in or out in another way are not shown.")
    }
    lines += flagLines
    lines += answer.notes.flatMap { wrapped(TextLayout.visible($0)) }
    lines += consultedLines
    let licences = Set(
      answer.services.map(\.price.provenance.licence)
        + [answer.midMarket, answer.check].compactMap { $0?.provenance.licence }
        + [answer.mean?.provenance.licence].compactMap { $0 })
    for licence in licences.sorted() { lines += wrapped(licence) }
    return lines.map(style.dim)
  }

  /// What the flags of the shown prices mean, with the services that bear them.
  private var flagLines: [String] {
    PriceFlag.allCases.flatMap { flag -> [String] in
      let names = answer.services.filter { $0.cost.flags.contains(flag) }.map(\.price.provider)
      guard !names.isEmpty else { return [] }
      let who = names.count == answer.services.count ? "all" : names.joined(separator: ", ")
      return wrapped(TextLayout.visible("Note (\(who)): \(flag.description)."))
    }
  }

  /// What became of the sources, those of the same fate in one sentence.
  private var consultedLines: [String] {
    var fates: [(fate: String, names: [String])] = []
    for consulted in answer.consulted {
      let fate = fate(consulted)
      if let place = fates.firstIndex(where: { $0.fate == fate }) {
        fates[place].names.append(consulted.source.name)
      } else {
        fates.append((fate, [consulted.source.name]))
      }
    }
    return fates.flatMap { wrapped("\($0.names.joined(separator: ", ")): \($0.fate).") }
  }

  private func fate(_ consulted: RemitAnswer.Consulted) -> String {
    switch (consulted.tier, consulted.error) {
    case (nil, let error): return "no answer" + (error.map { ", \($0)" } ?? "")
    case (let tier?, let error?):
      let age = consulted.age.map { " of \(PriceText.age(seconds: $0)) ago" } ?? ""
      return "\(tier.rawValue), a stored answer\(age) stands in: \(error)"
    case (let tier?, nil):
      let age = consulted.age.map { ", \(PriceText.age(seconds: $0)) old" } ?? ""
      return tier == .live ? tier.rawValue : tier.rawValue + age
    }
  }

  private func wrapped(_ text: String) -> [String] { TextLayout.wrap(text, width: width) }
}
