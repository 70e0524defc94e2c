import Diagnostics
import Workshop

/// Checks the ages of a household against the year and against each other.
struct AgeChecks {
  let report: Report
  let year: Int

  /// Parents are rarely younger than this when a child is born.
  private static let youngestParent = 15

  func check(_ people: [ResidentDraft], _ relations: Relations) {
    for person in people { checkBirth(person) }
    let couple = people.indices.filter {
      relations.relations[$0] == .head || relations.relations[$0] == .partner
    }
    for index in people.indices {
      switch relations.relations[index] {
      case .child: checkChild(people[index], parents: couple.map { people[$0] })
      case .parent:
        checkParent(people[index], couple: couple.map { people[$0] })
      default: continue
      }
    }
    // Where an age could not be read, what somebody is to the others cannot be told until it is mended.
    guard !couple.contains(where: { people[$0].isAgeUnread }) else { return }
    for index in relations.unclear where !people[index].isAgeUnread {
      tellUnclear(people[index], couple: couple.map { people[$0] })
    }
  }

  // MARK: - Year of birth

  private func checkBirth(_ person: ResidentDraft) {
    guard case .born(let birth) = person.age, report.knowsYears else { return }
    if birth > year {
      report.error(
        .bornLater, at: report.place(person.ageSpot ?? person.spot),
        Phrase(
          ja: "\(birth)年生まれの人は、\(year)年にはまだいません。", en: "Someone born in \(birth) is not there yet in \(year)."
        ),
        hint: Phrase(
          ja: "生まれた年か、基準年を確かめてください。", en: "Check the year of birth, or the base year."))
    } else if year - birth > AgeText.range.upperBound {
      report.error(
        .badAge, at: report.place(person.ageSpot ?? person.spot),
        Phrase(
          ja: "\(birth)年生まれの人は \(year)年に \(year - birth) 歳です。年齢は 0 から 120 までです。",
          en: "Someone born in \(birth) is \(year - birth) in \(year); an age is a number from 0 to 120."))
    }
  }

  // MARK: - Parents and children

  private func checkChild(_ child: ResidentDraft, parents: [ResidentDraft]) {
    for parent in parents where checkPair(parent: parent, child: child, at: child) { return }
  }

  /// A parent of one of the couple is told only where too young for both.
  private func checkParent(_ parent: ResidentDraft, couple: [ResidentDraft]) {
    guard parent.relation != nil else { return }
    let ages = couple.compactMap { child in child.age.range(in: year, baseYear: year).map { (child, $0) } }
    guard let youngest = ages.min(by: { $0.1.lowerBound < $1.1.lowerBound })?.0 else { return }
    checkPair(parent: parent, child: youngest, at: parent)
  }

  /// Compares by what the bands certainly say; true where something was told.
  @discardableResult
  private func checkPair(parent: ResidentDraft, child: ResidentDraft, at person: ResidentDraft) -> Bool {
    guard let older = parent.age.range(in: year, baseYear: year),
      let younger = child.age.range(in: year, baseYear: year)
    else { return false }
    let most = older.upperBound - younger.lowerBound
    if most < 0 {
      report.warning(
        .childOlderThanParent, at: report.place(person.ageSpot ?? person.spot),
        Phrase(
          ja: "子(\(AgeChecks.words(younger).ja))のほうが親(\(AgeChecks.words(older).ja))より年上です。",
          en:
            "The child (\(AgeChecks.words(younger).en)) is older than the parent (\(AgeChecks.words(older).en))."
        ),
        hint: AgeChecks.checkOrder)
      return true
    }
    guard most < AgeChecks.youngestParent else { return false }
    report.warning(
      .childCloseInAge, at: report.place(person.ageSpot ?? person.spot),
      Phrase(
        ja: "親(\(AgeChecks.words(older).ja))と子(\(AgeChecks.words(younger).ja))の年が近すぎます。",
        en:
          "Parent (\(AgeChecks.words(older).en)) and child (\(AgeChecks.words(younger).en)) are too close in age."
      ),
      hint: AgeChecks.checkOrder)
    return true
  }

  private static let checkOrder = Phrase(
    ja: "年齢か、書いた順番(夫婦、子、親)を確かめてください。親子でなければ「同居」と書き添えます。",
    en:
      "Check the ages and the order (couple, children, parents). If they are no parent and child, add `other`."
  )

  private static func words(_ range: ClosedRange<Int>) -> Phrase {
    range.count == 1
      ? Phrase(ja: "\(range.lowerBound)歳", en: "\(range.lowerBound)")
      : Phrase(ja: "\(range.lowerBound)〜\(range.upperBound)歳", en: "\(range.lowerBound)–\(range.upperBound)")
  }

  // MARK: - Relations that nobody can infer

  /// Neither child nor parent by age: most often somebody was written out of order.
  private func tellUnclear(_ person: ResidentDraft, couple: [ResidentDraft]) {
    let ages = couple.compactMap { $0.age.representative(in: year, baseYear: year) }
    let place = report.place(person.ageSpot ?? person.spot)
    guard let age = person.age.representative(in: year, baseYear: year), let youngest = ages.min() else {
      report.note(
        .unclearRelation, at: report.place(person.spot),
        Phrase(
          ja: "続柄がわからないため「同居」とします。", en: "What this person is to the others cannot be told; taken as `other`."
        ),
        hint: AgeChecks.sayRelation)
      return
    }
    if couple.count > 1 && age > youngest {
      report.warning(
        .childOlderThanParent, at: place,
        Phrase(
          ja: "\(age)歳は、夫婦(\(AgeChecks.list(ages).ja))の子としては年上で、親としては若すぎます。「同居」とします。",
          en:
            "At \(age) this person is older than the couple (\(AgeChecks.list(ages).en)) or one of them, yet too young for a parent; taken as `other`."
        ),
        hint: AgeChecks.checkOrder)
    } else if couple.count > 1 {
      report.warning(
        .childCloseInAge, at: place,
        Phrase(
          ja: "\(age)歳は、夫婦(\(AgeChecks.list(ages).ja))の子としては年が近すぎます。「同居」とします。",
          en:
            "At \(age) this person is too close in age to the couple (\(AgeChecks.list(ages).en)) to be their child; taken as `other`."
        ),
        hint: AgeChecks.checkOrder)
    } else {
      report.note(
        .unclearRelation, at: report.place(person.spot),
        Phrase(
          ja: "続柄がわからないため「同居」とします。", en: "What this person is to the others cannot be told; taken as `other`."
        ),
        hint: AgeChecks.sayRelation)
    }
  }

  private static let sayRelation = Phrase(
    ja: "続柄を書き添えるとはっきりします: 妻、長男、母、同居 など。",
    en: "Add a relation to make it clear: partner, child, parent, other …")

  private static func list(_ ages: [Int]) -> Phrase {
    Phrase(
      ja: ages.map { "\($0)歳" }.joined(separator: "と"), en: ages.map(String.init).joined(separator: " and "))
  }
}
