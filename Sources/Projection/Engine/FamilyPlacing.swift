import Workshop

extension Session {
  /// The session with every family of a scenario in a vacant house, and those for whom there was none.
  public func placingFamilies() -> (session: Session, left: [ComingFamily]) {
    var session = self
    var left: [ComingFamily] = []
    for index in scenarios.indices {
      for map in maps {
        left += session.scenarios[index].placeFamilies(on: map, sessionRules: rules)
      }
    }
    return (session, left)
  }
}

extension Scenario {
  /// Gives the families that come to `map` a vacant house each, and returns those for whom there is none.
  ///
  /// The houses are those of the point estimate, under the scenario's rules and with all it says: vacant at the end of the year
  /// before a family comes, and left alone by the table from then on. The longest vacant are taken first, of houses vacant
  /// since the same year those of the lower id (``naturalOrder(_:_:)``). So the order of houses in the file changes nothing.
  public mutating func placeFamilies(on map: TableMap, sessionRules: RuleChanges) -> [ComingFamily] {
    let coming = families.filter { $0.map == map.id }
    families.removeAll { $0.map == map.id }
    var left: [ComingFamily] = []
    for year in Set(coming.map(\.year)).sorted() {
      let offset = max(1, year - map.baseYear)
      let free =
        offset <= Horizons.range.upperBound
        ? freeDwellings(on: map, sessionRules: sessionRules, in: offset) : []
      let families = coming.filter { $0.year == year }
      for (family, dwelling) in zip(families, free) {
        let key = "\(map.id)/\(dwelling)"
        houses[key] =
          (houses[key] ?? houses[dwelling] ?? []) + [.familyMovesIn(year: year, people: family.people)]
      }
      left += families.dropFirst(free.count)
    }
    return left
  }

  /// The dwellings a family may take in a year, in the order in which they are taken.
  private func freeDwellings(on map: TableMap, sessionRules: RuleChanges, in offset: Int) -> [String] {
    let houses = Projector(map: map, sessionRules: sessionRules, scenario: self).walk(through: offset)
    var free: [(since: Int, id: String)] = []
    for (house, walked) in zip(map.houses, houses) where house.kind.isHome {
      for index in walked.units.indices {
        let site = walked.units[index].site
        // Whom the table has moving in stays where the table has them.
        let isPromised = house.dwellings.contains { dwelling in
          dwelling.id == site.id
            && dwelling.plans.contains { if case .familyMovesIn = $0 { true } else { false } }
        }
        guard !isPromised, site.isSpokenForUntil < offset,
          walked.status(of: index, at: offset - 1) == .vacant,
          [.vacant, .absent].contains(walked.status(of: index, at: offset))
        else { continue }
        var since = offset - 1
        while since > 0, walked.status(of: index, at: since - 1) == .vacant { since -= 1 }
        free.append((since == 0 ? site.vacantSince : since, site.id))
      }
    }
    let inOrder = free.sorted { one, other in
      one.since == other.since ? naturalOrder(one.id, other.id) : one.since < other.since
    }
    return inOrder.map(\.id)
  }
}

/// Whether one id comes before another when numbers in them count as numbers: b2 before b10.
func naturalOrder(_ one: String, _ other: String) -> Bool {
  func parts(_ id: String) -> [(number: Int, text: String)] {
    var parts: [(number: Int, text: String)] = []
    var rest = Substring(id)
    while let first = rest.first {
      let isDigit = { (sign: Character) in sign.isASCII && sign.isNumber }
      let run = rest.prefix { isDigit($0) == isDigit(first) }
      parts.append((isDigit(first) ? Int(run) ?? Int.max : -1, String(run)))
      rest = rest[run.endIndex...]
    }
    return parts
  }
  for (a, b) in zip(parts(one), parts(other)) where a != b {
    if a.number != b.number && min(a.number, b.number) >= 0 { return a.number < b.number }
    return a.text < b.text
  }
  return one.utf8.count < other.utf8.count
}
