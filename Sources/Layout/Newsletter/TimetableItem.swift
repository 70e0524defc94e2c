import Diagnostics
import Picture
import Workshop

/// What happened when, as everybody may see it: clock times, minutes, items and their steps; not who was in charge.
struct TimetableItem: FlowItem {
  let style: NewsletterStyle
  let language: Language
  let measurer: any TextMeasurer
  private var rows: [Row]
  /// What stands over each column of times.
  private let heads: [String]

  private struct Row {
    /// By column.
    var times: [String]
    var minutes: String
    var title: String
    var content: String
    var steps: [String]
    var isBreak: Bool
  }

  var spaceBefore: Double { 1 }
  var stretch: Double { Double(rows.count) * 2.5 }
  var told: String { rows.first?.title ?? "" }

  private static let padding = 1.7

  init(_ timetable: Timetable, style: NewsletterStyle, language: Language, measurer: any TextMeasurer) {
    self.style = style
    self.language = language
    self.measurer = measurer
    // Two runs share a column, the second one's times in brackets; more have one each.
    let isByRun = timetable.runs.count > 2
    func texts(_ times: [ClockTime]) -> [String] { isByRun ? times.map(\.text) : [Timetable.text(times)] }
    heads =
      isByRun
      ? timetable.runs.indices.map { TimetableSheet.run($0 + 1)(in: language) }
      : [TimetableSheet.columns[0](in: language)]
    let unit = (language == .ja ? "" : " ") + TimetableSheet.minutes(in: language)
    rows = timetable.items.enumerated().map { index, item in
      Row(
        times: texts(timetable.starts(of: index)), minutes: String(item.minutes), title: item.title,
        content: item.content ?? "", steps: item.steps.map { "\($0.title)  \($0.minutes)\(unit)" },
        isBreak: item.isBreak)
    }
    rows.append(
      Row(
        times: texts(timetable.ends), minutes: "", title: TimetableSheet.end(in: language), content: "",
        steps: [], isBreak: false))
  }

  private var look: TextStyle { style.style(style.body, leading: 1.35) }
  private var strong: TextStyle { style.style(style.body, .bold, leading: 1.35) }

  private func timeWidth() -> Double {
    let pen = SheetPen(measurer)
    return (rows.flatMap(\.times).map { pen.width($0, strong) } + heads.map { pen.width($0, style.note) })
      .max()
      .map { $0 + 4 } ?? 0
  }
  private var minutesWidth: Double { SheetPen(measurer).width("000", look) + 4 }
  private func what(_ width: Double) -> Double {
    max(20, width - timeWidth() * Double(heads.count) - minutesWidth - 2)
  }

  private func blocks(_ row: Row, _ width: Double) -> [TextBlock] {
    let room = what(width)
    let quiet = style.style(style.body - 1, color: Theme.muted, leading: 1.4)
    return [Prose(measurer).block(row.title, strong, width: room)]
      + ([row.content] + row.steps).filter { !$0.isEmpty }.map {
        Prose(measurer).block($0, quiet, width: room)
      }
  }

  private func rowHeight(_ row: Row, _ width: Double) -> Double {
    blocks(row, width).reduce(2 * Self.padding) { $0 + Prose(measurer).height($1) }
  }

  private var headHeight: Double { 5.5 }

  func height(width: Double) -> Double { rows.reduce(headHeight) { $0 + rowHeight($1, width) } }

  func split(width: Double, room: Double) -> (head: any FlowItem, tail: any FlowItem)? {
    func part(_ range: Range<Int>) -> TimetableItem {
      var part = self
      part.rows = Array(rows[range])
      return part
    }
    let count = Cut.most(rows.count, room: room) { part(0..<$0).height(width: width) }
    guard count >= 2, rows.count - count >= 2 else { return nil }
    return (part(0..<count), part(count..<rows.count))
  }

  func draw(on pen: SheetPen, x: Double, y: Double, width: Double, height: Double) {
    pen.group(.table) { drawTable(on: pen, x: x, y: y, width: width, height: height) }
  }

  private func drawTable(on pen: SheetPen, x: Double, y: Double, width: Double, height: Double) {
    let time = timeWidth()
    let whatX = x + time * Double(heads.count) + minutesWidth + 2
    pen.group(.row) {
      for (column, head) in heads.enumerated() {
        pen.group(.headerCell) {
          pen.line(head, style.note, x: x + 1 + Double(column) * time, baseline: y + 3.4)
        }
      }
      pen.group(.headerCell) {
        pen.line(
          TimetableSheet.columns[1](in: language), style.note, x: whatX - 4, baseline: y + 3.4, .trailing)
      }
      pen.group(.headerCell) {
        pen.line(TimetableSheet.columns[2](in: language), style.note, x: whatX, baseline: y + 3.4)
      }
    }
    let more = max(0, height - self.height(width: width)) / Double(max(1, rows.count))
    var top = y + headHeight
    for row in rows {
      let high = rowHeight(row, width) + more
      let drop = top + Self.padding + more / 2
      if row.isBreak { pen.panel(.mm(x, top, width, high), style.ground, radius: 0) }
      pen.rule(x: x, y: top, width: width)
      pen.group(.row) {
        for (column, text) in row.times.enumerated() {
          pen.group(.cell) {
            pen.paragraph(
              TextBlock(text, strong, width: .mm(time - 1)), x: x + 1 + Double(column) * time, y: drop)
          }
        }
        pen.group(.cell) {
          pen.paragraph(
            TextBlock(row.minutes, look, width: .mm(minutesWidth - 3), alignment: .trailing),
            x: whatX - 4 - (minutesWidth - 3), y: drop)
        }
        pen.group(.cell) {
          var line = drop
          for block in blocks(row, width) { line += pen.paragraph(block, x: whatX, y: line) }
        }
      }
      top += high
    }
    pen.rule(x: x, y: top, width: width, color: style.ink, weight: 0.3)
  }
}
