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

    var label: Phrase {
      switch self {
      case .houseName: Phrase(ja: "家の名前", en: "the name of a house")
      case .personName: Phrase(ja: "住んでいる人の名前", en: "the name of a resident")
      case .houseID: Phrase(ja: "家の記号", en: "the id of a house")
      case .occupation: Phrase(ja: "職業", en: "an occupation")
      case .place: Phrase(ja: "他出先", en: "where somebody lives")
      case .note: Phrase(ja: "メモ", en: "a note")
      }
    }

    /// Whether it tells of whom is spoken, and not only of what.
    var isName: Bool { self == .houseName || self == .personName || self == .houseID }

    /// Whether the table's own lines may say it: who farms is private, that nobody farms any more is a finding.
    var mayStandInRemarks: Bool { self == .occupation || self == .place }
  }

  /// A word, as it is looked for and as it was written.
  struct Word: Sendable, Hashable {
    var kind: Kind
    var written: String
    var folded: String
  }

  /// The words in the order of the sheet, each once.
  private(set) var words: [Word] = []

  /// Collects the private words of `map`, leaving out what the session itself puts on public display: a road called
  /// after a family, a meeting hall called after the hamlet.
  init(of map: TableMap, in session: Session) {
    let display = Self.display(of: map, in: session).map(Self.folded)
    var seen: Set<String> = []
    func add(_ kind: Kind, _ text: String?) {
      guard let text else { return }
      let folded = Self.folded(text)
      guard folded.count >= (kind == .note ? 3 : 2), seen.insert(folded).inserted else { return }
      guard !display.contains(where: { $0.contains(folded) }) else { return }
      words.append(Word(kind: kind, written: text, folded: folded))
    }
    let people = map.houses.flatMap(\.dwellings).flatMap(Self.people)
    let occupations = Set(people.compactMap(\.occupation).map(Self.folded))
    for note in map.notes { add(.note, note) }
    for house in map.houses {
      add(.houseName, house.name)
      // A house called 大家さん, in which a 大家 lives, goes by what they do and not by a name.
      let isRole = occupations.contains(Self.withoutTitle(house.id))
      if !Self.isGeneric(house.id) { add(isRole ? .occupation : .houseID, house.id) }
      add(.note, house.note)
      for dwelling in house.dwellings {
        add(.houseName, dwelling.name)
        add(.note, dwelling.note)
      }
      for person in house.dwellings.flatMap(Self.people) {
        add(.personName, person.name)
        add(.note, person.note)
        add(.place, person.away?.place)
        add(.occupation, person.occupation)
      }
    }
  }

  private static func people(of dwelling: Dwelling) -> [Resident] {
    dwelling.people
      + dwelling.plans.flatMap { plan in
        if case .familyMovesIn(_, let people) = plan { people } else { [] as [Resident] }
      }
  }

  /// What is meant to be read by everybody. Findings and actions are, but they are written in the heat of the talk, and
  /// names slip into them; they are searched like everything else.
  private static func display(of map: TableMap, in session: Session) -> [String] {
    [session.title, session.venue, session.programme, session.time, map.title, map.subtitle].compactMap { $0 }
      + map.lines.flatMap { [$0.name, $0.id].compactMap { $0 } } + map.areas.compactMap(\.name)
      + map.landmarks.compactMap(\.name) + [map.id]
  }

  /// Text as it is compared: width, case and spaces make no difference.
  static func folded(_ text: String) -> String {
    String(
      text.precomposedStringWithCompatibilityMapping.lowercased().filter { !$0.isWhitespace })
  }

  private static func withoutTitle(_ id: String) -> String {
    let folded = folded(id)
    for title in ["さん", "さま", "様", "宅", "家"] where folded.hasSuffix(title) {
      return String(folded.dropLast(title.count))
    }
    return folded
  }

  /// Ids like b1, c1-101 or 12 say nothing about anybody: up to two letters, a number, perhaps a letter, and as much
  /// again after a mark.
  static func isGeneric(_ id: String) -> Bool {
    let parts = folded(id).split(omittingEmptySubsequences: false) { "-_.".contains($0) }
    let isShort = parts.allSatisfy { part in
      let number = part.drop { $0.isLowercase && $0.isASCII }
      let rest = number.drop { $0.isNumber && $0.isASCII }
      return part.count - number.count <= 2 && number.count - rest.count <= 4
        && rest.count <= 1 && rest.allSatisfy { $0.isLowercase && $0.isASCII }
    }
    return isShort && parts.count <= 3
  }
}
