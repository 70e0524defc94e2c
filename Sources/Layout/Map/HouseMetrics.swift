import Diagnostics
import Picture
import Workshop

/// How large a house is at a level of detail: as its fullest year needs, so that it keeps its silhouette from
/// map to map. All boxes are relative to the centre of the whole.
struct HouseMetrics {
  /// Everything of the house: its body, its name, who lives away.
  var width: Double
  /// See ``width``.
  var height: Double
  /// Room above the roof.
  var above: Double
  /// Room below the walls.
  var below: Double
  /// The walls.
  var wall: Box
  /// The height of what is above the walls.
  var roof: Double
  /// How far the roof stands out.
  var overhang: Double
  /// A person's cell, its caption included.
  var cell: (width: Double, height: Double)
  /// The width of a person's place, its caption included.
  var place: Double
  /// From one row of people to the next, without captions.
  var row: Double
  /// What a row with captions needs more; 0 where none are written.
  var caption: Double
  /// Columns and rows of units, of an apartment block.
  var grid: (columns: Int, rows: Int)
  /// The first unit is at the bottom: floors are numbered from the ground.
  var slots: [Int]
  /// Whether the numbers on the doors are written.
  var doors: Bool
  /// The centres of the lines of its name, if it is written.
  var name: [Vec]
  /// Where those who live away stand.
  var away: [Vec]

  /// Measures `house` at `sheet`, with cells that hold captions of the width `common` at the least: one width of
  /// cell for all houses of a map, so that houses with as many people side by side are as wide.
  ///
  /// - Parameter captions: The room for what is written under its people.
  init(
    _ house: HouseModel, _ needs: HouseNeeds, _ sheet: Detail, _ symbols: PersonSymbol,
    captions: Captions = Captions(), common: Double = 0
  ) {
    let detail = house.isBlock ? sheet.forUnits : sheet
    let s = detail.size
    let type = symbols.type
    cell = (0, 0)
    caption = 0
    place = 0
    row = 0
    grid = (1, 1)
    slots = [0]
    doors = false
    away = []
    var wallWidth: Double
    var wallHeight: Double
    let content = house.isBlock ? detail.units : detail.content
    let (fullest, rows) = needs.grid(detail.shape)
    let columns = house.isBlock ? fullest : max(detail.shape.least, fullest)
    // A map counts people where it cannot draw them; a block does so earlier, in type of its own size.
    let count = content == .counts ? Self.countSize(detail) : 0
    switch content {
    case .people:
      cell = (
        s * (detail.isTight ? PersonSymbol.tightWidth : PersonSymbol.cellWidth), s * PersonSymbol.rowHeight
      )
      place = cell.width
      row = cell.height
      wallHeight = Double(rows) * row
      if detail.occupations || detail.away {
        let widest = house.isBlock ? captions.widest : max(captions.widest, common)
        if widest > 0 { cell.width = max(cell.width, widest + 3) }
        if captions.widest > 0 {
          caption = detail.captionSize * 1.2
          for (rows, lines) in captions.rows {
            wallHeight = max(wallHeight, Double(rows) * row + Double(lines) * caption)
          }
        }
      }
      place = cell.width
      wallWidth = Double(columns) * cell.width
    case .symbols:
      (place, row) = PersonSymbol.bareCell(Self.symbolSize(detail))
      wallWidth = max(Double(columns) * place + 1.2, Self.wordWidth(needs, symbols))
      wallHeight = Double(rows) * row + 0.8
      if needs.hasWord {
        wallHeight = max(wallHeight, Theme.smallestSymbol * 1.1)
      }
    case .counts:
      wallWidth = max(count * (house.isBlock ? 1.75 : 1.6), Self.wordWidth(needs, symbols))
      wallHeight = count * 1.12
    case .blocks:
      wallWidth = s
      wallHeight = s * 0.8
    }
    let unit =
      switch content {
      case .people, .blocks: s
      case .symbols: Self.symbolSize(detail)
      case .counts: count * 1.5
      }
    if house.isBlock {
      let pad = unit * (content == .blocks ? 0 : 0.16)
      wallWidth += 2 * pad
      wallHeight += 2 * pad
      if content == .people && s >= 14 && house.dwellings.contains(where: { $0.label != nil }) {
        doors = true
        wallHeight += Theme.smallestSymbol * 1.15
        let widest = house.dwellings.map { type.width($0.label ?? "", Theme.smallestSymbol) }.max() ?? 0
        wallWidth = max(wallWidth, widest + 4)
      }
      cell = (wallWidth, wallHeight)
      let plan = Self.floors(house, cell, detail.shape)
      grid = (plan.columns, plan.rows)
      slots = plan.slots
      wallWidth *= Double(grid.columns)
      wallHeight *= Double(grid.rows)
      roof = unit * 0.22
      overhang = unit * 0.12
    } else {
      let least =
        detail.shape == .tower || detail.shape == .narrow
        ? wallWidth : content == .people ? s * 1.75 : content == .symbols ? max(9, s * 1.9) : wallWidth
      let isPeopled = needs.isPeopled
      switch house.kind {
      case .emptyLot:
        wallWidth = max(least, wallWidth) + s * 0.4
        wallHeight = max(wallHeight * (isPeopled ? 1.05 : 0.8), unit * 0.7)
        roof = 0
        overhang = 0
      case .shop:
        wallWidth = max(least, wallWidth) + unit * 0.4
        wallHeight += unit * 0.3
        roof = unit * 0.45
        overhang = unit * 0.1
      case .facility:
        wallWidth = max(least, wallWidth) + unit * 0.6
        wallHeight += unit * 0.3
        roof = unit * 0.18
        overhang = unit * 0.1
      case .detached, .apartment:
        wallWidth = max(least, wallWidth) + (content == .people ? s * (detail.isTight ? 0.05 : 0.2) : 0)
        wallHeight += content == .people ? s * 0.14 : 0
        roof = max(unit * 0.36, min(unit * (detail.isTight ? 0.44 : 0.8), wallWidth * 0.2))
        overhang = unit * (detail.isTight ? 0.06 : content == .people ? 0.15 : 0.12)
      }
    }
    // Room for the ring and the flag of a newly vacant house.
    let ring = needs.isRinged && !house.isBlock ? Self.ringReach(detail) : 0
    var box = Box(
      -wallWidth / 2 - overhang - ring, -roof - wallHeight - ring, wallWidth / 2 + overhang + ring, ring)
    wall = Box(-wallWidth / 2, -wallHeight, wallWidth / 2, 0)
    name = []
    if let size = sheet.names {
      let lines = needs.names.map { Self.nameLines($0, size, wall: wallWidth, symbols) }
      var y = max(ring, size * 0.1) + size * (sheet.isTight ? 0 : 0.2)
      for row in 0..<lines.reduce(0, { max($0, $1.count) }) {
        let words = lines.compactMap { row < $0.count ? type.line($0[row], size) : nil }
        guard let widest = words.max(by: { $0.width < $1.width }) else { continue }
        y += widest.height * 0.5
        name.append(Vec(0, y))
        box = box.union(Box(-widest.width / 2, y - size * 0.55, widest.width / 2, y + size * 0.55))
        y += size * 0.55
      }
    }
    if detail.away && content == .people && !house.isBlock {
      var bottom = 0.0
      for person in house.away {
        let small = Self.awaySize(s)
        let place = Self.awayWidth(person, s, symbols)
        let words = person.plan == nil ? 7.5 : 7.5 + Self.awayLine
        let x = wallWidth / 2 + overhang + ring + s * 0.12 + place / 2
        let center = Vec(x, bottom - small / 2 - words)
        away.append(center)
        box = box.union(Box(x - place / 2, center.y - small * 0.6, x + place / 2, bottom + 1))
        bottom -= small * 1.15 + words + 2
      }
    }
    width = box.width
    height = box.height
    above = ring
    below = box.y1
    let shift = Vec(-box.center.x, -box.center.y)
    wall = wall.moved(shift)
    name = name.map { $0 + shift }
    away = away.map { $0 + shift }
  }

  /// The size of a number of people.
  static func countSize(_ detail: Detail) -> Double {
    switch detail.content {
    case .people: max(6, min(10, detail.size * 0.5))
    case .symbols: max(6, detail.size)
    case .counts, .blocks: detail.size
    }
  }

  /// The size of a symbol without an age: a map draws them so where ages find no room, a block does so earlier.
  static func symbolSize(_ detail: Detail) -> Double {
    detail.content == .people ? max(4.6, min(9, detail.size * 0.5)) : detail.size
  }

  /// The lines of a name: a long one stands on two where it is wider than its house.
  static func nameLines(_ name: String, _ size: Double, wall: Double, _ symbols: PersonSymbol) -> [String] {
    let width = symbols.type.width(name, size)
    return width > wall && width > size * 6.5 ? LabelLines.halves(name, size, symbols.type) : [name]
  }

  /// The width that the word on a newly vacant house needs at the least.
  private static func wordWidth(_ needs: HouseNeeds, _ symbols: PersonSymbol) -> Double {
    guard needs.isRinged else { return 0 }
    return symbols.type.width(MapWords.newTag(in: symbols.language), Theme.smallestSymbol, .bold) + 1.5
  }

  /// The size of the symbol of somebody who lives away.
  static func awaySize(_ size: Double) -> Double { max(12, size * 0.72) }

  /// From the words for where somebody lives to what they will do.
  static let awayLine = 6.8

  static func awayWidth(_ person: PersonFace, _ size: Double, _ symbols: PersonSymbol) -> Double {
    let words = [person.away, person.plan?(in: symbols.language)].compactMap { $0 }
    return words.reduce(awaySize(size) * PersonSymbol.cellWidth) {
      max($0, symbols.type.width($1, Theme.smallestSymbol))
    }
  }

  /// How far the mark of a newly vacant house reaches beyond its walls and roof.
  static func ringReach(_ detail: Detail) -> Double {
    switch detail.content {
    case .people: detail.isTight ? 1.5 : max(2, detail.size * 0.16)
    case .symbols, .counts: max(1.8, detail.size * 0.2)
    case .blocks: 0
    }
  }

  /// What is written under a person: what they do, on two lines where it is long, and what the table said they
  /// will do; nothing that is much wider than a symbol. ``LeftOut`` tells what is not written.
  static func captions(_ person: PersonFace, _ detail: Detail, _ symbols: PersonSymbol) -> [String] {
    let written = written(person, detail, symbols)
    return (written.occupation ?? []) + [written.plan].compactMap { $0 }
  }

  /// What of it there is room for: the lines of the occupation, and the plan.
  static func written(
    _ person: PersonFace, _ detail: Detail, _ symbols: PersonSymbol
  ) -> (occupation: [String]?, plan: String?) {
    var result: (occupation: [String]?, plan: String?)
    guard person.occupation != nil || person.plan != nil else { return result }
    let size = detail.captionSize
    let most = max(detail.size * detail.captionReach, symbols.type.width("2030出", size))
    func fits(_ word: String) -> Bool { symbols.type.width(word, size) <= most }
    if detail.occupations, let occupation = person.occupation {
      // All cells of a map are as wide as the widest of these words.
      let isLong = symbols.type.width(occupation, size) > max(detail.size * 1.35, size * 3.1)
      let lines = isLong ? LabelLines.halves(occupation, size, symbols.type) : [occupation]
      if lines.allSatisfy(fits) { result.occupation = lines }
    }
    if detail.away, let plan = person.plan?(in: symbols.language), fits(plan) { result.plan = plan }
    return result
  }

  /// How units stand in a block: as their floors tell, else from its upper left corner, wider than high.
  private static func floors(
    _ house: HouseModel, _ cell: (width: Double, height: Double), _ shape: HouseShape
  ) -> (columns: Int, rows: Int, slots: [Int]) {
    // Where a row of houses has little of the road, a block is higher than wide.
    let wanted = shape == .broad ? 1.7 : shape == .pair ? 1.2 : 0.7
    if let floors = house.floors { return (floors.columns, floors.rows, floors.slots) }
    let count = house.dwellings.count
    var best = 1
    var bestCost = Double.infinity
    for columns in 1...max(1, min(count, 12)) {
      let rows = (count + columns - 1) / columns
      let aspect = (Double(columns) * cell.width) / (Double(rows) * cell.height)
      let cost = abs((aspect / wanted).logarithm) + Double(columns * rows - count) * 0.08
      if cost < bestCost {
        best = columns
        bestCost = cost
      }
    }
    return (best, (count + best - 1) / best, Array(0..<count))
  }
}

extension Double {
  /// A measure of how far a ratio is from 1, the same both ways; enough of a logarithm to compare shapes.
  fileprivate var logarithm: Double { self >= 1 ? self - 1 : 1 - 1 / max(self, 1e-6) }
}
