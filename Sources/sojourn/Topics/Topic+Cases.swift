import CommandLineKit

extension Topic {
  /// How a case is written.
  static let cases = Topic(
    name: "cases", title: "How to write a case",
    text: """
      A case is a JSON file. 'sojourn schema case' prints its schema, for an editor.

        {"format": "sojourn/case/1",
         "person": {"born": "1960-05-14", "sex": "female",
                    "lives_in": "CA", "citizen_of": ["KR"]},
         "claim": {"benefit": "old_age", "from": "2026-12-01"},
         "periods": [
           {"country": "US", "from": "1985-01-01", "to": "1991-12-31",
            "type": "employed", "earnings": {"1985": "16800.00"}},
           {"country": "FR", "scheme": "FR.CNAV", "from": "1981-09-01",
            "to": "1984-12-31", "type": "11", "certified": {"quarters": 13}}],
         "facts": {"DE.GRV": {"children_born": ["1993-02-10"]}}}

      Periods have a country and the first and last day; the scheme only where the country has \
      several and the type does not tell. Types are words (employed, self_employed, voluntary, \
      residence, unemployment, sickness, military, education, child_raising ...) or the codes of \
      the European form P5000.

      A sum that an institution certified goes into 'certified', in its own unit, and then beats \
      the dates. Earnings are yearly figures in the money of their time, or monthly ones \
      ("2001-03"), or one typical wage for the whole period: {"amount": "2600", "per": "month", \
      "currency": "EUR"}. A typical wage makes the answer an estimate, and it says so.

      Facts are what a scheme asks for beyond periods; 'sojourn rules show DE.GRV' lists them. \
      What is missing and matters is asked for in the answer; nothing is guessed in silence.

      'sojourn interview' asks for a case question by question and writes it where you say.

      'sojourn import' makes a case from papers: tables, the form P5000, the earnings record of \
      my Social Security.

      Without "from" the pension is computed from today or from the first day it can begin.
      """)
}
