import Workshop

/// How much of the houses a map shows: as much as there is room for, the same on every map of a series.
struct Detail: Hashable {
  /// What stands in a house, from the most to the least.
  enum Content: Int, Hashable, Comparable {
    /// ○ and △ with their ages, one for each person.
    case people
    /// ○ and △ alone, small and close together: who lives there, where ages could not be read.
    case symbols
    /// How many people, as a number.
    case counts
    /// Nothing: for maps of many hundreds of houses.
    case blocks

    static func < (a: Content, b: Content) -> Bool { a.rawValue < b.rawValue }
  }

  /// What stands in a house.
  var content: Content
  /// What stands in a dwelling of an apartment block.
  var units: Content
  /// The height of a symbol, or of the type where people are counted.
  var size: Double
  /// The height of a symbol in a block, where it is smaller than elsewhere: a block of thirty dwellings is no reason
  /// to draw all houses small, nor to leave out the ages in it.
  var unitSize: Double?
  /// How people stand in a house.
  var shape: HouseShape = .broad
  /// Whether occupations are written under the symbols.
  var occupations: Bool
  /// Whether those who live away are drawn beside the house.
  var away: Bool
  /// How wide what is written under somebody may be, as a multiple of their symbol: little where all cells of the map
  /// are as wide as the widest.
  var captionReach = 1.9
  /// The same in a house with white space beside it.
  static let farCaptionReach = 3.4
  /// The size of the houses' names; nil for none.
  var names: Double?
  /// Whether a house may stand across a lane or a path from its road, where people could not be drawn else.
  var mayCrossLanes: Bool = false
  /// Whether landmarks have their names.
  var landmarkNames: Bool = true

  /// How many lines a row along a road may stand in.
  var lines: Int = 1
  /// Whether any place will do for a house at a point where there is no other: the map only says that there is a house.
  var isLastResort: Bool { content == .blocks || (content == .counts && size <= 6 && lines > 1) }

  /// Whether houses are drawn with as little around their people as they can do with.
  var isTight: Bool { content == .people && (size < 12.5 || shape == .tower || shape == .narrow) }
  /// The same for the units of a block.
  var forUnits: Detail {
    guard let unitSize, unitSize < size, units == .people else { return self }
    var detail = self
    detail.size = unitSize
    detail.occupations = false
    detail.away = false
    return detail
  }

  /// The size of occupations.
  var captionSize: Double { max(Theme.smallestSymbol, min(8, size * 0.32)) }
  /// The size of landmarks' icons.
  var icon: Double {
    switch content {
    case .people: max(12, min(30, size * 1.12))
    case .symbols: max(11, min(20, size * 1.9))
    case .counts: max(11, min(22, size * 1.5))
    case .blocks: max(Theme.smallestSymbol, size * 1.2)
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

  /// The same with people standing in another way.
  func shaped(_ shape: HouseShape) -> Detail {
    var detail = self
    detail.shape = shape
    return detail
  }

  /// Free room around a house.
  var gap: Double {
    switch content {
    case .people: isTight ? 1 : max(1.2, size * 0.12)
    case .symbols, .counts: 1
    case .blocks: 0.4
    }
  }

  /// Free room between neighbours of a row: large houses stand further apart.
  var air: Double {
    guard content == .people else { return gap }
    return size > 16 ? size * 0.34 : size > 12.5 ? size * 0.2 : gap
  }

  /// About the least in which people can be told from each other, and in which they can be counted: what the room of crowded
  /// maps is shared out by.
  static let leastSymbols = Detail(
    content: .symbols, units: .counts, size: 5.4, shape: .slim, occupations: false, away: false, names: nil)
  /// See ``leastSymbols``.
  static let leastCounts = Detail(
    content: .counts, units: .counts, size: 6.7, occupations: false, away: false, names: nil)

  /// The stages of detail, the richest first; inside a stage the largest size that fits is taken. Symbols in blocks are
  /// no smaller than `unitSize`.
  static func stages(table: Bool, blocks: Bool, unitSize: Double, isLarge: Bool) -> [[Detail]] {
    var stages: [[Detail]] = []
    func add(_ sizes: [Double], _ make: (Double) -> Detail) {
      let fitting = isLarge ? sizes : sizes.filter { $0 <= 34 }
      stages.append(fitting.map(make))
    }
    /// Units of blocks are told in less detail before people are: first in the smallest size in which ages are read.
    func people(
      _ sizes: [Double], _ shape: HouseShape, occupations: Bool = false, away: Bool = false,
      named: Bool = true, crossing: Bool = false, lines: Int = 1, alike: Bool = false
    ) {
      let all: [(Content, Double?)] = [(.people, unitSize), (.symbols, nil), (.counts, nil)]
      let same: [(Content, Double?)] = alike || !blocks ? [(.people, nil)] : []
      for (units, own) in same + (blocks ? all.filter { !alike || $0.0 != .counts } : []) {
        add(sizes) {
          Detail(
            content: .people, units: units, size: $0, unitSize: own, shape: shape,
            occupations: occupations, away: away,
            names: table && named ? max(Theme.smallestSymbol, min(10, $0 * 0.44)) : nil,
            mayCrossLanes: crossing || lines > 1, lines: lines)
        }
      }
    }
    let large: [Double] = [40, 37, 34, 31, 28.5, 26, 24, 22, 20.5, 19, 17.5, 16]
    let usual: [Double] = [20.5, 19, 17.5, 16, 15, 14.2, 13.4, 12.8]
    let small: [Double] = usual + [12.2, 11.7, 11.3, 11, 10.75, 10.5]
    if table {
      people(large, .broad, occupations: true, away: true, alike: true)
      people(usual, .pair, occupations: true, away: true)
      people(large, .broad, away: true, alike: true)
      people(small, .pair, away: true)
    }
    people(large, .broad, alike: true)
    people(small, .pair)
    for isNamed in table ? [true, false] : [false] {
      if !isNamed && table { people(small, .pair, named: false) }
      people(small, .slim, named: isNamed)
      people(small, .low, named: isNamed)
      people(small, .narrow, named: isNamed)
      people(small, .tower, named: isNamed)
    }
    people(small, .slim, crossing: true)
    people(small, .narrow, named: false, crossing: true)
    // On a sheet of its own ages matter more than one line of houses, in a small panel houses at their road do.
    func crowded() {
      people(small, .slim, lines: 2)
      people(small, .tower, named: false, lines: 2)
    }
    if isLarge { crowded() }
    // Who lives where is the heart of the map: ages go, then names, but ○ and △ stay as long as they can be told.
    let bare: [Double] = [9, 8.4, 7.8, 7.2, 6.7, 6.2, 5.8, 5.4, 5, 4.6]
    func symbols(_ shape: HouseShape, named: Bool, lines: Int = 1) {
      for units in blocks ? [Content.symbols, .counts] : [.symbols] {
        add(bare) {
          Detail(
            content: .symbols, units: units, size: $0, shape: shape, occupations: false, away: false,
            names: table && named ? Theme.smallestSymbol : nil, mayCrossLanes: lines > 1, lines: lines)
        }
      }
    }
    symbols(.pair, named: true)
    symbols(.slim, named: true)
    symbols(.tower, named: true)
    if table {
      for shape in [HouseShape.pair, .slim, .tower] { symbols(shape, named: false) }
    }
    let numbers: [Double] = [16, 14.5, 13, 12, 11, 10, 9, 8.2, 7.4, 6.7, 6]
    func counts(_ sizes: [Double], named: Bool, lines: Int = 1) {
      add(sizes) {
        Detail(
          content: .counts, units: .counts, size: $0, occupations: false, away: false,
          names: named ? max(Theme.smallestSymbol, min(8, $0 * 0.62)) : nil, lines: lines)
      }
    }
    // In a small panel a row that can be followed tells more than a heap of houses in which people stand.
    if !isLarge {
      if table { counts(numbers, named: true) }
      counts(numbers, named: false)
      crowded()
    }
    symbols(.slim, named: false, lines: 3)
    if isLarge {
      if table { counts(numbers, named: true) }
      counts(numbers, named: false)
    }
    counts(numbers, named: false, lines: 3)
    // Beyond that the map can only show where houses are; there is no smallest size, so that it always ends.
    for size in [6.0, 4, 2.5, 1.5, 0.8, 0.4, 0.1, 0.01] {
      stages.append([
        Detail(
          content: .blocks, units: .blocks, size: size, occupations: false, away: false, names: nil,
          landmarkNames: false, lines: 6)
      ])
    }
    return stages
  }
}
