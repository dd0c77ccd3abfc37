import CommandLineKit

extension Topic {
  /// How the cost of sending money is counted.
  static let prices = Topic(
    name: "prices", title: "How the cost of sending money home is counted",
    text: """
      Sending money costs a fee, and a worse exchange rate than the market's.

        total cost % = fee / amount x 100 + margin
        margin %     = (1 - rate applied / mid-market rate) x 100

      With --mode on-top the fee is paid besides the amount (the World Bank's way of counting); \
      with --mode taken-out, the default, it comes out of the amount. A margin that is not known \
      is unknown, not zero.

      Answers come from live sources, else from the cache while that is fresh, else from older \
      answers, else from the prices that ship with the program. Each figure names its source, \
      its day and its age. --offline opens no connection. Only the corridor, the amount and the \
      currency are ever sent out: never a case.

      'sojourn arrives CASE' prices the way home of every pension of a case.
      """)
}
