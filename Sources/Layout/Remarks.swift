import Diagnostics
import Picture
import Workshop

/// What a table noticed and what would be good to do, on tinted grounds.
struct Remarks {
  let findings: [RichText]
  let actions: [RichText]
  let type: Typesetter
  let language: Language

  init(_ map: TableMap, type: Typesetter, language: Language) {
    findings = map.findings
    actions = map.actions
    self.type = type
    self.language = language
  }

  init(findings: [RichText], actions: [RichText], type: Typesetter, language: Language) {
    self.findings = findings
    self.actions = actions
    self.type = type
    self.language = language
  }

  var isEmpty: Bool { findings.isEmpty && actions.isEmpty }

  /// One of the two boxes.
  struct Part {
    var title: String
    var items: [RichText]
    var ground: Color
  }

  /// The boxes that have something in them.
  func parts(continued: Bool = false) -> [Part] {
    let more = continued ? MapWords.continued(in: language) : ""
    var parts: [Part] = []
    if !findings.isEmpty {
      parts.append(
        Part(title: MapWords.findings(in: language) + more, items: findings, ground: Theme.findings))
    }
    if !actions.isEmpty {
      parts.append(
        Part(title: MapWords.actions(in: language) + more, items: actions, ground: Theme.actions))
    }
    return parts
  }

  private func indent(_ size: Double) -> Double { size * 1.15 }
  private func padding(_ size: Double) -> Double { size * 1.25 }
  private func heading(_ size: Double) -> Double { size * 1.3 }
  private func spacing(_ size: Double) -> Double { size * 0.42 }

  private func block(_ item: RichText, _ size: Double, _ width: Double) -> TextBlock {
    let style = TextStyle(size: .pt(size), color: Theme.ink, leading: 1.35)
    let room = width - 2 * padding(size) - indent(size)
    return TextBlock(item.spans(style), width: .pt(room))
  }

  /// The height of a box `width` wide with type of `size`.
  func height(_ part: Part, width: Double, size: Double) -> Double {
    var height = padding(size) * 2 + heading(size) * 1.15 + spacing(size) * 0.6
    for item in part.items {
      height += type.extent(block(item, size, width)).logical.height.points + spacing(size)
    }
    return height - spacing(size)
  }

  /// How many items of a box fit into `room`.
  func fitting(_ part: Part, width: Double, size: Double, room: Double) -> Int {
    var height = padding(size) * 2 + heading(size) * 1.15 + spacing(size) * 0.6
    for (number, item) in part.items.enumerated() {
      height += type.extent(block(item, size, width)).logical.height.points
      if height > room + 0.01 { return number }
      height += spacing(size)
    }
    return part.items.count
  }

  /// Draws a box.
  func draw(_ part: Part, in box: Box, size: Double) -> Item {
    var items: [Item] = [
      .shape(Shape(.rect(box.rect, radius: .mm(1.6)), fill: .solid(part.ground)))
    ]
    let pad = padding(size)
    let fits = (box.width - 2 * pad) / max(type.width(part.title, 1, .bold), 0.1)
    let head = min(heading(size), max(Theme.smallestText, fits))
    var y = box.y0 + pad
    items.append(
      .group(
        Group(
          [
            .text(
              type.place(
                part.title, head, .bold, color: Theme.ink, at: Vec(box.x0 + pad, y + head * 0.88)))
          ], role: .heading2)))
    y += heading(size) * 1.15 + spacing(size) * 1.6
    var list: [Item] = []
    for item in part.items {
      let block = block(item, size, box.width)
      let extent = type.extent(block)
      let r = size * 0.17
      list.append(
        .group(
          Group(
            [
              .shape(
                Shape(
                  .circle(
                    center: Vec(box.x0 + pad + r, y + extent.ascent.points - size * 0.36).point,
                    radius: .pt(r)),
                  fill: .solid(Theme.accent))),
              .text(
                PlacedText(block, at: Vec(box.x0 + pad + indent(size), y).point, extent: extent)),
            ], role: .listItem)))
      y += extent.logical.height.points + spacing(size)
    }
    items.append(.group(Group(list, role: .list)))
    return .group(Group(items, mark: Mark(.remarks)))
  }
}
