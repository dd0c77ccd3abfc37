extension Machine {
  /// What is put back when a shared step has been computed.
  struct OuterEvidence {
    let first: Int
    let outerFirst: Int
    let outerWeakest: Certainty
    let outerFollowsDay: Bool
  }

  /// Begins to gather what a shared step rests on.
  func beginEvidence(_ level: Int) -> OuterEvidence? {
    guard level > 0 else { return nil }
    let outer = OuterEvidence(
      first: frontier.pointee.evidenceCount, outerFirst: frontier.pointee.firstEvidence,
      outerWeakest: frontier.pointee.weakest, outerFollowsDay: frontier.pointee.followsDay)
    frontier.pointee.sharedDepth += 1
    frontier.pointee.firstEvidence = outer.first
    frontier.pointee.weakest = .primary
    frontier.pointee.followsDay = false
    return outer
  }

  /// Keeps with the outcome what it rests on; this run has it already.
  func endEvidence(_ evidence: OuterEvidence?, _ level: Int, _ slot: Int) {
    guard let evidence else { return }
    let outcome = levels[level].outcomes + slot
    outcome.pointee.firstEvidence = Int32(truncatingIfNeeded: evidence.first)
    outcome.pointee.endOfEvidence = Int32(truncatingIfNeeded: frontier.pointee.evidenceCount)
    outcome.pointee.isLasting = !frontier.pointee.followsDay
    _ = own.take(level &* rowCount &* 4 &+ slot)
    if level == 1, outcome.pointee.isLasting { publish(slot) }
    frontier.pointee.sharedDepth -= 1
    frontier.pointee.firstEvidence = evidence.outerFirst
    // What the inner step rests on stands within the evidence of the outer one.
    frontier.pointee.weakest = min(evidence.outerWeakest, frontier.pointee.weakest)
    frontier.pointee.followsDay = evidence.outerFollowsDay || frontier.pointee.followsDay
  }

  // MARK: Outcomes that are the same on every day

  /// Leaves an outcome to runs for pensions that begin on another day.
  private func publish(_ slot: Int) {
    guard let common, levels[1].states[slot] == OutcomeTable.State.value else { return }
    common.states[slot] = OutcomeTable.State.value
    (common.outcomes + slot).initialize(to: levels[1].outcomes[slot])
  }

  /// Takes an outcome from a run for another day; whether there is one.
  func adopt(_ level: Int, _ slot: Int) -> Bool {
    guard level == 1, let common, common.states[slot] == OutcomeTable.State.value else {
      return false
    }
    (levels[1].outcomes + slot).initialize(to: common.outcomes[slot])
    levels[1].outcomes[slot].lastNote = -1
    levels[1].states[slot] = OutcomeTable.State.value
    return true
  }

  /// Notes that what is read hangs on the day the pension begins, or on what is published by then.
  func noteDay() { frontier.pointee.followsDay = true }

  /// Takes over a shared outcome with what it rests on.
  func take(_ level: Int, _ slot: Int) {
    let outcome = levels[level].outcomes + slot
    if !outcome.pointee.isLasting { noteDay() }
    guard outcome.pointee.firstEvidence < outcome.pointee.endOfEvidence else { return }
    if frontier.pointee.sharedDepth > 0,
      Int(outcome.pointee.lastNote) < frontier.pointee.firstEvidence,
      Int(outcome.pointee.firstEvidence) < frontier.pointee.firstEvidence
    {
      outcome.pointee.lastNote = Int32(truncatingIfNeeded: frontier.pointee.evidenceCount)
      memory.add(
        Evidence(
          kind: .outcome, place: Int32(truncatingIfNeeded: slot), key: level))
    }
    accept(level, slot)
  }

  private func accept(_ level: Int, _ slot: Int) {
    if own.take(level &* rowCount &* 4 &+ slot) { return }
    if levels[level].states[slot] != OutcomeTable.State.value, !adopt(level, slot) { return }
    let outcome = levels[level].outcomes[slot]
    for index in Int(outcome.firstEvidence)..<Int(outcome.endOfEvidence) {
      let evidence = frontier.pointee.evidence[index]
      switch evidence.kind {
      case .outcome: accept(evidence.key, Int(evidence.place))
      case .fact: ask(Int(evidence.place))
      default: count(evidence)
      }
    }
  }

  /// Notes how certain a value of the law is, for this run and for those that share the step.
  func note(_ certainty: Certainty) {
    if certainty < weakest { weakest = certainty }
    guard frontier.pointee.sharedDepth > 0, certainty < frontier.pointee.weakest else { return }
    frontier.pointee.weakest = certainty
    memory.add(Evidence(kind: .certainty, certainty: certainty))
  }

  /// Notes something else about a value of the law.
  func note(_ evidence: Evidence) {
    count(evidence)
    if frontier.pointee.sharedDepth > 0 { memory.add(evidence) }
  }

  private func count(_ evidence: Evidence) {
    switch evidence.kind {
    case .certainty: weakest = min(weakest, evidence.certainty)
    case .use:
      let use = ParameterUse(
        parameter: Int(evidence.place), key: evidence.key, rowKey: evidence.rowKey)
      if uses.last != use { uses.append(use) }
    case .projection: usedProjectedValue = true
    case .fact, .outcome: break
    }
  }

  /// Notes that a fact of the case was asked for.
  func noteFact(_ row: Int) {
    ask(row)
    if frontier.pointee.sharedDepth > 0 {
      memory.add(Evidence(kind: .fact, place: Int32(truncatingIfNeeded: row)))
    }
  }

  /// Asks the run's own source once, so that it knows which facts were taken for granted.
  private func ask(_ row: Int) {
    if own.take(row &* 4) { return }
    _ = try? source.value(of: row - book.stepCount, in: .independent)
  }
}
