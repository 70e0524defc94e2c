/// What the figures of a neighbourhood are made of.
typealias FigureTally = Tally<RatioTerms>

extension FigureTally {
  /// Adds somebody, with a partner, who is `point` in the point estimate and may be any of `ways`.
  mutating func add(point: Heads, ways: [Heads]) {
    var (low, high) = (point, point)
    for way in ways {
      low = low.combined(with: way, by: min)
      high = high.combined(with: way, by: max)
    }
    for item in CountItem.ofPeople {
      add(item, point: point.adds(to: item), low: low.adds(to: item), high: high.adds(to: item))
    }
    ages.add(point: point.meanAge, ways: ways.map(\.meanAge))
    ageing.add(point: point.ageing, ways: ways.map(\.ageing))
    help.add(point: point.help, ways: ways.map(\.help))
  }
}
