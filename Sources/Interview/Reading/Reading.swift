import Formula

/// What a line says in answer to a question.
enum Reading: Equatable {
  /// Answers to this and perhaps further questions, by their names.
  case answers([Answer])
  /// It may mean several things; the person chooses, or answers anew.
  case unclear(Phrase, [Choice])
  case refused(Phrase)

  struct Answer: Equatable {
    let id: String
    let value: String

    init(_ id: String, _ value: String) {
      self.id = id
      self.value = value
    }
  }
}
