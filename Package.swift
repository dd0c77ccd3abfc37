// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// A library of the system, named as Debian names its development package.
func system(_ name: String, pkgConfig: String, package: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([package])])
}

/// A system library that is loaded when first asked for, so that no start pays for it: its header
/// holds the calls, and nothing is linked.
func loaded(_ name: String, package: String) -> Target {
  .systemLibrary(name: name, providers: [.apt([package])])
}

/// A module of Sojourn.
func module(_ name: String, uses dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// The tests of one module, or of the whole.
func tests(_ name: String, of dependencies: [Target.Dependency], besides files: [String] = [])
  -> Target
{
  .testTarget(name: name, dependencies: dependencies, exclude: files, swiftSettings: settings)
}

let package = Package(
  name: "sojourn",
  products: [
    .executable(name: "sojourn", targets: ["sojourn"]),
    .library(
      name: "Sojourn",
      targets: [
        "Quantities", "Formula", "Coordination", "RuleBook", "Remittances", "Interchange",
        "Presentation",
      ]),
  ],
  targets: [
    system("CYAML", pkgConfig: "yaml-0.1", package: "libyaml-dev"),
    system("CSQLite", pkgConfig: "sqlite3", package: "libsqlite3-dev"),
    loaded("CCurl", package: "libcurl4-openssl-dev"),
    loaded("CZip", package: "libzip-dev"),
    system("CExpat", pkgConfig: "expat", package: "libexpat1-dev"),
    loaded("CEdit", package: "libedit-dev"),
    system("CZlib", pkgConfig: "zlib", package: "zlib1g-dev"),

    // Arrows only point down this list.
    module("Quantities"),
    module("Formula", uses: ["Quantities"]),
    module("Coordination", uses: ["Formula"]),
    module("RuleBook", uses: ["Coordination", "CYAML"]),
    module(
      "Remittances", uses: ["Quantities", "CSQLite", "CCurl", "CZip", "CExpat", "CZlib", "CYAML"]),
    module("Interchange", uses: ["Coordination", "Remittances", "CExpat"]),
    module("CommandLineKit"),
    module("Presentation", uses: ["Coordination", "Remittances", "CommandLineKit"]),
    module("Interview", uses: ["Coordination"]),
    .executableTarget(
      name: "sojourn",
      dependencies: [
        "Quantities", "Formula", "Coordination", "RuleBook", "Remittances", "Interchange",
        "Presentation", "Interview", "CommandLineKit", "CEdit",
      ],
      swiftSettings: settings),

    // A small process that the tests of the cache start, stop and kill.
    .executableTarget(
      name: "FetchProbe", dependencies: ["Remittances"], path: "Tests/FetchProbe",
      swiftSettings: settings),

    tests("QuantitiesTests", of: ["Quantities"]),
    tests("FormulaTests", of: ["Formula"]),
    tests("CoordinationTests", of: ["Coordination"]),
    tests("RuleBookTests", of: ["RuleBook"], besides: ["bad", "good"]),
    tests(
      "RemittancesTests", of: ["Remittances", "FetchProbe"],
      besides: ["Server/misbehaving_server.py", "Resources"]),
    tests(
      "InterchangeTests", of: ["Interchange", "RuleBook"],
      besides: ["Cases", "Imports/good", "Imports/bad"]),
    tests("PresentationTests", of: ["Presentation", "RuleBook"]),
    tests("InterviewTests", of: ["Interview", "RuleBook", "Interchange"]),
    tests("CommandLineKitTests", of: ["CommandLineKit"], besides: ["Snapshots"]),
    tests("LawTests", of: ["RuleBook", "Interchange"], besides: ["Cases"]),
    tests(
      "EndToEndTests", of: ["sojourn", "Remittances"], besides: ["Papers", "terminal.py"]),
  ],
  swiftLanguageModes: [.v6]
)
