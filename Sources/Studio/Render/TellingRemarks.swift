import Diagnostics
import Workshop

/// What somebody wrote for everybody by which a single household is told though it names nobody: the age of one who lives
/// on the map, and what somebody does beside the number of their house.
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
    let households = session.maps.map(Households.init)
    func look(_ texts: [String], _ households: [Households]) {
      for text in texts {
        hits += AgeMentions.all(in: text.without(allowed)).filter { mention in
          households.contains { $0.ages.contains(mention.age) }
        }.map { Hit(age: $0, in: text) }
        hits += households.flatMap { $0.jobs(in: text.without(allowed)) }.map { id, job in
          Hit(job: job, of: id, in: text)
        }
      }
    }
    for (map, households) in zip(session.maps, households) {
      look((map.findings + map.actions).map(\.plain) + [map.title, map.subtitle ?? ""], [households])
    }
    look(session.publication.spoken, households)
  }

  /// Who lives on a map.
  private struct Households {
    var ages: Set<Int> = []
    /// What the people of a house do, by the house's id where that is no name.
    private var jobs: [(id: String, jobs: [String])] = []

    init(_ map: TableMap) {
      for house in map.houses {
        let people = house.dwellings.flatMap(\.people)
        for person in people {
          switch person.age {
          case .exact(let age): ages.insert(age)
          case .born(let year): ages.insert(map.baseYear - year)
          case .band, .unknown: break
          }
        }
        let known = Set(people.compactMap(\.occupation)).filter { $0.count > 1 }.sorted()
        if !known.isEmpty, PrivateWords.isGeneric(house.id) { jobs.append((house.id, known)) }
      }
    }

    /// The houses of which `text` says who works there, with what they do.
    func jobs(in text: String) -> [(id: String, job: String)] {
      let folded = PrivateWords.folded(text)
      let words = Set(
        folded.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) && $0 != "-" }.map(String.init))
      guard !words.isEmpty else { return [] }
      return jobs.flatMap { id, jobs -> [(id: String, job: String)] in
        let house = PrivateWords.folded(id)
        guard words.contains(house) else { return [] }
        // A bare number is a house's where it is spoken of as one.
        if house.allSatisfy(\.isNumber),
          !["番", "号", "軒目", "の家", "宅"].contains(where: { folded.contains(house + $0) }),
          !["house", "no.", "number"].contains(where: { folded.contains($0 + house) })
        {
          return []
        }
        return jobs.filter { folded.contains(PrivateWords.folded($0)) }.map { (id, $0) }
      }
    }
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
          "「\(decade == 0 ? "10歳未満" : "\(decade)代")」のように書いてください。その人のことではないと確かめたなら、--allow \(mention.written) を付けます。",
        en:
          "Write \(decade == 0 ? "‘under 10’" : "‘in their \(decade)s’") instead. If you made sure that it speaks of nobody who lives there, add --allow \"\(mention.written)\"."
      ))
  }

  fileprivate init(job: String, of id: String, in remark: String) {
    self.init(
      remark: remark,
      what: Phrase(ja: "家「\(id)」の人の職業「\(job)」", en: "what somebody in house ‘\(id)’ does, ‘\(job)’"),
      hint: Phrase(
        ja: "家の番号か職業のどちらかを消してください。その家の人のことではないと確かめたなら、--allow \(job) を付けます。",
        en:
          "Leave out the house or what they do. If you made sure that it speaks of nobody who lives there, add --allow \"\(job)\"."
      ))
  }
}

extension String {
  /// With marks in the place of what is allowed.
  fileprivate func without(_ allowed: [String]) -> String {
    allowed.filter { !$0.isEmpty }.reduce(self) { $0.replacing($1, with: "＊") }
  }
}

extension Publication {
  /// What somebody says in it of the neighbourhood in whole sentences. Personas are invented, and counts are told by
  /// rules of their own.
  fileprivate var spoken: [String] {
    var texts = greetings.flatMap { $0.words.map(\.plain) }
    for article in articles { texts += [article.title] + article.paragraphs.map(\.plain) }
    for talk in talks { texts += [talk.table] + (talk.findings + talk.actions).map(\.plain) }
    for vote in votes { texts += vote.entries.flatMap(\.reasons) }
    for tally in tallies { texts += [tally.title] + tally.counts.map(\.name) }
    return texts
  }
}
