import Picture

extension Page {
  /// The page on a larger sheet, with room to be cut: `bleed` of drawing beyond the cut, and crop marks outside it.
  public func forPress(bleed: Length = .mm(3)) -> Page {
    let room = bleed + .mm(7)
    let trim = Rect(x: room, y: room, width: size.width, height: size.height)
    var page = self
    page.size = Size(size.width + 2 * room, size.height + 2 * room)
    // What is drawn beyond the bleed would show between the marks.
    let inside = Path.rect(trim.inset(-bleed, -bleed))
    page.items = [.group(Group(items.map { $0.scaled(1, dx: room, dy: room) }, clip: inside))]
    page.items.append(.group(Group(Self.marks(trim, bleed), role: .artifact)))
    page.press = PressMarks(trim: trim, bleed: bleed)
    return page
  }

  /// Two hairlines at each corner, which end where the bleed begins.
  private static func marks(_ trim: Rect, _ bleed: Length) -> [Item] {
    let stroke = Stroke(Theme.ink, width: .pt(0.25))
    let (near, far) = (bleed + .mm(0.5), bleed + .mm(5.5))
    func line(_ a: Point, _ b: Point) -> Item { .shape(Shape(.polyline([a, b]), stroke: stroke)) }
    var items: [Item] = []
    for (x, outward) in [(trim.minX, -1.0), (trim.maxX, 1.0)] {
      for (y, downward) in [(trim.minY, -1.0), (trim.maxY, 1.0)] {
        items.append(line(Point(x + outward * near, y), Point(x + outward * far, y)))
        items.append(line(Point(x, y + downward * near), Point(x, y + downward * far)))
      }
    }
    return items
  }
}
