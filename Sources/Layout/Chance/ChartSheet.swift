import Diagnostics
import Picture
import Workshop

/// A page of charts under the head of a map's or a district's pages, with a note at its foot.
struct ChartSheet {
  let heading: PageHeading
  let options: SheetOptions
  let measurer: any TextMeasurer
  let title: Phrase
  let note: Phrase
  /// The year before the title, and how far away it is.
  var year: (year: Int, horizon: Int)?
  /// What stands at the foot of every page: the legend of charts that take several.
  var everyPage: (any FlowItem)?

  private var language: Language { options.language }

  /// The items on as many sheets of A4 as they need, on A3 in larger type.
  func pages(_ items: [any FlowItem], summary: String) -> [Page] {
    let size = options.paper.isLandscape ? Size.a4.turned : Size.a4
    let margin = Length.mm(12.5).points
    let frame = Box(margin, margin, size.width.points - margin, size.height.points - margin)
    let type = Typesetter(measurer)
    var small = options
    small.paper = options.paper.isLandscape ? .a4Landscape : .a4Portrait
    let head = PageHead(heading: heading, options: small, type: type, scale: 1).draw(in: frame)
    let foot = TextBlock(
      note(in: language), TextStyle(size: .pt(Theme.smallestText), color: Theme.muted, leading: 1.3),
      width: .pt(frame.width))
    let footHeight = type.extent(foot).logical.height.points
    let legendHeight =
      everyPage.map { Length.mm($0.height(width: Length.pt(frame.width).mm) + 3).points } ?? 0
    let titleBaseline = head.bottom + 29
    let box = Box(frame.x0, titleBaseline + 12, frame.x1, frame.y1 - footHeight - 9 - legendHeight)
    var flow = Flow(items)
    var pages: [Page] = []
    let width = Length.pt(box.width).mm
    let height = Length.pt(box.height).mm
    repeat {
      let placed = Flow.justify(flow.fill(width: width, height: height), height: height)
      let pen = SheetPen(measurer)
      for item in head.items { pen.add(item) }
      let line = YearTitle(type: type, language: language)
      var x = frame.x0
      if let year {
        let drawn = line.draw(
          year: year.year, horizon: year.horizon, size: 26, at: Vec(x, titleBaseline))
        drawn.items.forEach(pen.add)
        x += drawn.width + 18
      }
      line.draw(words: title(in: language), size: year == nil ? 20 : 15, at: Vec(x, titleBaseline)).items
        .forEach(pen.add)
      for one in placed {
        one.item.draw(
          on: pen, x: Length.pt(box.x0).mm, y: Length.pt(box.y0).mm + one.y, width: width,
          height: one.height)
      }
      if let everyPage {
        everyPage.draw(
          on: pen, x: Length.pt(box.x0).mm, y: Length.pt(box.y1).mm + 3, width: width,
          height: everyPage.height(width: width))
      }
      pen.group(.paragraph, mark: Mark(.rule)) {
        pen.add(.text(type.place(foot, at: Vec(frame.x0, frame.y1 - footHeight))))
      }
      let page = Page(
        size: size, title: PageWords.title(heading.title, named: title, year: year?.year, language),
        summary: summary,
        items: pen.take()
      ).inScenario(ScenarioName(heading.scenario, language))
      pages.append(options.paper.enlargement > 1 ? page.scaled(2.0.squareRoot()) : page)
    } while !flow.isEmpty && pages.count < 100
    return pages
  }
}

/// Items beside each other where there is room for each, else one below the other.
struct BesideEachOther: FlowItem {
  let items: [any FlowItem]
  /// The least width of one.
  let least: Double

  private static let gap = 10.0

  var spaceBefore: Double { items.first?.spaceBefore ?? 0 }
  var stretch: Double { 60 }

  private func isBeside(_ width: Double) -> Bool {
    (width - Self.gap * Double(items.count - 1)) / Double(max(1, items.count)) >= least
  }
  private func width(_ width: Double) -> Double {
    isBeside(width) ? (width - Self.gap * Double(items.count - 1)) / Double(max(1, items.count)) : width
  }

  func height(width: Double) -> Double {
    let heights = items.map { $0.height(width: self.width(width)) }
    return isBeside(width)
      ? heights.max() ?? 0 : heights.reduce(0, +) + 6 * Double(max(0, heights.count - 1))
  }

  func draw(on pen: SheetPen, x: Double, y: Double, width: Double, height: Double) {
    var (left, top) = (x, y)
    let own = self.width(width)
    let spare = (height - self.height(width: width)) / Double(max(1, items.count))
    for item in items {
      if isBeside(width) {
        item.draw(on: pen, x: left, y: y, width: own, height: height)
        left += own + Self.gap
      } else {
        let high = item.height(width: own) + spare
        item.draw(on: pen, x: left, y: top, width: own, height: high)
        top += high + 6
      }
    }
  }
}
