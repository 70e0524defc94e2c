import Diagnostics
import Picture
import Projection
import Workshop

/// Lays a workshop's newsletter out on the pages of a template.
///
/// Sections flow through the slots `body-1`, `body-2` … of one page after another. A section that has a slot of its
/// own on a page stands there instead.
public struct Newsletter {
  /// What came of it.
  public struct Result: Sendable {
    /// The pages.
    public var pages: [Page]
    /// Slots that were too small, errors, for nothing may be cut; and slots that stay empty, notes.
    public var findings: [Finding]
    /// The words of the session that a finding speaks of, for whoever knows where they were written.
    public var words: [Finding: String] = [:]
  }

  let template: Template
  let content: NewsletterContent
  let measurer: any TextMeasurer
  let style: NewsletterStyle
  var sections: NewsletterSections
  /// Everything that has no slot of its own, in the order of reading.
  private(set) var flowing: [MeasuredItem]
  /// The share of each slot that is left to what may grow.
  var reserve = 0.0
  /// Whether what is left need not fill the reserve: white at the foot of every page rather than a last page of white.
  var sharesWhite = false
  /// Whether only pages of the counts that end an issue leave their reserve free.
  var reservesForCounts = false
  /// Whether the counts that end an issue begin on its last page, where they would be torn over two.
  var beginsCountsAnew = false

  /// More pages than any newsletter has: a template through which nothing flows ends here.
  static let mostPages = 200

  /// Prepares the layout in one setting.
  init(
    _ content: NewsletterContent, template: Template, measurer: any TextMeasurer, setting: NewsletterSetting,
    models: [String: MapModel]
  ) {
    self.content = content
    self.template = template
    self.measurer = measurer
    var style = NewsletterStyle()
    let styles = template.first.styles
    if let text = styles["text"] {
      style.ink = text.color ?? style.ink
      style.body = text.size.map { max(Theme.smallestText, $0.points) } ?? style.body
    }
    style.body = max(Theme.smallestText, style.body + setting.more)
    style.air = setting.air
    style.accent = styles["accent"]?.color ?? style.accent
    style.findings = styles["findings"]?.color ?? style.findings
    style.actions = styles["actions"]?.color ?? style.actions
    style.ground = styles["ground"]?.color ?? style.ground
    self.style = style
    var sections = NewsletterSections(
      content: content, style: style, measurer: measurer, models: models, mapShare: setting.mapShare,
      mapsInOneRow: setting.mapsInOneRow ? Set(content.session.maps.indices) : [])
    sections.elsewhere = Set(template.first.slots.keys.compactMap(SlotNames.kind))
    let slots = [template.first, template.inner].flatMap(\.bodies).map(\.width.mm)
    if let narrowest = slots.min() {
      if narrowest < 130 { sections.mostPersonas = max(1, Int(narrowest / 40)) }
      sections.mostPersonas = sections.mostPersonas(in: narrowest)
    }
    self.sections = sections
    flowing = Self.flowing(sections, template)
  }

  /// Sections that have a slot of their own on the first page, which every issue has, stand there.
  private static func flowing(_ sections: NewsletterSections, _ template: Template) -> [MeasuredItem] {
    sections.flowing(without: Set(template.first.slots.keys)).map(MeasuredItem.init)
  }

  /// The maps of which all years stand in one row, by their places in the session.
  var mapsInOneRow: Set<Int> {
    get { sections.mapsInOneRow }
    set {
      sections.mapsInOneRow = newValue
      flowing = Self.flowing(sections, template)
    }
  }

  /// How high maps are of which the years stand one below the other, as a share of their width; nil where they do not.
  var mapsInOneColumn: Double? {
    get { sections.mapsInOneColumn }
    set {
      sections.mapsInOneColumn = newValue
      flowing = Self.flowing(sections, template)
    }
  }

  /// How much larger than the rest the words are with which the issue begins, in points.
  var lead: Double {
    get { sections.lead }
    set {
      sections.lead = newValue
      flowing = Self.flowing(sections, template)
    }
  }

  /// How far the rows of bars may grow.
  var give: Double {
    get { sections.style.give }
    set {
      sections.style.give = newValue
      flowing = Self.flowing(sections, template)
    }
  }

  var language: Language { content.session.language }

  /// The pages, as many as the content needs.
  public func compose() -> Result {
    var findings: [Finding] = []
    var written: [Finding: String] = [:]
    func tell(_ misfits: [Misfit]) {
      for misfit in misfits {
        findings.append(misfit.finding)
        written[misfit.finding] = misfit.words
      }
    }
    if sections.flowing(without: []).isEmpty { findings.append(Self.nothingToPrint) }
    findings += emptySlots
    var flow = Flow(measured: flowing)
    var pages: [(page: TemplatePage, items: [Item])] = []
    repeat {
      let page = page(number: pages.count, flow)
      let pen = SheetPen(measurer)
      pen.group(.artifact) {
        pen.add(.icon(Icon(page.artwork, frame: Self.square(page.size, page.artworkBleed))))
      }
      findings += drawOwnSlots(of: page, on: pen)
      for body in page.bodies { tell(fill(body, from: &flow, on: pen)) }
      pages.append((page, pen.take()))
    } while !flow.isEmpty && pages.count < Self.mostPages
    let count = pages.count
    let names = pageNames(pages.map(\.items))
    let finished = pages.enumerated().map { index, entry in
      let pen = SheetPen(measurer)
      tell(drawLines(SlotNames.Line.head, of: entry.page, number: index + 1, of: count, on: pen))
      let head = pen.take()
      tell(drawLines(SlotNames.Line.foot, of: entry.page, number: index + 1, of: count, on: pen))
      let title = index == 0 ? content.session.title : pageTitle(index + 1, names[index])
      // What is read first stands first, on top of the template's drawing.
      let items = Array(entry.items.prefix(1)) + head + entry.items.dropFirst() + pen.take()
      return Page(size: entry.page.size, title: title, summary: title, items: items)
    }
    // What is wrong on every page is told once.
    var told: Set<Finding> = []
    return Result(
      pages: finished, findings: findings.filter { told.insert($0).inserted }, words: written)
  }

  /// The template's page for the page of this number, counted from 0: the last one where what is left fits on it.
  func page(number: Int, _ flow: Flow) -> TemplatePage {
    guard number > 0 else { return template.first }
    guard let last = template.last else { return template.inner }
    var trial = flow
    for body in last.bodies { _ = take(body, from: &trial) }
    return trial.isEmpty ? last : template.inner
  }

  /// librsvg draws into squares; the drawing keeps its proportions inside.
  private static func square(_ size: Size, _ bleed: Length) -> Rect {
    let side = max(size.width, size.height) + 2 * bleed
    return Rect(x: (size.width - side) / 2, y: (size.height - side) / 2, width: side, height: side)
  }
}
