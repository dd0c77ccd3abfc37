/// Finds the row of a code table that a text probably means.
enum Suggestion {
  /// The row whose name or further name is `text`, whatever its case; one that exists goes before
  /// one that is withdrawn.
  static func row(named text: String, in table: CodeTable) -> Int? {
    let wanted = text.lowercased()
    var withdrawn: Int?
    for row in 0..<table.count
    where table.name(row).lowercased() == wanted || table.otherNames(row).contains(wanted) {
      if !table.isWithdrawn(row) { return row }
      withdrawn = withdrawn ?? row
    }
    return withdrawn
  }

  /// The row nearest to `text` by code or name, or nil where none is near.
  static func row(for text: String, in table: CodeTable, codeColumns: ClosedRange<Int>) -> Int? {
    let wanted = Array(text.lowercased().utf8)
    guard wanted.count >= 2, wanted.count <= 60 else { return nil }
    var best: (row: Int, cost: Int)?
    for row in 0..<table.count {
      let names = [table.name(row)] + table.otherNames(row)
      let costs =
        codeColumns.compactMap { codeCost(wanted, table.text(row, $0)) }
        + names.compactMap { nameCost(wanted, $0) }
      guard var cost = costs.min() else { continue }
      // What is withdrawn is meant less often than what exists.
      if table.isWithdrawn(row) { cost += 5 }
      if cost < best?.cost ?? 50 { best = (row, cost) }
    }
    return best?.row
  }

  /// How far a code is from a text of the same length.
  private static func codeCost(_ wanted: [UInt8], _ code: String) -> Int? {
    let code = Array(code.lowercased().utf8)
    if code == wanted { return 0 }
    guard code.count == wanted.count, distance(wanted, code, limit: 1) == 1 else { return nil }
    if code.sorted() == wanted.sorted() { return 20 }
    // One letter of two is half of the code, which says nothing.
    if code.count == 2 { return nil }
    return code[0] == wanted[0] ? (code[1] == wanted[1] ? 25 : 27) : 30
  }

  /// How far a name is from a text.
  private static func nameCost(_ wanted: [UInt8], _ name: String) -> Int? {
    let name = Array(name.lowercased().utf8)
    if name == wanted { return 0 }
    guard wanted.count >= 3 else { return nil }
    let limit = wanted.count / 3
    var cost: Int?
    if wanted.count >= 4, abs(name.count - wanted.count) <= limit {
      cost = distance(wanted, name, limit: limit).map { $0 * 10 }
    }
    if name.starts(with: wanted) {
      cost = min(cost ?? 19, 10 + min(9, (name.count - wanted.count) / 4))
    }
    return cost
  }

  /// The number of insertions, deletions, replacements and swaps of neighbours between two texts,
  /// or nil beyond `limit`.
  static func distance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int? {
    var before = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    var row = before
    for i in left.indices {
      row[0] = i + 1
      for j in right.indices {
        let same = left[i] == right[j]
        row[j + 1] = min(last[j + 1] + 1, row[j] + 1, last[j] + (same ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          row[j + 1] = min(row[j + 1], before[j - 1] + 1)
        }
      }
      if let least = row.min(), least > limit { return nil }
      (before, last, row) = (last, row, before)
    }
    return last[right.count] <= limit ? last[right.count] : nil
  }
}
