import Diagnostics
import Picture
import Workshop

/// Bars with their names at the left and their numbers at the right. What the bar says the number says too, and bars
/// differ by length alone, so that one colour is enough.
struct BarsItem: FlowItem {
  struct Bar: Hashable {
    var name: String
    var count: Int
    /// As it is printed: 61%（22人）.
    var value: String
  }

  var bars: [Bar]
  /// The count that fills the whole room.
  let full: Int
  /// What the bars show, for those who cannot see them.
  let title: String
  let style: NewsletterStyle
  let measurer: any TextMeasurer
  var columns = 1
  /// Other bars that stand above or below: all begin and end alike.
  var company: [Bar] = []
  /// What stands above bars that go on from the page before; empty where these are the first.
  var continued = ""
  /// How that is written.
  var continuedTitle = ""

  var spaceBefore: Double { 1 }
  var told: String { bars.max { $0.name.count < $1.name.count }?.name ?? title }
  /// By how much of the type's size, in millimetres to the point, a row may grow: bars become thicker and stand farther
  /// apart. A sheet of their own asks for more than a page that holds much else.
  var give: Double { style.give }
  static let usualGive = 0.2
  static let largestGive = 0.75
  var stretch: Double { Double((bars.count + columns - 1) / max(1, columns)) * style.body * give }

  private static let gap = 7.0
  private func columns(_ width: Double) -> Int { width >= 120 && bars.count > 1 ? columns : 1 }
  private func columnWidth(_ width: Double) -> Double {
    (width - Double(columns(width) - 1) * Self.gap) / Double(columns(width))
  }
  private var look: TextStyle { style.style(style.body, leading: 1.35) }
  private var strong: TextStyle { style.style(style.body, .bold, leading: 1.35) }

  /// How a column is shared out.
  private struct Shares {
    var names: Double
    var values: Double
    /// Where a column is so narrow that bars would be too short to be told apart, each stands below its name.
    var isBelow: Bool
  }

  /// Every name and every number is measured for it.
  private func shares(_ width: Double) -> Shares {
    let (column, values) = (columnWidth(width), valueWidth)
    let widest = (bars + company).map { SheetPen(measurer).width($0.name, look) }.max() ?? 0
    if column - min(widest + 1, column * 0.52) - values - 4 < Self.shortestBar {
      return Shares(names: max(8, column - values - 2), values: values, isBelow: true)
    }
    return Shares(
      names: min(widest + 1, column * (column < 70 ? 0.52 : 0.42)), values: values, isBelow: false)
  }
  private static let shortestBar = 10.0

  /// The width from which on bars are long enough to be told apart.
  var leastWidth: Double {
    (bars.map { SheetPen(measurer).width($0.name, look) }.max() ?? 0) + 1 + valueWidth + 18
  }
  private var valueWidth: Double {
    ((bars + company).map { SheetPen(measurer).width($0.value, strong) }.max() ?? 0) + 2
  }
  private func name(_ bar: Bar, _ names: Double) -> TextBlock {
    Prose(measurer).block(bar.name, look, width: names)
  }
  private func rowHeight(_ bar: Bar, _ shares: Shares) -> Double {
    let words = Prose(measurer).height(name(bar, shares.names)) + 1.1
    return shares.isBelow ? words + thickness + 2 : max(style.body * 0.62, words)
  }
  /// How thick a bar is that stands as closely as it may.
  private var thickness: Double { style.body * 1.35 * 25.4 / 72 * 0.62 }

  private func rows(_ width: Double) -> [[Bar]] {
    let count = columns(width)
    let rows = (bars.count + count - 1) / max(1, count)
    return stride(from: 0, to: bars.count, by: max(1, rows)).map {
      Array(bars[$0..<min(bars.count, $0 + rows)])
    }
  }

  func height(width: Double) -> Double {
    let shares = shares(width)
    let heights = rows(width).map { $0.reduce(0) { $0 + rowHeight($1, shares) } }
    return (heights.max() ?? 0) + continuedHeight(width)
  }

  private func continuedBlock(_ width: Double) -> TextBlock {
    Prose(measurer).block(continued, style.note, width: width)
  }
  private func continuedHeight(_ width: Double) -> Double {
    continued.isEmpty ? 0 : Prose(measurer).height(continuedBlock(width)) + 1.5
  }

  /// A short list is not worth tearing; what is no higher than this is short, however many bars it has.
  private static let longestWhole = 100.0

  func split(width: Double, room: Double) -> (head: any FlowItem, tail: any FlowItem)? {
    guard bars.count > 8 * columns(width) || height(width: width) > Self.longestWhole else { return nil }
    // Three bars at least stand on either side; where each is as high as three, one.
    let isHigh = height(width: width) > 18 * Double(rows(width).map(\.count).max() ?? 1)
    return parted(width, room, least: isHigh ? 1 : 3)
  }

  func torn(width: Double, room: Double) -> (head: any FlowItem, tail: any FlowItem)? {
    parted(width, room, least: 1)
  }

  private func parted(
    _ width: Double, _ room: Double, least: Int
  ) -> (head: any FlowItem, tail: any FlowItem)? {
    func part(_ range: Range<Int>) -> BarsItem {
      var part = self
      part.bars = Array(bars[range])
      part.company = company + bars
      if range.lowerBound > 0 { part.continued = continuedTitle }
      return part
    }
    let most = Cut.most(bars.count, room: room) { part(0..<$0).height(width: width) }
    let count = min(most, bars.count - least)
    guard count >= least else { return nil }
    return (part(0..<count), part(count..<bars.count))
  }

  func draw(on pen: SheetPen, x: Double, y: Double, width: Double, height: Double) {
    let words = bars.map { "\($0.name) \($0.value)" }.joined(separator: "、")
    let longest = rows(width).map(\.count).max() ?? 1
    let more = max(0, height - self.height(width: width)) / Double(max(1, longest))
    let shares = shares(width)
    pen.group(.figure, alternative: title.isEmpty ? words : "\(title): \(words)") {
      var left = x
      pen.paragraph(continuedBlock(width), x: x, y: y)
      for column in rows(width) {
        var top = y + continuedHeight(width)
        for bar in column {
          draw(bar, on: pen, x: left, y: top + more / 2, width: columnWidth(width), shares, more: more)
          top += rowHeight(bar, shares) + more
        }
        left += columnWidth(width) + Self.gap
      }
    }
  }

  private func draw(
    _ bar: Bar, on pen: SheetPen, x: Double, y: Double, width: Double, _ shares: Shares, more: Double
  ) {
    let isBelow = shares.isBelow
    let block = name(bar, shares.names)
    let high = Prose(measurer).height(block)
    pen.paragraph(block, x: x, y: y)
    let line = style.body * 1.35 * 25.4 / 72
    let middle = y + min(high, line) / 2
    let left = isBelow ? x : x + shares.names + 3
    let room = isBelow ? width : width - shares.names - 3 - shares.values - 1
    let thick = thickness + min(more * 0.5, line * (give > Self.usualGive ? 0.6 : 0.3))
    let top = isBelow ? y + high + 0.8 : middle - thick / 2
    pen.panel(.mm(left, top, max(1, room), thick), Theme.band, radius: 0.6)
    let share = full > 0 ? min(1, Double(bar.count) / Double(full)) : 0
    if share > 0 {
      pen.panel(.mm(left, top, max(0.8, room * share), thick), style.accent, radius: 0.6)
    }
    pen.line(
      bar.value, strong, x: x + width, baseline: middle + style.body * 0.352 * 0.37, .trailing)
  }
}
