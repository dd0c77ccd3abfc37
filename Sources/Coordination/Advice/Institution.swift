import Quantities

/// Whom to write to in a country to claim a pension, and on which paper.
public struct Institution: Sendable, Hashable {
  /// A form, by the institution's own name for it.
  public struct Form: Sendable, Hashable {
    public let id: String
    /// What it is, in English.
    public let says: String
    public let source: String

    public init(id: String, says: String, source: String) {
      self.id = id
      self.says = says
      self.source = source
    }
  }

  public let country: Country
  /// In the country's own language.
  public let name: String
  public let address: String
  /// For a pension that rests on own periods alone.
  public let form: Form?
  /// For a pension that needs an agreement.
  public let agreementForm: Form?
  /// How many months before its first day a pension can or should be claimed.
  public let monthsBefore: Int?
  public let monthsSource: String
  /// What else to know, each with its source.
  public let notes: [Cited]

  public init(
    country: Country, name: String, address: String, form: Form?, agreementForm: Form?,
    monthsBefore: Int?, monthsSource: String, notes: [Cited]
  ) {
    self.country = country
    self.name = name
    self.address = address
    self.form = form
    self.agreementForm = agreementForm
    self.monthsBefore = monthsBefore
    self.monthsSource = monthsSource
    self.notes = notes
  }
}
