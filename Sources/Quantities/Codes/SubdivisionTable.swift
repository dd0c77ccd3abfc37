// Written by .ci/iso-codes from iso-codes 4.15.0; do not edit.

/// Subdivisions (ISO 3166-2) that conclude agreements.
enum SubdivisionTable {
  /// One line each: code, withdrawal, name, other names.
  static let lines: StaticString = """
    CA-AB||Alberta|
    CA-BC||British Columbia|
    CA-MB||Manitoba|
    CA-NB||New Brunswick|
    CA-NL||Newfoundland and Labrador|
    CA-NS||Nova Scotia|
    CA-NT||Northwest Territories|
    CA-NU||Nunavut|
    CA-ON||Ontario|
    CA-PE||Prince Edward Island|
    CA-QC||Quebec|
    CA-SK||Saskatchewan|
    CA-YT||Yukon|
    """
}
