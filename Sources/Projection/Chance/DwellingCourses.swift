/// What becomes of a dwelling of a kind by chance, once it is settled when somebody the sheet knows was last there.
///
/// Dwellings of which, but for their people, the same is known share one of these; what was worked out once is kept.
final class DwellingCourses {
  private let site: Site
  private let rules: ProcessSet
  private let offsets: [Int]
  private var known: [Int: [Stay]] = [:]
  private var interrupted: [Gap: Stay] = [:]

  /// What a dwelling is at a horizon, in chances.
  struct Stay {
    var occupied = 0.0
    var unknown = 0.0
    var vacant = 0.0
    var absent = 0.0
    /// Lived in now, and vacant at the next horizon.
    var empties = 0.0
  }

  private struct Gap: Hashable {
    var state: Int
    var upTo: Int
    var after: Int
  }

  private struct Spot: Hashable {
    var state = DwellingState()
    /// Whether it was lived in at the horizon looked at last.
    var wasLivedIn = false
  }

  /// Prepares a kind of dwelling, to be looked at at `offsets`.
  init(_ site: Site, rules: ProcessSet, offsets: [Int]) {
    self.site = site
    self.rules = rules
    self.offsets = offsets
  }

  /// What it is at a horizon, by its place, where somebody was last here in the year `upTo` (not after the horizon), and
  /// then in `after` (before or at the next).
  func stay(at state: Int, upTo: Int?, after: Int?) -> Stay {
    guard let after else { return stays(upTo ?? -1)[state] }
    // Here at the horizon and longer: as if here through all the years.
    if upTo == offsets[state] { return stays(after)[state] }
    let gap = Gap(state: state, upTo: upTo ?? -1, after: after)
    if let known = interrupted[gap] { return known }
    let presence = YearSet(from: 0, through: gap.upTo).union(
      YearSet(from: offsets[state] + 1, through: after))
    let found = walk(presence, through: state + 1)[state]
    interrupted[gap] = found
    return found
  }

  private func stays(_ upTo: Int) -> [Stay] {
    if let found = known[upTo] { return found }
    let found = walk(YearSet(from: 0, through: upTo), through: offsets.count - 1)
    known[upTo] = found
    return found
  }

  private func walk(_ presence: YearSet, through last: Int) -> [Stay] {
    var stays = [Stay](repeating: Stay(), count: last + 1)
    var spots: [(value: Spot, chance: Double)] = [(Spot(), 1)]
    var index = 0
    for offset in 0...offsets[last] {
      var grown = ChanceSum<Spot>()
      for spot in spots {
        Branching.each { chooser -> Spot in
          var spot = spot.value
          _ = spot.state.step(
            site, offset: offset, isLivedIn: presence.contains(offset), rules: rules, chooser: &chooser)
          return spot
        } found: { found, share in
          if share > 0 { grown.add(found, spot.chance * share) }
        }
      }
      spots = grown.all
      guard offset == offsets[index] else { continue }
      for place in spots.indices {
        let (spot, chance) = spots[place]
        stays[index].add(spot.state.status, chance)
        if index > 0, spot.wasLivedIn, spot.state.status == .vacant { stays[index - 1].empties += chance }
        spots[place].value.wasLivedIn = spot.state.status == .occupied || spot.state.status == .unknown
      }
      index += 1
    }
    return stays
  }
}

extension DwellingCourses.Stay {
  fileprivate mutating func add(_ status: DwellingStatus, _ chance: Double) {
    switch status {
    case .occupied: occupied += chance
    case .unknown: unknown += chance
    case .vacant: vacant += chance
    case .absent: absent += chance
    }
  }

  /// Adds what is the case with a chance.
  mutating func add(_ other: DwellingCourses.Stay, _ chance: Double) {
    occupied += other.occupied * chance
    unknown += other.unknown * chance
    vacant += other.vacant * chance
    absent += other.absent * chance
    empties += other.empties * chance
  }
}
