import Diagnostics
import Picture
import Workshop

/// What a page is about.
struct PageHeading {
  /// The letter of the table, before the title.
  var letter: String?
  /// The title.
  var title: String
  /// More about it.
  var subtitle: String?
  /// The scenario in which it is seen; nil where it is what is to come as things are.
  var scenario: String?
}

extension PageHeading {
  /// That of a map.
  init(_ map: TableMap, scenario: String? = nil) {
    let isLetter = map.id.count <= 3 && !map.title.hasPrefix(map.id)
    self.init(
      letter: isLetter ? map.id : nil, title: map.title, subtitle: map.subtitle, scenario: scenario)
  }
}

/// The head of a page: the workshop over the page's title, a subtitle, date and venue, the scenario, and one heavy rule.
struct PageHead {
  let heading: PageHeading
  let options: SheetOptions
  let type: Typesetter
  /// 1 on A4.
  let scale: Double

  init(heading: PageHeading, options: SheetOptions, type: Typesetter, scale: Double) {
    self.heading = heading
    self.options = options
    self.type = type
    self.scale = scale
  }

  init(
    map: TableMap, scenario: String? = nil, options: SheetOptions, type: Typesetter, scale: Double
  ) {
    self.init(
      heading: PageHeading(map, scenario: scenario), options: options, type: type, scale: scale)
  }

  /// Draws the head from the upper edge of `frame`; tells where its rule ends.
  func draw(in frame: Box) -> (items: [Item], bottom: Double) {
    let k = scale
    let small = 8.5 * k
    var items: [Item] = []
    let right = [options.header.date, options.header.venue].compactMap { $0 }.joined(separator: "　")
    let programme = options.header.programme ?? ""
    // The workshop at the left and its programme at the right share the first line; long ones go on below.
    let share = programme.isEmpty ? 1 : 0.58
    let first = words(
      options.header.title, small, .bold, Theme.accent,
      Box(frame.x0, frame.y0, frame.x0 + frame.width * share, 0))
    items.append(first.item)
    var kicker = frame.y0 + first.height
    if !programme.isEmpty {
      let left = frame.x0 + frame.width * 0.62
      let second = words(
        programme, small, .regular, Theme.muted, Box(left, frame.y0, frame.x1, 0), .trailing)
      items.append(second.item)
      kicker = max(kicker, frame.y0 + second.height)
    }
    // The letter of the table, the title, the subtitle, on one baseline where they fit.
    let baseline = kicker + 25 * k
    var x = frame.x0
    if let letter = heading.letter {
      items.append(title(letter, 24 * k, Theme.accent, Vec(x, baseline)))
      x += type.width(letter, 24 * k, .bold) + 9 * k
    }
    let fullRight = right.isEmpty ? 0 : type.width(right, small)
    let rightSize =
      fullRight > frame.width * 0.6 ? max(Theme.smallestText, small * frame.width * 0.6 / fullRight) : small
    let rightWidth = right.isEmpty ? 0 : type.width(right, rightSize)
    let room = frame.x1 - x - (rightWidth > 0 ? rightWidth + 14 * k : 0)
    let size = max(15 * k, min(24 * k, (frame.x1 - x) / max(type.width(heading.title, 1, .bold), 0.01)))
    let after = type.width(heading.title, size, .bold)
    var bottom = baseline
    var rightBaseline = baseline
    if after <= frame.x1 - x + 0.01 {
      items.append(
        .group(
          Group(
            [.text(type.place(heading.title, size, .bold, color: Theme.ink, at: Vec(x, baseline)))],
            mark: Mark(.title), role: .heading1)))
    } else {
      // A title longer than a line goes on below.
      let block = TextBlock(
        heading.title, TextStyle(size: .pt(size), weight: .bold, color: Theme.ink), width: .pt(frame.x1 - x))
      let extent = type.extent(block)
      let top = baseline - extent.ascent.points
      items.append(
        .group(
          Group(
            [.text(PlacedText(block, at: Vec(x, top).point, extent: extent))], mark: Mark(.title),
            role: .heading1)))
      bottom = top + extent.logical.height.points
      rightBaseline = bottom
    }
    let subtitle = heading.subtitle ?? ""
    if !subtitle.isEmpty, bottom == baseline, after + 16 * k + type.width(subtitle, 12 * k) <= room {
      items.append(plain(subtitle, 12 * k, Theme.ink, Vec(x + after + 16 * k, baseline)))
    } else if !subtitle.isEmpty || after > room {
      bottom += 6 * k
      var height = small * 1.25
      if !subtitle.isEmpty {
        let line = words(
          subtitle, 11 * k, .regular, Theme.ink,
          Box(frame.x0, bottom, frame.x1 - (rightWidth > 0 ? rightWidth + 14 * k : 0), 0))
        items.append(line.item)
        height = line.height
      }
      bottom += height
      rightBaseline = bottom - 2.5 * k
    }
    if !right.isEmpty {
      items.append(
        .group(
          Group(
            [
              .text(
                type.place(right, rightSize, color: Theme.muted, at: Vec(frame.x1, rightBaseline), .trailing))
            ], mark: Mark(.title))))
    }
    if let scenario = ScenarioName(heading.scenario, options.language) {
      // In a frame of its own: a page that is copied or cut out of a file still says that it is no forecast.
      let (side, above) = (6 * k, 2.5 * k)
      bottom += 8 * k
      let room = Box(frame.x0 + side, bottom + above, frame.x1 - side, 0)
      let line = words(scenario.words, 13 * k, .bold, Theme.accent, room)
      let width = min(room.width, type.width(scenario.words, 13 * k, .bold)) + 2 * side
      let box = Box(frame.x0, bottom, frame.x0 + width, bottom + line.height + 2 * above)
      items.append(
        .shape(
          Shape(
            .rect(box.rect, radius: .pt(3 * k)),
            stroke: Stroke(Theme.accent, width: .pt(1 * k)))))
      items.append(line.item)
      bottom = box.y1 - 1 * k
    }
    bottom += 9 * k
    items.append(
      .shape(
        Shape(
          .polyline([Vec(frame.x0, bottom).point, Vec(frame.x1, bottom).point]),
          stroke: Stroke(Theme.ink, width: .pt(1.3 * k)))))
    return (items, bottom)
  }

  /// Words from the upper left corner of a box: made smaller to fit on its line, but never below what can be
  /// read; what is longer still goes on below.
  private func words(
    _ string: String, _ size: Double, _ weight: Weight, _ color: Color, _ box: Box,
    _ alignment: TextAlignment = .leading
  ) -> (item: Item, height: Double) {
    let width = type.width(string, size, weight)
    let fitting = max(Theme.smallestText, min(size, size * box.width / max(width, 0.01)))
    let block = TextBlock(
      string, TextStyle(size: .pt(fitting), weight: weight, color: color), width: .pt(box.width),
      alignment: alignment)
    let extent = type.extent(block)
    let text = PlacedText(block, at: Vec(box.x0, box.y0).point, extent: extent)
    return (.group(Group([.text(text)], mark: Mark(.title), role: .paragraph)), extent.logical.height.points)
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
