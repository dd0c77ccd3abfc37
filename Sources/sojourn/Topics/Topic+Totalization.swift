import CommandLineKit

extension Topic {
  /// How periods of several countries are added up.
  static let totalization = Topic(
    name: "totalization", title: "How periods of several countries are added up",
    text: """
      Most countries pay a pension only after a waiting period: ten years of contributions, say. \
      Somebody who worked a few years in each of several countries may then have no right \
      anywhere. Agreements mend this. A country bound by one counts the other's periods as if \
      they were its own, for the right; the amount still follows from its own years.

        Anna worked          1990        2000        2010        2020
        country A (10 years) |###########|
        country B (20 years)             |#######################|
        A asks for 15 years: 10 of its own + 20 of B = 30. The right is met.

      The amount is found in three steps (for Europe: Regulation 883/2004, Art 52):

        1. independent  what A pays on its own periods alone, if they suffice
        2. theoretical  what A would pay if all 30 years had been A's    900
           pro rata     theoretical x own / total = 900 x 10/30 =        300
        3. paid         the higher of 1 and 2

      Not every agreement computes like this. Under some (Canada's residence pension, many \
      agreements of Switzerland) foreign periods only open the right and the amount is simply that \
      of the own years. The answer names the method and its article.

      Overlaps count once. Where periods of two countries cover the same time, compulsory \
      insurance comes before voluntary, and both before periods that are only treated as \
      insurance. Countries count in different units: three months make a quarter, and no \
      conversion gives more than a year for a year.

      An agreement usually asks for a least own period (six quarters in the United States, a \
      year in Europe). Shorter periods are not lost: within Europe the other countries take them \
      over (Art 57).

      Two countries without an agreement do not count each other's periods, even if each has an \
      agreement with a third. 'sojourn agreements A B' tells what links two countries; 'sojourn \
      entitlements CASE --without-agreements' what would be left without.
      """)
}
