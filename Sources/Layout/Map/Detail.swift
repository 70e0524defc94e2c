import Workshop

/// How much of the houses a map shows: as much as there is room for, the same on every map of a series.
struct Detail: Hashable {
  /// What stands in a house.
  enum Content: Hashable {
    /// ○ and △ with their ages, one for each person.
    case people
    /// ○ and △ alone, small and close together: who lives there, where ages could not be read.
    case symbols
    /// How many people, as a number.
    case counts
    /// Nothing: for maps of many hundreds of houses.
    case blocks
  }

  /// What stands in a house.
  var content: Content
  /// What stands in a dwelling of an apartment block.
  var units: Content
  /// The height of a symbol, or of the type where people are counted.
  var size: Double
  /// Whether occupations are written under the symbols.
  var occupations: Bool
  /// Whether those who live away are drawn beside the house.
  var away: Bool
  /// The size of the houses' names; nil for none.
  var names: Double?
  /// Whether a house may stand across a lane or a path from its road, where people could not be drawn else.
  var mayCrossLanes: Bool = false
  /// Whether landmarks have their names.
  var landmarkNames: Bool = true

  /// The size of occupations.
  var captionSize: Double { max(Theme.smallestSymbol, min(8, size * 0.32)) }
  /// The size of landmarks' icons.
  var icon: Double {
    switch content {
    case .people: max(12, min(30, size * 1.12))
    case .symbols: max(11, min(20, size * 1.9))
    case .counts: max(11, min(22, size * 1.5))
    case .blocks: max(4, size * 1.2)
    }
  }
  /// The size of landmarks' names.
  var landmarkSize: Double {
    switch content {
    case .people: max(Theme.smallestSymbol, min(9.5, size * 0.45))
    case .symbols: max(Theme.smallestSymbol, min(8, size * 0.95))
    case .counts, .blocks: max(Theme.smallestSymbol, min(8, size * 0.62))
    }
  }

  /// Free room around a house.
  var gap: Double {
    switch content {
    case .people: max(1.2, size * 0.12)
    case .symbols, .counts: 1
    case .blocks: 0.4
    }
  }

  /// The stages of detail, the richest first; inside a stage the largest size that fits is taken.
  static func stages(table: Bool, largest: Double) -> [[Detail]] {
    func stage(_ sizes: [Double], _ make: (Double) -> Detail) -> [Detail] {
      let fitting = sizes.filter { $0 <= largest }
      return (fitting.isEmpty ? sizes.suffix(1) : fitting).map(make)
    }
    let large: [Double] = [40, 37, 34, 31, 28.5, 26, 24, 22, 20.5, 19, 17.5, 16]
    let all: [Double] = large + [15, 14.2, 13.4, 12.8, 12.2, 11.6, 11, 10.5, 10]
    func name(_ size: Double) -> Double? { table ? max(Theme.smallestSymbol, min(10, size * 0.44)) : nil }
    var stages: [[Detail]] = []
    if table {
      stages.append(
        stage(large) {
          Detail(content: .people, units: .people, size: $0, occupations: true, away: true, names: name($0))
        })
      stages.append(
        stage(all) {
          Detail(content: .people, units: .people, size: $0, occupations: false, away: true, names: name($0))
        })
    }
    stages.append(
      stage(all) {
        Detail(content: .people, units: .people, size: $0, occupations: false, away: false, names: name($0))
      })
    for units in [Content.symbols, .counts] {
      stages.append(
        stage(all) {
          Detail(content: .people, units: units, size: $0, occupations: false, away: false, names: name($0))
        })
    }
    stages.append(
      stage(all.filter { $0 <= 12.8 }) {
        Detail(
          content: .people, units: .counts, size: $0, occupations: false, away: false, names: name($0),
          mayCrossLanes: true)
      })
    // Who lives where is the heart of the map: ages go, then names, but ○ and △ stay as long as they can be told.
    let bare: [Double] = [9, 8.4, 7.8, 7.2, 6.7, 6.2, 5.8, 5.4, 5, 4.6]
    for names in table ? [Theme.smallestSymbol, nil] : [nil] {
      for (units, mayCrossLanes) in [(Content.symbols, false), (.counts, false), (.counts, true)] {
        stages.append(
          stage(bare) {
            Detail(
              content: .symbols, units: units, size: $0, occupations: false, away: false, names: names,
              mayCrossLanes: mayCrossLanes)
          })
      }
    }
    let counts: [Double] = [16, 14.5, 13, 12, 11, 10, 9, 8.2, 7.4, 6.7, 6]
    if table {
      stages.append(
        stage(counts) {
          Detail(
            content: .counts, units: .counts, size: $0, occupations: false, away: false,
            names: max(Theme.smallestSymbol, min(8, $0 * 0.62)))
        })
    }
    stages.append(
      stage(counts) {
        Detail(content: .counts, units: .counts, size: $0, occupations: false, away: false, names: nil)
      })
    // Beyond that the map can only show where houses are; there is no smallest size, so that it always ends.
    for size in [6.0, 4, 2.5, 1.5, 0.8, 0.4, 0.1, 0.01] {
      stages.append([
        Detail(
          content: .blocks, units: .blocks, size: size, occupations: false, away: false, names: nil,
          landmarkNames: false)
      ])
    }
    return stages
  }
}
