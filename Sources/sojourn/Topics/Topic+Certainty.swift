import CommandLineKit

extension Topic {
  /// What the words of an answer promise.
  static let certainty = Topic(
    name: "certainty", title: "What an answer promises, and what it does not",
    text: """
      Every value of the rule book says how it was read. primary: in the law or the agency's own \
      publication. secondary: in a publication by others that cites it. unverified: nowhere that \
      could be checked. An answer shows the weakest its amount rests on, and names unverified \
      values in its first lines.

      The status of a scheme is one of these:

        payable            the pension is due from the day shown
        payable_later      the right exists; it is paid from a later day
        not_qualified      no right; the answer says what is missing
        not_covered        the case has no periods there
        unknown_agreement  an agreement would decide, and is not known
        not_computed       something is missing; the answer says what

      An amount before pensionable age is what has been earned so far under today's law. It is \
      no forecast. Where the value for a coming day is not published yet, the newest one is \
      used and a first line says so.

      'in force', 'none' and 'unknown' are three answers about agreements: 'none' is said only \
      where a country's official list was read complete.

      Sojourn is not an institution. Only the institution's decision binds; take the worksheet \
      ('--explain') to it.
      """)
}
