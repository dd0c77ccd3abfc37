/// The register code of all steps of a scheme.
struct Programs: Sendable {
  let steps: [StepProgram]

  init(compiling steps: [CheckedStep]) { self.steps = steps.map(StepProgram.init) }
}
