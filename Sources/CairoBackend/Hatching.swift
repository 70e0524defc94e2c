import Foundation
import Picture

extension Hatch {
  /// The lines that cross `box`, all of one ruling of the page: hatches side by side run on into each other.
  package func lines(over box: Rect) -> Path {
    guard spacing > .zero else { return Path() }
    let turn = angle * .pi / 180
    // Along the lines (counter-clockwise, y downwards) and across them.
    let (ax, ay) = (cos(turn), -sin(turn))
    let (nx, ny) = (-ay, ax)
    // Half a line more on every side, so that ends lie outside whatever `box` bounds.
    let room = box.inset(-width / 2, -width / 2)
    let corners = [
      room.origin, Point(room.maxX, room.minY), Point(room.maxX, room.maxY), Point(room.minX, room.maxY),
    ]
    let across = corners.map { $0.x.points * nx + $0.y.points * ny }
    let step = spacing.points
    guard let first = across.min(), let last = across.max(), (last - first) / step < Self.mostLines else {
      return Path()
    }
    var path = Path()
    for index in stride(from: (first / step).rounded(.up), through: (last / step).rounded(.down), by: 1) {
      let foot = (x: nx * index * step, y: ny * index * step)
      // How far along the line `room` begins and ends.
      var reach = (from: -Double.infinity, to: Double.infinity)
      for (start, direction, low, high) in [
        (foot.x, ax, room.minX.points, room.maxX.points), (foot.y, ay, room.minY.points, room.maxY.points),
      ] where abs(direction) > 1e-9 {
        let ends = [(low - start) / direction, (high - start) / direction].sorted()
        reach = (max(reach.from, ends[0]), min(reach.to, ends[1]))
      }
      guard reach.from < reach.to else { continue }
      for (place, step) in [(reach.from, Path.Step.move), (reach.to, Path.Step.line)] {
        path.steps.append(step(Point(.pt(foot.x + ax * place), .pt(foot.y + ay * place))))
      }
    }
    return path
  }

  /// Lines that would lie closer than this many to a page are a mistake, not a hatch.
  private static let mostLines = 20_000.0
}

extension Path {
  /// The box around all points, those of curves' handles included; nil for an empty path.
  public var bounds: Rect? {
    var box: (x: ClosedRange<Length>, y: ClosedRange<Length>)?
    func add(_ point: Point) {
      guard let known = box else {
        box = (point.x...point.x, point.y...point.y)
        return
      }
      box = (
        min(known.x.lowerBound, point.x)...max(known.x.upperBound, point.x),
        min(known.y.lowerBound, point.y)...max(known.y.upperBound, point.y)
      )
    }
    for step in steps {
      switch step {
      case .move(let to), .line(let to): add(to)
      case .curve(let a, let b, let to):
        add(a)
        add(b)
        add(to)
      case .close: break
      }
    }
    return box.map {
      Rect(
        x: $0.x.lowerBound, y: $0.y.lowerBound, width: $0.x.upperBound - $0.x.lowerBound,
        height: $0.y.upperBound - $0.y.lowerBound)
    }
  }
}
