/// The registers of a step that is being computed in a setting.
struct Frame {
  let registers: UnsafeMutablePointer<Cell>
  let step: UnsafeMutablePointer<StepProgram>
  let setting: Setting

  /// The register of a place, filled or not.
  subscript(_ place: Int32) -> Cell {
    @inline(__always) get { registers[Int(place)] }
    @inline(__always) nonmutating set { registers[Int(place)] = newValue }
  }

  /// The same, to change a part of it.
  @inline(__always)
  func pointer(_ place: Int32) -> UnsafeMutablePointer<Cell> { registers + Int(place) }
}
