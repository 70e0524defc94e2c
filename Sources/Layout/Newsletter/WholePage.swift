import Picture

extension Page {
  /// Whether all words stand on the page, none on another and none too small to be read: what has become too narrow for
  /// its content is told by it.
  ///
  /// - Parameter margin: how near to the edge words may come, in millimetres.
  func isWhole(margin: Double) -> Bool {
    let sheet = Rect(origin: Point(.zero, .zero), size: size).inset(.mm(margin), .mm(margin))
    let words = items.flatMap(\.words)
    // Maps write over their houses, and see to it themselves that words do not meet.
    let running = items.filter { !$0.isMap }.flatMap(\.words).map { $0.box.inset(.mm(0.1), .mm(0.1)) }
    return words.allSatisfy {
      sheet.contains($0.box) && $0.size >= Theme.smallestSymbol - 0.01 && !$0.isStrip
    }
      && running.indices.allSatisfy { index in
        !running[(index + 1)...].contains { $0.intersects(running[index]) }
      }
  }
}

extension Item {
  /// The level words of it: where their ink is, how large the smallest is, in points, and whether they are broken into so
  /// many short lines that nobody would read them.
  fileprivate var words: [(box: Rect, size: Double, isStrip: Bool)] {
    switch self {
    case .text(let text) where text.rotation == 0 && !text.block.string.isEmpty:
      let ink = text.extent.ink
      let size = text.block.spans.map(\.style.size.points).min() ?? 0
      let isStrip =
        text.extent.lines >= Self.mostShortLines
        && (text.block.width?.points ?? .infinity) < Self.shortestLine * size
      return [(Rect(origin: ink.origin.moved(text.origin.x, text.origin.y), size: ink.size), size, isStrip)]
    case .group(let group): return group.items.flatMap(\.words)
    default: return []
    }
  }

  /// Characters of full width to a line, below which as many lines as this are a strip.
  private static let shortestLine = 7.0
  private static let mostShortLines = 4

  fileprivate var isMap: Bool {
    guard case .group(let group) = self else { return false }
    if group.mark?.kind == .legend { return true }
    return group.role == .figure
      && group.items.contains { if case .group = $0 { true } else { false } }
  }
}
