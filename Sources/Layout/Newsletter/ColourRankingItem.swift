import Diagnostics
import Picture
import Workshop

/// One table's colours from fitting to unfitting, as patches with their names.
struct ColourRankingItem: FlowItem {
  var ranking: ColourRanking
  let style: NewsletterStyle
  let language: Language
  let measurer: any TextMeasurer
  /// How many colours the longest ranking beside it has: patches of all tables are equally large.
  var most = 1
  /// How wide the widest word of all their names is at 8 points, in millimetres.
  var widest = 0.0
  /// Whether it stands alone as a graphic, which is told in words as a whole; on a page it is a table.
  var isGraphic = false

  var spaceBefore: Double { 3 }
  /// Higher patches, where a page has much room.
  var stretch: Double { style.give > BarsItem.usualGive ? 6 : 0 }
  private static let left = 24.0

  private func cell(_ width: Double) -> Double {
    min(30, max(16, widest + 2.6, (width - Self.left) / Double(max(1, most, ranking.colours.count))))
  }
  private func perRow(_ width: Double) -> Int { max(1, Int((width - Self.left + 0.01) / cell(width))) }
  private func name(_ colour: NamedColour, _ width: Double) -> TextBlock {
    Prose(measurer).block(
      colour.name, style.style(8, leading: 1.3), width: cell(width) - 2, alignment: .center)
  }
  private func rowHeight(_ width: Double) -> Double {
    9.5 + (ranking.colours.map { Prose(measurer).height(name($0, width)) }.max() ?? 0)
  }

  private func table(_ width: Double) -> TextBlock {
    Prose(measurer).block(
      ranking.table, style.style(style.body, .bold, leading: 1.35), width: Self.left - 4)
  }

  func height(width: Double) -> Double {
    let rows = (ranking.colours.count + perRow(width) - 1) / perRow(width)
    return max(Double(max(1, rows)) * (rowHeight(width) + 2), Prose(measurer).height(table(width)) + 3)
  }

  var told: String { ranking.table }

  func split(width: Double, room: Double) -> (head: any FlowItem, tail: any FlowItem)? {
    let rows = Int((room + 0.01) / (rowHeight(width) + 2))
    let count = rows * perRow(width)
    guard rows >= 1, count < ranking.colours.count else { return nil }
    var (head, tail) = (self, self)
    head.ranking.colours = Array(ranking.colours[..<count])
    tail.ranking.colours = Array(ranking.colours[count...])
    let more = PersonaWords.continued(in: language)
    if !ranking.table.hasSuffix(more) { tail.ranking.table += more }
    return head.height(width: width) <= room + 0.01 ? (head, tail) : nil
  }

  func draw(on pen: SheetPen, x: Double, y: Double, width: Double, height: Double) {
    if isGraphic {
      pen.group(.figure, alternative: words) {
        pen.paragraph(table(width), x: x, y: y + 1.5)
        drawColours(on: pen, x: x, y: y, width: width, height: height)
      }
      return
    }
    pen.group(.table) {
      pen.group(.row) {
        pen.group(.headerCell) { pen.paragraph(table(width), x: x, y: y + 1.5) }
        drawColours(on: pen, x: x, y: y, width: width, height: height)
      }
    }
  }

  /// The colours in their order, for those who do not see them.
  private var words: String {
    let names = ranking.colours.map(\.name)
    return NewsletterWords.ranked(ranking.table, names)(in: language)
  }

  private func drawColours(on pen: SheetPen, x: Double, y: Double, width: Double, height: Double) {
    let rows = Double(max(1, (ranking.colours.count + perRow(width) - 1) / perRow(width)))
    let more = max(0, height - self.height(width: width)) / rows
    drawColours(on: pen, x: x, y: y, width: width, more: more)
  }

  /// - Parameter more: how much higher than it need be a row is.
  private func drawColours(on pen: SheetPen, x: Double, y: Double, width: Double, more: Double) {
    for (index, colour) in ranking.colours.enumerated() {
      let left = x + Self.left + Double(index % perRow(width)) * cell(width)
      let top = y + Double(index / perRow(width)) * (rowHeight(width) + 2 + more)
      let patch = Rect.mm(left + 1, top, cell(width) - 2, 8 + more / 2)
      if let color = colour.color { pen.panel(patch, color, radius: 1) }
      pen.frame(patch, color: Theme.muted, weight: 0.2, radius: 1)
      if colour.color == nil {
        // A colour of which only the name is known is not white.
        let words = NewsletterWords.noSwatch(in: language)
        pen.group(.artifact) {
          pen.centred(
            words, style.style(8, color: Theme.muted), x: patch.midX.mm, y: patch.midY.mm)
        }
      }
      pen.group(isGraphic ? nil : .cell) {
        pen.paragraph(name(colour, width), x: left + 1, y: top + 9 + more / 2)
      }
    }
  }
}
