import Diagnostics
import Picture
import Workshop

/// The timetable as a table: clock time, item, content, person in charge. Two runs of a day share a column, the second
/// one's times in brackets, `9:05 (13:35)`; three and more have a column each, and no more than six stand on a sheet.
public struct TimetableSheet {
  private let timetable: Timetable?
  private let heading: String
  private let details: [String]
  private let language: Language
  private let pen: SheetPen

  private static let left = 16.0
  private static let width = 178.0
  private static let bottom = 297.0 - 16
  private static let padding = 2.4

  /// - Parameters:
  ///   - timetable: nil gives a sheet to fill in by hand.
  ///   - heading: the workshop's title.
  ///   - details: day, time and place, as they should be printed.
  public init(
    _ timetable: Timetable?, heading: String, details: [String] = [], language: Language,
    measurer: any TextMeasurer
  ) {
    self.timetable = timetable
    self.heading = heading
    self.details = details
    self.language = language
    pen = SheetPen(measurer)
  }

  static let name = Phrase(ja: "時間割", en: "Timetable")
  static let columns = [
    Phrase(ja: "時刻", en: "Time"), Phrase(ja: "分", en: "Min"), Phrase(ja: "内容", en: "What"),
    Phrase(ja: "担当", en: "Who"),
  ]
  static let end = Phrase(ja: "終了", en: "End")
  static let minutes = Phrase(ja: "分", en: "min")

  /// Runs whose times stand together on a sheet.
  private static let mostColumns = 6

  /// A line of the table: an item, or the end of everything.
  private struct Row {
    /// By column.
    var times: [String]
    var minutes: String
    var title: String
    var content: String
    var steps: [(times: [String], minutes: String, title: String)]
    var lead: String
    var isBreak: Bool
  }

  private struct Grid {
    var size: Double
    /// The width of a column of times.
    var time: Double
    /// What stands over each column of times.
    var heads: [String]
    var minutes = 12.0
    var lead = 30.0
    var times: Double { time * Double(heads.count) }
    var what: Double { TimetableSheet.width - times - minutes - lead }
    /// Whether steps have their times where the items have theirs.
    var isByRun: Bool { heads.count > 1 }
  }

  /// The sheets, A4 upright; a long timetable goes on on a next one.
  public func pages() -> [Page] {
    guard let timetable else { return [blank()] }
    var pages: [Page] = []
    for runs in Self.sheets(timetable.runs.count) {
      let heads =
        timetable.runs.count > 2
        ? runs.map { Self.run($0 + 1)(in: language) } : [Self.columns[0](in: language)]
      let rows = rows(timetable, runs)
      let grid = grid(rows, heads)
      var rest = rows[...]
      while !rest.isEmpty {
        var used = 0.0
        var count = 0
        for row in rest {
          used += height(row, grid)
          if used > room + 0.001, count > 0 { break }
          count += 1
        }
        pages.append(page(Array(rest.prefix(count)), grid, isFirst: pages.isEmpty))
        rest = rest.dropFirst(count)
      }
    }
    return pages
  }

  /// The runs of each sheet, evenly shared out.
  private static func sheets(_ runs: Int) -> [Range<Int>] {
    let count = max(1, (runs + mostColumns - 1) / mostColumns)
    return (0..<count).map { runs * $0 / count..<runs * ($0 + 1) / count }
  }

  static func run(_ number: Int) -> Phrase { Phrase(ja: "\(number)回目", en: "Run \(number)") }

  /// What rows may take on a sheet.
  private var room: Double { Self.bottom - tableTop - 7 }
  /// Less than this is too narrow for words, in millimetres.
  private static let narrowest = 48.0

  /// The largest type in which everything stands on one sheet.
  private func grid(_ rows: [Row], _ heads: [String]) -> Grid {
    let times = rows.flatMap { row in row.times + (heads.count > 1 ? row.steps.flatMap(\.times) : []) }
    let stepTimes = heads.count > 1 ? [] : rows.flatMap { $0.steps.flatMap(\.times) }
    var grid = Grid(size: 8, time: 20, heads: heads)
    for size in [12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8] {
      let strong = SheetType().style(size, .bold)
      grid.size = size
      let widest = (times + stepTimes).map { pen.width($0, strong) }.max() ?? 16
      grid.time =
        (heads.count > 3 ? 3.5 : 4) + max(widest, heads.map { pen.width($0, SheetType().label) }.max() ?? 0)
      grid.minutes = 4 + pen.width("000", SheetType().style(size))
      if grid.what >= Self.narrowest, rows.reduce(0, { $0 + height($1, grid) }) <= room { break }
    }
    return grid
  }

  private func rows(_ timetable: Timetable, _ runs: Range<Int>) -> [Row] {
    func texts(_ times: [ClockTime]) -> [String] {
      times.count > 2 ? times[runs].map(\.text) : [Timetable.text(times)]
    }
    var rows = timetable.items.enumerated().map { index, item in
      Row(
        times: texts(timetable.starts(of: index)), minutes: String(item.minutes), title: item.title,
        content: item.content ?? "",
        steps: item.steps.enumerated().map { number, step in
          (texts(timetable.starts(of: index, step: number)), String(step.minutes), step.title)
        }, lead: item.lead ?? "", isBreak: item.isBreak)
    }
    rows.append(
      Row(
        times: texts(timetable.ends), minutes: "", title: Self.end(in: language), content: "", steps: [],
        lead: "", isBreak: false))
    return rows
  }

  // MARK: - Measures

  /// A title too long for one line is set in several, and everything below moves down.
  private func title() -> TextBlock {
    let style = pen.fitting(heading, width: Self.width, sizes: [20, 18, 16, 14, 12, 11, 10]) {
      SheetType().style($0, .bold)
    }
    return Prose(pen.measurer).block(heading, style, width: Self.width)
  }
  private var lowered: Double { max(0, pen.height(title()) - 9.2) }
  private var tableTop: Double { 50 + lowered }

  private func title(_ row: Row, _ grid: Grid) -> TextBlock {
    Prose(pen.measurer).block(
      row.title, SheetType().style(grid.size, .bold, leading: 1.4), width: grid.what - 4)
  }

  private func content(_ row: Row, _ grid: Grid) -> TextBlock {
    let style = SheetType().style(max(8, grid.size - 1), color: Theme.muted, leading: 1.4)
    return Prose(pen.measurer).block(row.content, style, width: grid.what - 4)
  }

  private func step(_ text: String, _ grid: Grid) -> TextBlock {
    Prose(pen.measurer).block(
      text, SheetType().style(max(8, grid.size - 1), leading: 1.4), width: grid.what - stepRoom(grid) - 4)
  }

  /// What steps keep free for their own times and minutes, where these do not stand in columns.
  private func stepRoom(_ grid: Grid) -> Double { grid.isByRun ? 0 : stepTime(grid) + 15.5 }
  private func stepTime(_ grid: Grid) -> Double { grid.time - 2 }

  private func lead(_ row: Row, _ grid: Grid) -> TextBlock {
    Prose(pen.measurer).block(row.lead, SheetType().style(grid.size, leading: 1.4), width: grid.lead - 4)
  }

  private func height(_ row: Row, _ grid: Grid) -> Double {
    let steps = row.steps.reduce(row.steps.isEmpty ? 0 : 1.2) { $0 + pen.height(step($1.title, grid)) + 0.8 }
    let what = pen.height(title(row, grid)) + pen.height(content(row, grid)) + steps
    return max(what, pen.height(lead(row, grid))) + 2 * Self.padding
  }

  // MARK: - Drawing

  private func drawHead(isFirst: Bool) {
    let name = Self.name(in: language) + (isFirst ? "" : PersonaWords.continued(in: language))
    pen.line(name, SheetType().style(10, .bold, color: Theme.accent), x: Self.left, baseline: 20)
    pen.group(.heading1, mark: Mark(.title)) {
      let block = title()
      // One line stands on its baseline, whatever its size.
      if pen.measurer.extent(of: block).lines == 1 {
        pen.line(heading, block.spans[0].style, x: Self.left, baseline: 30)
      } else {
        pen.paragraph(block, x: Self.left, y: 23.5)
      }
    }
    let detail = details.joined(separator: "　")
    if !detail.isEmpty {
      let style = pen.fitting(detail, width: Self.width, sizes: [10, 9.5, 9, 8.5, 8]) {
        SheetType().style($0, color: Theme.muted)
      }
      pen.line(detail, style, x: Self.left, baseline: 37.5 + lowered)
    }
    pen.rule(x: Self.left, y: 42 + lowered, width: Self.width, color: Theme.ink, weight: 0.5)
  }

  private func page(_ rows: [Row], _ grid: Grid, isFirst: Bool) -> Page {
    drawHead(isFirst: isFirst)
    pen.group(.table) { drawTable(rows, grid) }
    return Page(
      size: .a4, title: Self.name(in: language), summary: "\(Self.name(in: language)) \(heading)",
      items: pen.take())
  }

  private func drawTable(_ rows: [Row], _ grid: Grid) {
    let label = SheetType().label
    let whatX = Self.left + grid.times + grid.minutes
    let baseline = tableTop - 2.5
    func head(_ text: String, x: Double, _ alignment: TextAlignment = .leading) {
      pen.group(.headerCell) { pen.line(text, label, x: x, baseline: baseline, alignment) }
    }
    pen.group(.row) {
      for (column, words) in grid.heads.enumerated() {
        head(words, x: Self.left + 1 + Double(column) * grid.time)
      }
      head(Self.columns[1](in: language), x: whatX - 3, .trailing)
      head(Self.columns[2](in: language), x: whatX + 2)
      head(Self.columns[3](in: language), x: Self.left + Self.width - grid.lead + 2)
    }
    let natural = rows.map { height($0, grid) }
    let spare = max(0, Self.bottom - tableTop - natural.reduce(0, +))
    let extra = min(spare / Double(max(1, rows.count)), 7)
    var y = tableTop
    for (index, row) in rows.enumerated() {
      let height = natural[index] + extra
      pen.group(.row) { draw(row, grid, y: y, height: height, drop: Self.padding + extra / 2) }
      y += height
    }
    pen.rule(x: Self.left, y: y, width: Self.width, color: Theme.ink, weight: 0.3)
  }

  private func draw(_ row: Row, _ grid: Grid, y: Double, height: Double, drop: Double) {
    if row.isBreak { pen.panel(.mm(Self.left, y, Self.width, height), Theme.ground, radius: 0) }
    pen.rule(x: Self.left, y: y, width: Self.width)
    let type = SheetType()
    let strong = type.style(grid.size, .bold, leading: 1.4)
    let plain = type.style(grid.size, leading: 1.4)
    let small = type.style(max(8, grid.size - 1), color: Theme.muted, leading: 1.4)
    draw(row.times, row.minutes, times: strong, minutes: plain, grid, y: y + drop, role: .cell)
    let x = Self.left + grid.times + grid.minutes + 2
    pen.group(.cell) { drawWhat(row, grid, small: small, x: x, top: y + drop) }
    pen.group(.cell) {
      pen.paragraph(lead(row, grid), x: Self.left + Self.width - grid.lead + 2, y: y + drop)
    }
  }

  /// The item with what it is about and its steps.
  private func drawWhat(_ row: Row, _ grid: Grid, small: TextStyle, x: Double, top: Double) {
    var top = top
    top += pen.paragraph(title(row, grid), x: x, y: top)
    top += pen.paragraph(content(row, grid), x: x, y: top)
    if !row.steps.isEmpty { top += 1.2 }
    for part in row.steps {
      if grid.isByRun {
        draw(part.times, part.minutes, times: small, minutes: small, grid, y: top)
      } else {
        pen.paragraph(
          TextBlock(part.times.joined(), small, width: .mm(stepTime(grid))), x: x, y: top)
        pen.paragraph(
          TextBlock(
            "\(part.minutes)\(language == .ja ? "" : " ")\(Self.minutes(in: language))", small,
            width: .mm(13), alignment: .trailing),
          x: x + stepTime(grid), y: top)
      }
      top += pen.paragraph(step(part.title, grid), x: x + stepRoom(grid), y: top) + 0.8
    }
  }

  /// The times by column and the minutes after them.
  private func draw(
    _ words: [String], _ count: String, times: TextStyle, minutes: TextStyle, _ grid: Grid, y: Double,
    role: StructureRole = .paragraph
  ) {
    for (column, time) in words.enumerated() {
      let x = Self.left + 1 + Double(column) * grid.time
      pen.group(role) { pen.paragraph(TextBlock(time, times, width: .mm(grid.time - 1)), x: x, y: y) }
    }
    pen.group(role) {
      pen.paragraph(
        TextBlock(count, minutes, width: .mm(grid.minutes - 3), alignment: .trailing),
        x: Self.left + grid.times, y: y)
    }
  }

  /// A table of empty lines.
  private func blank() -> Page {
    drawHead(isFirst: true)
    let edges = [0.0, 30, 44, 148]
    for (index, edge) in edges.enumerated() {
      pen.line(
        Self.columns[index](in: language), SheetType().label, x: Self.left + edge + 1.5,
        baseline: tableTop - 2.5)
    }
    let rows = 15
    let height = (Self.bottom - tableTop) / Double(rows)
    for row in 0...rows { pen.rule(x: Self.left, y: tableTop + Double(row) * height, width: Self.width) }
    for edge in edges.dropFirst() {
      pen.upright(x: Self.left + edge, y: tableTop - 7, height: Self.bottom - tableTop + 7)
    }
    return Page(
      size: .a4, title: Self.name(in: language), summary: "\(Self.name(in: language)) \(heading)",
      items: pen.take())
  }
}
