import Diagnostics
import Picture
import Workshop

/// Columns of a persona table: a narrow one for the rows' names, one for each persona. Where these would be too narrow
/// the names stand above the answers.
struct PersonaGrid {
  let personas: [Persona]
  /// All of the issue: their tables share their sizes of type.
  let set: [Persona]
  var style: NewsletterStyle
  let language: Language
  let measurer: any TextMeasurer
  /// Whether the rows have names.
  var hasLabels = true
  /// How wide the widest word of the answers is, in millimetres for a point of its size.
  private let widestWord: Double

  init(
    personas: [Persona], of set: [Persona]? = nil, style: NewsletterStyle, language: Language,
    measurer: any TextMeasurer
  ) {
    let set = set ?? personas
    self.set = set
    (self.personas, self.style) = (personas, style)
    (self.language, self.measurer) = (language, measurer)
    widestWord = WholeWords.widest(
      of: set.flatMap { persona in PersonaRow.allCases.flatMap { $0.lines(of: persona, in: language) } },
      measurer: measurer)
  }

  private static let usualLabel = 23.0
  /// A column of answers that is narrower breaks every other word.
  private static let narrowest = 36.0

  private func column(_ width: Double, beside label: Double) -> Double {
    (width - label) / Double(max(1, personas.count))
  }

  /// Whether the names of the rows stand above the answers.
  func isLabelAbove(_ width: Double) -> Bool {
    hasLabels && column(width, beside: Self.usualLabel) < Self.narrowest
  }

  /// The width of the column of names.
  func label(_ width: Double) -> Double { hasLabels && !isLabelAbove(width) ? Self.usualLabel : 0 }

  func columnWidth(_ width: Double) -> Double { column(width, beside: label(width)) }
  func x(_ column: Int, _ width: Double) -> Double { label(width) + Double(column) * columnWidth(width) }

  /// The size of the answers in points: that of running text, or as much less as lets every word stand on one line.
  func size(_ width: Double) -> Double {
    max(Theme.smallestText, min(style.body, largest(columnWidth(width))))
  }

  /// The largest size in which every word stands on a line of a column.
  private func largest(_ column: Double) -> Double {
    let room = column - 4
    return (room / (widestWord + AnswerList.indent * 25.4 / 72) * 2).rounded(.down) / 2
  }

  /// How many of these personas may stand side by side, at most `most`, so that no word is broken in type that can be
  /// read.
  func mostColumns(_ most: Int, width: Double) -> Int {
    let columns = (1...max(1, most)).reversed().first { count in
      let beside = (width - Self.usualLabel) / Double(count)
      let column = beside < Self.narrowest ? width / Double(count) : beside
      return largest(column) >= Theme.smallestText
    }
    return columns ?? 1
  }
}

/// The portraits with type and title.
struct PersonaHeads: FlowItem {
  var grid: PersonaGrid
  let pictures: [String: String]
  /// Whether the portraits stood above the part of the table before.
  var isContinued = false
  /// Whether these are the heads of a table's columns.
  var isInTable = false

  var spaceBefore: Double { 3 }
  var keepsWithNext: Bool { true }
  /// How much larger portraits may be drawn.
  var stretch: Double { isContinued ? 0 : grid.style.give > BarsItem.usualGive ? 18 : 10 }

  private func side(_ width: Double) -> Double {
    isContinued ? 0 : min(14 + 18 * grid.style.air, grid.columnWidth(width) - 6)
  }

  /// As much of it as their columns have room for.
  func mostGrowth(_ width: Double) -> Double {
    max(0, min(stretch, grid.columnWidth(width) - 6 - side(width)))
  }

  private func titles(_ width: Double) -> [TextBlock] {
    // Titles of all tables in one size: two lines, or three that can be read from afar.
    let sizes = [(12.5, 2), (11.5, 2), (11, 2), (10.5, 2), (10, 2), (10, 3), (9.5, 3), (9, 3), (8.5, 3)]
    let size = sizes.first { size, lines in
      grid.set.allSatisfy { grid.measurer.extent(of: title($0, size, width)).lines <= lines }
    }
    return grid.personas.map { balanced(title($0, size?.0 ?? Theme.smallestText, width)) }
  }

  private func title(_ persona: Persona, _ size: Double, _ width: Double) -> TextBlock {
    Prose(grid.measurer).block(
      persona.title, grid.style.style(size, .bold), width: grid.columnWidth(width) - 3, alignment: .center)
  }

  /// The same with lines about as long as each other, where more than two have become of it: no word is left alone.
  private func balanced(_ block: TextBlock) -> TextBlock {
    let lines = grid.measurer.extent(of: block).lines
    guard lines > 2, let width = block.width?.mm else { return block }
    var best = block
    for narrower in stride(from: width - 1, through: width * 0.6, by: -1) {
      var trial = block
      trial.width = .mm(narrower)
      let extent = grid.measurer.extent(of: trial)
      guard extent.lines == lines, extent.logical.width.mm <= narrower + 0.1 else { break }
      best = trial
    }
    return best
  }

  func height(width: Double) -> Double {
    side(width) + 8 + (titles(width).map { Prose(grid.measurer).height($0) }.max() ?? 0) + 4
  }

  func draw(on pen: SheetPen, x: Double, y: Double, width: Double, height: Double) {
    let titles = titles(width)
    let more = max(0, height - self.height(width: width))
    let side = isContinued ? 0 : min(side(width) + more, grid.columnWidth(width) - 6)
    for (column, persona) in grid.personas.enumerated() {
      pen.group(isInTable ? .headerCell : nil) {
        draw(persona, column, titles[column], side: side, on: pen, x: x, y: y, width: width)
      }
    }
  }

  private func draw(
    _ persona: Persona, _ column: Int, _ title: TextBlock, side: Double, on pen: SheetPen, x: Double,
    y: Double, width: Double
  ) {
    let left = x + grid.x(column, width)
    let middle = left + grid.columnWidth(width) / 2
    if !isContinued {
      pen.group(.figure, alternative: persona.title.onOneLine(grid.language)) {
        pen.add(
          .icon(Icon(persona.picture.iconName(pictures), frame: .mm(middle - side / 2, y, side, side))))
      }
    }
    pen.group(.paragraph) {
      pen.line(
        "\(PersonaWords.type(in: grid.language))\(persona.number)",
        grid.style.style(9, .bold, color: grid.style.accent), x: middle, baseline: y + side + 5.4, .center)
    }
    pen.group(.heading3) {
      pen.paragraph(
        title, x: middle - (title.width ?? .zero).mm / 2, y: y + side + 7.4)
    }
  }
}

/// The whole table of up to four personas. It is set more closely before it is cut, and where it is cut, both parts have
/// the titles above them.
struct PersonaTable: FlowItem {
  private var heads: PersonaHeads
  private var rows: [PersonaRowItem]

  init(_ grid: PersonaGrid, pictures: [String: String]) {
    heads = PersonaHeads(grid: grid, pictures: pictures)
    heads.isInTable = true
    rows = PersonaRow.allCases.compactMap { PersonaRowItem($0, grid) }
  }

  var spaceBefore: Double { heads.spaceBefore }
  var told: String { heads.grid.personas.first?.title ?? "" }
  var stretch: Double { rows.reduce(heads.stretch) { $0 + $1.stretch } }

  func height(width: Double) -> Double {
    rows.reduce(heads.height(width: width)) { $0 + $1.height(width: width) }
  }

  func squeezed(width: Double, room: Double) -> (any FlowItem)? {
    for air in [0.8, 0.6, 0.45] where air < heads.grid.style.air {
      var close = self
      close.heads.grid.style.air = air
      for index in rows.indices { close.rows[index].grid.style.air = air }
      if close.height(width: width) <= room { return close }
    }
    return nil
  }

  /// Less than this is not begun at the foot of a slot.
  private static let leastRoom = 90.0
  /// What is no higher than this stands in one slot.
  private static let longestWhole = 235.0

  func split(width: Double, room: Double) -> (head: any FlowItem, tail: any FlowItem)? {
    guard room >= Self.leastRoom, height(width: width) > Self.longestWhole else { return nil }
    return torn(width: width, room: room)
  }

  func torn(width: Double, room: Double) -> (head: any FlowItem, tail: any FlowItem)? {
    var left = room - heads.height(width: width)
    var (head, tail) = (self, self)
    head.rows = []
    tail.heads.isContinued = true
    while let next = tail.rows.first {
      let needed = next.height(width: width)
      guard needed > left else {
        left -= needed
        head.rows.append(next)
        tail.rows.removeFirst()
        continue
      }
      // A row is kept whole where it is not nearly as long as a page.
      if needed > min(180, room * 0.7), let (begun, rest) = next.cut(width: width, room: left) {
        head.rows.append(begun)
        tail.rows[0] = rest
      }
      break
    }
    return head.rows.isEmpty || tail.rows.isEmpty ? nil : (head, tail)
  }

  func draw(on pen: SheetPen, x: Double, y: Double, width: Double, height: Double) {
    let spare = max(0, height - self.height(width: width))
    let bigger = min(heads.mostGrowth(width), spare * 0.3)
    let more = (spare - bigger) / Double(max(1, rows.count))
    let head = heads.height(width: width) + bigger
    pen.group(.table) {
      pen.group(.row) { heads.draw(on: pen, x: x, y: y, width: width, height: head) }
      var top = y + head
      for row in rows {
        let high = row.height(width: width) + max(0, more)
        pen.group(.row) {
          row.draw(on: pen, x: x, y: top, width: width, height: high, isInTable: true)
        }
        top += high
      }
    }
  }
}

/// One persona, wider than high: the portrait with type and title at the left, the rows at the right.
struct PersonaCard: FlowItem {
  private let heads: PersonaHeads
  private let rows: [PersonaRowItem]

  init(_ grid: PersonaGrid, pictures: [String: String]) {
    var narrow = grid
    narrow.hasLabels = false
    heads = PersonaHeads(grid: narrow, pictures: pictures)
    rows = PersonaRow.allCases.compactMap { PersonaRowItem($0, grid) }
  }

  var spaceBefore: Double { heads.spaceBefore }
  var stretch: Double { rows.reduce(0) { $0 + $1.stretch } }

  private static let gap = 6.0
  private func left(_ width: Double) -> Double { max(40, width * 0.32) }
  private func right(_ width: Double) -> Double { width - left(width) - Self.gap }
  private func rowsHeight(_ width: Double) -> Double {
    rows.reduce(0) { $0 + $1.height(width: right(width)) }
  }

  func height(width: Double) -> Double { max(heads.height(width: left(width)), rowsHeight(width)) }

  func draw(on pen: SheetPen, x: Double, y: Double, width: Double, height: Double) {
    let high = heads.height(width: left(width))
    heads.draw(on: pen, x: x, y: y + max(0, (height - high) / 2), width: left(width), height: high)
    let more = max(0, min(height - rowsHeight(width), stretch)) / Double(max(1, rows.count))
    let all = rowsHeight(width) + more * Double(rows.count)
    var top = y + max(0, (height - all) / 2)
    for row in rows {
      let high = row.height(width: right(width)) + more
      row.draw(on: pen, x: x + left(width) + Self.gap, y: top, width: right(width), height: high)
      top += high
    }
  }
}

/// One row of the table, such as character, over all personas.
struct PersonaRowItem: FlowItem {
  var grid: PersonaGrid
  let row: PersonaRow
  let cells: [[Answer]]

  var spaceBefore: Double { 0 }
  var stretch: Double { grid.style.give > BarsItem.usualGive ? 12 : 8 }
  private var padding: Double { 0.8 + 1.8 * grid.style.air }

  init?(_ row: PersonaRow, _ grid: PersonaGrid) {
    let cells = grid.personas.map { row.lines(of: $0, in: grid.language).map { Answer($0) } }
    guard cells.contains(where: { !$0.isEmpty }) else { return nil }
    self.init(grid: grid, row: row, cells: cells)
  }

  private init(grid: PersonaGrid, row: PersonaRow, cells: [[Answer]]) {
    self.grid = grid
    self.row = row
    self.cells = cells
  }

  private func list(_ width: Double) -> AnswerList {
    AnswerList(
      grid.measurer, grid.style.style(grid.size(width), leading: 1.42), width: grid.columnWidth(width) - 4,
      accent: grid.style.accent)
  }

  private func label(_ width: Double) -> TextBlock {
    let color = row == .access && grid.style.accent == Theme.accent ? Theme.accentInk : grid.style.ink
    let room = (grid.isLabelAbove(width) ? width : grid.label(width)) - 3.5
    let pen = SheetPen(grid.measurer)
    // One size for the names of all rows: the largest in which the longest word of any stands in its column.
    let words = PersonaRow.allCases.flatMap { $0.heading(in: grid.language).split(separator: "\n") }
    func look(_ size: Double) -> TextStyle { grid.style.style(size, .bold, color: color, leading: 1.42) }
    let size = [grid.style.body, 9, 8.5, 8].filter { $0 <= grid.style.body }.first { size in
      words.allSatisfy { pen.width(String($0), look(size)) <= room }
    }
    let heading = row.heading(in: grid.language)
    return TextBlock(
      grid.isLabelAbove(width) ? heading.onOneLine(grid.language) : heading, look(size ?? Theme.smallestText),
      width: .mm(room))
  }

  /// How far below the upper edge of the row the answers begin, where their name is above them.
  private func above(_ width: Double) -> Double {
    grid.isLabelAbove(width) ? Prose(grid.measurer).height(label(width)) + 1 : 0
  }

  func height(width: Double) -> Double {
    let answers = above(width) + (cells.map(list(width).height).max() ?? 0)
    return max(Prose(grid.measurer).height(label(width)), answers) + 2 * padding
  }

  /// A long row in two; nil where too little of it would stand in `room`.
  func cut(width: Double, room: Double) -> (head: PersonaRowItem, tail: PersonaRowItem)? {
    let inside = room - 2 * padding - above(width)
    guard inside > grid.style.body * 1.42 * 25.4 / 72 * 2.2 else { return nil }
    let parts = cells.map { list(width).split($0, height: inside) }
    guard parts.contains(where: { !$0.head.isEmpty }) else { return nil }
    return (
      PersonaRowItem(grid: grid, row: row, cells: parts.map(\.head)),
      PersonaRowItem(grid: grid, row: row, cells: parts.map(\.tail))
    )
  }

  func draw(on pen: SheetPen, x: Double, y: Double, width: Double, height: Double) {
    draw(on: pen, x: x, y: y, width: width, height: height, isInTable: false)
  }

  func draw(
    on pen: SheetPen, x: Double, y: Double, width: Double, height: Double, isInTable: Bool
  ) {
    if row == .access {
      pen.panel(.mm(x, y, width, height), grid.style.actions, radius: 2.5)
    } else {
      pen.rule(x: x, y: y, width: width)
    }
    // A higher row has its words a little above its middle.
    let y = y + max(0, height - self.height(width: width)) * 0.4
    pen.group(isInTable ? .headerCell : .paragraph) {
      pen.paragraph(label(width), x: x + 2, y: y + padding)
    }
    for (column, answers) in cells.enumerated() {
      pen.group(isInTable ? .cell : nil) {
        pen.group(.list) {
          list(width).draw(
            answers, x: x + grid.x(column, width) + 2, y: y + padding + above(width), on: pen)
        }
      }
    }
  }
}
