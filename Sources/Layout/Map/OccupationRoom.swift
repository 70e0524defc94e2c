/// Gives single houses room for occupations where the map as a whole has none to spare: each house that can
/// grow where it stands, in the order of the map.
struct OccupationRoom {
  let model: MapModel
  let detail: Detail
  let symbols: PersonSymbol
  let bounds: Box

  /// Replaces the metrics and moves the centres of the houses that can grow. `index` holds what is taken, the
  /// houses first, in their order, before anything else that is upright.
  func grow(
    _ metrics: inout [HouseMetrics], _ centers: inout [Vec], houses first: Int, _ index: inout CollisionIndex
  ) {
    guard detail.content == .people, !detail.occupations else { return }
    var wider = detail
    wider.occupations = true
    for (number, house) in model.houses.enumerated() {
      guard !HouseMetrics.captions(house, wider, symbols).isEmpty else { continue }
      let grown = HouseMetrics(house, wider, symbols)
      let old = metrics[number]
      index.release(first + number)
      // The walls keep their foot, or their eaves, or their middle.
      let foot = old.wall.y1 - grown.wall.y1
      let eaves = old.wall.y0 - grown.wall.y0
      var isGrown = false
      for shift in [foot, eaves, 0] {
        let center = Vec(centers[number].x, centers[number].y + shift)
        let box = Box(center: center, width: grown.width, height: grown.height)
        guard bounds.contains(box), index.isFree(box, clearance: max(1.2, detail.gap)) else { continue }
        centers[number] = center
        metrics[number] = grown
        index.replace(first + number, box.inset(-detail.gap))
        isGrown = true
        break
      }
      if !isGrown {
        let box = Box(center: centers[number], width: old.width, height: old.height)
        index.replace(first + number, box.inset(-detail.gap))
      }
    }
  }
}
