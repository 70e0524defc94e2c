import Diagnostics
import Picture
import Projection
import Workshop

/// One year's map on a sheet of its own.
///
/// All years of a map share one layout, so that sheets laid over each other show what changed.
public struct MapSheet {
  private let model: MapModel
  private let options: SheetOptions
  private let type: Typesetter
  let layout: MapLayout
  private let parts: Parts

  /// Where things stand on the sheet, in points.
  private struct Parts {
    var frame: Box
    var head: [Item]
    var yearBaseline: Double
    var map: Box
    var remarks: RemarksColumn?
  }

  /// Lays out `map` under `projection` once for all its years.
  ///
  /// For the public, everything private is taken out of the map and the projection first; see ``Redaction``.
  public init(
    map: TableMap, projection: MapProjection, options: SheetOptions, measurer: any TextMeasurer
  ) {
    self.init(
      MapModel(
        map: map, projection: projection, audience: options.audience, groups: options.groups),
      options: options,
      measurer: measurer)
  }

  init(_ model: MapModel, options: SheetOptions, measurer: any TextMeasurer) {
    let type = Typesetter(measurer)
    self.model = model
    self.options = options
    self.type = type
    let foot = PageFoot(
      model: model, language: options.language, type: type, scale: options.paper.enlargement)
    let width = Self.frame(options).width
    let all = Array(model.states.indices)
    let most = Legend(most: model, language: options.language, type: type, size: foot.size)
    let (parts, layout): (Parts, MapLayout) = LegendRoom.settle(
      Legend.line(foot.size), likely: most.height(width)
    ) { room, before in
      let parts = Self.parts(model, options, type, foot, legend: room)
      return (parts, Self.lay(model, parts, options, type, before: before?.1))
    } need: { _, layout in
      LegendRoom.Need(Legend(layout, states: all, size: foot.size), width: width)
    }
    self.parts = parts
    self.layout = layout
  }

  /// The sheet for the state of the given index (0 is the base year), and a further one where findings and
  /// actions do not fit beside the map. Empty where there is no such state.
  public func pages(state: Int) -> [Page] {
    guard model.states.indices.contains(state) else { return [] }
    let then = model.states[state]
    let language = options.language
    let scale = options.paper.enlargement
    var items = parts.head
    let at = Vec(parts.frame.x0, parts.yearBaseline)
    let yearTitle = YearTitle(type: type, language: language)
    let strip = FigureStrip(type: type, language: language)
    let year: (items: [Item], width: Double)
    let cells: [FigureStrip.Cell]
    if case .turning = model.subject {
      let words = ChanceWords.turningTitle(in: language)
      let counts = ChanceSummary(model: model, language: language).cells(state: state)
      let size = max(12, min(20, (parts.frame.width / scale - 320) / type.width(words, 1, .bold)))
      year = yearTitle.draw(words: words, size: size * scale, at: at)
      cells = strip.fits([counts], in: parts.frame.width - year.width - 24 * scale) ? counts : []
    } else {
      var drawn = yearTitle.draw(year: then.year, horizon: then.horizon, size: 38 * scale, at: at)
      if let title = model.subject.title?(in: language) {
        let more = yearTitle.draw(
          words: title, size: 13 * scale, at: Vec(at.x + drawn.width + 14 * scale, at.y))
        drawn = (drawn.items + more.items, drawn.width + 14 * scale + more.width)
      }
      year = drawn
      cells = strip.cells(then.figures)
    }
    items += year.items
    items += strip.draw(
      cells, all: [cells], from: parts.frame.x0 + year.width + 24 * scale,
      to: parts.frame.x1, baseline: parts.yearBaseline, numeral: 24 * scale, spread: false)
    items.append(
      layout.draw(state: state).moved(.pt(parts.map.x0), .pt(parts.map.y0)))
    if let remarks = parts.remarks { items += remarks.items }
    let foot = PageFoot(model: model, language: language, type: type, scale: scale)
    items += foot.draw(Legend(layout, states: [state], size: foot.size), in: parts.frame)
    let summary = MapSummary(model: model, language: language)
    let title = PageWords.title(model.map, model.subject, year: then.year, language)
    var pages = [
      Page(size: options.paper.size, title: title, summary: summary.map(state: state), items: items)
    ]
    if let rest = parts.remarks?.rest, !rest.isEmpty {
      pages += RemarksPage(
        map: model.map, scenario: model.scenario, remarks: rest, options: options, size: options.paper.size,
        type: type
      )
      .pages(scale: scale)
    }
    let scenario = ScenarioName(model.scenario, language)
    return pages.map { $0.inScenario(scenario) }
  }

  /// The sheets of all years.
  public func allPages() -> [Page] { model.states.indices.flatMap { pages(state: $0) } }

  private static func lay(
    _ model: MapModel, _ parts: Parts, _ options: SheetOptions, _ type: Typesetter, before: MapLayout?
  ) -> MapLayout {
    MapLayout(
      model, panel: Box(0, 0, parts.map.width, parts.map.height), language: options.language, type: type,
      larger: before)
  }

  private static func frame(_ options: SheetOptions) -> Box {
    let size = options.paper.size
    let margin = Length.mm(options.paper.enlargement > 1 ? 15 : 12.5).points
    return Box(margin, margin, size.width.points - margin, size.height.points - margin)
  }

  private static func parts(
    _ model: MapModel, _ options: SheetOptions, _ type: Typesetter, _ foot: PageFoot, legend: Double
  ) -> Parts {
    let scale = options.paper.enlargement
    let frame = frame(options)
    let head = PageHead(
      map: model.map, scenario: model.scenario, options: options, type: type, scale: scale
    ).draw(in: frame)
    let yearBaseline = head.bottom + 41 * scale
    var map = Box(
      frame.x0, yearBaseline + 11 * scale, frame.x1,
      frame.y1 - foot.height(legend: legend, width: frame.width) - 7 * scale)
    var column: RemarksColumn?
    let remarks = Remarks(model.map, type: type, language: options.language)
    if options.showsRemarks && !remarks.isEmpty {
      let gap = 10 * scale
      if options.paper.isLandscape {
        let width = min(map.width * 0.28, 190 * scale)
        let place = Box(map.x1 - width, map.y0, map.x1, map.y1)
        map.x1 -= width + gap
        column = RemarksColumn(remarks, in: place, usual: 9.5 * scale, largest: 11.4 * scale, isBeside: false)
      } else {
        let most = map.height * 0.36
        let height = RemarksColumn.height(remarks, width: map.width, size: 9.5 * scale, isBeside: true)
        let place = Box(map.x0, map.y1 - min(most, height), map.x1, map.y1)
        map.y1 = place.y0 - gap
        column = RemarksColumn(remarks, in: place, usual: 9.5 * scale, largest: 9.5 * scale, isBeside: true)
      }
    }
    return Parts(frame: frame, head: head.items, yearBaseline: yearBaseline, map: map, remarks: column)
  }
}
