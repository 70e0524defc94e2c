import Workshop

/// Stands bridges where a way crosses water near the point the table gave, and not beside it.
enum Bridges {
  /// The height of a bridge on its crossing, in points.
  static func size(_ geometry: MapGeometry) -> Double { max(12, 19 * geometry.unit) }

  /// The crossings on which bridges stand, by the number of the landmark.
  static func crossings(_ landmarks: [Landmark], _ geometry: MapGeometry) -> [Int: Vec] {
    var result: [Int: Vec] = [:]
    for (number, landmark) in landmarks.enumerated() where landmark.kind == .bridge {
      guard case .point(let point) = landmark.placement,
        let crossing = nearest(to: geometry.place(point), geometry),
        !result.values.contains(where: { ($0 - crossing).length < size(geometry) })
      else { continue }
      result[number] = crossing
    }
    return result
  }

  /// The crossing of water and a way that is nearest to a point, if it is not far.
  private static func nearest(to point: Vec, _ geometry: MapGeometry) -> Vec? {
    let inner = geometry.panel.inset(size(geometry) / 2 + 3)
    var best: Vec?
    var bestDistance = min(geometry.panel.width, geometry.panel.height) * 0.2
    for water in geometry.courses where water.line.kind == .river {
      for way in geometry.courses where way.line.kind.isRoad || way.line.kind == .railway {
        for (a, b) in zip(water.polyline.points, water.polyline.points.dropFirst()) {
          for (c, d) in zip(way.polyline.points, way.polyline.points.dropFirst()) where crosses(a, b, c, d) {
            let along = (c - a).cross(d - c) / (b - a).cross(d - c)
            let crossing = a + (b - a) * along
            guard inner.contains(crossing), (crossing - point).length < bestDistance else { continue }
            best = crossing
            bestDistance = (crossing - point).length
          }
        }
      }
    }
    return best
  }
}
