import Picture

@testable import Layout

/// Everything on a page that takes room, found from the finished display list alone: where the layout thought
/// it had put things plays no part.
struct PageSurvey {
  /// Something that takes room.
  struct Thing {
    var kind: Mark.Kind
    var subject: String
    /// The panel it stands in; -1 outside all panels.
    var panel: Int
    var bar: Bar
    var bounds: Box
    var isText: Bool
    var what: String
  }

  private(set) var things: [Thing] = []
  private(set) var panels: [Box] = []
  let page: Box

  init(_ page: Page) {
    self.page = Box(0, 0, page.size.width.points, page.size.height.points)
    for item in page.items { collectPanels(item) }
    for item in page.items { collect(item, nil, nil) }
  }

  private mutating func collectPanels(_ item: Item) {
    guard case .group(let group) = item else { return }
    if group.mark?.kind == .panel, let clip = group.clip { panels.append(Self.bounds(clip)) }
    for item in group.items { collectPanels(item) }
  }

  private mutating func collect(_ item: Item, _ mark: Mark?, _ clip: Box?) {
    switch item {
    case .group(let group):
      let clip = group.clip.map { Self.bounds($0) } ?? clip
      let mark = group.mark ?? mark
      // A body, a symbol and a ground are one thing each, whatever they are drawn of.
      if let mark, [.house, .person, .north].contains(mark.kind) {
        add(mark, Bar(shapes(group.items)), false, "\(mark.kind) \(mark.subject)")
      } else {
        for item in group.items { collect(item, mark, clip) }
      }
    case .shape(let shape):
      guard let mark else { return }
      switch mark.kind {
      case .line:
        if let stroke = shape.stroke { line(shape.path, stroke.width.points / 2, mark, clip) }
      case .legend:
        let line = (shape.stroke?.width.points ?? 0) / 2
        add(mark, Bar(Self.bounds(shape.path).inset(-line)), false, "sign of the legend")
      case .remarks:
        // The ground; bullets lie on it.
        if case .solid(let color) = shape.fill, color == Theme.findings || color == Theme.actions {
          add(mark, Bar(Self.bounds(shape.path)), false, "ground of remarks")
        }
      default: break
      }
    case .text(let text): add(mark ?? Mark(.other), text)
    case .icon(let icon): add(mark ?? Mark(.other), Bar(Box(icon.frame)), false, icon.name)
    }
  }

  private mutating func add(_ mark: Mark, _ text: PlacedText) {
    let ink = Box(text.extent.ink)
    let along = Trigonometry.along(text.rotation)
    let c = ink.center
    let center = Vec(
      text.origin.x.points + along.x * c.x - along.y * c.y,
      text.origin.y.points + along.y * c.x + along.x * c.y)
    let bar = Bar(center: center, direction: along, halfLength: ink.width / 2, halfWidth: ink.height / 2)
    add(mark, bar, true, text.block.string)
  }

  private mutating func add(_ mark: Mark, _ bar: Bar, _ isText: Bool, _ what: String) {
    // A hair's breadth of tolerance for arithmetic.
    let slim = bar.grown(-0.02)
    let bounds = slim.bounds
    let panel = panels.firstIndex { $0.inset(-0.1).contains(slim.center) } ?? -1
    things.append(
      Thing(
        kind: mark.kind, subject: mark.subject, panel: panel, bar: slim, bounds: bounds, isText: isText,
        what: what))
  }

  /// The band of a line, stretch by stretch, as far as it is not cut off.
  private mutating func line(_ path: Path, _ half: Double, _ mark: Mark, _ clip: Box?) {
    var last: Vec?
    for step in path.steps {
      switch step {
      case .move(let p): last = Vec(p.x.points, p.y.points)
      case .line(let p):
        let next = Vec(p.x.points, p.y.points)
        if let from = last {
          let cut = clip.map { Polyline([from, next]).clipped(to: $0).points } ?? [from, next]
          if cut.count == 2, (cut[1] - cut[0]).length > 0.1 {
            add(mark, Bar(from: cut[0], to: cut[1], halfWidth: half), false, "line \(mark.subject)")
          }
        }
        last = next
      case .curve(_, _, let p): last = Vec(p.x.points, p.y.points)
      case .close: break
      }
    }
  }

  private func shapes(_ items: [Item]) -> Box {
    var box: Box?
    for item in items {
      switch item {
      case .shape(let shape):
        let own = Self.bounds(shape.path).inset(-(shape.stroke?.width.points ?? 0) / 2)
        box = box?.union(own) ?? own
      case .text(let text):
        let own = Box(text.extent.ink).moved(Vec(text.origin.x.points, text.origin.y.points))
        box = box?.union(own) ?? own
      case .group(let group):
        let own = shapes(group.items)
        box = box?.union(own) ?? own
      case .icon: break
      }
    }
    return box ?? Box(0, 0, 0, 0)
  }

  static func bounds(_ path: Path) -> Box {
    var box: Box?
    func add(_ p: Point) {
      let (x, y) = (p.x.points, p.y.points)
      box = box.map { Box(min($0.x0, x), min($0.y0, y), max($0.x1, x), max($0.y1, y)) } ?? Box(x, y, x, y)
    }
    for step in path.steps {
      switch step {
      case .move(let p), .line(let p): add(p)
      case .curve(let a, let b, let p):
        add(a)
        add(b)
        add(p)
      case .close: break
      }
    }
    return box ?? Box(0, 0, 0, 0)
  }

  /// Every pair of things that share room and should not, and everything that leaves its panel or the page.
  func collisions() -> [String] {
    var found: [String] = []
    for thing in things {
      if !page.contains(thing.bounds) && thing.kind != .line {
        found.append("\(thing.what) leaves the page")
      }
      if thing.panel >= 0, thing.kind != .line, !panels[thing.panel].contains(thing.bounds) {
        found.append("\(thing.what) leaves its panel")
      }
    }
    let order = things.indices.sorted { things[$0].bounds.x0 < things[$1].bounds.x0 }
    for (rank, first) in order.enumerated() {
      let a = things[first]
      var next = rank + 1
      while next < order.count {
        let b = things[order[next]]
        if b.bounds.x0 >= a.bounds.x1 { break }
        next += 1
        guard a.bounds.y0 < b.bounds.y1, b.bounds.y0 < a.bounds.y1, !mayShare(a, b), !mayShare(b, a),
          a.bar.intersects(b.bar)
        else { continue }
        found.append("\(a.kind) \(a.what) \(a.bounds) × \(b.kind) \(b.what) \(b.bounds)")
      }
    }
    return found
  }

  /// Whether `a` may lie where `b` is.
  private func mayShare(_ a: Thing, _ b: Thing) -> Bool {
    if a.isText && b.isText { return false }
    let isSame = a.subject == b.subject
    switch (a.kind, b.kind) {
    // Roads cross; a name stands on its own road.
    case (.line, .line): return true
    // A band is cut off at the edge of its panel.
    case (.line, _) where a.panel != b.panel: return true
    case (.lineName, .line): return isSame
    // A bridge stands where a way crosses water.
    case (.landmark, .line): return a.what == "bridge"
    // What is in a house is in a house, bullets and words are on the ground of their box.
    case (.person, .house), (.houseWords, .house), (.occupation, .house), (.door, .house): return isSame
    case (.remarks, .remarks), (.legend, .legend): return true
    // What stands in a sign of the legend.
    case (.person, .legend): return a.subject == "legend" && !b.isText
    default: return false
    }
  }

  /// Houses, people and names of a page, to tell that it is not empty.
  func count(_ kind: Mark.Kind) -> Int { things.count { $0.kind == kind && $0.panel >= 0 } }
}
