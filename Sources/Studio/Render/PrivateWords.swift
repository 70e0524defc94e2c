import Diagnostics
import Foundation
import Workshop

/// What a session says of people and houses that nobody outside the room may read.
struct PrivateWords: Sendable {
  /// What kind of word it is.
  enum Kind: Sendable, Hashable {
    case houseName
    case personName
    case houseID
    case occupation
    case place
    case note
    /// A sentence or a clause of a note, or most of one.
    case notePart
    /// Who runs the workshop; on name cards and the timetable sheet only.
    case staff
    /// An age in years, as it is spoken of.
    case age
    /// A year that the sheet knows of one household: a birth, a plan, a vacancy.
    case year

    var label: Phrase {
      switch self {
      case .houseName: Phrase(ja: "家の名前", en: "the name of a house")
      case .personName: Phrase(ja: "住んでいる人の名前", en: "the name of a resident")
      case .houseID: Phrase(ja: "家の記号", en: "the id of a house")
      case .occupation: Phrase(ja: "職業", en: "an occupation")
      case .place: Phrase(ja: "他出先", en: "where somebody lives")
      case .note: Phrase(ja: "メモ", en: "a note")
      case .notePart: Phrase(ja: "メモの言葉", en: "words of a note")
      case .staff: Phrase(ja: "スタッフのこと", en: "a word on the staff")
      case .age: Phrase(ja: "住んでいる人の年齢", en: "the age of a resident")
      case .year: Phrase(ja: "家や人の予定や生まれの年", en: "a year known of a house or a resident")
      }
    }

    /// Whether it tells of whom is spoken, and not only of what.
    var isName: Bool { self == .houseName || self == .personName || self == .houseID }

    /// Whether what the room wrote for everybody may say it: who farms is private, that nobody farms any more is a
    /// finding; whose birth year it is, is private, and so is no year as such.
    var mayStandInRemarks: Bool {
      switch self {
      case .occupation, .place, .staff, .age, .year: true
      case .houseName, .personName, .houseID, .note, .notePart: false
      }
    }
  }

  /// A word, as it was written.
  struct Word: Sendable, Hashable {
    var kind: Kind
    var written: String
    /// Of a part of a note or of a name, in what it is looked for.
    var parts: [WordIndex.Form] = []
    /// The place of the word of which it is a part.
    var whole: Int?

    /// How it is looked for: a year as it is, a name in the ways that people are spoken of, an age in those of ages.
    var forms: [WordIndex.Form] {
      if !parts.isEmpty { return parts }
      return switch kind {
      case .houseName, .houseID: NameForms(written, isPerson: false).forms
      case .personName: NameForms(written, isPerson: true).forms
      case .age:
        ["\(written)歳", "\(written)才", "\(written) years old", "\(written)-year-old", "aged \(written)"]
          .map { WordIndex.Form(text: $0) }
      case .note: [WordIndex.Form(text: written), WordIndex.Form(text: written, isPassage: true)]
      case .occupation, .place, .notePart, .staff, .year: [WordIndex.Form(text: written)]
      }
    }
  }

  /// The words in the order of the sheet, each once.
  private(set) var words: [Word] = []
  /// Where which of them stand in a text.
  private(set) var index = WordIndex([[String]]())

  /// Collects the private words of a whole session, leaving out what the sheet itself shows as the name of a place: the note
  /// 郵便局 beside a landmark of that name, a shop called as its street is.
  ///
  /// - Parameter includesStaff: whether those who run the workshop are private; they are wherever everybody reads.
  init(of session: Session, includesStaff: Bool) {
    let maps = session.maps
    let staff = includesStaff ? session.publication.crew : []
    let places = session.placeNames.map { DisplayText(Self.spelled(Self.folded($0))) }
    let years = Self.publicYears(of: session)
    var seen: Set<String> = []
    func add(_ kind: Kind, _ text: String?, isOfPlace: Bool = false) {
      guard let text else { return }
      let folded = Self.folded(text)
      guard folded.count >= (kind == .note ? 3 : kind.isName ? 1 : 2), seen.insert(folded).inserted else {
        return
      }
      if isOfPlace || kind == .note {
        let name = Self.spelled(folded)
        let bytes = Array(name.utf8)
        guard !places.contains(where: { $0.holds(name, bytes) }) else { return }
      }
      words.append(Word(kind: kind, written: text))
    }
    func add(note: String?) {
      guard let note else { return }
      let before = words.count
      add(.note, note)
      guard words.count > before else { return }
      var indices: [Int?] = []
      for part in NoteParts(note).parts {
        let name = Self.spelled(Self.folded(part.text))
        let bytes = Array(name.utf8)
        guard !places.contains(where: { $0.holds(name, bytes) }) else {
          indices.append(part.whole.flatMap { indices[$0] })
          continue
        }
        words.append(
          Word(
            kind: .notePart, written: part.text,
            parts: part.forms.map { WordIndex.Form(text: $0, isPassage: true) },
            whole: part.whole.flatMap { indices[$0] } ?? before))
        indices.append(words.count - 1)
      }
    }
    func add(name: String?, _ kind: Kind, isOfPlace: Bool = false) {
      let before = words.count
      add(kind, name, isOfPlace: isOfPlace)
      guard let name, words.count > before else { return }
      for part in LatinNameParts.all(of: name, isPerson: kind == .personName) {
        words.append(
          Word(
            kind: kind, written: part,
            parts: ([part] + LatinSpelling.variants(of: part)).map {
              WordIndex.Form(text: $0, needsCapital: true)
            }, whole: before))
      }
    }
    func add(year: Int?) {
      if let year, !years.contains(year) { add(.year, String(year)) }
    }
    func add(_ person: Resident) {
      add(name: person.name, .personName)
      add(note: person.note)
      add(.place, person.away?.place)
      add(.occupation, person.occupation)
      switch person.age {
      case .exact(let age): add(.age, String(age))
      case .born(let year): add(year: year)
      case .band, .unknown: break
      }
      for plan in person.plans {
        switch plan.when {
        case .year(let year): add(year: year)
        case .age(let age): add(.age, String(age))
        case nil: break
        }
      }
    }
    func add(_ plan: DwellingPlan) {
      switch plan {
      case .familyMovesIn(let year, let people):
        add(year: year)
        people.forEach(add)
      case .built(let year), .demolished(let year): add(year: year)
      }
    }
    for map in maps {
      let occupations = Set(
        map.houses.flatMap(\.dwellings).flatMap(Self.people).compactMap(\.occupation).map(Self.folded))
      for note in map.notes { add(note: note) }
      for house in map.houses {
        // Shops, blocks and halls are called as places are; a house is called after those who live there.
        let isPlace = house.kind != .detached
        add(name: house.name, .houseName, isOfPlace: isPlace)
        // A house called 大家さん, in which a 大家 lives, goes by what they do and not by a name.
        let isRole = occupations.contains(Self.withoutTitle(house.id))
        if !Self.isGeneric(house.id) { add(isRole ? .occupation : .houseID, house.id, isOfPlace: isPlace) }
        add(note: house.note)
        for dwelling in house.dwellings {
          add(name: dwelling.name, .houseName)
          add(note: dwelling.note)
          // Doors with numbers have none in public; a name on a door is a name.
          if let label = dwelling.label, !Self.isGeneric(label) { add(.houseID, label) }
          if case .vacant(let year) = dwelling.occupancy { add(year: year) }
        }
        for person in house.dwellings.flatMap(\.people) { add(person) }
        for plan in house.dwellings.flatMap(\.plans) { add(plan) }
      }
    }
    func add(people: [String: [ResidentPlan]], houses: [String: [DwellingPlan]]) {
      for plan in people.keys.sorted().flatMap({ people[$0] ?? [] }) {
        // An age at which something would happen is nobody's own.
        if case .year(let year) = plan.when { add(year: year) }
      }
      for id in houses.keys.sorted() { (houses[id] ?? []).forEach(add) }
    }
    for scenario in session.scenarios { add(people: scenario.people, houses: scenario.houses) }
    for measure in session.measures {
      switch measure.deed {
      case .changes(let people, let houses): add(people: people, houses: houses)
      // The same for everybody away or for every vacant house: nobody's own.
      case .eachAway: break
      case .eachVacant(_, let people): people.forEach(add)
      }
    }
    for word in staff { add(.staff, word) }
    index = WordIndex(
      words.map(\.forms), wholes: words.map(\.whole), headings: PermittedTexts(session.display))
  }

  private static func people(of dwelling: Dwelling) -> [Resident] {
    dwelling.people
      + dwelling.plans.flatMap { plan in
        if case .familyMovesIn(_, let people) = plan { people } else { [] as [Resident] }
      }
  }

  /// The years that stand on every sheet: of the day, of the maps, of each horizon.
  private static func publicYears(of session: Session) -> Set<Int> {
    var years = Set(session.maps.flatMap { map in ([0] + map.horizons).map { map.baseYear + $0 } })
    if let year = session.date?.year { years.insert(year) }
    return years
  }

  /// Text as it is compared: width, case and spaces make no difference.
  static func folded(_ text: String) -> String {
    if let plain = PlainScalars.folded(text, keepsBlanks: false) {
      return String(decoding: plain, as: UTF8.self)
    }
    return String(PlainScalars.composed(text).lowercased().filter { !$0.isWhitespace })
  }

  /// A folded text with one form for all spellings of a name: コーポ花園 is the コーポ・花園 of the map.
  private static func spelled(_ folded: String) -> String {
    if folded.utf8.allSatisfy({ $0 < 0x80 }) { return folded }
    return String(String.UnicodeScalarView(NameSpelling.folded(folded).filter { $0 != "・" && $0 != "·" }))
  }

  private static func withoutTitle(_ id: String) -> String {
    let folded = folded(id)
    return NameTitles.stripped(folded[...]).map { String($0) } ?? folded
  }

  /// Ids like b1, c1-101 or 12 say nothing about anybody: up to two letters, a number, perhaps a letter, and as much
  /// again after a mark.
  static func isGeneric(_ id: String) -> Bool {
    if let plain = PlainScalars.folded(id, keepsBlanks: false), plain.allSatisfy({ $0 < 0x80 }) {
      return isGeneric(ascii: plain)
    }
    let parts = folded(id).split(omittingEmptySubsequences: false) { "-_.".contains($0) }
    let isShort = parts.allSatisfy { part in
      let number = part.drop { $0.isLowercase && $0.isASCII }
      let rest = number.drop { $0.isNumber && $0.isASCII }
      return part.count - number.count <= 2 && number.count - rest.count <= 4
        && rest.count <= 1 && rest.allSatisfy { $0.isLowercase && $0.isASCII }
    }
    return isShort && parts.count <= 3
  }

  /// The same of an id in plain letters, of which a village has thousands.
  private static func isGeneric(ascii id: [UInt8]) -> Bool {
    var parts = 1
    var (letters, digits, rest) = (0, 0, 0)
    for byte in id {
      switch Unicode.Scalar(byte) {
      case "-", "_", ".":
        parts += 1
        (letters, digits, rest) = (0, 0, 0)
      case "a"..."z":
        if digits == 0 { letters += 1 } else { rest += 1 }
      case "0"..."9" where rest == 0: digits += 1
      default: return false
      }
      if letters > 2 || digits > 4 || rest > 1 { return false }
    }
    return parts <= 3
  }
}

/// A text of the display, folded, in which words are looked for.
private struct DisplayText {
  private let text: String
  /// Where neither of two texts has letters of several forms, one is in the other as its bytes are.
  private let bytes: [UInt8]?

  init(_ text: String) {
    self.text = text
    bytes = PlainScalars.hasOneForm(text) ? Array(text.utf8) : nil
  }

  /// Whether `word` stands in it; `own` are its bytes.
  func holds(_ word: String, _ own: [UInt8]) -> Bool {
    guard let bytes else { return text.contains(word) }
    guard let first = own.first, own.count <= bytes.count else { return own.isEmpty }
    for start in 0...(bytes.count - own.count) where bytes[start] == first {
      if own.indices.allSatisfy({ bytes[start + $0] == own[$0] }) { return true }
    }
    return false
  }
}
