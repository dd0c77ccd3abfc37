/// The candidate nearest to a mistyped word; nil where none is near enough to be meant.
///
/// Nearness is the number of letters added, left out, changed or swapped with their neighbour, at
/// most one in three (so a word of two letters only in another case); a candidate that the word
/// begins counts as one letter off. Of equally near ones the first is taken.
func nearest(to word: String, among candidates: [String]) -> String? {
  let longest = 64
  guard word.utf8.count <= longest else { return nil }
  let typed = Array(word.lowercased())
  var best: (name: String, distance: Int)?
  for name in candidates {
    let target = Array(name.lowercased())
    var distance = editDistance(typed, target)
    if typed.count >= 3, target.starts(with: typed) { distance = min(distance, 1) }
    let limit = max(typed.count, target.count) / 3
    if distance <= limit, distance < (best?.distance ?? .max) {
      best = (name, distance)
    }
  }
  return best?.name
}

/// The optimal string alignment distance.
///
/// Complexity: O(*n·m*) time, O(*m*) memory.
func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for i in left.indices {
    var row = [i + 1]
    row.reserveCapacity(right.count + 1)
    for j in right.indices {
      let change = last[j] + (left[i] == right[j] ? 0 : 1)
      var cost = min(change, last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
        cost = min(cost, beforeLast[j - 1] + 1)
      }
      row.append(cost)
    }
    beforeLast = last
    last = row
  }
  return last[right.count]
}
