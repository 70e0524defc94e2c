import Diagnostics
import Picture
import Projection
import Workshop

/// Who lives in one house, year by year: plain values, for those who sat at the table.
struct LifeLine {
  /// One person's line.
  struct Person {
    /// As on the map.
    var face: PersonFace
    /// What they are called at the left of it.
    var name: String
    /// The chance of being here at the end of each year looked at.
    var here: [Double]
    /// The spans of years in which the workshop's rules have them here, from the end of the first to that of the last.
    var byRule: [ClosedRange<Int>]
    /// What happens by the workshop's rules.
    var events: [(year: Int, words: String)]
    /// The age in the base year.
    var age: AgeThen
  }

  /// What the house is called.
  var title: String
  /// The calendar years looked at.
  var years: ClosedRange<Int>
  /// The years whose figures are written out.
  var told: [Int]
  /// Everybody who may ever be here.
  var people: [Person]
  /// The chance of being vacant, year by year.
  var vacant: [Double]
  /// The chance that a household lives there which nobody knows.
  var unknown: [Double]
  /// What happens to the house by the workshop's rules.
  var events: [(year: Int, words: String)]

  /// The lines of every dwelling of `house`, a unit each.
  static func all(_ house: House, _ foresight: ChanceForesight, _ language: Language) -> [LifeLine] {
    house.dwellings.compactMap { LifeLine(house, $0, foresight, language) }
  }

  private init?(_ house: House, _ dwelling: Dwelling, _ foresight: ChanceForesight, _ language: Language) {
    let last = foresight.horizons.last ?? 0
    let states = foresight.chance.states.filter { $0.horizon <= last }
    guard let first = states.first, let end = states.last, last > 0,
      let place = first.dwellings.firstIndex(where: { $0.id == dwelling.id })
    else { return nil }
    let base = foresight.map.baseYear
    let isBlock = house.dwellings.count > 1
    let name = dwelling.name ?? house.name
    let unit = isBlock ? [dwelling.label ?? dwelling.id] : []
    title = ([name ?? house.id] + unit + (name == nil ? [] : ["（\(dwelling.id)）"]))
      .joined(separator: " ").replacingOccurrences(" （", "（")
    years = base...end.year
    told = foresight.horizons.filter { $0 > 0 }.map { base + $0 }
    vacant = states.map { $0.dwellings[place].vacant }
    unknown = states.map { $0.dwellings[place].unknown }
    let words = LifeWords(language: language)
    let record = foresight.workshop.events.filter { $0.dwellingID == dwelling.id && $0.year <= end.year }
    events = record.filter { $0.residentID == nil }.compactMap { event in
      words.house(event).map { (event.year, $0) }
    }
    people = (foresight.everybody[dwelling.id] ?? []).compactMap { person -> Person? in
      let here = states.map { state in state.people.first { $0.id == person.id }?.here ?? 0 }
      let present = foresight.workshop.states.filter { $0.horizon <= last }.filter { state in
        state.houses.lazy.flatMap(\.dwellings).first { $0.id == dwelling.id }?.people
          .contains { $0.id == person.id && $0.isHere } ?? false
      }.map(\.year)
      guard here.contains(where: { $0 > 0.005 }) || !present.isEmpty else { return nil }
      var face = PersonFace(person, depends: false)
      let resident = dwelling.people.first { $0.id == person.id }
      if resident?.away != nil { face.away = "" }
      return Person(
        face: face, name: words.name(resident, person), here: here, byRule: Self.spans(present),
        events: record.filter { $0.residentID == person.id }.compactMap { event in
          words.person(event).map { (event.year, $0) }
        }, age: person.age)
    }
  }

  /// Years in a row as spans.
  private static func spans(_ years: [Int]) -> [ClosedRange<Int>] {
    var spans: [ClosedRange<Int>] = []
    for year in years {
      if let last = spans.last, last.upperBound == year - 1 {
        spans[spans.count - 1] = last.lowerBound...year
      } else {
        spans.append(year...year)
      }
    }
    return spans
  }

  /// The lines in words.
  func summary(_ language: Language) -> String {
    func percent(_ chance: Double) -> String { "\(Int((chance * 100).rounded()))%" }
    func at(_ values: [Double], _ year: Int) -> Double {
      values.indices.contains(year - years.lowerBound) ? values[year - years.lowerBound] : 0
    }
    let parts = told.map { year in
      let home = Int(people.reduce(0) { $0 + at($1.here, year) }.rounded())
      return language == .ja
        ? "\(year)年：空き家の見込み\(percent(at(vacant, year)))、住んでいる人およそ\(home)人"
        : "\(year): vacant with a chance of \(percent(at(vacant, year))), about \(home) living there"
    }
    return title + (language == .ja ? "。" : ". ") + parts.joined(separator: language == .ja ? "。" : ". ")
      + (language == .ja ? "。" : ".")
  }
}

extension String {
  /// With every `old` replaced, without Foundation.
  fileprivate func replacingOccurrences(_ old: String, _ new: String) -> String {
    var result = ""
    var rest = self[...]
    while let range = rest.firstRange(of: old) {
      result += rest[..<range.lowerBound] + new
      rest = rest[range.upperBound...]
    }
    return result + rest
  }
}

/// Kind words for what happens, short enough to stand in a chart.
struct LifeWords {
  let language: Language

  private func said(_ ja: String, _ en: String) -> String { language == .ja ? ja : en }

  func name(_ resident: Resident?, _ person: PersonThen) -> String {
    if let name = resident?.name { return name }
    if let away = resident?.away {
      let place = away.place.map { "\($0)" } ?? said("よそ", "elsewhere")
      return said("\(place)に他出", "away, \(place)")
    }
    if let work = resident?.occupation { return work }
    switch person.relation {
    case .child: return said("子", "child")
    case .grandchild: return said("孫", "grandchild")
    case .parent: return said("親", "parent")
    case .childPartner: return said("子の配偶者", "child's partner")
    case .head, .partner, .other: return ""
    }
  }

  func person(_ event: Event) -> String? {
    let age = event.age.map(String.init) ?? ""
    switch event.kind {
    case .deceased: return said("\(age)歳、ここから先は数えない", "\(age): not counted from here on")
    case .left: return said("家を出る", "leaves home")
    case .returned: return said("戻る", "comes to live here")
    case .partnerArrived: return said("ここで暮らしはじめる", "moves in")
    case .movedIntoCare: return said("施設に移る", "into a care home")
    case .gaveUpDriving: return said("\(age)歳、車の運転をやめる", "\(age): gives up driving")
    case .familyArrived, .becameVacant, .relet, .built, .demolished, .lostLastDriver: return nil
    }
  }

  func house(_ event: Event) -> String? {
    switch event.kind {
    case .becameVacant: said("空き家に", "vacant")
    case .relet: said("次の人が入居", "let again")
    case .familyArrived: said("家族が入居", "a family moves in")
    case .built: said("家が建つ", "built")
    case .demolished: said("取り壊し", "taken down")
    case .lostLastDriver: said("運転できる人がいなくなる", "nobody left to drive")
    case .deceased, .left, .returned, .partnerArrived, .movedIntoCare, .gaveUpDriving: nil
    }
  }
}
