/// A picture drawn once can be shown in several places: everything of a display list can be moved.

extension Path {
  /// The path moved by `dx` to the right and `dy` down.
  public func moved(_ dx: Length, _ dy: Length) -> Path {
    Path(
      steps.map { step in
        switch step {
        case .move(let p): .move(p.moved(dx, dy))
        case .line(let p): .line(p.moved(dx, dy))
        case .curve(let a, let b, let p): .curve(a.moved(dx, dy), b.moved(dx, dy), p.moved(dx, dy))
        case .close: .close
        }
      })
  }
}

extension Item {
  /// The item moved by `dx` to the right and `dy` down.
  public func moved(_ dx: Length, _ dy: Length) -> Item {
    switch self {
    case .shape(var shape):
      shape.path = shape.path.moved(dx, dy)
      return .shape(shape)
    case .text(var text):
      text.origin = text.origin.moved(dx, dy)
      return .text(text)
    case .icon(var icon):
      icon.frame.origin = icon.frame.origin.moved(dx, dy)
      return .icon(icon)
    case .group(var group):
      group.clip = group.clip?.moved(dx, dy)
      group.items = group.items.map { $0.moved(dx, dy) }
      return .group(group)
    }
  }
}
