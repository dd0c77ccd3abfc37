extension RuleSet {
  /// The same rules with other values of some parameters, for examples that set them.
  ///
  /// - Parameter replacements: by place among `parameters`; shape and unit must stay as they are.
  public func replacing(_ replacements: [Int: Parameter]) -> RuleSet {
    guard !replacements.isEmpty else { return self }
    return RuleSet(
      schemeUnit: schemeUnit, inputs: inputs,
      parameters: parameters.enumerated().map { replacements[$0.offset] ?? $0.element },
      steps: steps, unreadParameters: unreadParameters,
      unreachableExceptions: unreachableExceptions, stepIndex: stepIndex, inputIndex: inputIndex,
      parameterIndex: parameterIndex, codeBook: codeBook)
  }
}
