/// The register code of all steps of a scheme.
struct Programs: Sendable {
  init(compiling steps: [CheckedStep]) {}
}
