import Picture
import Workshop

/// How the newsletter looks: what a template may restyle.
struct NewsletterStyle {
  /// Running text, in points.
  var body = 9.5
  /// How wide white space is, as a share of the usual.
  var air = 1.0
  /// By how many points the words with which an issue begins are larger than the rest.
  var lead = 0.0
  /// How far the rows of bars may grow; see ``BarsItem/give``.
  var give = BarsItem.usualGive
  /// Text and lines.
  var ink = Theme.ink
  /// Numbers, bullets, bars.
  var accent = Theme.accent
  /// Behind findings.
  var findings = Theme.findings
  /// Behind actions.
  var actions = Theme.actions
  /// Behind anything else that stands on a ground.
  var ground = Theme.ground

  /// Large type, in which little is said, has more room between its lines.
  var text: TextStyle { TextStyle(size: .pt(body), color: ink, leading: 1.55 + 0.04 * lead) }
  var strong: TextStyle { TextStyle(size: .pt(body), weight: .bold, color: ink, leading: 1.55) }
  var note: TextStyle { TextStyle(size: .pt(Theme.smallestText), color: Theme.muted, leading: 1.4) }
  func style(
    _ points: Double, _ weight: Weight = .regular, color: Color? = nil, leading: Double = 1.3
  ) -> TextStyle {
    TextStyle(
      size: .pt(max(points, Theme.smallestText)), weight: weight, color: color ?? ink, leading: leading)
  }
}

/// The heading of a section: its number in a disc, its title, a rule below.
struct SectionHeading: FlowItem {
  let number: Int?
  let title: String
  /// What stands small at the right.
  var aside = ""
  let style: NewsletterStyle
  let measurer: any TextMeasurer

  var spaceBefore: Double { 8 * style.air }
  var keepsWithNext: Bool { true }
  var told: String { title }

  private func block(_ width: Double) -> TextBlock {
    Prose(measurer).block(
      title, style.style(max(width < 100 ? 12.5 : 13.5, style.lead > 0 ? style.body + 1 : 0), .bold),
      width: width - (number == nil ? 0 : 10) - asideWidth)
  }

  private var asideWidth: Double {
    aside.isEmpty ? 0 : SheetPen(measurer).width(aside, style.note) + 4
  }

  func height(width: Double) -> Double {
    max(7, Prose(measurer).height(block(width))) + 1.5 + 3.5 * style.air
  }

  func draw(on pen: SheetPen, x: Double, y: Double, width: Double, height: Double) {
    let text = block(width)
    let high = Prose(measurer).height(text)
    pen.group(.heading2, mark: Mark(.title)) {
      if let number {
        // A group of its own: the outline has the title only.
        pen.group {
          pen.disc(x: x + 3.4, y: y + max(3.5, high / 2), radius: 3.4, style.accent)
          pen.centred(
            String(number), style.style(10.5, .bold, color: Theme.white), x: x + 3.4,
            y: y + max(3.5, high / 2))
        }
      }
      pen.paragraph(text, x: x + (number == nil ? 0 : 10), y: y + max(0, (7 - high) / 2))
    }
    if !aside.isEmpty {
      pen.group(.paragraph) {
        pen.line(aside, style.note, x: x + width, baseline: y + max(3.5, high / 2) + 1.6, .trailing)
      }
    }
    pen.rule(x: x, y: y + height - 3 * style.air, width: width, color: style.ink, weight: 0.3)
  }
}

/// A smaller heading, inside a section.
struct SubHeading: FlowItem {
  let title: String
  let aside: String
  let style: NewsletterStyle
  let measurer: any TextMeasurer
  /// Whether it begins something of its own, as a section does.
  var beginsSection = false
  /// How deep it stands in the document's structure.
  var level = StructureRole.heading3

  init(_ title: String, aside: String = "", style: NewsletterStyle, measurer: any TextMeasurer) {
    self.title = title
    self.aside = aside
    self.style = style
    self.measurer = measurer
  }

  var spaceBefore: Double { (beginsSection ? 9 : 5) * style.air }
  var keepsWithNext: Bool { true }
  var told: String { title }

  private var asideWidth: Double {
    aside.isEmpty
      ? 0 : measurer.extent(of: TextBlock(aside, style.note)).logical.width.mm + 4
  }

  /// Whether what stands beside the title would leave too little room for it, and stands below.
  private func isBelow(_ width: Double) -> Bool {
    !aside.isEmpty && width - asideWidth < Self.leastLine * (style.body + 1) * 25.4 / 72
  }
  /// The shortest line of a title, in characters of full width.
  private static let leastLine = 7.0

  private func block(_ width: Double) -> TextBlock {
    Prose(measurer).block(
      title, style.style(style.body + 1, .bold, leading: 1.4),
      width: isBelow(width) ? width : width - asideWidth)
  }

  private func asideBlock(_ width: Double) -> TextBlock {
    Prose(measurer).block(aside, style.note, width: width)
  }

  func height(width: Double) -> Double {
    let below = isBelow(width) ? Prose(measurer).height(asideBlock(width)) + 0.5 : 0
    return Prose(measurer).height(block(width)) + below + 1.5
  }

  func draw(on pen: SheetPen, x: Double, y: Double, width: Double, height: Double) {
    pen.group(beginsSection ? .heading2 : level) { pen.paragraph(block(width), x: x, y: y) }
    guard !aside.isEmpty else { return }
    pen.group(.paragraph) {
      if isBelow(width) {
        pen.paragraph(asideBlock(width), x: x, y: y + Prose(measurer).height(block(width)) + 0.5)
      } else {
        pen.line(aside, style.note, x: x + width, baseline: y + (style.body + 1) * 0.42 + 0.4, .trailing)
      }
    }
  }
}

/// A paragraph with emphasis and readings; it may be cut between any two lines but its first and its last.
struct TextItem: FlowItem {
  let text: RichText
  let style: NewsletterStyle
  let measurer: any TextMeasurer
  /// Whether its lines stand as far apart as those with readings, which stand in the same article.
  var isOpen = false
  /// What goes on from an earlier slot stands close to what is above.
  var isContinued = false

  var spaceBefore: Double { isContinued ? 0 : style.body * 0.16 }
  var told: String { text.plain }

  private func block(_ width: Double) -> TextBlock {
    TextBlock(text.spans(style.text, isOpen: isOpen), width: .mm(width))
  }

  /// A part of it.
  private func part(_ text: RichText, isContinued: Bool) -> TextItem {
    TextItem(
      text: text, style: style, measurer: measurer, isOpen: isOpen || self.text.hasReadings,
      isContinued: isContinued)
  }

  func height(width: Double) -> Double { measurer.extent(of: block(width)).logical.height.mm }

  func split(width: Double, room: Double) -> (head: any FlowItem, tail: any FlowItem)? {
    let total = measurer.extent(of: block(width))
    let line = total.logical.height.mm / Double(max(1, total.lines))
    // Two lines stay together at either end.
    let lines = min(Int((room + 0.01) / line), total.lines - 2)
    guard lines >= 2 else { return nil }
    let guess =
      measurer.characters(of: block(width), onFirst: lines) ?? text.plain.count * lines / total.lines
    let parts = Prose.cut(text, near: guess) {
      measurer.extent(of: part($0, isContinued: false).block(width)).lines <= lines
    }
    guard let parts, !parts.tail.isEmpty else { return nil }
    let head = part(parts.head, isContinued: isContinued)
    // A long word that goes over may leave a single line behind.
    guard measurer.extent(of: head.block(width)).lines >= 2 else { return nil }
    return (head, part(parts.tail, isContinued: true))
  }

  func draw(on pen: SheetPen, x: Double, y: Double, width: Double, height: Double) {
    pen.group(.paragraph) { pen.paragraph(block(width), x: x, y: y) }
  }
}

/// The programme, item by item, on a pale ground.
struct AgendaItem: FlowItem {
  var title: String
  var lines: [String]
  let style: NewsletterStyle
  let measurer: any TextMeasurer
  /// How the title is written where the programme goes on.
  var continuedTitle = ""
  /// The number of the first line.
  var first = 1

  var spaceBefore: Double { 2 }
  var told: String { title }
  /// Where the issue begins in large type, its ground may grow too.
  var stretch: Double { style.lead * 5 }

  func split(width: Double, room: Double) -> (head: any FlowItem, tail: any FlowItem)? {
    // Three lines at least stand on either page, and a short programme on one.
    lines.count > 10 ? parted(width, room, least: 3) : nil
  }

  func torn(width: Double, room: Double) -> (head: any FlowItem, tail: any FlowItem)? {
    parted(width, room, least: 1)
  }

  private func parted(
    _ width: Double, _ room: Double, least: Int
  ) -> (head: any FlowItem, tail: any FlowItem)? {
    func part(_ range: Range<Int>) -> AgendaItem {
      var part = self
      part.lines = Array(lines[range])
      part.first = first + range.lowerBound
      if range.lowerBound > 0 { part.title = continuedTitle }
      return part
    }
    let most = min(
      lines.count - least, Cut.most(lines.count, room: room) { part(0..<$0).height(width: width) })
    guard most >= least else { return nil }
    return (part(0..<most), part(most..<lines.count))
  }

  /// The title stands above the items, or beside them where there is room.
  private func head(_ width: Double) -> Double { width > 120 ? 0 : max(7, row + 1.8) }
  /// The height of one line, at least that of its number.
  private var row: Double { max(5.2, style.text.size.mm * style.text.leading) }
  private var titleStyle: TextStyle { style.style(style.body + 1, .bold) }
  private func side(_ width: Double) -> Double {
    width > 120 ? min(40 + 3 * style.lead, SheetPen(measurer).width(title, titleStyle) + 7) : 0
  }
  private func columns(_ width: Double) -> Int { width > 120 && lines.count > 3 ? 2 : 1 }
  private func columnWidth(_ width: Double) -> Double {
    (width - 10 - side(width) - Double(columns(width) - 1) * 6) / Double(columns(width))
  }
  private func block(_ line: String, _ width: Double) -> TextBlock {
    Prose(measurer).block(line, style.text, width: columnWidth(width) - 8)
  }
  private func rows(_ width: Double) -> Int { (lines.count + columns(width) - 1) / columns(width) }
  private func columnHeights(_ width: Double) -> [Double] {
    let rows = rows(width)
    return stride(from: 0, to: lines.count, by: max(1, rows)).map { start in
      lines[start..<min(lines.count, start + rows)].reduce(0) {
        $0 + max(row, Prose(measurer).height(block($1, width))) + 1.2
      }
    }
  }

  func height(width: Double) -> Double { (columnHeights(width).max() ?? 0) + 3 + 4 * style.air + head(width) }

  func draw(on pen: SheetPen, x: Double, y: Double, width: Double, height: Double) {
    pen.panel(.mm(x, y, width, height), style.ground, radius: 2.5)
    let rows = rows(width)
    let slack = max(0, height - self.height(width: width)) / 2
    pen.group(.heading2) {
      let middle = y + slack + 2.1 + 2 * style.air + row / 2
      pen.line(title, titleStyle, x: x + 5, baseline: middle + titleStyle.size.mm * 0.325)
    }
    pen.group(.list) {
      let edge = slack + 2.1 + 2 * style.air + head(width)
      var top = y + edge
      for (index, line) in lines.enumerated() {
        let column = index / max(1, rows)
        if index % max(1, rows) == 0 { top = y + edge }
        let left = x + 5 + side(width) + Double(column) * (columnWidth(width) + 6)
        let block = block(line, width)
        let high = Prose(measurer).height(block)
        pen.group(.listItem) {
          pen.disc(x: left + 2.3, y: top + row / 2, radius: 2.3, style.accent)
          pen.centred(
            String(first + index), style.style(8, .bold, color: Theme.white), x: left + 2.3, y: top + row / 2
          )
          pen.paragraph(block, x: left + 7, y: top + max(0, (row - min(high, row)) / 2))
        }
        top += max(row, high) + 1.2
      }
    }
  }
}

/// Who greets, after their words: the picture if there is one, office and name at the right.
struct SignatureItem: FlowItem {
  /// Somebody who greets beside them.
  struct Other {
    var name: String
    var office: String
    var hasPicture: Bool
  }

  let name: String
  let office: String
  let picture: String?
  let style: NewsletterStyle
  let measurer: any TextMeasurer
  /// All who greet in one issue sign in one size.
  var others: [Other] = []

  var spaceBefore: Double { 2 }
  var stretch: Double { style.lead * 1.5 }
  private var side: Double { picture == nil ? 0 : Self.side(style) }
  private static func side(_ style: NewsletterStyle) -> Double { 12 + 6 * min(1, style.air) }
  private func textWidth(_ width: Double, _ hasPicture: Bool) -> Double {
    width - (hasPicture ? Self.side(style) + 4 : 0)
  }

  /// The office above the name: each as large as stands on one line, or on several where the smallest type is too long.
  private func blocks(_ width: Double) -> [TextBlock] {
    let room = textWidth(width, picture != nil)
    let pen = SheetPen(measurer)
    let all = others + [Other(name: name, office: office, hasPicture: picture != nil)]
    func smallest(
      _ words: KeyPath<Other, String>, _ sizes: [Double], _ look: (Double) -> TextStyle
    ) -> TextStyle {
      all.map { pen.fitting($0[keyPath: words], width: textWidth(width, $0.hasPicture), sizes: sizes, look) }
        .min { $0.size < $1.size } ?? look(sizes[0])
    }
    let small = smallest(\.office, [9 + style.lead / 2, 9, 8.5, 8]) { style.style($0, color: Theme.muted) }
    let big = smallest(\.name, [12 + style.lead / 2, 12, 11, 10, 9, 8]) { style.style($0, .bold) }
    return [(office, small), (name, big)].filter { !$0.0.isEmpty }.map { words, look in
      Prose(measurer).block(words, look, width: room, alignment: .trailing)
    }
  }
  private func textHeight(_ width: Double) -> Double {
    blocks(width).reduce(0) { $0 + Prose(measurer).height($1) }
  }

  func height(width: Double) -> Double { max(side, office.isEmpty ? 6 : 11, textHeight(width)) + 1 }

  func draw(on pen: SheetPen, x: Double, y: Double, width: Double, height: Double) {
    if let picture {
      pen.group(.figure, alternative: name) {
        pen.add(.icon(Icon(picture, frame: .mm(x + width - side, y, side, side))))
      }
    }
    var top = y + max(0, height - textHeight(width)) / 2
    pen.group(.paragraph) {
      for block in blocks(width) { top += pen.paragraph(block, x: x, y: top) }
    }
  }
}
