import CairoBackend
import Diagnostics
import Layout
import Picture
import Projection
import Workshop

/// The sizes of exported graphics.
public typealias ExportSize = GraphicSize

/// Takes single graphics out of a session: maps, personas, charts, tallies.
public struct Exporting: Sendable {
  /// The graphics wanted, by their ids; none for all.
  public var ids: [String]
  /// How large they are.
  public var size: ExportSize
  /// The kinds of file.
  public var formats: Set<OutputFormat>
  /// The resolution of PNG; nil for one that suits the size.
  public var dpi: Double?
  /// How many inks.
  public var ink: PrintInk
  /// Whether nothing is under the graphic; else it stands on white.
  public var isTransparent: Bool
  /// Words that somebody looked at and found to give nobody away.
  public var allowed: [String] = []
  /// What is done with figures that would single out one household.
  public var groups = SmallGroups.coarsened
  /// Whether files that are not Tenken's may be overwritten.
  public var overwrites: Bool
  /// Who sees it. Tests break the filter here, to see the gate stop what comes through.
  var audience = Audience.public
  /// Whether, where no ids are named, the pictures of chance and of scenarios are taken as well.
  public var includesChance: Bool
  /// How chances are found.
  public var chance: ChanceOrder

  /// Prepares an export.
  public init(
    ids: [String] = [], size: ExportSize = .wide, formats: Set<OutputFormat> = Set(OutputFormat.allCases),
    dpi: Double? = nil, ink: PrintInk = .full, isTransparent: Bool = false, overwrites: Bool = false,
    includesChance: Bool = false, chance: ChanceOrder = ChanceOrder()
  ) {
    self.includesChance = includesChance
    self.chance = chance
    self.chance.threads = Publishing.usualJobs
    self.ids = ids
    self.size = size
    self.formats = formats
    self.dpi = dpi
    self.ink = ink
    self.isTransparent = isTransparent
    self.overwrites = overwrites
  }

  /// What there is to export, each with what it shows.
  public static func list(_ checked: CheckedSession) throws(Trouble) -> [(id: String, title: String)] {
    let renderer = try PaperDesk.renderer()
    let content = try NewsletterPublishing.content(checked.session, pictures: [:])
    return Graphic.all(content, measurer: renderer.typesetter).map { ($0.id, $0.title) }
      + ChanceGraphic.all(checked.session).map { ($0.id, $0.title) }
  }

  /// Writes the graphics into `folder`, a file for each and kind. They are for everybody, and pass the privacy gate.
  public func write(_ checked: CheckedSession, into folder: String) throws(Trouble) -> PaperResult {
    let renderer = try PaperDesk.renderer()
    renderer.ink = ink
    let pictures = SessionPictures(checked, renderer: renderer)
    guard pictures.findings.isEmpty else { throw Trouble(pictures.findings) }
    var content = try NewsletterPublishing.content(checked.session, pictures: pictures.names, groups: groups)
    content.audience = audience
    let all = Graphic.all(content, measurer: renderer.typesetter)
    let foreseen = ChanceGraphic.all(checked.session)
    let chosen = try choose(from: all, foreseen, checked, renderer.typesetter)
    let gate = PublicGate(checked, measurer: renderer.typesetter, allowing: allowed) {
      chosen.map(\.details)
    }
    let narrow = chosen.compactMap { tooNarrow($0, renderer.typesetter) }
    guard narrow.isEmpty else { throw Trouble(narrow) }
    let drawn = chosen.map { $0.pages(size, measurer: renderer.typesetter) }
    try gate.check(drawn.flatMap(\.self), drawnWith: pictures.words)
    var papers = zip(chosen, drawn).map { graphic, pages in
      PaperFile(
        name: PictureNames.safe(graphic.id), title: graphic.title,
        pages: pages.map { grounded($0).printed(in: ink) },
        language: checked.session.language, date: checked.session.date)
    }
    let names = PictureNames.unique(papers.map(\.name))
    for index in papers.indices { papers[index].name = names[index] }
    var desk = PaperDesk(
      formats: formats, folder: folder, overwrites: overwrites,
      inputs: [checked.input.identity].compactMap { $0 }, gate: gate)
    desk.others = Set((all.map(\.id) + foreseen.map(\.id)).map(PictureNames.safe))
    desk.isTransparent = isTransparent
    desk.allowed = allowed
    desk.resolution = { resolution(of: $0) }
    var written = try desk.write(papers, with: renderer)
    let shown = Set(chosen.compactMap(\.map))
    let maps = checked.session.maps.filter { shown.contains($0.id) }
    written.findings = groups.findings(checked.session, maps: maps) + written.findings
    return written
  }

  private func choose(
    from all: [Graphic], _ foreseen: [ChanceGraphic], _ checked: CheckedSession, _ measurer: any TextMeasurer
  ) throws(Trouble) -> [Graphic] {
    let file = checked.input.name
    if ids.isEmpty {
      let chances = includesChance ? try make(foreseen, checked, measurer) : []
      if !all.isEmpty || !chances.isEmpty { return all + chances }
      throw Trouble(
        code: "no-graphics",
        Phrase(ja: "「\(file)」には書き出せる図がありません。", en: "There is no graphic in ‘\(file)’ to export."))
    }
    let known = Set(all.map(\.id) + foreseen.map(\.id))
    let unknown = ids.filter { !known.contains($0) }
    guard unknown.isEmpty else {
      throw Trouble(
        unknown.map { id in
          Finding(
            .error, code: "no-such-graphic", at: nil,
            Phrase(ja: "「\(id)」という図はありません。", en: "There is no graphic called ‘\(id)’."),
            hint: Self.hint(for: id, file))
        })
    }
    return all.filter { ids.contains($0.id) }
      + (try make(foreseen.filter { ids.contains($0.id) }, checked, measurer))
  }

  /// Every picture of chance and of scenarios.
  func foreseen(_ checked: CheckedSession, _ measurer: any TextMeasurer) throws(Trouble) -> [Graphic] {
    try make(ChanceGraphic.all(checked.session), checked, measurer)
  }

  /// Foresees what the graphics show, each map once, and draws them.
  private func make(
    _ graphics: [ChanceGraphic], _ checked: CheckedSession, _ measurer: any TextMeasurer
  ) throws(Trouble) -> [Graphic] {
    guard !graphics.isEmpty else { return [] }
    let session = checked.session
    let book = try ChanceRuleBook(checked)
    var result: [Graphic] = []
    chance.expect(Self.answers(graphics))
    for map in session.maps {
      let own = graphics.filter { $0.map == map.id }
      let asksWhen = own.contains { $0.kind == .vacantYear }
      let horizons = [0] + map.horizons
      var foresight: ChanceForesight?
      var comparisons: [String: ScenarioComparison] = [:]
      for graphic in own {
        guard case .beside(let name, let horizon, let byChance) = graphic.kind else {
          let known =
            foresight ?? chance.foresee(map, book, scenario: nil, horizons: horizons, emptying: asksWhen)
          foresight = known
          result.append(
            Graphic(
              graphic, known, audience: audience, groups: groups, language: session.language,
              measurer: measurer))
          continue
        }
        guard let scenario = session.scenarios.first(where: { $0.name == name }) else { continue }
        let key = "\(byChance) \(name)"
        var known = comparisons[key] ?? compare(map, book, scenario)
        if byChance && known.chance == nil {
          let base =
            foresight ?? chance.foresee(map, book, scenario: nil, horizons: horizons, emptying: asksWhen)
          foresight = base
          let other = chance.foresee(
            map, book, scenario: scenario, horizons: horizons, emptying: false)
          known.chance = chance.compare(map, book, scenario, base: base, other, horizons: horizons)
        }
        comparisons[key] = known
        result.append(
          Graphic(
            graphic, known, map: map, horizon: horizon, audience: audience, groups: groups,
            language: session.language, measurer: measurer))
      }
    }
    return result
  }

  /// How many times chances are asked for: once a map, twice where it is asked when houses empty, and twice for a scenario
  /// and its difference.
  private static func answers(_ graphics: [ChanceGraphic]) -> Int {
    Dictionary(grouping: graphics, by: \.map).values.reduce(0) { sum, own in
      var scenarios: Set<String> = []
      var asksForBase = false
      for graphic in own {
        guard case .beside(let name, _, let byChance) = graphic.kind else {
          asksForBase = true
          continue
        }
        if byChance { scenarios.insert(name) }
      }
      let base = asksForBase || !scenarios.isEmpty ? 1 : 0
      return sum + base + (own.contains { $0.kind == .vacantYear } ? 1 : 0) + 2 * scenarios.count
    }
  }

  private func compare(
    _ map: TableMap, _ book: ChanceRuleBook, _ scenario: Scenario
  ) -> ScenarioComparison {
    let rules = book.session.rules
    return ScenarioComparison(
      name: scenario.name, base: Projector(map: map, sessionRules: rules).project(),
      scenario: Projector(map: map, sessionRules: rules, scenario: scenario).project())
  }

  private static func hint(for id: String, _ file: String) -> Phrase {
    if let map = id.wholeMatch(of: /map-(.+)-(\d{4})/) {
      return Phrase(
        ja: "ファイルにない年の地図は tenken render \(file) --map \(map.1) --year \(map.2) で描けます。",
        en:
          "A year that the file does not name is drawn by ‘tenken render \(file) --map \(map.1) --year \(map.2)’."
      )
    }
    return Phrase(
      ja: "tenken export --list \(file) で一覧を見られます。", en: "‘tenken export --list \(file)’ lists them.")
  }

  /// What is told of a graphic of which not all could be read at the width that was asked for.
  private func tooNarrow(_ graphic: Graphic, _ measurer: any TextMeasurer) -> Finding? {
    guard case .width(let width) = size,
      let least = graphic.leastWidth(over: size, measurer: measurer)
    else { return nil }
    let asked = width == width.rounded() ? String(Int(width)) : String(width)
    return Finding(
      .error, code: "too-narrow-for-graphic", at: nil,
      Phrase(
        ja: "「\(graphic.id)」（\(graphic.title)）は、幅 \(asked) mm では文字が重なるか、小さすぎて読めません。\(least) mm からなら読めます。",
        en:
          "‘\(graphic.id)’ (\(graphic.title)) cannot be read at a width of \(asked) mm: words would overlap, leave it, or be too small. It needs \(least) mm."
      ),
      hint: Phrase(
        ja: "--size \(least)mm とするか、せまい所には question-1 のような小さな図を選んでください（tenken export --list で一覧）。",
        en:
          "Take --size \(least)mm, or for a narrow place a smaller graphic such as question-1; ‘tenken export --list’ lists them."
      ))
  }

  private func grounded(_ page: Page) -> Page {
    guard !isTransparent else { return page }
    var page = page
    let ground = Path.rect(Rect(origin: Point(.zero, .zero), size: page.size))
    page.items.insert(.shape(Shape(ground, fill: .solid(Color(0xFFFFFF)))), at: 0)
    return page
  }

  /// 1080 pixels for a square, 1920 for a slide, 300 dpi for what is pasted into print.
  private func resolution(of page: Page) -> Double {
    if let dpi { return dpi }
    switch size {
    case .square: return 1080 * 72 / page.size.width.points
    case .slide: return 1920 * 72 / page.size.width.points
    case .column, .wide, .width: return 300
    case .a4: return 150
    }
  }
}
