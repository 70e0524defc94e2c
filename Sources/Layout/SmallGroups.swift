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

  /// Whether a count of people singles out one household; nobody is no few.
  public static func isFew(people count: Int) -> Bool { (1..<fewestPeople).contains(count) }

  /// Whether so few houses are lived in that ages tell whose they are; none is no few.
  public static func isFew(households count: Int) -> Bool { (1..<fewestHouseholds).contains(count) }

  /// The age at which the highest band begins: the highest of 90, 80 … `lowest` with which it is shared by three people or
  /// more, or nobody, and so is every band of ten years from 70 on below it; nil where there is none.
  ///
  /// - Parameters:
  ///   - lowest: The lowest age at which it may begin.
  ///   - counts: How many people are of these ages; several where years share their bands.
  static func highestBand(downTo lowest: Int, _ counts: [(Range<Int>) -> Int]) -> Int? {
    stride(from: 90, through: lowest, by: -10).first { age in
      counts.allSatisfy { count in
        !isFew(people: count(age..<Int.max))
          && ![70, 80].contains { $0 < age && isFew(people: count($0..<$0 + 10)) }
      }
    }
  }

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
    return Self.isFew(households: households)
  }

  // MARK: - Counts of people

  /// Counts of people in an order, such as by age: too small ones are added to the smaller of their neighbours.
  static func merged(inOrder counts: [NamedCount], _ language: Language) -> [NamedCount] {
    guard counts.contains(where: isSmall) else { return counts }
    // Neighbours are those next in age, in whatever order they were typed.
    var counts = inOrder(counts)
    while let index = counts.indices.filter({ isSmall(counts[$0]) }).min(by: {
      counts[$0].count < counts[$1].count
    }) {
      let neighbours = [index - 1, index + 1].filter(counts.indices.contains)
      guard let other = neighbours.min(by: { counts[$0].count < counts[$1].count }) else { return [] }
      let (low, high) = (min(index, other), max(index, other))
      let names = [counts[low].name, counts[high].name].map { decade(of: $0, language) }
        .joined(separator: language == .ja ? "・" : ", ")
      counts[low] = NamedCount(names, counts[low].count + counts[high].count)
      counts.remove(at: high)
    }
    return counts.count > 1 ? counts : []
  }

  /// 90代 of 98歳: a count that is added to another must not go on telling whose it is by its name.
  private static func decade(of name: String, _ language: Language) -> String {
    guard let age = name.wholeMatch(of: /(?:aged? )?([0-9]{1,2})[0-9] ?(?:歳|才|years?(?: old)?)?/),
      name.contains(where: { !$0.isNumber })
    else { return name }
    return Phrase(ja: "\(age.output.1)0代", en: "\(age.output.1)0s")(in: language)
  }

  /// The counts by the first number in their names, where each has one; else as they are.
  private static func inOrder(_ counts: [NamedCount]) -> [NamedCount] {
    let numbers = counts.map { count in
      count.name.firstMatch(of: /[0-9]+/).flatMap { Int($0.output) }
    }
    guard !numbers.contains(nil) else { return counts }
    return counts.indices.sorted { (numbers[$0] ?? 0, $0) < (numbers[$1] ?? 0, $1) }.map { counts[$0] }
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

  private static func isSmall(_ count: NamedCount) -> Bool { isFew(people: count.count) }
}

/// Something that was printed coarser than it was given.
public struct Coarsening: Sendable, Hashable {
  /// What it is of: a list of those who took part, or a question.
  public var name: String
  /// What is printed in the place of small counts, each as its names; empty where nothing of it could be printed.
  public var printed: [String]
  /// Whether it is a question of the questionnaire.
  public var isQuestion = false
  /// Whether it is left out because one or two people only answered it.
  public var isOfFew = false

  /// Whether nothing of it is printed.
  public var isLeftOut: Bool { printed.isEmpty }
}

extension Publication {
  /// The same with small counts of people added together, and what was added together or left out, for whoever prints
  /// it.
  public func coarsened(_ groups: SmallGroups, _ language: Language) -> (
    printed: Publication, changed: [Coarsening]
  ) {
    guard groups == .coarsened else { return (self, []) }
    var printed = self
    var changed: [Coarsening] = []
    func note(_ name: String, _ before: [NamedCount], _ after: [NamedCount], isQuestion: Bool = false) {
      guard before != after else { return }
      let known = Set(before)
      changed.append(
        Coarsening(
          name: name, printed: after.filter { !known.contains($0) }.map(\.name), isQuestion: isQuestion))
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
      note(NewsletterWords.departments(in: language), participants.departments, coarse.departments)
      note(NewsletterWords.sexes(in: language), participants.sexes, coarse.sexes)
      note(NewsletterWords.ages(in: language), participants.ages, coarse.ages)
      printed.participants = coarse
    }
    let about = AskedAbout(participants)
    printed.questionnaire?.questions = (questionnaire?.questions ?? []).compactMap { question in
      guard about.asksWho(question) else { return question }
      var coarse = question
      coarse.answers =
        AskedAbout.isInOrder(question.answers)
        ? SmallGroups.merged(inOrder: question.answers, language)
        : SmallGroups.merged(question.answers, language)
      note(question.title, question.answers, coarse.answers, isQuestion: true)
      return coarse.answers.isEmpty && !question.answers.isEmpty ? nil : coarse
    }
    printed.tallies = tallies.compactMap { tally in
      guard about.countsPeople(tally) else { return tally }
      var coarse = tally
      coarse.counts =
        AskedAbout.isInOrder(tally.counts)
        ? SmallGroups.merged(inOrder: tally.counts, language) : SmallGroups.merged(tally.counts, language)
      note(tally.title, tally.counts, coarse.counts)
      return coarse.counts.isEmpty && !tally.counts.isEmpty ? nil : coarse
    }
    // What one or two people answered, they alone can have answered.
    if let questionnaire = printed.questionnaire {
      func isOfFew(_ question: Question) -> Bool {
        SmallGroups.isFew(people: questionnaire.respondents(to: question))
      }
      for question in questionnaire.questions where isOfFew(question) {
        changed.removeAll { $0.isQuestion && $0.name == question.title }
        changed.append(Coarsening(name: question.title, printed: [], isQuestion: true, isOfFew: true))
      }
      printed.questionnaire?.questions.removeAll(where: isOfFew)
    }
    printed.questionnaire?.questions.removeAll { $0.answers.isEmpty }
    return (printed, changed)
  }
}
