import Diagnostics
import Workshop

/// What is known of those who live on a map by which they are told without a name: how old they are, and of each house
/// what its people do, where they live elsewhere, what they plan, and what its notes are about.
struct HouseholdFacts {
  /// Something known of one house, and the words by which it is told.
  struct Fact {
    enum Kind { case occupation, place, year, plan, age, note }
    var kind: Kind
    /// As it is told to whoever wrote it.
    var written: String
    /// As it is looked for, folded.
    var forms: [String]
  }

  /// The ages of all.
  private(set) var ages: Set<Int> = []
  /// The years in which they may be born.
  private(set) var births: Set<Int> = []
  /// What is known of a house, by its id, folded, where that is no name.
  private var houses: [String: (id: String, facts: [Fact])] = [:]

  init(_ map: TableMap) {
    for house in map.houses {
      let people = house.dwellings.flatMap(\.people)
      for person in people {
        switch person.age {
        case .exact(let age):
          ages.insert(age)
          births.formUnion([map.baseYear - age, map.baseYear - age - 1])
        case .born(let year):
          ages.insert(map.baseYear - year)
          births.insert(year)
        case .band, .unknown: break
        }
      }
      let facts = Self.facts(of: house, people, baseYear: map.baseYear)
      if !facts.isEmpty, PrivateWords.isGeneric(house.id) {
        houses[PrivateWords.folded(house.id)] = (house.id, facts)
      }
    }
  }

  private static func facts(of house: House, _ people: [Resident], baseYear: Int) -> [Fact] {
    func known(_ texts: [String], _ kind: Fact.Kind) -> [Fact] {
      Set(texts).filter { $0.count > 1 }.sorted()
        .map { Fact(kind: kind, written: $0, forms: [PrivateWords.folded($0)]) }
    }
    var facts = known(people.compactMap(\.occupation), .occupation)
    facts += known(people.compactMap { $0.away?.place }, .place)
    var years: Set<Int> = []
    var deeds: Set<Deed> = []
    for person in people {
      if case .born(let year) = person.age { years.insert(year) }
      for plan in person.plans {
        deeds.insert(Deed(plan))
        if let year = plan.when?.year(of: person.age, told: baseYear) { years.insert(year) }
      }
    }
    for dwelling in house.dwellings {
      if case .vacant(let year?) = dwelling.occupancy { years.insert(year) }
      for plan in dwelling.plans {
        switch plan {
        case .familyMovesIn(let year, _):
          deeds.insert(.movesIn)
          years.insert(year)
        case .built(let year):
          deeds.insert(.built)
          years.insert(year)
        case .demolished(let year):
          deeds.insert(.demolished)
          years.insert(year)
        }
      }
    }
    facts += years.sorted().map { Fact(kind: .year, written: String($0), forms: Self.forms(ofYear: $0)) }
    facts += Deed.allCases.filter(deeds.contains).flatMap { deed in
      deed.words.map { Fact(kind: .plan, written: $0, forms: [$0]) }
    }
    let ages = Set(
      people.compactMap { person -> Int? in
        switch person.age {
        case .exact(let age): age
        case .born(let year): baseYear - year
        case .band, .unknown: nil
        }
      })
    let notes =
      [house.note] + people.map(\.note) + house.dwellings.map(\.note)
    return facts + ages.sorted().map { Fact(kind: .age, written: String($0), forms: []) }
      + known(notes.compactMap { $0 }.flatMap(NoteParts.topics), .note)
  }

  /// 2037, 令和19年, R19.
  private static func forms(ofYear year: Int) -> [String] {
    let eras = [("令和", "r", 2018, 99), ("平成", "h", 1988, 31), ("昭和", "s", 1925, 64)]
    return [String(year)]
      + eras.flatMap { name, letter, before, last -> [String] in
        let number = year - before
        guard (1...last).contains(number) else { return [] }
        return ["\(name)\(number)年", "\(name)\(chinese(number))年", "\(letter)\(number)"]
          + (number == 1 ? ["\(name)元年"] : [])
      }
  }

  /// 十九 for 19, of numbers below 100.
  private static func chinese(_ number: Int) -> String {
    let digits = Array("〇一二三四五六七八九").map(String.init)
    let (ten, one) = (number / 10, number % 10)
    return (ten > 1 ? digits[ten] : "") + (ten > 0 ? "十" : "") + (one > 0 ? digits[one] : "")
  }

  /// What somebody plans, and how it is spoken of.
  private enum Deed: CaseIterable {
    case leaves, stays, returns, marries, care, movesIn, built, demolished

    init(_ plan: ResidentPlan) {
      self =
        switch plan {
        case .leaves: .leaves
        case .stays: .stays
        case .returns: .returns
        case .bringsPartner: .marries
        case .movesIntoCare: .care
        }
    }

    var words: [String] {
      switch self {
      case .leaves:
        [
          "転出", "家を出", "出ていく", "出て行く", "引っ越", "引越", "独立", "他出", "離れ", "leav", "moveout", "movesout",
          "movingout", "moveaway", "movesaway",
        ]
      case .stays:
        ["残る", "残り", "残って", "跡を", "跡継", "後継", "継ぐ", "継い", "継ぎ", "stay", "heir", "takeover", "takesover"]
      case .returns:
        ["戻", "もど", "帰", "uターン", "return", "comeback", "comesback", "comingback", "moveback", "movesback"]
      case .marries: ["結婚", "婚", "嫁", "婿", "marr", "wedding"]
      case .care: ["施設", "入所", "ホームに", "ホームへ", "老人ホーム", "特養", "グループホーム", "care", "nursinghome"]
      case .movesIn: ["入居", "転入", "移住", "引っ越して", "越して", "movein", "movesin", "movingin"]
      case .built: ["新築", "建て", "建つ", "建ち", "建築", "build", "built"]
      case .demolished:
        [
          "解体", "取り壊", "取壊", "とりこわ", "撤去", "壊す", "壊し", "demolish", "pulldown", "pulleddown", "tearsdown",
          "torndown", "teardown",
        ]
      }
    }
  }

  /// The houses of which `text` says what is known of them, each with the first such thing.
  func told(in text: String) -> [(id: String, fact: Fact)] {
    guard !houses.isEmpty else { return [] }
    let folded = PrivateWords.folded(text)
    let spaced = PlainScalars.composed(text).lowercased()
    let tokens = folded.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) && $0 != "-" }.map(String.init)
    guard !tokens.isEmpty else { return [] }
    // Folded, words of Latin letters run into each other: b6movesintocare.
    let apart = spaced.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) && $0 != "-" }
    var words = Set(tokens + apart.map(String.init))
    for word in words where word.contains("-") {
      words.formUnion(word.split(separator: "-").map(String.init))
    }
    return words.sorted().compactMap { word in
      guard let (id, facts) = houses[word], Self.isHouse(word, in: folded) else { return nil }
      return facts.first { Self.tells($0, of: word, words, folded, spaced) }.map { (id, $0) }
    }
  }

  /// A bare number is a house's where it is spoken of as one.
  private static func isHouse(_ word: String, in folded: String) -> Bool {
    !word.allSatisfy(\.isNumber)
      || ["番", "号", "軒目", "の家", "宅"].contains { folded.contains(word + $0) }
      || ["house", "no.", "number"].contains { folded.contains($0 + word) }
  }

  private static func tells(
    _ fact: Fact, of house: String, _ words: Set<String>, _ folded: String, _ spaced: String
  ) -> Bool {
    switch fact.kind {
    case .age: isAge(fact.written, behind: house, in: spaced)
    case .year: fact.forms.contains { $0.last == "年" ? folded.contains($0) : words.contains($0) }
    case .occupation, .place, .plan, .note: fact.forms.contains(where: folded.contains)
    }
  }

  /// Whether a number stands behind a house as an age does: b4（91）, b4の91, and not b4から91m.
  private static func isAge(_ age: String, behind house: String, in text: String) -> Bool {
    text.ranges(of: house).contains { range in
      if let before = text[..<range.lowerBound].last, before.isASCII, before.isLetter || before.isNumber {
        return false
      }
      var rest = text[range.upperBound...]
      var marks = 0
      while let next = rest.first, " (（[:：・のはがに、,○◯△-".contains(next), marks < 4 {
        rest = rest.dropFirst()
        marks += 1
      }
      guard marks > 0, rest.hasPrefix(age) else { return false }
      guard let next = rest.dropFirst(age.count).first else { return true }
      return !next.isNumber && !"年月日時分戸軒回件番号%％円mｍ人名箇ヶか倍歩点週度丁代-~〜".contains(next)
    }
  }
}
