/// Remembers what is taken on a panel, and tells quickly whether a box is free.
struct CollisionIndex {
  private let bounds: Box
  private let columns: Int
  private let rows: Int
  private static let cell = 26.0
  private var boxes: [Box] = []
  private var bars: [Bar] = []
  /// What lies in each cell, as a chain of ``links`` in the order in which it was taken. Flat, because a layout is tried
  /// with many copies of an index.
  private var cells: [Chain]
  private var links: [Link] = []

  /// The first and the last link of a cell; -1 where it is empty.
  private struct Chain {
    var first: Int32 = -1
    var last: Int32 = -1
  }

  private struct Link {
    /// The index of a box, or of a bar as its complement.
    var item: Int32
    /// The link behind it, or -1.
    var next: Int32 = -1
  }

  init(_ bounds: Box) {
    self.bounds = bounds
    columns = max(1, Int(bounds.width / Self.cell) + 1)
    rows = max(1, Int(bounds.height / Self.cell) + 1)
    cells = Array(repeating: Chain(), count: columns * rows)
  }

  /// Takes an upright box.
  mutating func take(_ box: Box) {
    boxes.append(box)
    insert(Int32(boxes.count - 1), box)
  }

  /// How many upright boxes are taken; the next gets this number.
  var count: Int { boxes.count }

  /// The upright box of a number that a search was told is in the way; nil where that is a turned rectangle.
  func box(_ number: Int32) -> Box? { number >= 0 ? boxes[Int(number)] : nil }

  /// A box that is in nobody's way.
  static let nowhere = Box(1e9, 1e9, 1e9, 1e9)

  /// Frees the box of the given number, which keeps its number.
  mutating func release(_ number: Int) { boxes[number] = Self.nowhere }

  /// Takes another box under the number of one that was freed.
  mutating func replace(_ number: Int, _ box: Box) {
    boxes[number] = box
    insert(Int32(number), box)
  }

  /// Takes a turned rectangle.
  mutating func take(_ bar: Bar) {
    bars.append(bar)
    insert(~Int32(bars.count - 1), bar.bounds)
  }

  /// Whether nothing taken shares more than an edge with `box`, and no bar comes nearer than `clearance`.
  func isFree(_ box: Box, clearance: Double = 0) -> Bool {
    var hint: Int32?
    return isFree(box, clearance: clearance, hint: &hint)
  }

  /// The same for a search that tries one place after the other: what was in the way at the last place is
  /// most often in the way at the next, so it is asked first.
  func isFree(_ box: Box, clearance: Double, hint: inout Int32?) -> Bool {
    let wide = clearance > 0 ? box.inset(-clearance) : box
    if let hint, blocks(hint, box, wide) { return false }
    let (x0, y0, x1, y1) = span(wide)
    var y = y0
    while y <= y1 {
      var x = x0
      while x <= x1 {
        var next = cells[y * columns + x].first
        while next >= 0 {
          let link = links[Int(next)]
          if blocks(link.item, box, wide) {
            hint = link.item
            return false
          }
          next = link.next
        }
        x += 1
      }
      y += 1
    }
    return true
  }

  private func blocks(_ index: Int32, _ box: Box, _ wide: Box) -> Bool {
    index >= 0 ? boxes[Int(index)].intersects(box) : bars[Int(~index)].intersects(wide)
  }

  /// Whether nothing taken shares more than an edge with `bar`.
  func isFree(_ bar: Bar) -> Bool {
    let (x0, y0, x1, y1) = span(bar.bounds)
    for y in y0...y1 {
      for x in x0...x1 {
        var next = cells[y * columns + x].first
        while next >= 0 {
          let link = links[Int(next)]
          if link.item >= 0 {
            if bar.intersects(boxes[Int(link.item)]) { return false }
          } else if bars[Int(~link.item)].intersects(bar) {
            return false
          }
          next = link.next
        }
      }
    }
    return true
  }

  /// Whether no upright box shares more than an edge with `bar`.
  func isClearOfBoxes(_ bar: Bar) -> Bool { !boxes.contains { bar.intersects($0) } }

  private mutating func insert(_ index: Int32, _ box: Box) {
    let (x0, y0, x1, y1) = span(box)
    for y in y0...y1 {
      for x in x0...x1 {
        let (cell, link) = (y * columns + x, Int32(links.count))
        links.append(Link(item: index))
        if cells[cell].first < 0 {
          cells[cell].first = link
        } else {
          links[Int(cells[cell].last)].next = link
        }
        cells[cell].last = link
      }
    }
  }

  private func span(_ box: Box) -> (Int, Int, Int, Int) {
    func column(_ x: Double) -> Int {
      min(columns - 1, max(0, Int((min(max(x, bounds.x0), bounds.x1) - bounds.x0) / Self.cell)))
    }
    func row(_ y: Double) -> Int {
      min(rows - 1, max(0, Int((min(max(y, bounds.y0), bounds.y1) - bounds.y0) / Self.cell)))
    }
    return (column(box.x0), row(box.y0), column(box.x1), row(box.y1))
  }
}
