import Picture

extension HouseSymbol {
  /// The people of a dwelling in its `room`, with what is written under them.
  func people(
    _ face: DwellingFace, _ metrics: HouseMetrics, _ room: Box, _ subject: String,
    _ bare: PersonSymbol? = nil
  ) -> [Item] {
    var grounds: [Item] = []
    var items: [Item] = []
    let symbols = bare ?? symbols
    let s = symbols.size
    let step = metrics.place
    let rows = detail.shape.arrange(face.rows)
    let heights = rows.map { metrics.row + Double(lines($0, metrics)) * metrics.caption }
    // People stand on the ground: where some have gone, their house is empty above them.
    let total = heights.reduce(0, +)
    let rest = max(0, room.height - total)
    let foot = min(rest / 2, s * 0.09)
    var y = room.y1 - foot - total
    for (row, height) in zip(rows, heights) {
      let middle = y + metrics.row / 2 + s * 0.045
      var x = room.center.x - Double(row.count - 1) * step / 2
      for person in row {
        items.append(symbols.draw(person, at: Vec(x, middle), subject: subject))
        let words = captions(person, metrics).enumerated().map { number, words in
          type.place(
            words, detail.captionSize, color: Theme.ink,
            at: Vec(x, middle + s * 0.5 + detail.captionSize * 1.08 + Double(number) * metrics.caption),
            .center)
        }
        if face.shade.isPatterned { grounds += ground(words, in: room, subject) }
        items += words.map { .group(Group([.text($0)], mark: Mark(.occupation, subject))) }
        x += step
      }
      y += height
    }
    // Under all symbols, so that none is cut by the words above it.
    return grounds + items
  }

  /// White under words: nothing can be read on hatching.
  private func ground(_ words: [PlacedText], in room: Box, _ subject: String) -> [Item] {
    let inks = words.map {
      Box($0.extent.ink).moved(Vec($0.origin.x.points, $0.origin.y.points))
    }
    guard let first = inks.first else { return [] }
    let ink = inks.dropFirst().reduce(first) { $0.union($1) }.inset(-1.2)
    // Not over the walls, and up to them where only a hair of hatching would be left between.
    let (edges, near) = (room.inset(0.3), room.inset(1.6))
    let plate = Box(
      ink.x0 < near.x0 ? edges.x0 : ink.x0, max(ink.y0, edges.y0),
      ink.x1 > near.x1 ? edges.x1 : ink.x1, ink.y1 > near.y1 ? edges.y1 : ink.y1)
    let shape = Shape(.rect(plate.rect, radius: .pt(1)), fill: .solid(Theme.white))
    return [.group(Group([.shape(shape)], mark: Mark(.occupation, subject)))]
  }

  private func captions(_ person: PersonFace, _ metrics: HouseMetrics) -> [String] {
    metrics.caption > 0 ? HouseMetrics.captions(person, detail, symbols) : []
  }

  /// How many lines are written under a row of people.
  private func lines(_ row: [PersonFace], _ metrics: HouseMetrics) -> Int {
    row.map { captions($0, metrics).count }.max() ?? 0
  }
}
