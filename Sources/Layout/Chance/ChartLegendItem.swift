import Diagnostics
import Picture

/// What the signs of a chart mean: each as it is drawn there, with its words.
struct ChartLegendItem: FlowItem {
  /// A sign with its words.
  struct Entry {
    var words: Phrase
    var sign: Sign
  }

  /// How a sign is drawn.
  enum Sign {
    /// A line as thick as this, in millimetres; with dashes, if any.
    case line(Color, Double, dash: [Double] = [])
    /// A surface; its edges above and below drawn with these dashes, nil where they are not drawn.
    case band(Paint, Color?, dash: [Double] = [])
    /// An outline.
    case frame(Paint, Color)
    /// A small circle.
    case circle(Color)
    /// A line from one end to another, with a stroke across each.
    case span(Color)
  }

  let entries: [Entry]
  let style: NewsletterStyle
  let language: Language
  let measurer: any TextMeasurer

  var spaceBefore: Double { 3 }

  private static let sign = 9.0
  private static let row = 5.2
  private var text: TextStyle { style.style(8.5) }

  private func rows(_ width: Double) -> [[Entry]] {
    let pen = SheetPen(measurer)
    var rows: [[Entry]] = [[]]
    var used = 0.0
    for entry in entries {
      let own = Self.sign + 2 + pen.width(entry.words(in: language), text)
      if used + own > width, used > 0 {
        rows.append([])
        used = 0
      }
      rows[rows.count - 1].append(entry)
      used += own + 6
    }
    return rows
  }

  private func block(_ entry: Entry, _ width: Double) -> TextBlock {
    Prose(measurer).block(entry.words(in: language), text, width: width - Self.sign - 2)
  }

  /// A row is one line high, unless its only words are longer than the width.
  private func height(_ row: [Entry], _ width: Double) -> Double {
    guard row.count == 1, let entry = row.first else { return Self.row }
    return max(Self.row, Prose(measurer).height(block(entry, width)) + 1.2)
  }

  func height(width: Double) -> Double { rows(width).reduce(0) { $0 + height($1, width) } }

  func draw(on pen: SheetPen, x: Double, y: Double, width: Double, height: Double) {
    pen.group(.paragraph, mark: Mark(.legend)) {
      var top = y
      for row in rows(width) {
        var left = x
        for entry in row {
          draw(entry.sign, on: pen, x: left, middle: top + 2.4)
          let block = block(entry, width)
          pen.paragraph(block, x: left + Self.sign + 2, y: top + 2.4 - lineMiddle(block))
          left += Self.sign + 8 + pen.width(entry.words(in: language), text)
        }
        top += self.height(row, width)
      }
    }
  }

  /// From the upper edge of a block to the middle of its first line.
  private func lineMiddle(_ block: TextBlock) -> Double {
    let extent = measurer.extent(of: block)
    return extent.logical.height.mm / Double(max(1, extent.lines)) / 2
  }

  private func draw(_ sign: Sign, on pen: SheetPen, x: Double, middle: Double) {
    func level(_ y: Double) -> Path {
      .polyline([Point(.mm(x), .mm(y)), Point(.mm(x + Self.sign), .mm(y))])
    }
    let box = Rect.mm(x, middle - 1.7, Self.sign, 3.4)
    switch sign {
    case .line(let color, let weight, let dash): pen.stroke(level(middle), color, weight, dash: dash)
    case .band(let paint, let edge, let dash):
      pen.add(.shape(Shape(.rect(box), fill: paint)))
      if let edge {
        for y in [middle - 1.7, middle + 1.7] { pen.stroke(level(y), edge, 0.2, dash: dash) }
      }
    case .circle(let color):
      let circle = Path.circle(center: Point(.mm(x + Self.sign / 2), .mm(middle)), radius: .mm(1.05))
      pen.stroke(circle, color, 0.35)
    case .span(let color):
      pen.stroke(level(middle), color, 0.35)
      for end in [x, x + Self.sign] {
        pen.upright(x: end, y: middle - 0.8, height: 1.6, color: color, weight: 0.3)
      }
    case .frame(let paint, let edge):
      pen.add(.shape(Shape(.rect(box), fill: paint)))
      pen.frame(box, color: edge, weight: 0.25)
    }
  }
}

extension ChartLegendItem {
  /// Of fan charts.
  static func fan(
    hasRule: Bool, style: NewsletterStyle, language: Language, measurer: any TextMeasurer
  ) -> ChartLegendItem {
    var entries = [
      Entry(words: ChanceWords.median, sign: .line(style.ink, 0.7)),
      Entry(words: ChanceWords.likely, sign: .band(.solid(Theme.older), Theme.muted)),
      Entry(
        words: ChanceWords.wide, sign: .band(.solid(Theme.wideBand), Theme.muted, dash: FanChartItem.dots)),
    ]
    if hasRule {
      entries.append(
        Entry(words: ChanceWords.byRule, sign: .line(style.accent, 0.5, dash: FanChartItem.dashes)))
    }
    return ChartLegendItem(entries: entries, style: style, language: language, measurer: measurer)
  }

  /// Of pyramids.
  static func pyramid(
    baseYear: Int, style: NewsletterStyle, language: Language, measurer: any TextMeasurer
  ) -> ChartLegendItem {
    ChartLegendItem(
      entries: [
        Entry(words: ChanceWords.outline(baseYear), sign: .frame(.solid(Theme.white), style.ink)),
        Entry(words: ChanceWords.filled, sign: .band(.solid(Theme.older), nil)),
      ], style: style, language: language, measurer: measurer)
  }

  /// Of lines of life.
  /// - Parameter hasStrangers: whether a household that nobody knows may live there.
  static func life(
    hasStrangers: Bool, style: NewsletterStyle, language: Language, measurer: any TextMeasurer
  ) -> ChartLegendItem {
    let strangers = Entry(
      words: ChanceWords.strangers, sign: .frame(ChanceStep.likelyLivedIn.paint(spacing: 3), style.ink))
    return ChartLegendItem(
      entries: [
        Entry(words: ChanceWords.ribbon, sign: .band(.solid(Theme.lifeRibbon), nil)),
        Entry(words: ChanceWords.bar, sign: .line(style.accent, 0.7)),
        Entry(words: ChanceWords.vacantChance, sign: .frame(.solid(style.ink), style.ink)),
      ] + (hasStrangers ? [strangers] : []), style: style, language: language, measurer: measurer)
  }
}
