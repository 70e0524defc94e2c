import Diagnostics
import Picture
import Workshop

/// The head of a page: the workshop over the map's title, a subtitle, date and venue, and one heavy rule.
struct PageHead {
  let map: TableMap
  let options: SheetOptions
  let type: Typesetter
  /// 1 on A4.
  let scale: Double

  /// Draws the head from the upper edge of `frame`; tells where its rule ends.
  func draw(in frame: Box) -> (items: [Item], bottom: Double) {
    let k = scale
    let small = 8.5 * k
    var items: [Item] = []
    let kicker = frame.y0 + small
    let right = [options.header.date, options.header.venue].compactMap { $0 }.joined(separator: "　")
    let rightWidth = right.isEmpty ? 0 : type.width(right, small)
    let programme = options.header.programme ?? ""
    items.append(
      heading(
        fit(options.header.title, small, .bold, frame.width * 0.62), .bold, Theme.accent,
        Vec(frame.x0, kicker)))
    if !programme.isEmpty {
      let fitted = fit(programme, small, .regular, frame.width * 0.36)
      items.append(
        .group(
          Group(
            [
              .text(
                type.place(
                  fitted.words, fitted.size, color: Theme.muted, at: Vec(frame.x1, kicker), .trailing))
            ], mark: Mark(.title))))
    }
    // The letter of the table, the title, the subtitle, on one baseline where they fit.
    let baseline = kicker + 27 * k
    var x = frame.x0
    if map.id.count <= 3 && !map.title.hasPrefix(map.id) {
      items.append(title(map.id, 24 * k, Theme.accent, Vec(x, baseline)))
      x += type.width(map.id, 24 * k, .bold) + 9 * k
    }
    let room = frame.x1 - x - (rightWidth > 0 ? rightWidth + 14 * k : 0)
    let head = fit(map.title, 24 * k, .bold, frame.x1 - x, least: 13)
    items.append(
      .group(
        Group(
          [.text(type.place(head.words, head.size, .bold, color: Theme.ink, at: Vec(x, baseline)))],
          mark: Mark(.title), role: .heading1)))
    let after = type.width(head.words, head.size, .bold)
    var bottom = baseline
    var rightBaseline = baseline
    if let subtitle = map.subtitle, !subtitle.isEmpty {
      let width = type.width(subtitle, 12 * k)
      if after + 16 * k + width <= room {
        items.append(plain(subtitle, 12 * k, Theme.ink, Vec(x + after + 16 * k, baseline)))
      } else {
        bottom = baseline + 17 * k
        let fitted = fit(subtitle, 11 * k, .regular, frame.width - (rightWidth > 0 ? rightWidth + 14 * k : 0))
        items.append(plain(fitted.words, fitted.size, Theme.ink, Vec(frame.x0, bottom)))
        rightBaseline = bottom
      }
    } else if after > room {
      bottom = baseline + 14 * k
      rightBaseline = bottom
    }
    if !right.isEmpty {
      items.append(
        .group(
          Group(
            [
              .text(
                type.place(right, small, color: Theme.muted, at: Vec(frame.x1, rightBaseline), .trailing))
            ], mark: Mark(.title))))
    }
    bottom += 9 * k
    items.append(
      .shape(
        Shape(
          .polyline([Vec(frame.x0, bottom).point, Vec(frame.x1, bottom).point]),
          stroke: Stroke(Theme.ink, width: .pt(1.3 * k)))))
    return (items, bottom)
  }

  /// Words made smaller to fit, but never below what can be read.
  private func fit(
    _ words: String, _ size: Double, _ weight: Weight, _ room: Double, least: Double = Theme.smallestText
  ) -> (words: String, size: Double) {
    let width = type.width(words, size, weight)
    guard width > room else { return (words, size) }
    return (words, max(least, size * room / width))
  }

  private func heading(
    _ fitted: (words: String, size: Double), _ weight: Weight, _ color: Color, _ at: Vec
  ) -> Item {
    .group(
      Group(
        [.text(type.place(fitted.words, fitted.size, weight, color: color, at: at))], mark: Mark(.title),
        role: .paragraph))
  }

  private func title(_ words: String, _ size: Double, _ color: Color, _ at: Vec) -> Item {
    .group(Group([.text(type.place(words, size, .bold, color: color, at: at))], mark: Mark(.title)))
  }

  private func plain(_ words: String, _ size: Double, _ color: Color, _ at: Vec) -> Item {
    .group(
      Group(
        [.text(type.place(words, size, color: color, at: at))], mark: Mark(.title), role: .paragraph))
  }
}
