import Workshop

/// What each house adds to every target at every horizon, as things are and with measures.
struct HouseParts {
  let map: TableMap
  let sessionRules: RuleChanges
  let scenario: Scenario?
  let possibilities: [Possibility]
  let asked: [Reach.Asked]

  /// Everything without measures.
  var base: [Int] {
    var sum = asked.map { $0.surplus.fixed }
    for index in map.houses.indices { sum = zip(sum, part(of: index, with: [])).map { $0 + $1 } }
    return sum
  }

  /// The measures that hang together, and what each choice of them adds to ``base``.
  func groups() throws(Reach.Trouble) -> [[Choosing.Choice]] {
    let touched = possibilities.map { $0.touched(on: map) }
    var found: [[Choosing.Choice]] = []
    for group in Self.joined(touched) {
      guard group.count <= Reach.mostTogether else {
        throw .entangled(group.map { possibilities[$0].measure })
      }
      found.append(choices(of: group, touching: touched))
    }
    return found
  }

  /// Measures by whether they touch, directly or through others, the same houses; groups and what is in them ascending.
  static func joined(_ touched: [[Int]]) -> [[Int]] {
    var groups: [(measures: [Int], houses: Set<Int>)] = []
    for (index, houses) in touched.enumerated() {
      var merged = (measures: [index], houses: Set(houses))
      groups.removeAll { group in
        guard !group.houses.isDisjoint(with: houses) else { return false }
        merged.measures += group.measures
        merged.houses.formUnion(group.houses)
        return true
      }
      groups.append(merged)
    }
    return groups.map { $0.measures.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private func choices(of group: [Int], touching touched: [[Int]]) -> [Choosing.Choice] {
    // For each house, what it adds with each choice of the measures that touch it.
    let houses = Set(group.flatMap { touched[$0] }).sorted()
    let tables = houses.map { house -> (own: [Int], gains: [[Int]]) in
      let own = group.indices.filter { touched[group[$0]].contains(house) }
      let without = part(of: house, with: [])
      let gains = (0..<(1 << own.count)).map { mask -> [Int] in
        let chosen = own.indices.filter { mask >> $0 & 1 == 1 }.map { group[own[$0]] }
        return zip(part(of: house, with: chosen), without).map { $0 - $1 }
      }
      return (own, gains)
    }
    return (0..<(1 << group.count)).compactMap { mask -> Choosing.Choice? in
      let chosen = group.indices.filter { mask >> $0 & 1 == 1 }.map { group[$0] }
      guard canBeTogether(chosen) else { return nil }
      var gains = asked.map { _ in 0 }
      for table in tables {
        var place = 0
        for (bit, measure) in table.own.enumerated() where mask >> measure & 1 == 1 { place |= 1 << bit }
        for index in gains.indices { gains[index] += table.gains[place][index] }
      }
      return Choosing.Choice(measures: chosen, gains: gains)
    }.sorted { a, b in
      // In the order of the file, nothing last: the first sets that are found are the first a reader would name.
      a.measures.isEmpty || b.measures.isEmpty
        ? !a.measures.isEmpty : a.measures.lexicographicallyPrecedes(b.measures)
    }
  }

  /// A dwelling takes one family: two that are offered the same house are alternatives.
  private func canBeTogether(_ chosen: [Int]) -> Bool {
    var filled = Set<String>()
    for measure in chosen {
      let own = possibilities[measure].filled(on: map)
      guard filled.isDisjoint(with: own) else { return false }
      filled.formUnion(own)
    }
    return true
  }

  /// What a house adds with these measures.
  private func part(of house: Int, with chosen: [Int]) -> [Int] {
    var alone = map
    alone.houses = [map.houses[house]]
    var told = scenario
    if !chosen.isEmpty {
      told = (scenario ?? Scenario(name: "")).adding(chosen.map { possibilities[$0] }, on: map)
    }
    let horizons = Set(asked.map(\.horizon)).sorted()
    let tallies = Projector(map: alone, sessionRules: sessionRules, scenario: told).tallies(at: horizons)
    return asked.map { asked in
      guard let place = horizons.firstIndex(of: asked.horizon) else { return 0 }
      return asked.surplus.of(tallies[place])
    }
  }
}
