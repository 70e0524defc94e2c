import Diagnostics
import Workshop

extension Projector {
  /// The story of a house, or of one dwelling of a block, in words: who lives there in the base year, what happens in
  /// which year and why, what it is at each horizon, and what depends on exact ages.
  ///
  /// For the table only: it names people, exact ages and plans.
  ///
  /// - Parameters:
  ///   - id: A house's or a dwelling's id. Of a house with several dwellings every one is told.
  ///   - horizons: Years after the base year; nil stands for the map's own.
  /// - Returns: A line each; nil where the map has no such house.
  public func story(of id: String, horizons: [Int]? = nil) -> [Phrase]? {
    let builder = SiteBuilder(map: map, scenario: scenario)
    let offsets = Horizons.offsets(horizons ?? map.horizons)
    for house in map.houses {
      let sites = builder.sites(of: house)
      let wanted = house.id == id ? Array(sites.indices) : sites.indices.filter { sites[$0].id == id }
      guard house.id == id || !wanted.isEmpty else { continue }
      if sites.isEmpty { return [Phrase(ja: "\(id)は空き地です。", en: "\(id) is an empty lot.")] }
      let walked = HouseProjection(house, sites: sites, rules: ProcessSet(rules), through: YearSet.last)
      return wanted.flatMap { index in
        Story(
          projector: self, house: house, walked: walked, index: index, horizons: offsets
        ).lines
      }
    }
    return nil
  }
}

/// Tells what becomes of one dwelling.
struct Story {
  let projector: Projector
  let house: House
  let walked: HouseProjection
  let index: Int
  let horizons: [Int]

  private var unit: HouseProjection.Unit { walked.units[index] }
  private var site: Site { unit.site }
  private var base: Int { projector.map.baseYear }
  private var last: Int { horizons.last ?? 0 }

  /// The whole story.
  var lines: [Phrase] {
    var lines = [opening]
    lines += drawn.map(introduction)
    lines += events
    lines += horizons.dropFirst().map(state)
    lines += unit.parties.flatMap(windows)
    if let vacancy = vacancyWindow { lines.append(vacancy) }
    return lines
  }

  // MARK: The base year

  private var drawn: [(member: Member, resident: Resident)] {
    guard let dwelling = house.dwellings.first(where: { $0.id == site.id }) else { return [] }
    return zip(unit.parties.map(\.member), dwelling.people).map { ($0, $1) }
  }

  private var opening: Phrase {
    let here = drawn.filter { $0.resident.away == nil }.count
    let id = site.id
    switch unit.course.status(at: 0) {
    case .occupied:
      return Phrase(
        ja: "\(id)（\(base)年）：\(here)人が住んでいます。",
        en: "\(id) in \(base): \(here) \(here == 1 ? "person lives" : "people live") here.")
    case .unknown:
      return Phrase(
        ja: "\(id)（\(base)年）：だれかが住んでいます（どなたかは分かりません）。",
        en: "\(id) in \(base): somebody lives here; nobody at the table knew who.")
    case .vacant:
      let since = site.vacantSince < 0 ? base + site.vacantSince : nil
      return Phrase(
        ja: "\(id)（\(base)年）：空き家です\(since.map { "（\($0)年から）" } ?? "")。",
        en: "\(id) in \(base): vacant\(since.map { " since \($0)" } ?? "").")
    case .absent:
      return Phrase(
        ja: "\(id)（\(base)年）：住まいとして数える家はありません。", en: "\(id) in \(base): no house to count as a home.")
    }
  }

  private func introduction(_ member: Member, _ resident: Resident) -> Phrase {
    var someone = PersonWords.someone(member.sex, age(of: member, at: 0))
    if let ages = member.ages, ages.range.count > 1 {
      someone.ja += "（計算では\(ages.representative)歳）"
      someone.en += " (reckoned as \(ages.representative))"
    }
    let name = resident.name.map { Phrase(ja: "\($0)さん、", en: "\($0), ") } ?? Phrase(verbatim: "")
    let work = resident.occupation.map { Phrase(ja: "、\($0)", en: ", \($0)") } ?? Phrase(verbatim: "")
    let id = member.id
    guard let away = resident.away else {
      return Phrase(
        ja: "　\(id) \(name.ja)\(someone.ja)\(work.ja)", en: "  \(id) \(name.en)\(someone.en)\(work.en)")
    }
    let place =
      away.place.map { Phrase(ja: "\($0)に", en: " in \($0)") } ?? Phrase(ja: "ほかの所に", en: " elsewhere")
    let comes = member.itinerary.hasArrival(from: 0)
    return Phrase(
      ja: "　\(id) \(name.ja)\(someone.ja)\(work.ja)、\(place.ja)他出"
        + (comes ? "" : "。戻る年が書かれていないので、戻らないものとしています"),
      en: "  \(id) \(name.en)\(someone.en)\(work.en), living\(place.en)"
        + (comes ? "" : "; as nobody said when, they are taken not to return"))
  }

  // MARK: Year by year

  private var events: [Phrase] {
    // The record tells of families in the order in which the site does.
    var arrivals = site.said.filter { $0.kind == .familyArrived }.map(\.family)[...]
    let told = Record.events(of: walked, base: base, rules: projector.rules)
      .filter { $0.dwellingID == site.id && $0.year <= base + last }
      .map { event in
        let number = event.kind == .familyArrived ? arrivals.popFirst() ?? 0 : 0
        let words = StoryWords.event(event, who: who(event), family: family(number))
        let rest = event.kind == .deceased ? unreached(event) : nil
        return (
          year: event.year,
          words: rest.map { words.and($0) } ?? words
        )
      }
    let missed = unit.parties.compactMap(missedArrival)
    return (told + missed).enumerated()
      .sorted { ($0.element.year, $0.offset) < ($1.element.year, $1.offset) }
      .map { item in
        let (year, words) = (item.element.year, item.element.words)
        return Phrase(ja: "\(year)年：\(words.ja)", en: "\(year): \(words.en)")
      }
  }

  /// Somebody who was said to come and, by the point estimate, cannot.
  private func missedArrival(_ party: Party) -> (year: Int, words: Phrase)? {
    guard let change = party.pointPaths.member.changes.first(where: { $0.what.contains(.cannotCome) }),
      change.offset <= last, let limit = projector.rules.deceasedAt.years
    else { return nil }
    let who = name(of: party.member)
    return (
      base + change.offset,
      Phrase(
        ja: "\(who.ja)は戻ることになっていますが、それまでに\(limit)歳になるため、決まりにより戻らないものとしています。",
        en: "\(who.en) was to come, but turns \(limit) before that and, by the rule, is taken not to return.")
    )
  }

  /// What was said of somebody for a year after the one in which the rule takes them out of the count.
  private func unreached(_ event: Event) -> Phrase? {
    let members = unit.parties.flatMap { [$0.member] + ($0.partner.map { [$0.member] } ?? []) }
    guard let member = members.first(where: { $0.id == event.residentID }),
      let limit = projector.rules.deceasedAt.years
    else { return nil }
    let later = member.itinerary.entries.filter { base + $0.offset > event.year }
    guard !later.isEmpty else { return nil }
    return StoryWords.unreached(
      later.map { (year: base + $0.offset, step: $0.step, cause: $0.cause) }, limit: limit)
  }

  private func who(_ event: Event) -> Phrase? {
    guard let id = event.residentID else { return nil }
    for party in unit.parties {
      if party.member.id == id { return name(of: party.member) }
      if let partner = party.partner, partner.member.id == id { return name(of: partner.member) }
    }
    return Phrase(verbatim: id)
  }

  /// The people of a family that moves in, as they are in that year; 0 is none.
  private func family(_ number: Int) -> [Phrase] {
    unit.parties.map(\.member).filter { number > 0 && $0.family == number && $0.startsHere }.map {
      PersonWords.someone($0.sex, age(of: $0, at: $0.entry))
    }
  }

  private func name(of member: Member) -> Phrase {
    let resident = drawn.first { $0.member.id == member.id }?.resident
    return PersonWords.that(
      member.sex, age(of: member, at: member.entry), in: base + member.entry, name: resident?.name)
  }

  private func age(of member: Member, at offset: Int) -> AgeThen {
    guard let ages = member.ages else { return .unknown }
    let range = (ages.range.lowerBound + offset)...(ages.range.upperBound + offset)
    return range.count == 1
      ? .exact(range.lowerBound) : .band(range, representative: ages.representative + offset)
  }

  // MARK: At each horizon

  private func state(at offset: Int) -> Phrase {
    let people = unit.parties.flatMap { $0.people(at: offset) }
    let outcomes = walked.outcomes(at: offset, next: nil, rules: ProcessSet(projector.rules))
    let then = walked.then(at: offset, previous: nil, next: nil, outcomes: outcomes).dwellings[index]
    let words = StoryWords.state(
      then, year: base + offset, people: people.filter(\.isHere).map { PersonWords.someone($0.sex, $0.age) },
      hasDoubtful: people.contains(where: \.depends))
    guard projector.rules.drivesUntil != .off, then.isWithoutDriver else { return words }
    let more = StoryWords.withoutDriver
    return Phrase(ja: words.ja + more.ja, en: words.en + more.en)
  }

  // MARK: What depends on exact ages

  private func windows(_ party: Party) -> [Phrase] {
    let people =
      [(party.member, party.paths)] + (party.partner.map { [($0.member, Array($0.ways.joined()))] } ?? [])
    return people.flatMap { member, paths -> [Phrase] in
      let who = name(of: member)
      var lines: [Phrase] = []
      if let limit = projector.rules.deceasedAt.years, let years = window(paths, .deceased) {
        lines.append(StoryWords.window(who, turns: limit, years: years))
      }
      if let limit = projector.rules.childrenLeaveAt.years, let years = window(paths, .leftByRule) {
        lines.append(StoryWords.window(who, turns: limit, years: years))
      }
      if let limit = projector.rules.drivesUntil.years, let years = givingUpDriving(paths, at: limit) {
        lines.append(StoryWords.window(who, turns: limit, years: years))
      }
      if !member.byAge.isEmpty {
        for what in [PersonChanges.leftAsSaid, .careAsSaid, .cameAsSaid, .broughtPartner] {
          guard let years = window(paths, what), let age = self.age(paths, what) else { continue }
          lines.append(StoryWords.window(who, turns: age, years: years))
        }
      }
      if member.ages == nil && paths.contains(where: { !$0.presence.isEmpty }) {
        lines.append(
          Phrase(
            ja: "\(who.ja)は、年齢の決まりでは数から外しません。", en: "No rule of age is applied to \(who.en)."))
      }
      return lines
    }
  }

  /// How old somebody is in the year of which the table told only that; nil where they would be of different ages.
  private func age(_ paths: [Path], _ what: PersonChanges) -> Int? {
    let ages = paths.compactMap { path in
      path.changes.first { $0.what.contains(what) }.flatMap { change in path.age.map { $0 + change.offset } }
    }
    return Set(ages).count == 1 ? ages.first : nil
  }

  /// In which years somebody may reach the age at which driving ends, while they live here.
  private func givingUpDriving(_ paths: [Path], at limit: Int) -> ClosedRange<Int>? {
    let offsets = paths.compactMap { path in
      path.age.map { limit - $0 }.flatMap { $0 > 0 && path.presence.contains($0) ? $0 : nil }
    }
    guard let first = offsets.min(), let end = offsets.max(), first < end, first <= last else { return nil }
    return base + first...base + end
  }

  private func window(_ paths: [Path], _ what: PersonChanges) -> ClosedRange<Int>? {
    let years = paths.compactMap { path in
      path.changes.first { $0.what.contains(what) }.map { base + $0.offset }
    }
    guard let first = years.min(), let end = years.max(), first < end, first <= base + last else {
      return nil
    }
    return first...end
  }

  /// Between which years the last of the people goes, where that depends on exact ages.
  private var vacancyWindow: Phrase? {
    guard !site.isRented || !projector.rules.reletsRentedUnits else { return nil }
    func lastYears(_ party: Party) -> (least: Int, most: Int) {
      let years = party.paths.indices.map { party.lastYears(of: $0) }
      return (years.map(\.least).min() ?? -1, years.map(\.most).max() ?? -1)
    }
    let years = unit.parties.map(lastYears)
    guard let least = years.map(\.least).max(), let most = years.map(\.most).max(), least < most,
      least >= 0, least + 1 <= last, !site.strangers.hasAny(after: least)
    else { return nil }
    let first = base + least + 1
    if most >= YearSet.last {
      return Phrase(
        ja: "この家は、正確な年齢によっては\(first)年に空き家になります。",
        en: "Depending on exact ages, the house becomes vacant as early as \(first).")
    }
    return Phrase(
      ja: "この家が空き家になるのは、正確な年齢によって\(first)年から\(base + most + 1)年の間です。",
      en: "Depending on exact ages, the house becomes vacant between \(first) and \(base + most + 1).")
  }
}

extension Party {
  /// The last year in which one of the two is here, at the least and at the most, for one way of the member; -1
  /// where nobody ever is.
  fileprivate func lastYears(of index: Int) -> (least: Int, most: Int) {
    let own = paths[index].presence.highest ?? -1
    let theirs = (partner?.ways[index] ?? []).map { max(own, $0.presence.highest ?? -1) }
    return (theirs.min() ?? own, theirs.max() ?? own)
  }
}
