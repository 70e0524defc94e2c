import Workshop

/// What of a map has its place before any house stands: roads, rivers and railways with the names on them, bridges and the
/// north arrow.
struct MapGround {
  let geometry: MapGeometry
  /// Where bridges stand on their crossing, by the number of the landmark.
  let bridges: [Int: Vec]
  /// The box of the north arrow, if there is room for it.
  let north: Box?
  /// The names on their own bands.
  let names: [LineName]
  /// The lines whose names have to stand beside them.
  let beside: [Int]
  /// What is taken by all of it.
  let index: CollisionIndex

  /// Shared out by what everything needs; see ``MapGeometry/init(_:panel:measured:)``.
  init(_ model: MapModel, panel: Box, measured: RoomNeeds? = nil, type: Typesetter) {
    let geometry = MapGeometry(model.map, panel: panel, measured: measured)
    var index = CollisionIndex(panel)
    for course in geometry.courses {
      for bar in course.bars { index.take(bar) }
    }
    bridges = Bridges.crossings(model.map.landmarks, geometry)
    for number in bridges.keys.sorted() {
      guard let center = bridges[number] else { continue }
      index.take(Box(center: center, width: Bridges.size(geometry), height: Bridges.size(geometry)).inset(-1))
    }
    north = NorthArrow.place(
      in: panel, index,
      awayFrom: model.houses.compactMap {
        if case .point(let point) = $0.placement { geometry.place(point) } else { nil }
      })
    if let north { index.take(north.inset(-1.5)) }
    let onBands = LineNames(geometry: geometry, type: type).onBands(past: index)
    for name in onBands.names { index.take(name.bar) }
    names = onBands.names
    beside = onBands.beside
    self.geometry = geometry
    self.index = index
  }
}
