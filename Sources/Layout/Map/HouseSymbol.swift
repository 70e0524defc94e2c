import Diagnostics
import Picture
import Workshop

/// A house with its people, at its place on a map.
struct HouseSymbol {
  let symbols: PersonSymbol
  let detail: Detail

  var type: Typesetter { symbols.type }
  private var language: Language { symbols.language }
  private var line: Double {
    switch detail.content {
    case .people: max(0.65, min(1.1, detail.size * 0.045))
    case .symbols, .counts: 0.55
    case .blocks: min(0.4, detail.size * 0.08)
    }
  }

  /// The house in the state of the given index, centred on `center`.
  func draw(_ house: HouseModel, _ metrics: HouseMetrics, state: Int, at center: Vec) -> [Item] {
    if house.isBlock && detail.forUnits != detail {
      let small = detail.forUnits
      return HouseSymbol(symbols: symbols.sized(small.size), detail: small)
        .draw(house, metrics, state: state, at: center)
    }
    var items: [Item] = []
    let wall = metrics.wall.moved(center)
    if house.dwellings.contains(where: { state < $0.faces.count && $0.faces[state].isMarked }) {
      items += Self.frame(metrics, at: center, gap: detail.gap)
    }
    if house.isBlock {
      items += block(house, metrics, wall, state)
    } else if let dwelling = house.dwellings.first, state < dwelling.faces.count {
      let face = dwelling.faces[state]
      items.append(body(house, face, metrics, wall))
      items += inside(house, face, metrics, wall)
    }
    if let size = detail.names, let words = house.name(state: state) {
      let lines = HouseMetrics.nameLines(words, size, wall: metrics.wall.width, symbols)
      for (words, place) in zip(lines, metrics.name) {
        let line = type.line(words, size)
        let origin = Vec(center.x + place.x, center.y + place.y + (line.ascent - line.descent) / 2)
        items.append(
          .group(
            Group(
              [.text(type.place(words, size, color: Theme.onBand, at: origin, .center))],
              mark: Mark(.houseName, house.id))))
      }
    }
    if state == 0 {
      for (person, place) in zip(house.away, metrics.away) { items += away(person, center + place, house) }
    }
    return items
  }

  /// The frame around a house that a scenario makes differ, with a filled corner: told apart from a road's edge and from
  /// the ring of a newly vacant house in one ink too.
  static func frame(_ metrics: HouseMetrics, at center: Vec, gap: Double) -> [Item] {
    frame(Box(center: center, width: metrics.width + gap * 0.9, height: metrics.height + gap * 0.9))
  }

  /// The same frame along a box.
  static func frame(_ box: Box) -> [Item] {
    let corner = min(7, box.height * 0.32)
    let flag = [
      Vec(box.x0, box.y0), Vec(box.x0 + corner, box.y0), Vec(box.x0, box.y0 + corner),
    ]
    return [
      .shape(
        Shape(
          .rect(box.rect), fill: .solid(Theme.white),
          stroke: Stroke(Theme.accent, width: .pt(max(0.9, min(1.5, corner * 0.22))), isRound: true))),
      .shape(Shape(.polyline(flag.map(\.point), closed: true), fill: .solid(Theme.accent))),
    ]
  }

  private func away(_ person: PersonFace, _ center: Vec, _ house: HouseModel) -> [Item] {
    let small = HouseMetrics.awaySize(detail.size)
    let symbol = PersonSymbol(
      type: type, language: language, audience: symbols.audience, form: symbols.form, size: small)
    var items = [symbol.draw(person, at: center, subject: house.id)]
    var baseline = center.y + small / 2 + 6.2
    for words in [person.away, person.plan?(in: language)] {
      if let words, !words.isEmpty {
        let line = type.place(
          words, Theme.smallestSymbol, color: Theme.muted, at: Vec(center.x, baseline), .center)
        items.append(.group(Group([.text(line)], mark: Mark(.occupation, house.id))))
      }
      baseline += HouseMetrics.awayLine
    }
    return items
  }

  /// The silhouette, filled by what it says.
  private func body(
    _ house: HouseModel, _ face: DwellingFace, _ metrics: HouseMetrics, _ wall: Box
  ) -> Item {
    func outline(_ grown: Double = 0) -> Path {
      Silhouette.path(
        house.kind, isBlock: house.isBlock, wall: wall, roof: metrics.roof, overhang: metrics.overhang,
        grown: grown)
    }
    let stroke = Stroke(Theme.ink, width: .pt(line))
    var shapes: [Item] = []
    if face.shade == .absent {
      let dash = max(1.6, detail.size * 0.11)
      let plot = Stroke(Theme.muted, width: .pt(line * 0.9), dash: [.pt(dash), .pt(dash * 0.8)])
      shapes.append(.shape(Shape(.rect(wall.rect), stroke: plot)))
      if face.isGone { shapes += cross(wall) }
      return .group(Group(shapes, mark: Mark(.house, house.id)))
    }
    if face.isNew { shapes += ring(outline) }
    shapes.append(.shape(Shape(outline(), fill: fill(face.shade), stroke: stroke)))
    if face.isMovedIn {
      let mark =
        house.kind.isHome
        ? Silhouette.gable(wall, roof: metrics.roof) : Self.corner(wall)
      shapes.append(.shape(Shape(mark, fill: .solid(Theme.accent), stroke: stroke)))
    }
    if house.kind == .shop && detail.content != .blocks {
      let awning = Silhouette.awning(wall, roof: metrics.roof, overhang: metrics.overhang)
      let thin = Stroke(Theme.ink, width: .pt(line * 0.8))
      shapes.append(.shape(Shape(awning.light, fill: .solid(Theme.white), stroke: thin)))
      shapes.append(.shape(Shape(awning.dark, fill: .solid(Theme.band), stroke: thin)))
    }
    return .group(Group(shapes, mark: Mark(.house, house.id)))
  }

  /// The cross on the plot of a house that has been taken down since the sheet before.
  private func cross(_ plot: Box) -> [Item] {
    let reach = max(1.6, min(plot.width, plot.height) * 0.24)
    let c = plot.center
    let stroke = Stroke(Theme.accent, width: .pt(max(1, min(2.2, reach * 0.3))), isRound: true)
    return [1.0, -1].map { sense in
      let ends = [Vec(c.x - reach, c.y - reach * sense), Vec(c.x + reach, c.y + reach * sense)]
      return .shape(Shape(.polyline(ends.map(\.point)), stroke: stroke))
    }
  }

  /// The filled corner of a dwelling without a gable into which people have moved since the sheet before.
  static func corner(_ box: Box) -> Path {
    let side = max(1.6, min(6, min(box.width, box.height) * 0.26))
    let points = [Vec(box.x1 - side, box.y0), Vec(box.x1, box.y0), Vec(box.x1, box.y0 + side)]
    return .polyline(points.map(\.point), closed: true)
  }

  private func ring(_ outline: (Double) -> Path) -> [Item] {
    let reach = HouseMetrics.ringReach(detail)
    guard reach > 0 else { return [] }
    let width = reach * 0.42
    return [
      .shape(
        Shape(
          outline(reach - width / 2), fill: .solid(Theme.white),
          stroke: Stroke(Theme.accent, width: .pt(width), isRound: true)))
    ]
  }

  private func fill(_ shade: Shade) -> Paint {
    switch shade {
    case .vacant: .solid(Theme.ink)
    case .depends:
      .hatch(
        Hatch(
          color: Theme.ink, ground: Theme.white, spacing: .pt(max(1.8, detail.size * 0.13)),
          width: .pt(max(0.35, detail.size * 0.025))))
    case .chance(let step): step.paint(spacing: max(1.8, detail.size * 0.13))
    case .turning(let band): band.step.paint(spacing: max(1.8, detail.size * 0.13))
    default: .solid(Theme.white)
    }
  }

  /// The people, or what stands in their place.
  private func inside(
    _ house: HouseModel, _ face: DwellingFace, _ metrics: HouseMetrics, _ wall: Box
  ) -> [Item] {
    var room = wall
    if house.kind == .shop { room.y0 += detail.size * 0.2 }
    if !face.words.isEmpty { return words(face, in: room, house.id) }
    switch detail.content {
    case .people:
      if face.shade == .vacant {
        return face.isNew ? [tag(room.center, min(max(7, detail.size * 0.62), 16), house.id)] : []
      }
      if face.shade == .unknown { return [mark("？", room.center, max(8, detail.size * 0.7), house.id)] }
      return people(face, metrics, room, house.id)
    case .symbols: return bare(face, metrics, room, house.id)
    case .counts:
      return count(face, room.center, detail.size, house.id)
    case .blocks: return []
    }
  }

  private func count(_ face: DwellingFace, _ center: Vec, _ size: Double, _ subject: String) -> [Item] {
    switch face.shade {
    case .livedIn: [mark("\(face.count)", center, size, subject)]
    case .depends:
      // The number stands on white, for no number can be read on hatching.
      [
        .group(
          Group(
            [
              .shape(
                Shape(.circle(center: center.point, radius: .pt(size * 0.52)), fill: .solid(Theme.white))),
              .text(type.placeCentred("\(face.count)", size, .figures, color: Theme.ink, at: center)),
            ], mark: Mark(.person, subject)))
      ]
    case .unknown: [mark("?", center, size, subject)]
    case .vacant: face.isNew ? [tag(center, size, subject)] : []
    case .absent, .plain, .chance, .turning: []
    }
  }

  /// Words in the place of people, on white where the house is hatched; nothing where they could not be read.
  private func words(_ face: DwellingFace, in room: Box, _ subject: String) -> [Item] {
    let lines = Double(face.words.count)
    let widest = face.words.map { type.width($0, 1, .bold) }.max() ?? 0
    guard widest > 0, detail.content != .blocks else { return [] }
    let size = min(room.height * 0.86 / (lines * 1.15), (room.width - 2) / (widest + 0.6), 15)
    guard size >= Theme.smallestSymbol else { return [] }
    var items: [Item] = []
    if face.shade.isPatterned {
      let plate = Box(
        center: room.center, width: size * (widest + 0.55), height: size * (lines * 1.15 + 0.2))
      items.append(
        .shape(Shape(.rect(plate.rect, radius: .pt(size * 0.25)), fill: .solid(Theme.white))))
    }
    for (index, word) in face.words.enumerated() {
      let y = room.center.y + (Double(index) - (lines - 1) / 2) * size * 1.15
      items.append(
        .text(type.placeCentred(word, size, .bold, color: Theme.ink, at: Vec(room.center.x, y))))
    }
    return [.group(Group(items, mark: Mark(.houseWords, subject)))]
  }

  private func mark(_ text: String, _ center: Vec, _ size: Double, _ subject: String) -> Item {
    .group(
      Group(
        [.text(type.placeCentred(text, size, .figures, color: Theme.ink, at: center))],
        mark: Mark(.person, subject)))
  }

  /// 新 on the solid house: newly vacant, also in one colour.
  private func tag(_ center: Vec, _ size: Double, _ subject: String) -> Item {
    let word = MapWords.newTag(in: language)
    let width = type.width(word, 1, .bold)
    let fitting = max(Theme.smallestSymbol, language == .ja ? size : size * min(1, 1.6 / width))
    return .group(
      Group(
        [.text(type.placeCentred(word, fitting, .bold, color: Theme.white, at: center))],
        mark: Mark(.person, subject)))
  }

  /// People without ages, or what stands in their place.
  private func bare(
    _ face: DwellingFace, _ metrics: HouseMetrics, _ room: Box, _ subject: String
  ) -> [Item] {
    // The same size in small houses and in tall ones, as far as there is room.
    let fitting = max(Theme.smallestSymbol, min(room.height * 0.78, 11, max(7.5, detail.size * 1.2)))
    switch face.shade {
    case .vacant:
      guard face.isNew else { return [] }
      let width = type.width(MapWords.newTag(in: language), 1, .bold)
      return [tag(room.center, max(Theme.smallestSymbol, min(fitting, (room.width - 1.5) / width)), subject)]
    case .unknown: return [mark("?", room.center, fitting, subject)]
    default: return people(face, metrics, room, subject, symbols.bare(HouseMetrics.symbolSize(detail)))
    }
  }

  /// An apartment block: a cell for each unit.
  private func block(
    _ house: HouseModel, _ metrics: HouseMetrics, _ wall: Box, _ state: Int
  ) -> [Item] {
    var cells: [Item] = []
    var inside: [Item] = []
    let outline = Silhouette.path(
      house.kind, isBlock: true, wall: wall, roof: metrics.roof, overhang: metrics.overhang)
    cells.append(
      .shape(
        Shape(outline, fill: .solid(Theme.white), stroke: Stroke(Theme.ink, width: .pt(line)))))
    let size = detail.size
    for (index, dwelling) in house.dwellings.enumerated() where state < dwelling.faces.count {
      let face = dwelling.faces[state]
      let slot = metrics.slots[index]
      let x = wall.x0 + Double(slot % metrics.grid.columns) * metrics.cell.width
      let y = wall.y0 + Double(slot / metrics.grid.columns) * metrics.cell.height
      let cell = Box(x, y, x + metrics.cell.width, y + metrics.cell.height)
      let gap = detail.content == .blocks ? 0 : min(1.1, metrics.cell.width * 0.05)
      var cellStroke = Stroke(Theme.ink, width: .pt(line * 0.6))
      if face.shade == .absent { cellStroke.dash = [.pt(1.5), .pt(1.5)] }
      cells.append(
        .shape(
          Shape(
            .rect(cell.inset(gap).rect),
            fill: face.shade == .absent ? nil : fill(face.shade), stroke: cellStroke)))
      if face.isMovedIn {
        cells.append(.shape(Shape(Self.corner(cell.inset(gap)), fill: .solid(Theme.accent))))
      }
      if face.isGone { cells += cross(cell.inset(gap)) }
      if face.isNew {
        cells.append(
          .shape(
            Shape(
              .rect(cell.inset(gap).rect), stroke: Stroke(Theme.accent, width: .pt(max(0.9, line * 1.3))))))
      }
      var room = cell
      if metrics.doors {
        room.y0 += Theme.smallestSymbol * 1.15
        if let label = dwelling.label, face.shade != .depends {
          inside.append(door(label, face.shade, at: Vec(cell.x0 + gap + 1.4, cell.y0 + gap + 6.1), house.id))
        }
      }
      inside += unit(face, metrics, room, house.id, size)
    }
    return [.group(Group(cells, mark: Mark(.house, house.id)))] + inside
  }

  /// The number on a door: white on ink, and on a white plate where the unit is hatched.
  private func door(_ label: String, _ shade: Shade, at origin: Vec, _ subject: String) -> Item {
    let isDark = shade == .vacant || shade == .chance(.vacant) || shade == .turning(.now)
    let text = type.place(
      label, Theme.smallestSymbol, color: isDark ? Theme.white : Theme.muted, at: origin)
    guard shade.isPatterned && !isDark else {
      return .group(Group([.text(text)], mark: Mark(.door, subject)))
    }
    let plate = type.line(label, Theme.smallestSymbol).ink.inset(-0.9).moved(origin)
    return .group(
      Group(
        [.shape(Shape(.rect(plate.rect, radius: .pt(1)), fill: .solid(Theme.white))), .text(text)],
        mark: Mark(.door, subject)))
  }

  private func unit(
    _ face: DwellingFace, _ metrics: HouseMetrics, _ room: Box, _ subject: String, _ size: Double
  ) -> [Item] {
    if !face.words.isEmpty { return words(face, in: room, subject) }
    switch detail.units {
    case .people:
      if face.shade == .vacant {
        return face.isNew ? [tag(room.center, min(max(6, size * 0.5), 12), subject)] : []
      }
      if face.shade == .unknown {
        return [mark("？", room.center, max(7, min(size * 0.6, 12)), subject)]
      }
      return people(face, metrics, room, subject)
    case .symbols: return bare(face, metrics, room, subject)
    case .counts:
      return count(face, room.center, HouseMetrics.countSize(detail), subject)
    case .blocks: return []
    }
  }
}
