import Diagnostics
import Picture
import Projection
import Workshop

/// The letter of a table, its map's title, and the line under it.
struct MapHeading: FlowItem {
  let map: TableMap
  let style: NewsletterStyle
  let measurer: any TextMeasurer

  var spaceBefore: Double { 7 * style.air }
  var keepsWithNext: Bool { true }

  private var hasLetter: Bool { Self.hasLetter(map) }
  private static func hasLetter(_ map: TableMap) -> Bool {
    map.id.count <= 3 && !map.title.hasPrefix(map.id)
  }

  /// What stands in the heading, in one line.
  static func name(of map: TableMap) -> String { hasLetter(map) ? "\(map.id) \(map.title)" : map.title }

  private func titleStyle(_ width: Double) -> TextStyle {
    let pen = SheetPen(measurer)
    return pen.fitting(map.title, width: width - letterWidth, sizes: [16, 15, 14, 13, 12, 11, 10, 9, 8]) {
      style.style($0, .bold)
    }
  }

  private var letterWidth: Double {
    hasLetter ? SheetPen(measurer).width(map.id, style.style(20, .bold)) + 3 : 0
  }

  private func subtitle(_ width: Double) -> (block: TextBlock, isBeside: Bool)? {
    guard let subtitle = map.subtitle, !subtitle.isEmpty else { return nil }
    let look = style.style(10.5, leading: 1.4)
    let pen = SheetPen(measurer)
    let used = letterWidth + pen.width(map.title, titleStyle(width)) + 7
    if used + pen.width(subtitle, look) <= width { return (TextBlock(subtitle, look), true) }
    return (Prose(measurer).block(subtitle, look, width: width), false)
  }

  func height(width: Double) -> Double {
    let line = 8.5 + 2 * style.air
    guard let subtitle = subtitle(width), !subtitle.isBeside else { return line }
    return line - 0.5 + Prose(measurer).height(subtitle.block)
  }

  func draw(on pen: SheetPen, x: Double, y: Double, width: Double, height: Double) {
    let baseline = y + 7
    if hasLetter {
      pen.group(.paragraph) {
        pen.line(map.id, style.style(20, .bold, color: style.accent), x: x, baseline: baseline)
      }
    }
    let title = titleStyle(width)
    pen.group(.heading2, mark: Mark(.title)) {
      pen.line(map.title, title, x: x + letterWidth, baseline: baseline)
    }
    guard let subtitle = subtitle(width) else { return }
    if subtitle.isBeside {
      let left = x + letterWidth + pen.width(map.title, title) + 7
      pen.group(.paragraph) {
        pen.line(map.subtitle ?? "", style.style(10.5, leading: 1.4), x: left, baseline: baseline)
      }
    } else {
      pen.group(.paragraph) { pen.paragraph(subtitle.block, x: x, y: y + 9.5) }
    }
  }
}

/// The maps of one table, all years together, with legend and rule line.
struct MapSeriesItem: FlowItem {
  /// The map with what is said under the years that are shown.
  private(set) var model: MapModel
  /// The same with all of its years.
  private let whole: MapModel
  private(set) var states: [Int]
  let language: Language
  let measurer: any TextMeasurer
  /// The lowest map, as a share of its width.
  var leastHeight = 0.5
  /// Whether a single map is lower than it would best be, in a slot that has little room.
  var isLow = false
  /// Whether up to four years stand side by side, where there is no room for two rows.
  var isInOneRow = false
  /// Whether each year is as wide as the slot. Years are compared: those in one slot grow no more than those in the next.
  var isInOneColumn = false
  /// White space, as a share of the usual.
  var air = 1.0
  /// The name of the table, which is told again where some of its years stand in another slot than its heading.
  var reminder: (any FlowItem)?
  /// Findings and actions that stand at the right of one or two narrow maps.
  var beside: RemarksItem?

  init(
    map: TableMap, projection: MapProjection, states: [Int]? = nil, language: Language,
    measurer: any TextMeasurer, audience: Audience = .public, groups: SmallGroups = .coarsened
  ) {
    self.init(
      MapModel(map: map, projection: projection, audience: audience, groups: groups), states: states,
      language: language, measurer: measurer)
  }

  init(_ model: MapModel, states: [Int]? = nil, language: Language, measurer: any TextMeasurer) {
    let states = states ?? Array(model.states.indices)
    let model = model.withoutFew
    whole = model
    self.model = model.telling(of: states)
    self.states = states
    self.language = language
    self.measurer = measurer
  }

  var spaceBefore: Double { 2 * air }
  /// The maps may grow until they are as high as wide; in a row of four a little higher.
  var stretch: Double { isInOneRow ? 14 : isInOneColumn ? 0 : 44 }
  /// Whether findings and actions follow: they stay with the maps that they speak of.
  var keepsWithNext = false
  var told: String { model.map.title }
  /// Years are there to be compared.
  var leastShareToCut: Double { 0.36 }

  /// Some rows of years here, the others in the next slot, each part with its legend.
  func split(width: Double, room: Double) -> (head: any FlowItem, tail: any FlowItem)? {
    guard beside == nil else { return nil }
    func part(_ states: ArraySlice<Int>) -> MapSeriesItem {
      var part = self
      part.states = Array(states)
      part.model = whole.telling(of: part.states)
      return part
    }
    let most = Cut.most(rows(width) - 1, room: room) {
      part(states.prefix($0 * columns(width))).height(width: width)
    }
    guard most > 0 else { return nil }
    var head = part(states.prefix(most * columns(width)))
    head.keepsWithNext = false
    return (head, part(states.dropFirst(most * columns(width))))
  }

  private static let gap = 4.5
  private var yearRow: Double { 8 + 1.5 * air }
  private var stripRow: Double { 10 + air }
  private var footGap: Double { 1 + 2 * air }

  private func columns(_ width: Double) -> Int {
    let count = states.count
    if count <= 1 || isInOneColumn { return 1 }
    if width >= 250 || (isInOneRow && width >= 150) { return min(4, count) }
    if width < 110 { return 1 }
    return 2
  }
  private func rows(_ width: Double) -> Int { (states.count + columns(width) - 1) / columns(width) }
  private func mapWidth(_ width: Double) -> Double {
    let columns = Double(columns(width))
    return (field(width) - Self.gap * (columns - 1)) / columns
  }
  /// The width that the maps stand in.
  private func field(_ width: Double) -> Double { beside == nil ? width : (width - Self.gap) / 2 }
  private func besideHeight(_ width: Double) -> Double { beside?.height(width: field(width)) ?? 0 }

  private func footHeight(_ width: Double, _ legend: Legend) -> Double {
    let points = Length.mm(width).points
    return Length.pt(legend.height(points)).mm + ruleHeight(width) + 1
  }

  private func ruleBlock(_ width: Double) -> TextBlock {
    TextBlock(
      model.note(in: language), TextStyle(size: .pt(Theme.smallestText), color: Theme.muted, leading: 1.4),
      width: .mm(width))
  }

  private func ruleHeight(_ width: Double) -> Double { Prose(measurer).height(ruleBlock(width)) }

  private var mostLegend: Legend {
    Legend(most: model, language: language, type: Typesetter(measurer), size: Theme.smallestText)
  }

  func height(width: Double) -> Double {
    let map = mapWidth(width) * share(width)
    let rows = Double(rows(width))
    let maps = rows * (map + yearRow + stripRow) + (rows - 1) * Self.gap
    return max(maps, besideHeight(width)) + footHeight(width, mostLegend) + footGap
  }

  private func share(_ width: Double) -> Double {
    if isInOneColumn { return leastHeight }
    if columns(width) == 1, states.count == 1 { return isLow ? 0.36 : 0.55 }
    // Narrow maps are as high as they are wide, nearly.
    return mapWidth(width) < 60 ? leastHeight + 0.34 : leastHeight
  }

  /// The figures under a map; under a narrow one the two that count.
  private func cells(_ strip: FigureStrip, _ figures: Figures, _ width: Double) -> [FigureStrip.Cell] {
    let all = strip.cells(figures)
    return mapWidth(width) < 60 ? [all[0], all[2]] : all
  }

  /// The height of a map with its year and its figures, the room of the map itself, and the map in it.
  private func lay(
    width: Double, height: Double, foot: Double, _ type: Typesetter
  ) -> (cell: Double, panel: (width: Double, height: Double), layout: MapLayout) {
    let rows = Double(rows(width))
    let cell = (height - foot - (rows - 1) * Self.gap) / rows
    let panel = (width: mapWidth(width), height: max(10, cell - yearRow - stripRow))
    let layout = MapLayout(
      model, panel: Box(0, 0, Length.mm(panel.width).points, Length.mm(panel.height).points),
      language: language, type: type)
    return (cell, panel, layout)
  }

  /// The years in one size, the largest in which each stands over its map.
  private func yearSize(_ width: Double, _ heading: YearTitle) -> Double {
    let room = Length.mm(width).points
    func fits(_ size: Double) -> Bool {
      states.allSatisfy { state in
        let then = model.states[state]
        return heading.draw(year: then.year, horizon: then.horizon, size: size, at: Vec(0, 0)).width <= room
      }
    }
    return stride(from: 21.0, to: 11, by: -1).first(where: fits) ?? 11
  }

  func draw(on pen: SheetPen, x: Double, y: Double, width: Double, height: Double) {
    let type = Typesetter(measurer)
    var foot = footHeight(width, mostLegend) + footGap
    var (cell, panel, layout) = lay(width: width, height: height, foot: foot, type)
    // No map of a newsletter gets smaller for a word about what it leaves out.
    func fitting(_ legend: Legend) -> Legend {
      let all = [legend] + legend.briefer
      return all.first { footHeight(width, $0) + footGap <= foot + 0.01 } ?? all[all.count - 1]
    }
    var legend = fitting(Legend(layout, states: states, size: Theme.smallestText))
    // The legend names what the map came to show; it may need more than was kept for it.
    while footHeight(width, legend) + footGap > foot + 0.01 {
      foot = footHeight(width, legend) + footGap
      (cell, panel, layout) = lay(width: width, height: height, foot: foot, type)
      legend = fitting(Legend(layout, states: states, size: Theme.smallestText))
    }
    let summary = MapSummary(model: model, language: language)
    for (slot, state) in states.enumerated() {
      let left = x + Double(slot % columns(width)) * (panel.width + Self.gap)
      let top = y + Double(slot / columns(width)) * (cell + Self.gap)
      let then = model.states[state]
      let origin = Vec(Length.mm(left).points, Length.mm(top + 7).points)
      var heading = YearTitle(type: type, language: language)
      heading.role = .heading3
      let strip = FigureStrip(type: type, language: language)
      let cells: [[FigureStrip.Cell]]
      if case .turning = model.subject {
        let words = ChanceWords.turningTitle(in: language)
        let size = min(15, Length.mm(panel.width).points / type.width(words, 1, .bold))
        heading.draw(words: words, size: size, at: origin).items.forEach(pen.add)
        cells = [ChanceSummary(model: model, language: language).cells(state: state)]
      } else {
        let year = heading.draw(
          year: then.year, horizon: then.horizon, size: yearSize(panel.width, heading), at: origin)
        year.items.forEach(pen.add)
        if states.count == 1, let title = model.subject.title?(in: language) {
          let more = heading.draw(words: title, size: 10.5, at: Vec(origin.x + year.width + 10, origin.y))
          if year.width + 10 + more.width <= Length.mm(panel.width).points { more.items.forEach(pen.add) }
        }
        cells = model.states.map { self.cells(strip, $0.figures, width) }
      }
      pen.group(.figure, alternative: summary.map(state: state)) {
        pen.add(layout.draw(state: state).moved(.mm(left), .mm(top + yearRow)))
      }
      let room = Length.mm(panel.width).points
      guard strip.fits(cells, in: room) else { continue }
      pen.group(.paragraph) {
        strip.draw(
          cells[min(state, cells.count - 1)], all: cells, from: Length.mm(left).points,
          to: Length.mm(left).points + room, baseline: Length.mm(top + cell - 1).points, numeral: 14,
          spread: true
        ).forEach(pen.add)
      }
    }
    if let beside {
      let left = x + width - field(width)
      beside.draw(on: pen, x: left, y: y, width: field(width), height: height - foot)
    }
    let top = y + height - footHeight(width, legend)
    pen.add(legend.draw(at: Vec(Length.mm(x).points, Length.mm(top).points), width: Length.mm(width).points))
    pen.group(.paragraph, mark: Mark(.rule)) {
      pen.paragraph(ruleBlock(width), x: x, y: y + height - ruleHeight(width))
    }
  }
}
