import Workshop

/// The figures of houses that come one after another, by the workshop's rules, with their exact ranges: nothing is kept of a
/// house but what it adds, so that a whole city can be gone through.
public struct FigureSum: Sendable {
  private let processes: ProcessSet
  /// A map without houses: the year and the name are all that a house has from it.
  private let map: TableMap
  /// 0 and every horizon, ascending.
  private let offsets: [Int]
  private var tallies: [FigureTally]

  /// Nothing yet.
  ///
  /// - Parameters:
  ///   - baseYear: The year of which all ages are.
  ///   - horizons: Years after it; those outside 1…100 are left out.
  public init(rules: Rules, baseYear: Int, horizons: [Int]) {
    processes = ProcessSet(rules)
    map = TableMap(id: "", title: "", baseYear: baseYear, houses: [])
    offsets = Horizons.offsets(horizons)
    tallies = offsets.indices.map { [last = offsets.count - 1] in FigureTally(hasNext: $0 < last) }
  }

  /// Adds a house.
  public mutating func add(_ house: House) {
    let sites = SiteBuilder(map: map, scenario: nil).sites(of: house)
    let projection = HouseProjection(house, sites: sites, rules: processes, through: offsets.last ?? 0)
    for (index, offset) in offsets.enumerated() {
      let next = index + 1 < offsets.count ? offsets[index + 1] : nil
      let outcomes = projection.outcomes(at: offset, next: next, rules: processes)
      projection.add(outcomes, at: offset, processes, to: &tallies[index])
    }
  }

  /// Adds everything of another sum, of the same rules and years.
  public mutating func add(_ other: FigureSum) {
    for index in tallies.indices where other.tallies.indices.contains(index) {
      tallies[index].add(other.tallies[index])
    }
  }

  /// The figures in the base year and at each horizon.
  public var figures: [Figures] { tallies.map(\.figures) }
}
