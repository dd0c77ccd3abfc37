/// How a law says that a figure is brought to a place.
public enum RoundingMode: String, Sendable, Hashable, CaseIterable {
  /// To the nearest; a half goes away from zero (commercial rounding).
  case halfUp = "half_up"
  /// To the nearest; a half goes to the even neighbour.
  case halfEven = "half_even"
  /// To the nearest; a half goes towards zero.
  case halfDown = "half_down"
  /// Towards zero.
  case down
  /// Away from zero.
  case up
  /// Towards minus infinity.
  case floor
  /// Towards plus infinity.
  case ceiling

  /// Whether the magnitude moves up to its next multiple.
  ///
  /// - Parameters:
  ///   - negative: the sign of the figure.
  ///   - odd: whether the multiple below the magnitude is odd.
  ///   - half: the remainder against half of the quantum: -1 below, 0 equal, 1 above.
  /// The remainder is not zero.
  @inlinable
  func movesUp(negative: Bool, odd: Bool, half: Int) -> Bool {
    switch self {
    case .halfUp: half >= 0
    case .halfEven: half > 0 || (half == 0 && odd)
    case .halfDown: half > 0
    case .down: false
    case .up: true
    case .floor: negative
    case .ceiling: !negative
    }
  }
}
