import Projection
import Workshop

/// Makes people and houses of a short form, so that cases can stand in tables a reader can check.
///
/// A person is a sign and an age (`m72`, `f70s` for 70–79, `f70-74`, `m?`, `b1951` born then), then words joined
/// by dots: `child`, `grandchild`, `parent`, `other`, `away`, `stays`, `leaves2030`, `returns2035`,
/// `marries2031`, `marries2031:28`, `care2038`; `returns@35` and so on at an age of two digits. People are divided by spaces; those without a relation are the
/// couple.
enum Short {
  static func people(_ text: String, in id: String = "b1") -> [Resident] {
    text.split(separator: " ").enumerated().map { person(String($1), id: "\(id).\($0 + 1)") }
  }

  static func person(_ text: String, id: String) -> Resident {
    let words = text.split(separator: ".").map(String.init)
    let sign = words[0].first
    let index = Int(id.split(separator: ".").last ?? "1") ?? 1
    var resident = Resident(
      id: id, sex: sign == "f" ? .female : .male, age: age(String(words[0].dropFirst())),
      relation: index == 1 ? .head : .partner)
    if sign == "b" { resident.age = .born(Int(words[0].dropFirst()) ?? 0) }
    for word in words.dropFirst() {
      func when(_ prefix: String) -> When? {
        guard word.hasPrefix(prefix) else { return nil }
        let rest = word.dropFirst(prefix.count)
        if rest.first == "@" { return Int(rest.dropFirst().prefix(2)).map { .age($0) } }
        return Int(rest.prefix(4)).map { .year($0) }
      }
      if let relation = Relation(rawValue: word) {
        resident.relation = relation
      } else if word == "away" {
        resident.away = Away()
      } else if word == "stays" {
        resident.plans.append(.stays)
      } else if let when = when("leaves") {
        resident.plans.append(.leaves(when))
      } else if let when = when("returns") {
        resident.plans.append(.returns(when))
      } else if let when = when("care") {
        resident.plans.append(.movesIntoCare(when))
      } else if let when = when("marries") {
        let stated = word.split(separator: ":").dropFirst().first.map { age(String($0)) }
        resident.plans.append(.bringsPartner(when, age: stated))
      } else {
        preconditionFailure("cannot read \(word)")
      }
    }
    return resident
  }

  static func age(_ text: String) -> Age {
    if text == "?" { return .unknown }
    if text.hasSuffix("s"), let decade = Int(text.dropLast()) { return .band(decade...(decade + 9)) }
    let ends = text.split(separator: "-").compactMap { Int($0) }
    return ends.count == 2 ? .band(ends[0]...ends[1]) : .exact(ends.first ?? 0)
  }

  /// A dwelling: people as above, or `vacant`, `vacant2019`, `unknown`, `nobody`; then, each after a `|`-free
  /// ` + `, `built2032`, `demolished2030`, `moves-in2030 m35 f33 m3.child`, `rented`.
  static func dwelling(_ text: String, id: String = "b1") -> Dwelling {
    let parts = text.components(separatedBy: " + ")
    var dwelling = Dwelling(id: id, occupancy: .residents([]))
    let first = parts[0].trimmed
    if first == "unknown" {
      dwelling.occupancy = .unknown
    } else if first.hasPrefix("vacant") {
      dwelling.occupancy = .vacant(since: Int(first.dropFirst(6)))
    } else if first != "nobody" {
      dwelling.occupancy = .residents(people(first, in: id))
    }
    for part in parts.dropFirst().map(\.trimmed) {
      if part == "rented" {
        dwelling.isRented = true
      } else if part.hasPrefix("built") {
        dwelling.plans.append(.built(Int(part.dropFirst(5)) ?? 0))
      } else if part.hasPrefix("demolished") {
        dwelling.plans.append(.demolished(Int(part.dropFirst(10)) ?? 0))
      } else if part.hasPrefix("moves-in") {
        let year = Int(part.dropFirst(8).prefix(4)) ?? 0
        let who = people(String(part.dropFirst(12)).trimmed, in: "\(id)@\(year)")
        dwelling.plans.append(.familyMovesIn(year: year, people: who))
      } else {
        preconditionFailure("cannot read \(part)")
      }
    }
    return dwelling
  }

  static func house(_ text: String, id: String = "b1", kind: HouseKind = .detached) -> House {
    House(id: id, kind: kind, dwellings: [dwelling(text, id: id)])
  }

  static func map(_ houses: [House], horizons: [Int] = [10, 20, 30], rules: RuleChanges = RuleChanges())
    -> TableMap
  {
    TableMap(id: "T", title: "T", baseYear: 2023, horizons: horizons, houses: houses, rules: rules)
  }
}

extension String {
  var trimmed: String {
    var text = Substring(self)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  func components(separatedBy separator: String) -> [String] {
    var parts: [String] = []
    var rest = Substring(self)
    while let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}

extension DwellingThen {
  /// `72 70` people here with their ages (of a band the middle); `74~` one whose being here depends on the exact
  /// age; `(74~)` likewise, not here in the point estimate; `■` vacant, `？` unknown, `-` no house; `■~` and so on
  /// where what the house is depends.
  var short: String {
    let ages = people.map { person in
      let age =
        switch person.age {
        case .exact(let age): "\(age)"
        case .band(_, let representative): "\(representative)"
        case .unknown: "?"
        }
      let text = age + (person.depends ? "~" : "")
      return person.isHere ? text : "(\(text))"
    }
    let sign =
      switch status {
      case .occupied: ""
      case .unknown: "？"
      case .vacant: "■"
      case .absent: "-"
      }
    return (["\(sign)\(depends ? "~" : "")"] + ages).filter { !$0.isEmpty }.joined(separator: " ")
  }
}
