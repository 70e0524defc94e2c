import Picture

extension Item {
  /// The same item `factor` times as large, its origin moved by the given lengths afterwards. Type is scaled with the
  /// rest: widths grow evenly with the size, because nothing is hinted.
  public func scaled(_ factor: Double, dx: Length = .zero, dy: Length = .zero) -> Item {
    let map = { (point: Point) in Point(point.x * factor + dx, point.y * factor + dy) }
    switch self {
    case .shape(var shape):
      shape.path = shape.path.mapped(map)
      if case .hatch(var hatch) = shape.fill {
        hatch.spacing = hatch.spacing * factor
        hatch.width = hatch.width * factor
        shape.fill = .hatch(hatch)
      }
      if var stroke = shape.stroke {
        stroke.width = stroke.width * factor
        stroke.dash = stroke.dash.map { $0 * factor }
        shape.stroke = stroke
      }
      return .shape(shape)
    case .text(var text):
      text.block = text.block.scaled(factor)
      text.extent = text.extent.scaled(factor)
      text.origin = map(text.origin)
      return .text(text)
    case .icon(var icon):
      icon.frame = Rect(
        origin: map(icon.frame.origin), size: Size(icon.frame.width * factor, icon.frame.height * factor))
      return .icon(icon)
    case .group(var group):
      group.clip = group.clip.map { $0.mapped(map) }
      group.items = group.items.map { $0.scaled(factor, dx: dx, dy: dy) }
      return .group(group)
    }
  }
}

extension Page {
  /// The page printed `factor` times as large.
  public func scaled(_ factor: Double) -> Page {
    Page(
      size: Size(size.width * factor, size.height * factor), title: title, summary: summary,
      items: items.map { $0.scaled(factor) })
  }
}

extension Path {
  fileprivate func mapped(_ map: (Point) -> Point) -> Path {
    Path(
      steps.map { step in
        switch step {
        case .move(let to): .move(map(to))
        case .line(let to): .line(map(to))
        case .curve(let a, let b, let to): .curve(map(a), map(b), map(to))
        case .close: .close
        }
      })
  }
}

extension TextBlock {
  fileprivate func scaled(_ factor: Double) -> TextBlock {
    var block = self
    block.spans = spans.map { span in
      var span = span
      span.style.size = span.style.size * factor
      span.style.tracking = span.style.tracking * factor
      return span
    }
    block.width = width.map { $0 * factor }
    block.hangingIndent = hangingIndent * factor
    return block
  }
}

extension TextExtent {
  fileprivate func scaled(_ factor: Double) -> TextExtent {
    TextExtent(
      logical: logical.scaled(factor), ink: ink.scaled(factor), ascent: ascent * factor, lines: lines)
  }
}

extension Rect {
  fileprivate func scaled(_ factor: Double) -> Rect {
    Rect(x: minX * factor, y: minY * factor, width: width * factor, height: height * factor)
  }
}
