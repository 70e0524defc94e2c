import Workshop

/// How old people are whose age is known only as a band, given that they are here: the older of a band are less likely to be.
public struct AgeShares: Sendable, Hashable {
  /// By the person's id, then by the years after the base year: the share of each age of the band, from the youngest, at
  /// the end of that year; the shares add up to 1.
  private var shares: [String: [Int: [Double]]] = [:]

  /// Nothing known but the bands themselves.
  public init() {}

  /// The shares of the ages of a band, from the youngest; nil where nothing but the band is known.
  public func shares(of person: String, at horizon: Int) -> [Double]? { shares[person]?[horizon] }

  fileprivate mutating func add(_ ways: [Way], of id: String, ages: ClosedRange<Int>, offsets: [Int]) {
    guard ages.count > 1 else { return }
    for offset in offsets {
      var found = [Double](repeating: 0, count: ages.count)
      for way in ways where way.presence.contains(offset) {
        if let age = way.age, ages.contains(age) { found[age - ages.lowerBound] += way.chance }
      }
      let whole = found.reduce(0, +)
      if whole > 0 { shares[id, default: [:]][offset] = found.map { $0 / whole } }
    }
  }
}

extension ChanceProjector {
  /// The ages inside bands of those who are here, at these years after the base year.
  ///
  /// Everybody is followed by themselves: where somebody's coming back depends on others, the shares leave that out.
  public func ageShares(horizons: [Int]) -> AgeShares {
    let offsets = offsets(horizons)
    let last = offsets.last ?? 0
    let builder = SiteBuilder(map: map, scenario: scenario)
    var shares = AgeShares()
    for site in map.houses.flatMap({ builder.sites(of: $0) }) {
      for member in site.members where (member.ages?.range.count ?? 1) > 1 || member.partner != nil {
        let ways = Ways(member, in: site, rules: processes, through: last).all
        if let ages = member.ages { shares.add(ways, of: member.id, ages: ages.range, offsets: offsets) }
        let partners = PartnerWays(of: member, ways, in: site, rules: processes, through: last)
        let others = ways.flatMap { way in
          partners.ways(for: way).map { other in
            var other = other
            other.chance *= way.chance
            return other
          }
        }
        let ages = others.compactMap(\.age)
        guard let lowest = ages.min(), let highest = ages.max() else { continue }
        shares.add(others, of: member.partnerID, ages: lowest...highest, offsets: offsets)
      }
    }
    return shares
  }
}
