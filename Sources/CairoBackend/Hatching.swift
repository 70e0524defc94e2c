import Foundation
import Picture

extension Hatch {
  /// The lines that cross `box`, all of one ruling of the page: hatches side by side run on into each other.
  func lines(over box: Rect) -> Path {
    guard spacing > .zero else { return Path() }
    let turn = angle * .pi / 180
    // Along the lines (counter-clockwise, y downwards) and across them.
    let (ax, ay) = (cos(turn), -sin(turn))
    let (nx, ny) = (-ay, ax)
    let corners = [
      (box.minX, box.minY), (box.maxX, box.minY), (box.maxX, box.maxY), (box.minX, box.maxY),
    ].map { ($0.0.points, $0.1.points) }
    let across = corners.map { $0.0 * nx + $0.1 * ny }
    let along = corners.map { $0.0 * ax + $0.1 * ay }
    let step = spacing.points
    guard
      let first = across.min(), let last = across.max(), let start = along.min(), let end = along.max(),
      (last - first) / step < Self.mostLines
    else { return Path() }
    var path = Path()
    for index in stride(from: (first / step).rounded(.down), through: (last / step).rounded(.up), by: 1) {
      let offset = index * step
      path.steps.append(.move(Point(.pt(nx * offset + ax * start), .pt(ny * offset + ay * start))))
      path.steps.append(.line(Point(.pt(nx * offset + ax * end), .pt(ny * offset + ay * end))))
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
