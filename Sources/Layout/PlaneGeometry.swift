import Picture

/// A point or a direction on the page, in points. Layout reckons in plain numbers and hands out ``Length``s.
struct Vec: Hashable {
  var x: Double
  var y: Double

  init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  static func + (a: Vec, b: Vec) -> Vec { Vec(a.x + b.x, a.y + b.y) }
  static func - (a: Vec, b: Vec) -> Vec { Vec(a.x - b.x, a.y - b.y) }
  static func * (a: Vec, k: Double) -> Vec { Vec(a.x * k, a.y * k) }
  func dot(_ b: Vec) -> Double { x * b.x + y * b.y }
  func cross(_ b: Vec) -> Double { x * b.y - y * b.x }
  var length: Double { (x * x + y * y).squareRoot() }
  /// The same direction, one point long; to the right where there is no direction.
  var unit: Vec {
    let l = length
    return l > 1e-9 ? Vec(x / l, y / l) : Vec(1, 0)
  }
  /// A quarter turn to the left as seen on the page (y runs downwards).
  var left: Vec { Vec(y, -x) }
  var point: Point { Point(.pt(x), .pt(y)) }
}

/// An upright box on the page, in points.
struct Box: Hashable {
  var x0: Double
  var y0: Double
  var x1: Double
  var y1: Double

  init(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) {
    self.x0 = x0
    self.y0 = y0
    self.x1 = x1
    self.y1 = y1
  }

  init(center: Vec, width: Double, height: Double) {
    self.init(center.x - width / 2, center.y - height / 2, center.x + width / 2, center.y + height / 2)
  }

  init(_ rect: Rect) {
    self.init(rect.minX.points, rect.minY.points, rect.maxX.points, rect.maxY.points)
  }

  var width: Double { x1 - x0 }
  var height: Double { y1 - y0 }
  var center: Vec { Vec((x0 + x1) / 2, (y0 + y1) / 2) }
  var rect: Rect { Rect(x: .pt(x0), y: .pt(y0), width: .pt(x1 - x0), height: .pt(y1 - y0)) }
  func inset(_ d: Double) -> Box { Box(x0 + d, y0 + d, x1 - d, y1 - d) }
  func moved(_ v: Vec) -> Box { Box(x0 + v.x, y0 + v.y, x1 + v.x, y1 + v.y) }
  func intersects(_ b: Box) -> Bool { x0 < b.x1 && b.x0 < x1 && y0 < b.y1 && b.y0 < y1 }
  /// Whether they share at least an edge; a line is a box without area.
  func touches(_ b: Box) -> Bool { x0 <= b.x1 && b.x0 <= x1 && y0 <= b.y1 && b.y0 <= y1 }
  func contains(_ b: Box) -> Bool { x0 <= b.x0 && b.x1 <= x1 && y0 <= b.y0 && b.y1 <= y1 }
  func contains(_ p: Vec) -> Bool { x0 <= p.x && p.x <= x1 && y0 <= p.y && p.y <= y1 }
  func union(_ b: Box) -> Box { Box(min(x0, b.x0), min(y0, b.y0), max(x1, b.x1), max(y1, b.y1)) }
}

/// A rectangle that may be turned: a stretch of road, a name along it.
struct Bar: Hashable {
  var center: Vec
  /// Along its length, one point long.
  var direction: Vec
  var halfLength: Double
  var halfWidth: Double

  init(center: Vec, direction: Vec, halfLength: Double, halfWidth: Double) {
    self.center = center
    self.direction = direction
    self.halfLength = halfLength
    self.halfWidth = halfWidth
  }

  /// The band of a straight stretch from `a` to `b`.
  init(from a: Vec, to b: Vec, halfWidth: Double) {
    self.init(
      center: (a + b) * 0.5, direction: (b - a).unit, halfLength: (b - a).length / 2, halfWidth: halfWidth)
  }

  init(_ box: Box) {
    self.init(
      center: box.center, direction: Vec(1, 0), halfLength: box.width / 2, halfWidth: box.height / 2)
  }

  /// The smallest upright box around it.
  var bounds: Box {
    let hx = abs(direction.x) * halfLength + abs(direction.y) * halfWidth
    let hy = abs(direction.y) * halfLength + abs(direction.x) * halfWidth
    return Box(center.x - hx, center.y - hy, center.x + hx, center.y + hy)
  }

  func grown(_ d: Double) -> Bar {
    Bar(center: center, direction: direction, halfLength: halfLength + d, halfWidth: halfWidth + d)
  }

  /// Whether it shares more than an edge with an upright box.
  func intersects(_ box: Box) -> Bool {
    let hw = (box.x1 - box.x0) / 2
    let hh = (box.y1 - box.y0) / 2
    let dx = box.x0 + hw - center.x
    let dy = box.y0 + hh - center.y
    let ux = abs(direction.x)
    let uy = abs(direction.y)
    if abs(dx) >= hw + ux * halfLength + uy * halfWidth { return false }
    if abs(dy) >= hh + uy * halfLength + ux * halfWidth { return false }
    if abs(dx * direction.x + dy * direction.y) >= halfLength + hw * ux + hh * uy { return false }
    if abs(dx * direction.y - dy * direction.x) >= halfWidth + hw * uy + hh * ux { return false }
    return true
  }

  /// Whether two bars share more than an edge.
  func intersects(_ b: Bar) -> Bool {
    let d = b.center - center
    let c = abs(direction.dot(b.direction))
    let s = abs(direction.cross(b.direction))
    if abs(d.dot(direction)) >= halfLength + b.halfLength * c + b.halfWidth * s { return false }
    if abs(d.cross(direction)) >= halfWidth + b.halfLength * s + b.halfWidth * c { return false }
    if abs(d.dot(b.direction)) >= b.halfLength + halfLength * c + halfWidth * s { return false }
    if abs(d.cross(b.direction)) >= b.halfWidth + halfLength * s + halfWidth * c { return false }
    return true
  }
}

/// A line of straight stretches that knows how far along itself every point is.
struct Polyline: Hashable {
  let points: [Vec]
  /// The way from the beginning to each point.
  private(set) var distances: [Double]
  /// The direction of the stretch that ends at each point; that of the first is never asked for.
  private let directions: [Vec]

  init(_ points: [Vec]) {
    self.points = points
    var distances: [Double] = []
    distances.reserveCapacity(points.count)
    var sum = 0.0
    var directions: [Vec] = []
    directions.reserveCapacity(points.count)
    for index in points.indices {
      let stretch = index > 0 ? points[index] - points[index - 1] : Vec(0, 0)
      if index > 0 { sum += stretch.length }
      distances.append(sum)
      directions.append(stretch.unit)
    }
    self.distances = distances
    self.directions = directions
  }

  var length: Double { distances.last ?? 0 }

  /// The smallest upright box around it.
  var bounds: Box {
    points.dropFirst().reduce(points.first.map { Box($0.x, $0.y, $0.x, $0.y) } ?? Box(0, 0, 0, 0)) {
      $0.union(Box($1.x, $1.y, $1.x, $1.y))
    }
  }

  /// The point and the direction at `distance` from the beginning; the ends beyond the ends.
  func at(_ distance: Double) -> (point: Vec, direction: Vec) {
    guard points.count > 1 else { return (points.first ?? Vec(0, 0), Vec(1, 0)) }
    // The first stretch that reaches so far, or the last: found by halves, for roads traced by hand have thousands.
    var index = 1
    var end = points.count - 1
    while index < end {
      let middle = (index + end) / 2
      if distances[middle] < distance { index = middle + 1 } else { end = middle }
    }
    let a = points[index - 1]
    let direction = directions[index]
    let along = min(max(distance, 0), length) - distances[index - 1]
    return (a + direction * along, direction)
  }

  var reversed: Polyline { Polyline(points.reversed()) }

  /// The same course with its bends rounded off, still as straight stretches.
  func rounded(most: Double) -> Polyline {
    guard points.count > 2 else { return self }
    var result = [points[0]]
    for index in 1..<(points.count - 1) {
      let p = points[index]
      let before = points[index - 1] - p
      let after = points[index + 1] - p
      let turn = abs(before.unit.cross(after.unit))
      if turn < 0.03 {
        result.append(p)
        continue
      }
      // Gentle bends may be drawn out over half a stretch; a street corner keeps a small radius.
      let isCorner = before.unit.dot(after.unit) > -0.45
      let reach = min(0.48 * before.length, 0.48 * after.length, isCorner ? most : 8 * most)
      let a = p + before.unit * reach
      let b = p + after.unit * reach
      let steps = isCorner ? 4 : 6
      for step in 0...steps {
        let t = Double(step) / Double(steps)
        result.append(a * ((1 - t) * (1 - t)) + p * (2 * t * (1 - t)) + b * (t * t))
      }
    }
    result.append(points[points.count - 1])
    return Polyline(result)
  }

  /// The longest part that lies inside `box`.
  func clipped(to box: Box) -> Polyline {
    var parts: [[Vec]] = []
    var part: [Vec] = []
    for index in points.indices.dropFirst() {
      guard let (a, b) = Self.clip(points[index - 1], points[index], box) else {
        if part.count > 1 { parts.append(part) }
        part = []
        continue
      }
      if let last = part.last, (last - a).length > 1e-6 {
        parts.append(part)
        part = []
      }
      if part.isEmpty { part.append(a) }
      part.append(b)
    }
    if part.count > 1 { parts.append(part) }
    let lines = parts.map { Polyline($0) }
    var longest = Polyline([])
    for line in lines where line.length > longest.length { longest = line }
    return longest
  }

  /// The part of the stretch from `a` to `b` inside `box`, or nil.
  private static func clip(_ a: Vec, _ b: Vec, _ box: Box) -> (Vec, Vec)? {
    let d = b - a
    var t0 = 0.0
    var t1 = 1.0
    for (p, q) in [
      (-d.x, a.x - box.x0), (d.x, box.x1 - a.x), (-d.y, a.y - box.y0), (d.y, box.y1 - a.y),
    ] {
      if abs(p) < 1e-12 {
        if q < 0 { return nil }
        continue
      }
      let r = q / p
      if p < 0 { t0 = max(t0, r) } else { t1 = min(t1, r) }
      if t0 > t1 { return nil }
    }
    return (a + d * t0, a + d * t1)
  }
}

/// Whether the stretches a–b and c–d cross.
func crosses(_ a: Vec, _ b: Vec, _ c: Vec, _ d: Vec) -> Bool {
  let ab = b - a
  let cd = d - c
  let o1 = ab.cross(c - a)
  let o2 = ab.cross(d - a)
  let o3 = cd.cross(a - c)
  let o4 = cd.cross(b - c)
  return (o1 > 0) != (o2 > 0) && (o3 > 0) != (o4 > 0)
}
