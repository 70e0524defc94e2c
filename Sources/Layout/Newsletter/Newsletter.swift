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
  private let content: NewsletterContent
  private let measurer: any TextMeasurer
  private let style: NewsletterStyle
  private var sections: NewsletterSections
  /// Everything that has no slot of its own, in the order of reading.
  private(set) var flowing: [MeasuredItem]
  /// The share of each slot that is left to what may grow.
  var reserve = 0.0
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

  private var language: Language { content.session.language }

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

  private static let nothingToPrint = Finding(
    .warning, code: "empty-newsletter", at: nil,
    Phrase(ja: "紙面に載せるものがありません。", en: "There is nothing to print on the pages."),
    hint: Phrase(
      ja: "地図、あいさつ、記事、話し合い、ペルソナ、投票、アンケートなどを記録ファイルに書くと、紙面に載ります。",
      en:
        "Maps, greetings, sections, talks, personas, votes and a questionnaire of the session file are printed there."
    ))

  /// The template's page for the page of this number, counted from 0: the last one where what is left fits on it.
  func page(number: Int, _ flow: Flow) -> TemplatePage {
    guard number > 0 else { return template.first }
    guard let last = template.last else { return template.inner }
    var trial = flow
    for body in last.bodies { _ = take(body, from: &trial) }
    return trial.isEmpty ? last : template.inner
  }

  /// A finding, and the words of the session that it speaks of.
  private struct Misfit {
    var finding: Finding
    var words: String
  }

  /// A page's name in the outline: its number, and what stands on it.
  private func pageTitle(_ number: Int, _ names: [String]) -> String {
    let page = Phrase(ja: "\(number)ページ", en: "Page \(number)")(in: language)
    guard !names.isEmpty else { return page }
    let shown = names.prefix(Self.mostNames).joined(separator: language == .ja ? "、" : ", ")
    let more = names.count > Self.mostNames ? (language == .ja ? " ほか" : ", …") : ""
    return page + (language == .ja ? "　" : ": ") + shown + more
  }

  /// So many headings of a page stand in the outline beside its number.
  private static let mostNames = 3

  /// The headings on each page; where none is, what goes on from the page before.
  private func pageNames(_ pages: [[Item]]) -> [[String]] {
    var last: String?
    return pages.map { items in
      let names = items.flatMap(Self.headings)
      if let name = names.last { last = name }
      return names.isEmpty
        ? last.map { [$0 + PersonaWords.continued(in: language)] } ?? [] : names
    }
  }

  private static func headings(_ item: Item) -> [String] {
    guard case .group(let group) = item else { return [] }
    guard group.role == .heading2, group.mark?.kind == .title else { return group.items.flatMap(headings) }
    let words = group.items.compactMap { item -> String? in
      guard case .text(let text) = item else { return nil }
      return text.block.string.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
    return words.isEmpty ? [] : [words.joined(separator: " ")]
  }

  /// librsvg draws into squares; the drawing keeps its proportions inside.
  private static func square(_ size: Size, _ bleed: Length) -> Rect {
    let side = max(size.width, size.height) + 2 * bleed
    return Rect(x: (size.width - side) / 2, y: (size.height - side) / 2, width: side, height: side)
  }

  // MARK: - The flow

  /// What stands in a slot: not more than leaves its reserve free, if what stands there can grow into it.
  func take(_ body: Rect, from flow: inout Flow) -> [Flow.Placed] {
    let (width, height) = (body.width.mm, body.height.mm)
    if reserve > 0, !reservesForCounts || flow.isAtCounts {
      var spread = flow
      let placed = spread.fill(width: width, height: height * (1 - reserve))
      let end = placed.last.map { $0.y + $0.height } ?? 0
      let elastic = placed.reduce(0) { $0 + $1.item.stretch }
      if !spread.isEmpty, end + elastic >= height - Self.bearable {
        flow = spread
        return placed
      }
    }
    let before = flow
    let placed = flow.fill(width: width, height: height)
    // What is left is the rest of the counts, and whom to ask.
    guard beginsCountsAnew, placed.count > 1, let last = placed.last, last.item.isCounts,
      flow.next?.isCounts == true, flow.isAtCounts
    else { return placed }
    flow = before
    return flow.fill(width: width, height: last.y)
  }

  /// White at the foot of a page that nobody sees, in millimetres.
  private static let bearable = 5.0

  private func fill(_ body: Rect, from flow: inout Flow, on pen: SheetPen) -> [Misfit] {
    let (width, height) = (body.width.mm, body.height.mm)
    var placed = take(body, from: &flow)
    placed = flow.isEmpty ? Flow.close(placed, height: height) : Flow.justify(placed, height: height)
    for one in placed {
      one.item.draw(on: pen, x: body.minX.mm, y: body.minY.mm + one.y, width: width, height: one.height)
    }
    guard let last = placed.last, last.y + last.height > height + 0.1 else { return [] }
    let longest = placed.max { $0.height < $1.height } ?? last
    return [Misfit(finding: tooLong(longest, height), words: longest.item.told)]
  }

  /// What cannot be cut and is higher than a page.
  private func tooLong(_ placed: Flow.Placed, _ height: Double) -> Finding {
    let words = placed.item.told
    let shown = words.count > 30 ? String(words.prefix(29)) + "…" : words
    let needed = Int(placed.height.rounded(.up))
    return Finding(
      .error, code: "too-long-for-page", at: nil,
      Phrase(
        ja: "「\(shown)」の所が長すぎて、一ページに入りきりません（高さ \(needed) mm。ひな型「\(template.name)」の本文は \(Int(height)) mm）。",
        en:
          "What stands under ‘\(shown)’ is too long for one page: \(needed) mm of height; the text area of the template ‘\(template.name)’ has \(Int(height))."
      ),
      hint: Phrase(
        ja: "その文や題名を短くするか、二つ以上に分けて書いてください。",
        en: "Shorten that text or title, or write it as two or more."))
  }

  /// - Parameters:
  ///   - key: the key of the session file of which the words are.
  ///   - fits: what the slot has room for.
  private func tooSmall(_ slot: String, needed: Double, _ rect: Rect, key: Phrase?, fits: Phrase?) -> Finding
  {
    let has = Int(rect.height.mm)
    let (tall, of) = (Int(needed.rounded(.up)), key.map { Phrase(ja: "\($0.ja) の文が", en: " for \($0.en)") })
    let message = Phrase(
      ja:
        "\(of?.ja ?? "")ひな型「\(template.name)」の「slot-\(slot)」に入りきりません。高さ \(tall) mm が必要ですが、\(has) mm です。",
      en:
        "The slot ‘slot-\(slot)’ of the template ‘\(template.name)’ is too small\(of?.en ?? ""): \(tall) mm of height are needed, it has \(has)."
    )
    return Finding(
      .error, code: "template-slot-too-small", at: nil, fits.map { message.and($0) } ?? message,
      hint: key == nil || fits == nil
        ? Phrase(
          ja: "枠を広げるか、文を短くするか、その枠を消して本文に流してください。",
          en: "Make the slot larger, shorten the text, or remove the slot so that the text flows.")
        : Phrase(
          ja: "文を短くするか、ひな型の枠を広げてください（写しは tenken template copy で作れます）。",
          en: "Shorten the words, or make the slot larger in a copy of the template (‘tenken template copy’)."
        ))
  }

  /// How much a slot for a line holds in the smallest type.
  private func room(in rect: Rect) -> Phrase {
    let size = Length.pt(Theme.smallestText).mm
    let lines = max(1, Int((rect.height.mm + 0.01) / (size * 1.25)))
    let characters = Int(rect.width.mm / size) * lines
    return Phrase(
      ja: "いちばん小さい \(Int(Theme.smallestText)) pt でも、およそ \(characters)字までです。",
      en:
        "At the smallest type, \(Int(Theme.smallestText)) pt, it holds about \(characters * 9 / 5) letters."
    )
  }

  /// Slots of the template for which the session has nothing.
  private var emptySlots: [Finding] {
    var slots = template.first.slots
    for page in [template.inner, template.last].compactMap(\.self) {
      for (name, rect) in page.slots where slots[name] == nil {
        if case .section = SlotNames.kind(name) { continue }
        slots[name] = rect
      }
    }
    return slots.keys.sorted().compactMap { name in
      guard let kind = SlotNames.kind(name), let key = SlotNames.key(of: kind) else { return nil }
      if case .line = kind { return nil }
      guard ownItems(kind, isFirst: true).allSatisfy(\.isEmpty) else { return nil }
      return Self.emptySlot(name, kind, key, template.name)
    }
  }

  private static func emptySlot(
    _ name: String, _ kind: SlotNames.Kind, _ key: Phrase, _ template: String
  ) -> Finding {
    var missing = Phrase(
      ja: "記録ファイルの \(key.ja) に書かれたものがありません。", en: "The session file has nothing under \(key.en).")
    if case .map(let year) = kind {
      missing = Phrase(
        ja: "\(year)年の地図がありません（記録ファイルの \(key.ja)）。",
        en: "There is no map of \(year) (\(key.en) in the session file).")
    }
    return Finding(
      .note, code: "template-slot-empty", at: nil,
      Phrase(
        ja: "ひな型「\(template)」の「slot-\(name)」は空のままです。",
        en: "The slot ‘slot-\(name)’ of the template ‘\(template)’ stays empty."
      ).and(missing),
      hint: Phrase(
        ja: "要らない枠なら、ひな型から消してください。", en: "Where it is not wanted, remove the slot from the template."))
  }

  // MARK: - Slots of their own

  private func drawOwnSlots(of page: TemplatePage, on pen: SheetPen) -> [Finding] {
    var findings: [Finding] = []
    for name in page.slots.keys.sorted() {
      guard let rect = page.slots[name], let kind = SlotNames.kind(name) else { continue }
      let choices = ownItems(kind, isFirst: template.first.slots[name] != nil).filter { !$0.isEmpty }
      guard let least = choices.last else { continue }
      let fitting = choices.lazy.compactMap { items -> [Flow.Placed]? in
        var flow = Flow(items)
        let placed = flow.fill(width: rect.width.mm, height: rect.height.mm)
        let end = placed.last.map { $0.y + $0.height } ?? 0
        return flow.isEmpty && end <= rect.height.mm + 0.1 ? placed : nil
      }.first
      guard let placed = fitting else {
        let all = least.reduce(0) { $0 + $1.spaceBefore + $1.height(width: rect.width.mm) }
        findings.append(
          tooSmall(name, needed: all, rect, key: SlotNames.key(of: kind), fits: nil))
        continue
      }
      for one in Flow.justify(placed, height: rect.height.mm) {
        one.item.draw(
          on: pen, x: rect.minX.mm, y: rect.minY.mm + one.y, width: rect.width.mm, height: one.height)
      }
    }
    return findings
  }

  /// What stands in a slot of its own, as it is best; and then as it is where the slot has no room for that.
  private func ownItems(_ kind: SlotNames.Kind, isFirst: Bool) -> [[any FlowItem]] {
    switch kind {
    case .section(let section):
      return isFirst ? [sections.items(section) { 0 }.filter { !($0 is SectionHeading) }] : []
    case .map(let year): return map(year)
    case .findings, .actions: return remarks(kind)
    case .line, .body: return []
    }
  }

  /// The first map that has been projected to this year.
  private func map(_ year: Int) -> [[any FlowItem]] {
    for map in content.session.maps {
      guard let projection = content.projections[map.id],
        let state = projection.states.firstIndex(where: { $0.year == year })
      else { continue }
      let series = MapSeriesItem(
        map: map, projection: projection, states: [state], language: language, measurer: measurer,
        audience: content.audience, groups: content.groups)
      // A lower map under its name is better than one of which nobody knows where it is.
      var lower = series
      lower.isLow = true
      return [[name(map), series], [name(map), lower], [series], [lower]]
    }
    return []
  }

  /// The name of a table over what stands apart from its heading.
  private func name(_ map: TableMap) -> any FlowItem {
    SubHeading(MapHeading.name(of: map), style: style, measurer: measurer)
  }

  private func remarks(_ kind: SlotNames.Kind) -> [[any FlowItem]] {
    guard let map = content.session.maps.first else { return [] }
    let lines = kind == .findings ? map.findings : map.actions
    guard !lines.isEmpty else { return [] }
    let answers = lines.map { Answer($0) }
    let item = RemarksItem(
      findings: kind == .findings ? answers : [], actions: kind == .findings ? [] : answers, style: style,
      language: language, measurer: measurer)
    return content.session.maps.count > 1 ? [[name(map), item], [item]] : [[item]]
  }

  // MARK: - Lines

  private func drawLines(
    _ lines: [SlotNames.Line], of page: TemplatePage, number: Int, of count: Int, on pen: SheetPen
  ) -> [Misfit] {
    var misfits: [Misfit] = []
    for line in lines {
      guard let rect = page.slots[line.rawValue] else { continue }
      let words = words(line, number, count)
      guard !words.isEmpty else { continue }
      let look = page.styles[line.rawValue] ?? template.first.styles[line.rawValue]
      // A title that is too long for the foot stands at the head of the first page; the issue's number is enough there.
      let choices = line == .footer ? [words, issue].filter { !$0.isEmpty } : [words]
      if !choices.contains(where: { draw($0, line, in: rect, look: look, on: pen) }) {
        let style = TextStyle(size: .pt(Theme.smallestText), color: self.style.ink, leading: 1.25)
        let needed = Prose(measurer).height(Prose(measurer).block(words, style, width: rect.width.mm))
        misfits.append(
          Misfit(
            finding: tooSmall(
              line.rawValue, needed: max(needed, rect.height.mm + 1), rect,
              key: SlotNames.key(of: .line(line)), fits: room(in: rect)), words: written(line)))
      }
    }
    return misfits
  }

  /// The longest of the words of the session that stand in a line.
  private func written(_ line: SlotNames.Line) -> String {
    let session = content.session
    switch line {
    case .title, .footer: return session.title
    case .volume: return session.publication.volume ?? ""
    case .details:
      return [session.time, session.venue].compactMap { $0 }.max { $0.count < $1.count } ?? ""
    case .programme: return session.programme ?? ""
    case .page: return ""
    }
  }

  private func words(_ line: SlotNames.Line, _ number: Int, _ count: Int) -> String {
    let session = content.session
    switch line {
    case .title: return session.title
    case .volume: return session.publication.volume ?? ""
    case .details:
      let when = [session.date.map { SheetHeader.words($0, language) }, session.time].compactMap { $0 }
      let gap = language == .ja ? "　" : "  "
      var parts: [String] = []
      if !when.isEmpty {
        parts.append(NewsletterWords.date(in: language) + " " + when.joined(separator: " "))
      }
      if let venue = session.venue { parts.append(NewsletterWords.venue(in: language) + " " + venue) }
      return parts.joined(separator: gap)
    case .programme: return session.programme ?? ""
    case .footer:
      return [session.title, issue].joined(separator: " ")
    case .page: return count > 1 ? String(number) : ""
    }
  }

  /// What this is, without the workshop's title.
  private var issue: String {
    [NewsletterWords.newsletter(in: language), content.session.publication.volume].compactMap { $0 }
      .joined(separator: " ")
  }

  /// Sets words as large as style and slot allow, on one line, then on two; false where they fit at no size.
  private func draw(
    _ words: String, _ line: SlotNames.Line, in rect: Rect, look: TemplateStyle?, on pen: SheetPen
  ) -> Bool {
    let most = look?.size?.points ?? (line == .title ? 22 : 9)
    let color = look?.color ?? style.ink
    let weight: Weight = look?.isBold == true || (look == nil && line == .title) ? .bold : .regular
    let alignment = look?.alignment ?? .leading
    let (width, height) = (rect.width.mm, rect.height.mm)
    var size = most
    while size >= Theme.smallestText - 0.001 {
      let type = TextStyle(size: .pt(size), weight: weight, color: color, leading: 1.25)
      var block = TextBlock(words, type, width: .mm(width), alignment: alignment)
      if pen.width(words, type) > width {
        block = Prose(measurer).block(words, type, width: width, alignment: alignment)
      }
      let extent = measurer.extent(of: block)
      // One line as long as it is not smaller than three quarters; then two.
      let isOne = extent.lines == 1
      let fits = extent.logical.height.mm <= height + 0.01 && extent.logical.width.mm <= width + 0.2
      if fits, isOne || size <= most * 0.75 {
        let role: StructureRole = line == .title ? .heading1 : .paragraph
        pen.group(line == .page ? .artifact : role, mark: Mark(.title)) {
          pen.paragraph(block, x: rect.minX.mm, y: rect.minY.mm + (height - extent.logical.height.mm) / 2)
        }
        return true
      }
      size -= 0.5
    }
    return false
  }
}
