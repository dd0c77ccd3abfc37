import Foundation

@testable import Remittances

/// The recorded replies in the test resources.
enum Replies {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Resources")

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: name)))
  }

  static let ecb = "wire/ecb_eurofxref-daily_2026-07-09.trimmed.xml"
  static let frankfurter = "wire/frankfurter_v2_2026-09-05.json"
  static let openERAPI = "wire/open_er_api_2026-09-05.trimmed.json"
  static let worldBank = "wire/worldbank_v2_SI.RMT.COST.IB.ZS_YEM_2026-10-10.trimmed.json"
  static let wise = ["USD-PHP", "USD-MXN", "GBP-INR", "USD-VND", "USD-NPR", "AUD-VND"]

  static let dataset = """
    {"dataset_id":"0037898","name":"Remittance Prices Worldwide","modified_on":"2026-05-06",
    "resources":[
    {"resource_id":"DR1","name":"DataBank","url":null,"format":"DATABANK"},
    {"resource_id":"DR2","name":"old","format":"XLSX","url":
    "https://datacatalogfiles.worldbank.org/ddh-published/0037898/DR2/rpw_dataset_2011_2024_q4.xlsx"},
    {"resource_id":"DR3","name":"new","format":"XLSX","url":
    "https://datacatalogfiles.worldbank.org/ddh-published/0037898/DR3/rpw_dataset_2011_2025_q3.xlsx"},
    {"resource_id":"DR4","name":"readme","format":"PDF","url":
    "https://datacatalogfiles.worldbank.org/ddh-published/0037898/DR4/readme.pdf"}]}
    """

  static let resources = """
    {"count":1,"data":[{"last_updated_date":"2026-05-06T00:00:00","maintenance_information":
    {"version_notes":"Q3 2025"},"distribution":{"file_name":"rpw_dataset_2011_2025_q3.xlsx",
    "distribution_size":50762620,"url":
    "https://datacatalogfiles.worldbank.org/ddh-published/0037898/DR3/rpw_dataset_2011_2025_q3.xlsx"
    }}]}
    """

  static let catalogue = ReplyQuestion(
    wantedFile: "rpw_dataset_*.xlsx", hosts: ["datacatalogfiles.worldbank.org"])
}
