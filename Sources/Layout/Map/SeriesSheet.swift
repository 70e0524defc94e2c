import Diagnostics
import Picture
import Projection
import Workshop

/// How the years of a map stand on one sheet.
public enum SeriesForm: String, Sendable, Hashable, CaseIterable {
  /// Two beside two on A4 upright.
  case a4TwoByTwo = "a4"
  /// Four in a row on A3 on its long side.
  case a3FourByOne = "a3"

  /// The sheet.
  public var paper: Paper { self == .a4TwoByTwo ? .a4Portrait : .a3Landscape }
}

/// All years of a map together, with what was noticed and what could be done under them.
public struct SeriesSheet {
  private let model: MapModel
  private let options: SheetOptions
  private let form: SeriesForm
  private let type: Typesetter

  /// Prepares the series of `map` under `projection`; redacted first where it is for the public.
  public init(
    map: TableMap, projection: MapProjection, form: SeriesForm, options: SheetOptions,
    measurer: any TextMeasurer
  ) {
    self.init(
      MapModel(
        map: map, projection: projection, audience: options.audience, groups: options.groups), form: form,
      options: options,
      measurer: measurer)
  }

  init(_ model: MapModel, form: SeriesForm, options: SheetOptions, measurer: any TextMeasurer) {
    self.model = model
    self.options = options
    self.form = form
    type = Typesetter(measurer)
  }

  /// Columns and rows of maps on a page.
  private struct Grid: Hashable {
    var columns: Int
    var rows: Int
    var count: Int { columns * rows }
  }

  /// Where things stand on a page.
  private struct Plan {
    var grid: Grid
    var frame: Box
    var head: PageHead
    var top: Double
    var bottom: Double
    var map: (width: Double, height: Double)
    var gap: Double
    var remarks: Box?
    var remarksSize: Double
    /// The height that is kept for the legend.
    var legend: Double
  }

  private var scale: Double { form == .a4TwoByTwo ? 1 : 1.2 }
  private var yearSize: Double { form == .a4TwoByTwo ? 24 : 32 }
  private var numeral: Double { form == .a4TwoByTwo ? 16 : 22 }
  private var yearRow: Double { yearSize * 0.78 + 7 * scale }
  private var stripRow: Double { FigureStrip.height(numeral) + 8 * scale }

  /// The sheets: one where all years fit on it, more where there are many years or very many houses.
  public func pages() -> [Page] {
    guard !model.states.isEmpty, let (plan, layout) = best() else { return [] }
    return compose(plan, layout)
  }

  /// How the maps of the series are laid out, all in the same way.
  var layout: MapLayout? { best()?.1 }

  private func best() -> (Plan, MapLayout)? {
    var best: (Plan, MapLayout)?
    for grid in grids() {
      let found = lay(grid)
      // Where even the number of people finds no room, fewer and larger maps stand on a page.
      if best == nil || found.1.detail.content != .blocks { best = found }
      if found.1.detail.content != .blocks { break }
    }
    return best
  }

  /// The ways to share out the years over pages, the densest first. Years of which there are too many for one page are shared out
  /// evenly: no year stands on the last page alone.
  private func grids() -> [Grid] {
    let most = form == .a4TwoByTwo ? 4 : 8
    let count = model.states.count <= 6 ? model.states.count : Self.evenly(model.states.count, most: most)
    switch form {
    case .a4TwoByTwo:
      let first: Grid =
        switch count {
        case 1: Grid(columns: 1, rows: 1)
        case 2: Grid(columns: 1, rows: 2)
        case 3: Grid(columns: 1, rows: 3)
        case 5, 6: Grid(columns: 2, rows: 3)
        default: Grid(columns: 2, rows: 2)
        }
      return [first, Grid(columns: 1, rows: 2), Grid(columns: 1, rows: 1)]
    case .a3FourByOne:
      let first =
        count <= 4
        ? Grid(columns: count, rows: 1) : Grid(columns: count <= 6 ? 3 : 4, rows: 2)
      return [first, Grid(columns: 2, rows: 1), Grid(columns: 1, rows: 1)]
    }
  }

  /// How many of `count` stand on a page that holds `most`, so that the last page has hardly fewer than the others.
  private static func evenly(_ count: Int, most: Int) -> Int {
    let pages = max(1, (count + most - 1) / most)
    return (count + pages - 1) / pages
  }

  /// Lays the map out for a grid.
  private func lay(_ grid: Grid) -> (Plan, MapLayout) {
    let foot = PageFoot(model: model, language: options.language, type: type, scale: scale)
    let width = plan(grid, legend: 0).frame.width
    let all = Array(model.states.indices)
    let most = Legend(most: model, language: options.language, type: type, size: foot.size)
    return LegendRoom.settle(Legend.line(foot.size), likely: most.height(width)) { room, before in
      let plan = plan(grid, legend: room)
      let panel = Box(0, 0, plan.map.width, plan.map.height)
      return (
        plan,
        MapLayout(model, panel: panel, language: options.language, type: type, larger: before?.1)
      )
    } need: { _, layout in
      LegendRoom.Need(Legend(layout, states: all, size: foot.size), width: width)
    }
  }

  private func plan(_ grid: Grid, legend: Double) -> Plan {
    let size = form.paper.size
    let margin = Length.mm(form == .a4TwoByTwo ? 12.5 : 15).points
    let frame = Box(margin, margin, size.width.points - margin, size.height.points - margin)
    let head = PageHead(
      map: model.map, scenario: model.scenario, options: options, type: type, scale: scale)
    let top = head.draw(in: frame).bottom + 12 * scale
    let foot = PageFoot(model: model, language: options.language, type: type, scale: scale)
    let bottom = frame.y1 - foot.height(legend: legend, width: frame.width) - 8 * scale
    let gap = 12 * scale
    let columns = Double(grid.columns)
    let rows = Double(grid.rows)
    let width = (frame.width - gap * (columns - 1)) / columns
    let height = bottom - top
    let chrome = rows * (yearRow + stripRow) + (rows - 1) * gap
    let remarks = Remarks(model.map, type: type, language: options.language)
    var box: Box?
    var textSize = 9.5 * scale
    var mapHeight = (height - chrome) / rows
    if options.showsRemarks && !remarks.isEmpty {
      // Larger type while the maps would otherwise grow taller than they are good for.
      let tallest = width * (form == .a4TwoByTwo ? 1.0 : 1.25)
      func needed(_ size: Double) -> Double {
        RemarksColumn.height(remarks, width: frame.width, size: size, isBeside: true)
      }
      func left(_ size: Double) -> Double { (height - chrome - gap - needed(size)) / rows }
      let usual = textSize
      while textSize < 12.5 * scale && left(textSize + 0.5) > tallest { textSize += 0.5 }
      textSize = RemarksColumn.fewestLines(
        remarks, width: frame.width, from: max(usual, textSize * 0.85), to: textSize, isBeside: true)
      // Smaller type, within what is read with ease, before the maps get short.
      while textSize > Theme.smallestText && left(textSize) < width * 0.8 { textSize -= 0.25 }
      let shortest = width * 0.62
      while textSize > Theme.smallestText && left(textSize) < shortest { textSize -= 0.25 }
      // Rather maps that are a little shorter than a page of its own for a line or two.
      let isNearlyAll = left(textSize) >= width * 0.52
      let most = max(height - chrome - gap - (isNearlyAll ? left(textSize) : shortest) * rows, height * 0.2)
      var room = min(needed(textSize), most)
      // What the maps cannot use goes to the boxes, so that the page is composed to its foot.
      let limit = tallest * 1.12
      mapHeight = (height - chrome - gap - room) / rows
      if mapHeight > limit {
        room += (mapHeight - limit) * rows
        mapHeight = limit
      }
      box = Box(frame.x0, bottom - room, frame.x1, bottom)
    }
    return Plan(
      grid: grid, frame: frame, head: head, top: top, bottom: bottom, map: (width, mapHeight), gap: gap,
      remarks: box, remarksSize: textSize, legend: legend)
  }

  private func compose(_ plan: Plan, _ layout: MapLayout) -> [Page] {
    let count = model.states.count
    let share = Self.evenly(count, most: plan.grid.count)
    let pages = (count + share - 1) / share
    let remarks = Remarks(model.map, type: type, language: options.language)
    let foot = PageFoot(model: model, language: options.language, type: type, scale: scale)
    let summary = MapSummary(model: model, language: options.language)
    var result: [Page] = []
    var rest: Remarks?
    for page in 0..<pages {
      let states = Array((page * share)..<min(count, (page + 1) * share))
      var items = plan.head.draw(in: plan.frame).items
      for (slot, state) in states.enumerated() { items += panel(plan, layout, slot: slot, state: state) }
      let legend = Legend(layout, states: states, size: foot.size)
      if var box = plan.remarks {
        // What this page's legend leaves of its room.
        box.y1 += max(0, plan.legend - legend.height(plan.frame.width))
        let column = RemarksColumn(
          remarks, in: box, usual: plan.remarksSize, largest: plan.remarksSize, isBeside: true)
        items += column.items
        rest = column.rest
      }
      items += foot.draw(legend, in: plan.frame)
      result.append(
        Page(
          size: form.paper.size,
          title: PageWords.series(
            model.map, model.subject, states.map { model.states[$0].year }, options.language),
          summary: summary.series(states), items: items))
    }
    if let rest, !rest.isEmpty {
      result += RemarksPage(
        map: model.map, scenario: model.scenario, remarks: rest, options: options, size: form.paper.size,
        type: type
      ).pages(scale: scale)
    }
    let scenario = ScenarioName(model.scenario, options.language)
    return result.map { $0.inScenario(scenario) }
  }

  /// One year with its map and its figures.
  private func panel(_ plan: Plan, _ layout: MapLayout, slot: Int, state: Int) -> [Item] {
    let column = Double(slot % plan.grid.columns)
    let row = Double(slot / plan.grid.columns)
    let x = plan.frame.x0 + column * (plan.map.width + plan.gap)
    let y = plan.top + row * (plan.map.height + yearRow + stripRow + plan.gap)
    let then = model.states[state]
    let title = YearTitle(type: type, language: options.language)
    var items = title.draw(
      year: then.year, horizon: then.horizon, size: yearSize, at: Vec(x, y + yearSize * 0.76)
    ).items
    items.append(layout.draw(state: state).moved(.pt(x), .pt(y + yearRow)))
    items += FigureStrip(type: type, language: options.language).draw(
      then.figures, all: model.states.map(\.figures), from: x, to: x + plan.map.width,
      baseline: y + yearRow + plan.map.height + stripRow - 3 * scale, numeral: numeral, spread: true)
    return items
  }
}
