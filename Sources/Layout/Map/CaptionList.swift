import Diagnostics
import Workshop

/// The room that a house needs for what is written under its people, at a level of detail.
struct Captions {
  /// The width of the widest line.
  var widest = 0.0
  /// For every year in which anything is written: the rows of people, and the lines that stand in them together.
  var rows: [(rows: Int, lines: Int)] = []
}

/// What may be written under the people of a map, each once: sizes are tried again and again, and the same few words
/// stand under many.
struct CaptionList {
  private struct Words: Hashable {
    var occupation: String?
    var plan: Phrase?
  }

  /// Somebody under whom each of them is written.
  private(set) var people: [PersonFace] = []
  private var numbers: [Words: Int] = [:]

  /// The number of what may be written under `person`; nil where there is nothing.
  mutating func number(of person: PersonFace) -> Int? {
    guard person.occupation != nil || person.plan != nil else { return nil }
    let words = Words(occupation: person.occupation, plan: person.plan)
    if let known = numbers[words] { return known }
    numbers[words] = people.count
    people.append(person)
    return people.count - 1
  }

  /// What of each of them a level of detail has room for.
  func room(_ detail: Detail, _ symbols: PersonSymbol) -> CaptionRoom {
    let isWide = detail.content == .people && (detail.occupations || detail.away)
    var room = CaptionRoom(widths: [], lacksOccupation: [], lacksPlan: [])
    for person in people {
      let written = HouseMetrics.written(person, detail, symbols)
      let lines = (written.occupation ?? []) + [written.plan].compactMap { $0 }
      room.widths.append(isWide ? lines.map { symbols.type.width($0, detail.captionSize) } : [])
      room.lacksOccupation.append(person.occupation != nil && written.occupation == nil)
      room.lacksPlan.append(person.plan != nil && written.plan == nil)
    }
    return room
  }
}

/// What a level of detail has room for of a ``CaptionList``, by number.
struct CaptionRoom {
  /// How wide the lines of each are.
  var widths: [[Double]]
  /// Whether it has no room for the occupation of each.
  var lacksOccupation: [Bool]
  /// Whether it has no room for the plan of each.
  var lacksPlan: [Bool]
}

/// Measures a ``CaptionList`` once at every level of detail: houses are tried in the same few again and again.
struct CaptionRooms {
  private let list: CaptionList
  private let symbols: PersonSymbol
  private var known: [Detail: CaptionRoom] = [:]
  /// Where nothing is written under anybody.
  private let none: CaptionRoom

  init(_ list: CaptionList, _ symbols: PersonSymbol) {
    self.list = list
    self.symbols = symbols
    none = CaptionRoom(
      widths: list.people.map { _ in [] }, lacksOccupation: list.people.map { $0.occupation != nil },
      lacksPlan: list.people.map { $0.plan != nil })
  }

  /// What `detail` has room for.
  mutating func at(_ detail: Detail) -> CaptionRoom {
    if let room = known[detail] { return room }
    let room = list.room(detail, symbols)
    known[detail] = room
    return room
  }

  /// What `house` has room for, measured at `general`.
  mutating func of(_ house: HouseModel, _ general: Detail, _ metrics: HouseMetrics) -> CaptionRoom {
    guard general.content(of: house) == .people, metrics.caption > 0 else { return none }
    return at(house.isBlock ? general.forUnits : general)
  }
}
