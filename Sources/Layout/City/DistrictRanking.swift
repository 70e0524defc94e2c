import Diagnostics
import Picture

/// Districts in the order of a share: plain numbers.
public struct DistrictRanking: Sendable, Hashable {
  /// One district.
  public struct Row: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// The share in the base year, 0…1; nil where there is nothing to divide by.
    public var now: Double?
    /// The middle of what is foreseen, 0…1; nil where there is nothing to divide by.
    public var then: Double?
    /// Met 8 times in 10; nil where nothing else is possible.
    public var likely: ClosedRange<Double>?

    /// Makes a row.
    public init(name: String, now: Double?, then: Double?, likely: ClosedRange<Double>?) {
      self.name = name
      self.now = now
      self.then = then
      self.likely = likely
    }

    /// The highest share in it.
    var most: Double { max(now ?? 0, then ?? 0, likely?.upperBound ?? 0) }
  }

  /// What share it is: 高齢化率.
  public var title: Phrase
  /// The base year.
  public var baseYear: Int
  /// The year that is foreseen.
  public var laterYear: Int
  /// The districts, the highest first.
  public var rows: [Row]
  /// The whole city.
  public var whole: Row

  /// Puts districts in order: by what is foreseen, then by what is now, else as they came; those without a share last.
  public init(title: Phrase, baseYear: Int, laterYear: Int, rows: [Row], whole: Row) {
    self.title = title
    self.baseYear = baseYear
    self.laterYear = laterYear
    self.whole = whole
    self.rows = rows.enumerated().sorted { a, b in
      let (x, y) = (a.element, b.element)
      if x.then != y.then { return (x.then ?? -1) > (y.then ?? -1) }
      if x.now != y.now { return (x.now ?? -1) > (y.now ?? -1) }
      return a.offset < b.offset
    }.map(\.element)
  }

  /// The ranking in words: its ends and the whole.
  func summary(_ language: Language) -> String {
    func words(_ row: Row) -> String {
      "\(row.name) \(row.then.map { Self.percent($0) + "%" } ?? "—")"
    }
    let ends = [rows.first, rows.count > 1 ? rows.last : nil].compactMap { $0 }.map(words)
    let list = ends.joined(separator: language == .ja ? "から" : " down to ")
    return language == .ja
      ? "\(laterYear)年の\(title.ja)の見込み：\(list)、\(words(whole))。"
      : "\(title.en) foreseen for \(laterYear): \(list); \(words(whole))."
  }

  /// `38.5`, half away from zero.
  static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded(.toNearestOrAwayFromZero))
    return "\(tenths / 10).\(tenths % 10)"
  }
}

/// Rankings beside each other: a bar for what is foreseen, a line for its spread, a circle for what is now. None of them is
/// told by colour.
struct RankingItem: FlowItem {
  let panels: [DistrictRanking]
  let style: NewsletterStyle
  let language: Language
  let measurer: any TextMeasurer
  /// The rows that are drawn, of each panel.
  var shown: Range<Int>?

  var spaceBefore: Double { 4 }
  var stretch: Double { 20 }

  private static let gap = 14.0
  private static let head = 8.5
  private static let foot = 5.5
  private static let row = 5.4
  private static let dashes = [1.2, 0.9]

  private var label: TextStyle { style.style(8.5) }
  private var strong: TextStyle { style.style(8.5, .bold) }
  private var count: Int { panels.map(\.rows.count).max() ?? 0 }
  private var range: Range<Int> { shown ?? 0..<count }

  private func panelWidth(_ width: Double) -> Double {
    (width - Self.gap * Double(max(0, panels.count - 1))) / Double(max(1, panels.count))
  }

  /// The names take what they need, up to a third.
  private func nameWidth(_ panel: DistrictRanking, _ width: Double) -> Double {
    let pen = SheetPen(measurer)
    let widest = (panel.rows.map { pen.width($0.name, label) } + [pen.width(panel.whole.name, strong)]).max()
    return min(widest ?? 0, width * 0.34) + 2
  }

  private func block(_ row: DistrictRanking.Row, _ style: TextStyle, _ width: Double) -> TextBlock {
    Prose(measurer).block(row.name, style, width: width - 2, alignment: .trailing)
  }

  /// A row is one line high, unless a name is longer than its column.
  private func rowHeight(_ index: Int?, _ width: Double) -> Double {
    panels.map { panel in
      guard let row = index.map({ panel.rows.indices.contains($0) ? panel.rows[$0] : nil }) ?? panel.whole
      else { return Self.row }
      let name = block(row, index == nil ? strong : label, nameWidth(panel, width))
      return max(Self.row, Prose(measurer).height(name) + 1.4)
    }.max() ?? Self.row
  }

  private func frame(_ width: Double) -> Double { Self.head + Self.foot + rowHeight(nil, width) + 1.5 }

  func height(width: Double) -> Double {
    let own = panelWidth(width)
    return frame(own) + range.reduce(0) { $0 + rowHeight($1, own) }
  }

  func split(width: Double, room: Double) -> (head: any FlowItem, tail: any FlowItem)? {
    let own = panelWidth(width)
    var used = frame(own)
    var end = range.lowerBound
    while end < range.upperBound {
      used += rowHeight(end, own)
      guard used <= room + 0.01 else { break }
      end += 1
    }
    guard end > range.lowerBound, end < range.upperBound else { return nil }
    // The last page is not left with a row or two.
    let rest = range.upperBound - end
    if rest < 5, range.count > 10 { end = range.upperBound - 5 }
    var (head, tail) = (self, self)
    head.shown = range.lowerBound..<end
    tail.shown = end..<range.upperBound
    return (head, tail)
  }

  func draw(on pen: SheetPen, x: Double, y: Double, width: Double, height: Double) {
    let own = panelWidth(width)
    let spare = (height - self.height(width: width)) / Double(range.count + 1)
    for (index, panel) in panels.enumerated() {
      pen.group(.figure, alternative: panel.summary(language)) {
        draw(
          panel, on: pen, x: x + Double(index) * (own + Self.gap), y: y, width: own,
          spare: min(2.4 + Self.airOfFew(range.count), max(0, spare)))
      }
    }
  }

  /// A few districts stand further apart and have thicker bars: else they would hang at the head of an empty page.
  private static func airOfFew(_ rows: Int) -> Double { max(0, Double(12 - rows)) }

  private func draw(
    _ panel: DistrictRanking, on pen: SheetPen, x: Double, y: Double, width: Double, spare: Double
  ) {
    pen.line(panel.title(in: language), style.style(12, .bold), x: x, baseline: y + 4.6)
    let names = nameWidth(panel, width)
    let figures = pen.width("100.0 → 100.0%", label) + 2
    let (left, right) = (x + names, x + width - figures)
    let top = y + Self.head
    let most = (panel.rows + [panel.whole]).map(\.most).max() ?? 0
    let scale = AxisScale(top: max(1, Int((most * 100).rounded(.up))))
    let unit = (right - left) / (Double(scale.most) / 100)
    let heights = [rowHeight(nil, width) + spare + 1.5] + range.map { rowHeight($0, width) + spare }
    let bottom = top + heights.reduce(0, +)
    let tick = style.style(8, color: Theme.muted)
    for value in scale.ticks {
      let at = left + Double(value) / 100 * unit
      pen.upright(
        x: at, y: top, height: bottom - top, color: value == 0 ? Theme.muted : Theme.hairline,
        weight: value == 0 ? 0.25 : 0.15)
      pen.line("\(value)%", tick, x: at, baseline: bottom + 4, .center)
    }
    if let then = panel.whole.then {
      pen.stroke(
        .polyline([
          Point(.mm(left + then * unit), .mm(top + heights[0])), Point(.mm(left + then * unit), .mm(bottom)),
        ]), style.accent, 0.35, dash: Self.dashes)
    }
    var line = top
    draw(
      panel.whole, on: pen, strong, x: x, left: left, right: x + width, y: line, height: heights[0] - 1.5,
      unit: unit, fill: Theme.olderBare)
    line += heights[0]
    for (place, index) in range.enumerated() {
      if panel.rows.indices.contains(index) {
        draw(
          panel.rows[index], on: pen, label, x: x, left: left, right: x + width, y: line,
          height: heights[place + 1], unit: unit, fill: Theme.older)
      }
      line += heights[place + 1]
    }
  }

  private func draw(
    _ row: DistrictRanking.Row, on pen: SheetPen, _ type: TextStyle, x: Double, left: Double, right: Double,
    y: Double, height: Double, unit: Double, fill: Color
  ) {
    let middle = y + height / 2
    let name = block(row, type, left - x)
    pen.paragraph(name, x: x, y: middle - pen.height(name) / 2)
    let numbers = [row.now, row.then].map { $0.map(DistrictRanking.percent) ?? "—" }
    pen.line("\(numbers[0]) → \(numbers[1])%", type, x: right, baseline: middle + 1.1, .trailing)
    let thick = min(3.4 + Self.airOfFew(range.count) * 0.35, height * 0.62)
    if let then = row.then {
      pen.fill(.rect(.mm(left, middle - thick / 2, then * unit, thick)), fill)
    }
    if let likely = row.likely {
      let (low, high) = (left + likely.lowerBound * unit, left + likely.upperBound * unit)
      pen.rule(x: low, y: middle, width: high - low, color: style.ink, weight: 0.35)
      for end in [low, high] {
        pen.upright(x: end, y: middle - 0.8, height: 1.6, color: style.ink, weight: 0.3)
      }
    }
    if let now = row.now {
      let circle = Path.circle(center: Point(.mm(left + now * unit), .mm(middle)), radius: .mm(1.05))
      pen.fill(circle, Theme.white)
      pen.stroke(circle, style.ink, 0.35)
    }
  }

  /// What the signs mean.
  static func legend(
    _ panels: [DistrictRanking], style: NewsletterStyle, language: Language, measurer: any TextMeasurer
  ) -> ChartLegendItem {
    var entries: [ChartLegendItem.Entry] = []
    if let panel = panels.first {
      entries.append(.init(words: CityWords.now(panel.baseYear), sign: .circle(style.ink)))
      entries.append(.init(words: CityWords.then(panel.laterYear), sign: .band(.solid(Theme.older), nil)))
    }
    if panels.contains(where: { $0.rows.contains { $0.likely != nil } }) {
      entries.append(.init(words: ChanceWords.likely, sign: .span(style.ink)))
    }
    entries.append(.init(words: CityWords.whole, sign: .line(style.accent, 0.35, dash: dashes)))
    return ChartLegendItem(entries: entries, style: style, language: language, measurer: measurer)
  }
}
