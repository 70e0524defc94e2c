import Workshop

/// Where on a map something may stand: within its edges, at its distance from roads and from all that stands already, and
/// never across a road from where the table put it.
struct FreePlaces {
  let bounds: Box
  /// Free room to roads.
  let clearance: Double
  /// Free room around each thing.
  private let gap: Double
  /// How far from its ideal place a thing may be put, in points.
  private let reach: Double
  /// What nothing may be put across, stretch by stretch.
  private let barriers: [Barrier]
  /// Those of them that reach into a part of the map where much is asked; see ``asked(in:)``.
  private var near: (part: Box, barriers: [Barrier])?
  private let panel: Box

  private struct Barrier {
    var a: Vec
    var b: Vec
    var box: Box
    /// Whether a house of a row may stand across it from its road, where rows are crowded.
    var isYielding: Bool
  }

  init(geometry: MapGeometry, detail: Detail, reach: Double) {
    panel = geometry.panel
    gap = detail.gap
    self.reach = reach
    clearance = max(1.2, detail.gap)
    // Large houses keep further from the edge.
    bounds = geometry.panel.inset(detail.content == .people ? max(3, min(7, detail.size * 0.2)) : 3)
    barriers = geometry.courses.flatMap { course -> [Barrier] in
      let isYielding = detail.mayCrossLanes && (course.line.kind == .lane || course.line.kind == .path)
      let points = course.polyline.points
      return zip(points, points.dropFirst()).map { a, b in
        Barrier(
          a: a, b: b, box: Box(min(a.x, b.x), min(a.y, b.y), max(a.x, b.x), max(a.y, b.y)),
          isYielding: isYielding)
      }
    }
  }

  /// The same, quicker to say what lies across within a part of the map.
  func asked(in part: Box) -> FreePlaces {
    var free = self
    free.near = (part, barriers.filter { $0.box.touches(part) })
    return free
  }

  /// Whether `thing` fits at `center`.
  func fits(_ center: Vec, _ thing: Placeable, _ index: CollisionIndex, _ hint: inout Int32?) -> Bool {
    let box = Box(center: center, width: thing.width, height: thing.height)
    return bounds.contains(box) && index.isFree(box, clearance: clearance, hint: &hint)
  }

  /// Whether the way from one point to another crosses a road, a river or a railway.
  func isAcross(_ from: Vec, _ to: Vec) -> Bool { isAcross(from, to) { _ in true } }

  /// The same for a house of a row, seen from its road: beyond a lane it may still stand at its road.
  func isCutOff(_ edge: Vec, _ center: Vec) -> Bool { isAcross(edge, center) { !$0.isYielding } }

  private func isAcross(_ from: Vec, _ to: Vec, _ counts: (Barrier) -> Bool) -> Bool {
    let way = Box(min(from.x, to.x), min(from.y, to.y), max(from.x, to.x), max(from.y, to.y))
    for barrier in near.flatMap({ $0.part.contains(way) ? $0.barriers : nil }) ?? barriers
    where barrier.box.touches(way) && counts(barrier) && crosses(from, to, barrier.a, barrier.b) {
      return true
    }
    return false
  }

  /// Marks the room of a thing as taken.
  func take(_ place: Place, _ thing: Placeable, _ index: inout CollisionIndex) {
    if let box = thing.box(at: place) { index.take(box.inset(-gap)) }
  }

  /// The nearest free place to a point, on its side of everything unless it `mayCross`.
  func near(
    _ point: Vec, _ thing: Placeable, _ index: CollisionIndex, mayCross: Bool = false
  ) -> Vec? {
    let ideal = pushedInside(point, thing)
    var hint: Int32?
    // What is pushed inside may be pushed over a line along the edge.
    if fits(ideal, thing, index, &hint), mayCross || !isAcross(point, ideal) { return ideal }
    // Rings of places around it: close together near by, further apart further out.
    let most = min(reach, panel.width + panel.height)
    var step = max(2.2, min(thing.width, thing.height) * 0.3)
    var radius = step
    while radius <= most {
      var best: Vec?
      var bestDistance = Double.infinity
      let perSide = min(16, max(2, Int((2 * radius / step).rounded())))
      for number in 0..<(4 * perSide) {
        let offset = Self.square(perSide, number)
        let candidate = Vec(ideal.x + offset.x * radius, ideal.y + offset.y * radius)
        let distance = offset.x * offset.x + offset.y * offset.y
        guard distance < bestDistance, fits(candidate, thing, index, &hint) else { continue }
        if !mayCross && isAcross(point, candidate) { continue }
        best = candidate
        bestDistance = distance
      }
      if let best { return best }
      radius += step
      if radius > 6 * step { step *= 1.12 }
    }
    return nil
  }

  /// The nearest free place within reach, looked for closely.
  func close(to point: Vec, _ thing: Placeable, _ index: CollisionIndex) -> Vec? {
    let ideal = pushedInside(point, thing)
    var hint: Int32?
    if fits(ideal, thing, index, &hint), !isAcross(point, ideal) { return ideal }
    let step = 3.0
    let count = Int(reach / step)
    var best: Vec?
    var least = reach + 0.1
    for row in -count...count {
      for column in -count...count {
        let offset = Vec(Double(column) * step, Double(row) * step)
        let distance = offset.length
        guard distance < least, fits(ideal + offset, thing, index, &hint) else { continue }
        if isAcross(point, ideal + offset) { continue }
        best = ideal + offset
        least = distance
      }
    }
    return best
  }

  /// Any free place at all, the nearest one.
  func any(near ideal: Vec, _ thing: Placeable, _ index: CollisionIndex) -> Vec? {
    let stepX = max(thing.width * 0.5, bounds.width / 160)
    let stepY = max(thing.height * 0.5, bounds.height / 160)
    var best: Vec?
    var bestDistance = Double.infinity
    var hint: Int32?
    var y = bounds.y0 + thing.height / 2
    while y <= bounds.y1 - thing.height / 2 {
      var x = bounds.x0 + thing.width / 2
      while x <= bounds.x1 - thing.width / 2 {
        let candidate = Vec(x, y)
        let distance = (candidate - ideal).length
        if distance < bestDistance && fits(candidate, thing, index, &hint) {
          best = candidate
          bestDistance = distance
        }
        x += stepX
      }
      y += stepY
    }
    return best
  }

  /// The place nearest to a point at which a thing is wholly on the map.
  func pushedInside(_ point: Vec, _ thing: Placeable) -> Vec {
    func push(_ value: Double, _ low: Double, _ high: Double, _ half: Double) -> Double {
      low + half <= high - half ? min(max(value, low + half), high - half) : (low + high) / 2
    }
    return Vec(
      push(point.x, bounds.x0, bounds.x1, thing.width / 2),
      push(point.y, bounds.y0, bounds.y1, thing.height / 2))
  }

  /// Places on the edge of a square from -1 to 1, in a fixed order.
  private static func square(_ perSide: Int, _ number: Int) -> Vec {
    let along = 2 * Double(number % perSide) / Double(perSide) - 1
    switch number / perSide {
    case 0: return Vec(along, -1)
    case 1: return Vec(1, along)
    case 2: return Vec(-along, 1)
    default: return Vec(-1, -along)
    }
  }
}
