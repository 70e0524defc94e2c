import Picture

/// What is wrong with a page by the house's rules.
struct PageFaults {
  let all: [String]

  /// - Parameter slots: where words have to stand, each wholly in one; empty where the sheet is all there is.
  init(_ page: Page, slots: [Rect] = []) {
    var faults: [String] = []
    // Ink may stand out by a hair, as a slanted stroke does.
    let places = slots.map { $0.inset(.mm(-0.3), .mm(-0.3)) }
    let sheet = Rect(origin: Point(.zero, .zero), size: page.size).inset(.mm(4), .mm(4))
    for (text, box) in Self.texts(page.items) {
      if !sheet.contains(box) { faults.append("outside: \(text.block.string)") }
      if !places.isEmpty, !places.contains(where: { $0.contains(box) }) {
        faults.append("outside its slot: \(text.block.string)")
      }
      for span in text.block.spans where span.style.size.points < 5.999 {
        faults.append("small: \(span.string) \(span.style.size.points)")
      }
      for span in text.block.spans where span.reading != nil && span.style.readingSize.points < 5.999 {
        faults.append("small reading: \(span.string)")
      }
    }
    let running = Self.texts(page.items.filter { !$0.isMap })
    for (index, one) in running.enumerated() {
      for span in one.text.block.spans where span.style.size.points < 7.999 {
        faults.append("small: \(span.string) \(span.style.size.points)")
      }
      for other in running[(index + 1)...]
      where one.box.inset(.mm(0.1), .mm(0.1)).intersects(other.box.inset(.mm(0.1), .mm(0.1))) {
        faults.append("overlap: \(one.text.block.string) / \(other.text.block.string)")
      }
    }
    all = faults
  }

  static func texts(_ items: [Item]) -> [(text: PlacedText, box: Rect)] {
    items.flatMap { item -> [(text: PlacedText, box: Rect)] in
      switch item {
      case .text(let text) where text.rotation == 0 && !text.block.string.isEmpty:
        let box = text.extent.ink
        return [
          (text, Rect(origin: box.origin.moved(text.origin.x, text.origin.y), size: box.size))
        ]
      case .group(let group): return texts(group.items)
      default: return []
      }
    }
  }
}

extension Item {
  /// Maps have rules of their own, tested where they are laid out.
  fileprivate var isMap: Bool {
    guard case .group(let group) = self else { return false }
    if group.mark?.kind == .legend { return true }
    return group.role == .figure
      && group.items.contains { if case .group = $0 { true } else { false } }
  }
}
