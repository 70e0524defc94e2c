import Diagnostics
import Projection
import Workshop

/// What is done with figures that would single out one household where everybody reads them.
///
/// The rules are told in `docs/privacy.md`: few houses have no ages, the oldest share one band, small counts of
/// people are added together.
public enum SmallGroups: String, Sendable, Hashable, CaseIterable {
  /// They are made coarser.
  case coarsened
  /// They are printed as they are, because somebody decided so.
  case kept

  /// A count of fewer people than these singles out one household.
  public static let fewestPeople = 3
  /// Ages of fewer households than these tell whose they are.
  public static let fewestHouseholds = 5

  /// Whether the ages of a map tell whose they are: it has so few households.
  public func hidesAges(of map: TableMap) -> Bool {
    guard self == .coarsened else { return false }
    let households = map.houses.flatMap(\.dwellings).count { dwelling in
      switch dwelling.occupancy {
      case .residents(let people): people.contains { $0.away == nil }
      case .unknown: true
      case .vacant: false
      }
    }
    return (1..<Self.fewestHouseholds).contains(households)
  }

  /// The age at which the highest band of a map begins: the highest of 90, 80 and 70 that in no year only one or two
  /// people have reached.
  public func highestBand(of projection: MapProjection) -> Int {
    guard self == .coarsened else { return 90 }
    let states = projection.states.map { state in
      state.houses.flatMap(\.dwellings).flatMap(\.people).compactMap(\.age.years)
    }
    let bands = [90, 80, 70]
    return bands.first { band in
      states.allSatisfy { ages in
        let count = ages.count { $0 >= band }
        return count == 0 || count >= Self.fewestPeople
      }
    } ?? 70
  }

  // MARK: - Counts of people

  /// Counts of people in an order, such as by age: too small ones are added to the smaller of their neighbours.
  static func merged(inOrder counts: [NamedCount], _ language: Language) -> [NamedCount] {
    guard counts.contains(where: isSmall) else { return counts }
    var counts = counts
    while let index = counts.indices.filter({ isSmall(counts[$0]) }).min(by: {
      counts[$0].count < counts[$1].count
    }) {
      let neighbours = [index - 1, index + 1].filter(counts.indices.contains)
      guard let other = neighbours.min(by: { counts[$0].count < counts[$1].count }) else { return [] }
      let (low, high) = (min(index, other), max(index, other))
      let names = [counts[low].name, counts[high].name].joined(separator: language == .ja ? "・" : ", ")
      counts[low] = NamedCount(names, counts[low].count + counts[high].count)
      counts.remove(at: high)
    }
    return counts.count > 1 ? counts : []
  }

  /// Counts of people without an order, such as by department: too small ones become one, with the smallest of the
  /// others where they are too few together.
  static func merged(_ counts: [NamedCount], _ language: Language) -> [NamedCount] {
    guard counts.contains(where: isSmall) else { return counts }
    let name = Phrase(ja: "その他", en: "Others")(in: language)
    var kept = counts.filter { !isSmall($0) && $0.name != name }
    var others = counts.filter { isSmall($0) || $0.name == name }.total
    while others < fewestPeople, let least = kept.indices.min(by: { kept[$0].count < kept[$1].count }) {
      others += kept.remove(at: least).count
    }
    guard others >= fewestPeople, !kept.isEmpty else { return [] }
    return kept + [NamedCount(name, others)]
  }

  private static func isSmall(_ count: NamedCount) -> Bool { (1..<fewestPeople).contains(count.count) }

  /// Whether a question asks who somebody is, and not what they think.
  static func asksWho(_ question: String) -> Bool {
    let words = [
      "性別", "年代", "年齢", "何歳", "お住まい", "住まい", "地区", "所属", "職業", "gender", "age group", "how old", "live",
      "occupation", "which department",
    ]
    let folded = question.lowercased()
    return words.contains { folded.contains($0) }
  }
}

extension Publication {
  /// The same with small counts of people added together, and what was added together, for whoever prints it.
  public func coarsened(_ groups: SmallGroups, _ language: Language) -> (
    printed: Publication, changed: [String]
  ) {
    guard groups == .coarsened else { return (self, []) }
    var printed = self
    var changed: [String] = []
    func note(_ name: Phrase, _ before: [NamedCount], _ after: [NamedCount]) {
      if before != after { changed.append(name(in: language)) }
    }
    if let participants {
      var coarse = participants
      // The total stays what the first list said, whatever becomes of that list.
      coarse.total = participants.everybody
      coarse.departments = SmallGroups.merged(participants.departments, language)
      coarse.ages = SmallGroups.merged(inOrder: participants.ages, language)
      // A man among women is himself, however he is counted.
      coarse.sexes =
        SmallGroups.merged(participants.sexes, language) == participants.sexes ? participants.sexes : []
      note(NewsletterWords.departments, participants.departments, coarse.departments)
      note(NewsletterWords.sexes, participants.sexes, coarse.sexes)
      note(NewsletterWords.ages, participants.ages, coarse.ages)
      printed.participants = coarse
    }
    for (index, question) in (questionnaire?.questions ?? []).enumerated()
    where SmallGroups.asksWho(question.title) {
      let coarse = SmallGroups.merged(inOrder: question.answers, language)
      if coarse != question.answers { changed.append(question.title) }
      printed.questionnaire?.questions[index].answers = coarse
    }
    // What one or two people answered, they alone can have answered.
    if let questionnaire = printed.questionnaire {
      for question in questionnaire.questions
      where (1..<SmallGroups.fewestPeople).contains(questionnaire.respondents(to: question)) {
        changed.append(question.title)
      }
      printed.questionnaire?.questions.removeAll { question in
        (1..<SmallGroups.fewestPeople).contains(questionnaire.respondents(to: question))
      }
    }
    printed.questionnaire?.questions.removeAll { $0.answers.isEmpty }
    return (printed, changed)
  }
}

extension AgeThen {
  /// In years; of a band the one that stands for it.
  fileprivate var years: Int? {
    switch self {
    case .exact(let years): years
    case .band(_, let representative): representative
    case .unknown: nil
    }
  }
}
