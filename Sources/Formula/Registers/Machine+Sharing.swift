extension Machine {
  /// What is put back when a shared step has been computed.
  struct OuterEvidence {
    let first: Int
    let outerFirst: Int
    let outerWeakest: Certainty
  }

  /// Begins to gather what a shared step rests on.
  func beginEvidence(_ level: Int) -> OuterEvidence? {
    guard level > 0 else { return nil }
    let outer = OuterEvidence(
      first: frontier.pointee.evidenceCount, outerFirst: frontier.pointee.firstEvidence,
      outerWeakest: frontier.pointee.weakest)
    frontier.pointee.sharedDepth += 1
    frontier.pointee.firstEvidence = outer.first
    frontier.pointee.weakest = .primary
    return outer
  }

  /// Keeps with the outcome what it rests on; this run has it already.
  func endEvidence(_ evidence: OuterEvidence?, _ level: Int, _ slot: Int) {
    guard let evidence else { return }
    let outcome = levels[level].outcomes + slot
    outcome.pointee.firstEvidence = Int32(truncatingIfNeeded: evidence.first)
    outcome.pointee.endOfEvidence = Int32(truncatingIfNeeded: frontier.pointee.evidenceCount)
    own.taken[level &* rowCount &* 4 &+ slot] = true
    frontier.pointee.sharedDepth -= 1
    frontier.pointee.firstEvidence = evidence.outerFirst
    // What the inner step rests on stands within the evidence of the outer one.
    frontier.pointee.weakest = min(evidence.outerWeakest, frontier.pointee.weakest)
  }

  /// Takes over a shared outcome with what it rests on.
  func take(_ level: Int, _ slot: Int) {
    let outcome = levels[level].outcomes + slot
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
    let taken = own.taken + (level &* rowCount &* 4 &+ slot)
    guard !taken.pointee else { return }
    taken.pointee = true
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
    let taken = own.taken + row &* 4
    guard !taken.pointee else { return }
    taken.pointee = true
    _ = try? source.value(of: row - book.stepCount, in: .independent)
  }
}
