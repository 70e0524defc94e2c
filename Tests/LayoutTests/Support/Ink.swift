import Foundation
import Picture

@testable import Layout

/// What lies under each text of a page: the last thing painted there before it.
struct Ink {
  struct Word {
    var text: PlacedText
    var kind: Mark.Kind?
    var ground: Color
  }

  private struct Surface {
    var color: Color
    var bounds: Box
    var outlines: [[Vec]]
    /// Half the width, of a band drawn along the outline.
    var half: Double?
  }

  private(set) var words: [Word] = []
  private var surfaces: [Surface] = []

  init(_ page: Page) {
    for item in page.items { walk(item, nil, nil) }
  }

  private mutating func walk(_ item: Item, _ kind: Mark.Kind?, _ clip: Box?) {
    switch item {
    case .group(let group):
      let clip = group.clip.map { PageSurvey.bounds($0) } ?? clip
      for item in group.items { walk(item, group.mark?.kind ?? kind, clip) }
    case .icon: break
    case .shape(let shape):
      let outlines = Self.flatten(shape.path)
      let bounds = Self.cut(PageSurvey.bounds(shape.path), clip)
      switch shape.fill {
      case .solid(let color):
        surfaces.append(Surface(color: color, bounds: bounds, outlines: outlines, half: nil))
      case .hatch(let hatch):
        // Nothing can be read on lines: as if the ground had the colour of the lines.
        surfaces.append(Surface(color: hatch.color, bounds: bounds, outlines: outlines, half: nil))
      case nil: break
      }
      if let stroke = shape.stroke, stroke.width.points > 4 {
        let half = stroke.width.points / 2
        surfaces.append(
          Surface(
            color: stroke.color, bounds: Self.cut(bounds.inset(-half), clip), outlines: outlines, half: half))
      }
    case .text(let text):
      let ink = Box(text.extent.ink).center
      let along = Trigonometry.along(text.rotation)
      let at = Vec(
        text.origin.x.points + along.x * ink.x - along.y * ink.y,
        text.origin.y.points + along.y * ink.x + along.x * ink.y)
      words.append(Word(text: text, kind: kind, ground: ground(at)))
    }
  }

  /// What is not cut off.
  private static func cut(_ box: Box, _ clip: Box?) -> Box {
    guard let clip else { return box }
    return Box(max(box.x0, clip.x0), max(box.y0, clip.y0), min(box.x1, clip.x1), min(box.y1, clip.y1))
  }

  private func ground(_ p: Vec) -> Color {
    for surface in surfaces.reversed() where surface.bounds.contains(p) {
      if let half = surface.half {
        for line in surface.outlines {
          for index in line.indices.dropFirst() {
            let (a, b) = (line[index - 1], line[index])
            let t = max(0, min(1, (p - a).dot(b - a) / max((b - a).dot(b - a), 1e-9)))
            if (p - (a + (b - a) * t)).length <= half { return surface.color }
          }
        }
      } else if surface.outlines.contains(where: { AreaPattern.contains($0, p) }) {
        return surface.color
      }
    }
    return Theme.white
  }

  /// The outline as corners; of curves the ends and the middle are enough to say what is inside.
  private static func flatten(_ path: Path) -> [[Vec]] {
    var parts: [[Vec]] = []
    func vec(_ p: Point) -> Vec { Vec(p.x.points, p.y.points) }
    for step in path.steps {
      switch step {
      case .move(let p): parts.append([vec(p)])
      case .line(let p): if !parts.isEmpty { parts[parts.count - 1].append(vec(p)) }
      case .curve(let a, let b, let p):
        guard let from = parts.last?.last else { continue }
        let middle = from * 0.125 + vec(a) * 0.375 + vec(b) * 0.375 + vec(p) * 0.125
        parts[parts.count - 1] += [middle, vec(p)]
      case .close: break
      }
    }
    return parts
  }

  /// The contrast of two colours as the guidelines for accessible pages reckon it: 1…21.
  static func contrast(_ a: Color, _ b: Color) -> Double {
    func luminance(_ c: Color) -> Double {
      func linear(_ v: UInt8) -> Double {
        let s = Double(v) / 255
        return s <= 0.03928 ? s / 12.92 : pow((s + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * linear(c.red) + 0.7152 * linear(c.green) + 0.0722 * linear(c.blue)
    }
    let (high, low) = (max(luminance(a), luminance(b)), min(luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)
  }
}
