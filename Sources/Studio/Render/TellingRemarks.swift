import Diagnostics
import Workshop

/// What somebody wrote for everybody by which a single household is told though it names nobody: the age or the year of birth
/// of one who lives on the map, and what is known of a house beside its number.
struct TellingRemarks: Sendable {
  /// A text, what it tells, and what to do about it.
  struct Hit: Sendable {
    var remark: String
    var what: Phrase
    var hint: Phrase
  }

  private(set) var hits: [Hit] = []

  /// - Parameter allowed: words that somebody looked at and found harmless.
  init(_ session: Session, allowing allowed: [String]) {
    let households = session.maps.map(HouseholdFacts.init)
    func look(_ texts: [String], _ households: [HouseholdFacts]) {
      let ages = households.reduce(into: Set<Int>()) { $0.formUnion($1.ages) }
      let births = households.reduce(into: Set<Int>()) { $0.formUnion($1.births) }
      for written in texts {
        let text = written.without(allowed)
        hits += AgeMentions.all(in: text, among: ages).map { Hit(age: $0, in: written) }
        hits += BirthMentions.all(in: text).filter { births.contains($0.year) }.map {
          Hit(birth: $0, in: written)
        }
        hits += households.flatMap { $0.told(in: text) }.map { Hit($0.fact, of: $0.id, in: written) }
      }
    }
    for (map, households) in zip(session.maps, households) {
      look(
        (map.findings + map.actions).flatMap(\.wordings) + [map.title, map.subtitle ?? ""], [households])
    }
    look(session.publication.spoken, households)
  }
}

extension TellingRemarks.Hit {
  fileprivate init(age mention: AgeMentions.Mention, in remark: String) {
    let decade = mention.age / 10 * 10
    self.init(
      remark: remark,
      what: Phrase(
        ja: "住んでいる人の年齢「\(mention.written)」", en: "the age of a resident, ‘\(mention.written)’"),
      hint: Phrase(
        ja:
          "「\(decade == 0 ? "10歳未満" : "\(decade)代")」のように書いてください。その人のことではないと確かめたなら、--allow \"\(mention.written)\" を付けます。",
        en:
          "Write \(decade == 0 ? "‘under 10’" : "‘in their \(decade)s’") instead. If you made sure that it speaks of nobody who lives there, add --allow \"\(mention.written)\"."
      ))
  }

  fileprivate init(birth mention: BirthMentions.Mention, in remark: String) {
    let decade = mention.year / 10 * 10
    self.init(
      remark: remark,
      what: Phrase(
        ja: "住んでいる人の生まれた年「\(mention.written)」",
        en: "the year in which a resident was born, ‘\(mention.written)’"),
      hint: Phrase(
        ja:
          "「\(decade)年代の生まれ」のように書いてください。その人のことではないと確かめたなら、--allow \"\(mention.written)\" を付けます。",
        en:
          "Write ‘born in the \(decade)s’ instead. If you made sure that it speaks of nobody who lives there, add --allow \"\(mention.written)\"."
      ))
  }

  fileprivate init(_ fact: HouseholdFacts.Fact, of id: String, in remark: String) {
    let told = fact.written
    let (what, other): (Phrase, Phrase) =
      switch fact.kind {
      case .occupation:
        (
          Phrase(ja: "家「\(id)」の人の職業「\(told)」", en: "what somebody in house ‘\(id)’ does, ‘\(told)’"),
          Phrase(ja: "職業", en: "what they do")
        )
      case .place:
        (
          Phrase(ja: "家「\(id)」の人の他出先「\(told)」", en: "where somebody of house ‘\(id)’ lives, ‘\(told)’"),
          Phrase(ja: "場所", en: "the place")
        )
      case .year:
        (
          Phrase(ja: "家「\(id)」の予定や生まれの年「\(told)」", en: "a year known of house ‘\(id)’, ‘\(told)’"),
          Phrase(ja: "年", en: "the year")
        )
      case .plan:
        (
          Phrase(ja: "家「\(id)」の予定（「\(told)」）", en: "a plan of house ‘\(id)’ (‘\(told)’)"),
          Phrase(ja: "予定", en: "the plan")
        )
      case .age:
        (
          Phrase(ja: "家「\(id)」の人の年齢「\(told)」", en: "the age of somebody in house ‘\(id)’, ‘\(told)’"),
          Phrase(ja: "年齢", en: "the age")
        )
      case .note:
        (
          Phrase(ja: "家「\(id)」のメモにある言葉「\(told)」", en: "a word of a note on house ‘\(id)’, ‘\(told)’"),
          Phrase(ja: "その言葉", en: "that word")
        )
      }
    self.init(
      remark: remark, what: what,
      hint: Phrase(
        ja: "家の番号か\(other.ja)のどちらかを消してください。その家の人のことではないと確かめたなら、--allow \"\(told)\" を付けます。",
        en:
          "Leave out the house or \(other.en). If you made sure that it speaks of nobody who lives there, add --allow \"\(told)\"."
      ))
  }
}

extension String {
  /// With marks in the place of what is allowed, in whatever width either is written.
  fileprivate func without(_ allowed: [String]) -> String {
    let allowed = allowed.filter { !$0.isEmpty }
    if allowed.isEmpty { return self }
    return allowed.reduce(PlainScalars.composed(self)) {
      $0.replacing(PlainScalars.composed($1), with: "＊")
    }
  }
}

extension Publication {
  /// What somebody says in it of the neighbourhood. Personas are invented, and counts are told by rules of their own.
  fileprivate var spoken: [String] {
    var texts = greetings.flatMap { $0.words.flatMap(\.wordings) } + agenda + waysToMeet.map(\.name)
    for article in articles { texts += [article.title] + article.paragraphs.flatMap(\.wordings) }
    for talk in talks { texts += [talk.table] + (talk.findings + talk.actions).flatMap(\.wordings) }
    for vote in votes { texts += [vote.title] + vote.entries.flatMap { [$0.name] + $0.reasons } }
    for tally in tallies { texts += [tally.title] + tally.counts.map(\.name) }
    for question in questionnaire?.questions ?? [] { texts.append(question.title) }
    return texts
  }
}
