import Workshop

/// The chance of everything that can be told of a dwelling at a horizon, exactly.
///
/// It is the way ranges are found (``DwellingOutcomes``), with chances added up in the place of sets.
struct DwellingChances {
  /// The outcomes with their chances.
  let all: [(value: DwellingOutcome, chance: Double)]

  /// The chances of `site` at `horizon`, looking at `next` too where there is one.
  init(
    _ site: Site, parties: [ChanceParty], horizon: Int, next: Int?, rules: ProcessSet,
    memory: inout ChanceMemory
  ) {
    var seen: [(value: Seen, chance: Double)] = [(Seen(), 1)]
    for party in parties {
      let ways = party.seen(at: horizon, next: next)
      var grown = ChanceSum<Seen>()
      for some in seen {
        for way in ways { grown.add(some.value.and(way.value), some.chance * way.chance) }
      }
      seen = grown.all
    }
    let kind = memory.kind(of: site)
    var outcomes = ChanceSum<DwellingOutcome>()
    for some in seen {
      let trace = some.value.trace(horizon: horizon)
      let stays = memory.stays(kind, presence: trace, horizon: horizon) {
        Self.stays(site, presence: trace, horizon: horizon, next: next, rules: rules)
      }
      for stay in stays {
        let after = next.map { _ in (status: stay.value.next, hasFallen: stay.value.nextHasFallen) }
        let outcome = DwellingOutcome(
          some.value, in: site, status: stay.value.status, hasFallen: stay.value.hasFallen, horizon: horizon,
          next: after)
        outcomes.add(outcome, some.chance * stay.chance)
      }
    }
    all = outcomes.all
  }

  /// What a dwelling is at the horizon and at the next.
  struct Stay: Hashable {
    var status = DwellingStatus.absent
    var hasFallen = false
    var next = DwellingStatus.absent
    var nextHasFallen = false
  }

  private struct Spot: Hashable {
    var state = DwellingState()
    var stay = Stay()
  }

  /// What becomes of the dwelling, lived in by people the sheet knows in the years of `presence`.
  private static func stays(
    _ site: Site, presence: YearSet, horizon: Int, next: Int?, rules: ProcessSet
  ) -> [(value: Stay, chance: Double)] {
    var spots: [(value: Spot, chance: Double)] = [(Spot(), 1)]
    for offset in 0...(next ?? horizon) {
      var grown = ChanceSum<Spot>()
      for spot in spots {
        Branching.each { chooser -> Spot in
          var spot = spot.value
          _ = spot.state.step(
            site, offset: offset, isLivedIn: presence.contains(offset), rules: rules, chooser: &chooser)
          if offset == horizon {
            (spot.stay.status, spot.stay.hasFallen) = (spot.state.status, spot.state.isDemolishedByRule)
          }
          if offset == next {
            (spot.stay.next, spot.stay.nextHasFallen) = (spot.state.status, spot.state.isDemolishedByRule)
          }
          return spot
        } found: { found, share in
          if share > 0 { grown.add(found, spot.chance * share) }
        }
      }
      spots = grown.all
    }
    var stays = ChanceSum<Stay>()
    for spot in spots { stays.add(spot.value.stay, spot.chance) }
    return stays.all
  }
}
