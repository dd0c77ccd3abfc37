import Coordination
import Formula
import Quantities

extension SchemeLoader {
  /// The parameters named as averages of what the insured earned, with their places.
  func averageEarnings() -> [YAMLNode] {
    guard let node = reader.optional("average_earnings") else { return [] }
    return node.items ?? [node]
  }

  /// The place of such a parameter; it must be an amount of money for each year, in the currency
  /// of the year.
  func average(_ node: YAMLNode, in rules: RuleSet) -> Int? {
    guard let name = reader.text(of: node) else { return nil }
    guard let index = rules.parameter(named: name) else {
      let names = rules.parameters.map(\.id)
      findings.report(
        "rule.undefined-name", "'\(name)' is no parameter of this scheme",
        hint: nearest(to: name, among: names).map { "did you mean '\($0)'?" }, at: node)
      return nil
    }
    let parameter = rules.parameters[index]
    let isMoney =
      parameter.unit.currency == frame.currency.code
      && [nil, "year", "month"].contains(
        parameter.unit.per)
    let lastFormer = frame.formerCurrencies.last?.until.year ?? 0
    let keepsCurrency =
      reader.optional("parameters")?[name]?["in"]?.text == "currency_of_the_year"
      || (parameter.rows.first?.key ?? lastFormer + 1) > lastFormer
    guard parameter.shape == .yearly, isMoney, keepsCurrency else {
      findings.report(
        "rule.bad-average", "'\(name)' is not money for each year in the currency of the year",
        hint: "'each: year', in \(frame.currency.code)/year or \(frame.currency.code)/month",
        at: node)
      return nil
    }
    return index
  }
}
