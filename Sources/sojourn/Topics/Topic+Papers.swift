import CommandLineKit

extension Topic {
  /// What papers 'sojourn import' reads, and how a table is written.
  static let papers = Topic(
    name: "papers", title: "What can be imported",
    text: """
      'sojourn import periods.csv p5000.json statement.xml -o case.json' joins papers of one \
      person into one case.

      A table (CSV) of periods names its columns in the first row:

        country;from;to;type;monthly earnings;currency;months
        Germany;15.01.1992;31.03.2010;employed;2.600,50;EUR;219
        France;1 May 2010;today;self employed;;;

      A table of yearly earnings has a year instead of the two days:

        country,year,earnings,currency
        Korea,2007,18000000,KRW
        Korea,2008,22400000,KRW

      Columns: country, scheme, from, to, year, type, earnings, monthly earnings, per (day, \
      week, month, quarter, year), currency, days, weeks, months, quarters, years (a sum that an \
      institution certified), days per week, note. Their names, the types, countries, \
      currencies and months may be in English, Spanish, French, Portuguese, Arabic, German, \
      Italian, Romanian or Polish; commas, semicolons or tabs stand between the cells. Save it \
      as UTF-8.

      The form P5000 (JSON) certifies when and how long somebody was insured in a country. Each \
      period keeps its sum, and in its note who certified it. What is relevant for other \
      pensions only is left out; where section 5 of the form says other totals, that is said.

      The statement of my Social Security (XML: "Download Your Statement Data") gives the \
      earnings of each year in the United States.

      Earnings by year are put to the periods that another paper dates. The birth date is kept, \
      names and numbers are not.
      """)
}
