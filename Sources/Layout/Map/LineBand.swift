import Picture
import Workshop

/// How roads, rivers and railways are drawn.
struct LineBand {
  let unit: Double

  /// From the lowest to the highest: water under roads, railways over them.
  static func order(_ kind: LineKind) -> Int {
    switch kind {
    case .river: 0
    case .path: 1
    case .lane: 2
    case .street: 3
    case .main: 4
    case .railway: 5
    }
  }

  /// The band of one line.
  func draw(_ course: MapGeometry.Course, names: [LineName]) -> Item {
    let path = Path.polyline(course.polyline.points.map(\.point))
    let width = Length.pt(course.half * 2)
    var items: [Item]
    switch course.line.kind {
    case .main, .street, .lane:
      items = [.shape(Shape(path, stroke: Stroke(Theme.band, width: width, isRound: true)))]
    case .path:
      let dash: [Length] = [.pt(5 * unit), .pt(4 * unit)]
      items = [.shape(Shape(path, stroke: Stroke(Theme.hairline, width: width * 0.8, dash: dash)))]
    case .river:
      items = [.shape(Shape(path, stroke: Stroke(Theme.water, width: width, isRound: true)))]
      let waves = waves(course, names)
      if !waves.steps.isEmpty {
        items.append(.shape(Shape(waves, stroke: Stroke(Theme.wave, width: .pt(0.7), isRound: true))))
      }
    case .railway:
      let dash: [Length] = [.pt(6.5 * unit), .pt(6.5 * unit)]
      items = [
        .shape(Shape(path, stroke: Stroke(Theme.ink, width: width * 0.92))),
        .shape(Shape(path, stroke: Stroke(Theme.white, width: width * 0.56, dash: dash))),
      ]
    }
    return .group(Group(items, mark: Mark(.line, course.line.id)))
  }

  /// Short waves down the middle of a river, so that it reads as water in one colour.
  private func waves(_ course: MapGeometry.Course, _ names: [LineName]) -> Path {
    var path = Path()
    let line = course.inside
    let length = 9 * unit
    let step = 26 * unit
    let height = course.half * 0.34
    var at = step * 0.4
    var number = 0
    while at + length < line.length {
      defer {
        at += step
        number += 1
      }
      let middle = Bar(
        center: line.at(at + length / 2).point, direction: Vec(1, 0), halfLength: length, halfWidth: length)
      if names.contains(where: { $0.bar.intersects(middle) }) { continue }
      let shift = (number % 2 == 0 ? 1.0 : -1.0) * course.half * 0.36
      func point(_ along: Double, _ up: Double) -> Point {
        let (p, d) = line.at(along)
        return (p + d.left * (shift + up)).point
      }
      path.steps += [
        .move(point(at, 0)),
        .curve(
          point(at + length * 0.25, height), point(at + length * 0.3, height * 0.2),
          point(at + length * 0.5, 0)),
        .curve(
          point(at + length * 0.7, -height * 0.2), point(at + length * 0.75, -height), point(at + length, 0)),
      ]
    }
    return path
  }
}
