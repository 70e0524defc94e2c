import Diagnostics
import Projection
import Workshop

/// The sentences of a house's story.
struct StoryWords {
  var house: House
  var language: Language

  private func say(_ ja: @autoclosure () -> String, _ en: @autoclosure () -> String) -> String {
    language == .ja ? ja() : en()
  }

  // MARK: The house

  func heading(_ found: FoundHouse, scenario: String?) -> String {
    let name = house.name.map { say("（\($0)）", " (\($0))") } ?? ""
    let place = say(
      "地図 \(found.map.id)「\(found.map.title)」の \(house.id)\(name)",
      "House \(house.id)\(name) on map \(found.map.id), \(found.map.title)")
    guard let scenario else { return place }
    return place + say(" — もしも「\(scenario)」", " — scenario ‘\(scenario)’")
  }

  var emptyLot: String { say("空き地です。家を建てるという話もありません。", "An empty lot, and nobody spoke of building on it.") }

  func unit(_ dwelling: Dwelling) -> String {
    say(
      "\(dwelling.label ?? dwelling.id)号室（\(dwelling.id)）",
      "Unit \(dwelling.label ?? dwelling.id) (\(dwelling.id))")
  }

  func note(_ text: String) -> String { say("メモ: \(text)", "Note: \(text)") }

  // MARK: A year

  func state(_ then: DwellingThen, year: Int) -> String {
    let head = say("\(year)年", "\(year)")
    let here = then.people.filter(\.isHere)
    switch then.status {
    case .occupied:
      let people = here.map(person).joined(separator: say("、", ", "))
      return head + say("  \(here.count)人: \(people)", "  \(here.count) here: \(people)")
    case .unknown: return head + say("  知らない世帯が住んでいます", "  a household that nobody knows")
    case .vacant: return head + say("  空き家です", "  vacant")
    case .absent: return head + say("  家はありません", "  no house")
    }
  }

  func away(_ dwelling: Dwelling) -> [String] {
    dwelling.people.compactMap { person in
      guard let away = person.away else { return nil }
      let who = named(person.id, sex: person.sex, relation: person.relation)
      return say(
        "  \(who)は他出しています" + (away.place.map { "（\($0)）" } ?? ""),
        "  \(who) lives away" + (away.place.map { ", in \($0)" } ?? ""))
    }
  }

  /// What hangs on exact ages that nobody wrote down.
  func dependence(_ then: DwellingThen) -> [String] {
    var lines: [String] = []
    let unsure = then.people.filter(\.depends)
    if !unsure.isEmpty {
      let who = unsure.map(person).joined(separator: say("、", ", "))
      lines.append(
        say("  細かい年齢しだいで、いるかいないかが変わる人: \(who)", "  Here or not, depending on the exact age: \(who)"))
    }
    if then.depends {
      let states = DwellingStatus.allCases.filter(then.possible.contains).map(status).joined(
        separator: say("、", ", "))
      lines.append(say("  細かい年齢しだいで、次のどれかになります: \(states)", "  Depending on exact ages it may be: \(states)"))
    }
    return lines
  }

  private func status(_ status: DwellingStatus) -> String {
    switch status {
    case .occupied: say("人が住んでいる", "lived in")
    case .unknown: say("知らない世帯が住んでいる", "lived in by an unknown household")
    case .vacant: say("空き家", "vacant")
    case .absent: say("家がない", "no house")
    }
  }

  // MARK: An event

  func event(_ event: Event) -> String {
    say("  \(event.year)年  ", "  \(event.year)  ") + sentence(event) + cause(event.cause)
  }

  private func sentence(_ event: Event) -> String {
    let who =
      event.residentID.map { id in
        let person = resident(id)
        return named(id, sex: person?.sex ?? .unknown, relation: person?.relation)
      } ?? ""
    let aged = event.age.map { say("（\($0)歳）", " (\($0))") } ?? ""
    switch event.kind {
    case .deceased: return say("\(who)\(aged)を亡くなったとみなします", "\(who)\(aged) counts as deceased")
    case .left: return say("\(who)\(aged)が家を出ます", "\(who)\(aged) leaves")
    case .returned: return say("\(who)\(aged)が戻ってきます", "\(who)\(aged) comes back")
    case .partnerArrived: return say("\(who)\(aged)が来て、一緒に住みます", "\(who)\(aged) moves in")
    case .movedIntoCare: return say("\(who)\(aged)が施設に移ります", "\(who)\(aged) moves into a care home")
    case .familyArrived: return say("家族が入居します", "a family moves in")
    case .becameVacant: return say("空き家になります", "the house becomes vacant")
    case .relet: return say("知らない世帯が入居します", "a household that nobody knows moves in")
    case .built: return say("家が建ちます", "the house is built")
    case .demolished: return say("家が取り壊されます", "the house is demolished")
    }
  }

  private func cause(_ cause: Cause) -> String {
    switch cause {
    case .sheet: say(" — テーブルで聞いたこと", " — as the table said")
    case .scenario(let name): say(" — もしも「\(name)」", " — in the scenario ‘\(name)’")
    case .deceasedAt(let age):
      say(" — \(age)歳以上は亡くなったとみなす決まり", " — the rule: \(age) or older counts as deceased")
    case .childrenLeaveAt(let age): say(" — 子は\(age)歳で家を出る決まり", " — the rule: children leave at \(age)")
    case .nobodyLeft: say(" — だれもいなくなるため", " — nobody is left")
    case .relet: say(" — 賃貸は次の年に埋まる決まり", " — the rule: what is rented is let again the next year")
    case .demolishedAfter(let years):
      say(" — 空き家のまま\(years)年たつと取り壊す決まり", " — the rule: demolished after \(years) years of vacancy")
    }
  }

  // MARK: A person

  private func resident(_ id: String) -> (sex: Sex, relation: Relation?)? {
    let bare = id.hasSuffix("+") ? String(id.dropLast()) : id
    for dwelling in house.dwellings {
      var people = dwelling.people.map { ($0.id, $0) }
      for plan in dwelling.plans {
        guard case .familyMovesIn(let year, let family) = plan else { continue }
        people += family.enumerated().map { ("\(dwelling.id)@\(year).\($0 + 1)", $1) }
      }
      guard let person = people.first(where: { $0.0 == bare })?.1 else { continue }
      return id == bare ? (person.sex, person.relation) : (person.sex.opposite, nil)
    }
    return nil
  }

  private func person(_ person: PersonThen) -> String {
    let age =
      switch person.age {
      case .exact(let years): say("\(years)歳", "\(years)")
      case .band(let band, _):
        say("\(band.lowerBound)〜\(band.upperBound)歳", "\(band.lowerBound)–\(band.upperBound)")
      case .unknown: say("年齢不明", "age unknown")
      }
    let work = person.occupation.map { " " + $0 } ?? ""
    return named(person.id, sex: person.sex, relation: person.relation) + " \(age)\(work)"
  }

  /// `○ 本人 太郎`, with the id only where it is needed to tell children apart and to write a scenario.
  private func named(_ id: String, sex: Sex, relation: Relation?) -> String {
    let sign =
      switch sex {
      case .male: "○"
      case .female: "△"
      case .unknown: "？"
      }
    let name = house.dwellings.flatMap(\.people).first { $0.id == id }?.name
    let words = [sign, relation.map(label) ?? (id.hasSuffix("+") ? say("配偶者", "partner") : nil), name]
      .compactMap { $0 }
    return words.joined(separator: " ") + say("［\(id)］", " [\(id)]")
  }

  private func label(_ relation: Relation) -> String {
    switch relation {
    case .head: say("本人", "head")
    case .partner: say("配偶者", "partner")
    case .child: say("子", "child")
    case .childPartner: say("子の配偶者", "child’s partner")
    case .grandchild: say("孫", "grandchild")
    case .parent: say("親", "parent")
    case .other: say("同居の人", "lodger or relative")
    }
  }
}
