/// A question of the closing questionnaire and its answers.
public struct Question: Sendable, Hashable {
  /// The question.
  public var title: String
  /// The answers in the order of the form, with how many gave each.
  public var answers: [NamedCount]
  /// How many answered this question, where that differs from the questionnaire's own number.
  public var respondents: Int?
  /// Whether one could give several answers.
  public var allowsSeveral: Bool
  /// What it asks about, where that was said.
  public var about: About?

  /// What a question asks about; answers about people are printed coarser than what people think.
  public enum About: String, Sendable, Hashable, CaseIterable {
    /// Who somebody is: age, sex, work, household.
    case person
    /// What they think, want or found.
    case opinion
  }

  /// Makes a question.
  public init(
    title: String, answers: [NamedCount], respondents: Int? = nil, allowsSeveral: Bool = false,
    about: About? = nil
  ) {
    self.about = about
    self.title = title
    self.answers = answers
    self.respondents = respondents
    self.allowsSeveral = allowsSeveral
  }
}

/// The closing questionnaire.
public struct Questionnaire: Sendable, Hashable {
  /// How many handed it in.
  public var respondents: Int
  /// The questions in order.
  public var questions: [Question]

  /// Makes a questionnaire.
  public init(respondents: Int, questions: [Question]) {
    self.respondents = respondents
    self.questions = questions
  }

  /// How many answered `question`.
  public func respondents(to question: Question) -> Int { question.respondents ?? respondents }

  /// A share in whole per cent, halves up: 22 of 36 is 61. Nil where nobody answered.
  public static func percent(_ count: Int, of respondents: Int) -> Int? {
    respondents > 0 ? (200 * count + respondents) / (2 * respondents) : nil
  }
}

/// Who took part, counted.
public struct Participants: Sendable, Hashable {
  /// Everybody, where it was said apart from the counts.
  public var total: Int?
  /// By department or group.
  public var departments: [NamedCount]
  /// By sex.
  public var sexes: [NamedCount]
  /// By age.
  public var ages: [NamedCount]

  /// Makes the counts.
  public init(
    total: Int? = nil, departments: [NamedCount] = [], sexes: [NamedCount] = [], ages: [NamedCount] = []
  ) {
    self.total = total
    self.departments = departments
    self.sexes = sexes
    self.ages = ages
  }

  /// The total as said, or as the first list that is not empty gives it.
  public var everybody: Int? {
    total ?? [departments, sexes, ages].first { !$0.isEmpty }?.total
  }
}
