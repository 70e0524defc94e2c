import Diagnostics
import Picture
import Workshop

/// Columns of a persona table: a narrow one for the rows' names, one for each persona.
struct PersonaGrid {
  let personas: [Persona]
  let style: NewsletterStyle
  let language: Language
  let measurer: any TextMeasurer

  static let label = 23.0

  func columnWidth(_ width: Double) -> Double { (width - Self.label) / Double(max(1, personas.count)) }
  func x(_ column: Int, _ width: Double) -> Double { Self.label + Double(column) * columnWidth(width) }
}

/// The portraits with type and title.
struct PersonaHeads: FlowItem {
  let grid: PersonaGrid
  let pictures: [String: String]

  var spaceBefore: Double { 3 }
  var keepsWithNext: Bool { true }

  private func side(_ width: Double) -> Double { min(14 + 18 * grid.style.air, grid.columnWidth(width) - 6) }

  private func titles(_ width: Double) -> [TextBlock] {
    var blocks: [TextBlock] = []
    for size in [12.5, 11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8] {
      blocks = grid.personas.map {
        Prose(grid.measurer).block(
          $0.title, grid.style.style(size, .bold), width: grid.columnWidth(width) - 3, alignment: .center)
      }
      if blocks.allSatisfy({ grid.measurer.extent(of: $0).lines <= 2 }) { break }
    }
    return blocks
  }

  func height(width: Double) -> Double {
    side(width) + 8 + (titles(width).map { Prose(grid.measurer).height($0) }.max() ?? 0) + 4
  }

  func draw(on pen: SheetPen, x: Double, y: Double, width: Double, height: Double) {
    let titles = titles(width)
    let side = side(width)
    for (column, persona) in grid.personas.enumerated() {
      let left = x + grid.x(column, width)
      let middle = left + grid.columnWidth(width) / 2
      pen.group(.figure, alternative: persona.title.onOneLine(grid.language)) {
        pen.add(.icon(Icon(persona.picture.iconName(pictures), frame: .mm(middle - side / 2, y, side, side))))
      }
      pen.line(
        "\(PersonaWords.type(in: grid.language))\(persona.number)",
        grid.style.style(9, .bold, color: grid.style.accent), x: middle, baseline: y + side + 5.4, .center)
      pen.group(.heading2) { pen.paragraph(titles[column], x: left + 1.5, y: y + side + 7.4) }
    }
  }
}

/// One row of the table, such as character, over all personas.
struct PersonaRowItem: FlowItem {
  let grid: PersonaGrid
  let row: PersonaRow
  let cells: [[Answer]]

  var spaceBefore: Double { 0 }
  var stretch: Double { 3 }
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
      grid.measurer, grid.style.style(grid.style.body, leading: 1.42), width: grid.columnWidth(width) - 4,
      accent: grid.style.accent)
  }

  private func label(_ width: Double) -> TextBlock {
    let color = row == .access && grid.style.accent == Theme.accent ? Theme.accentInk : grid.style.ink
    let longest = row.heading(in: grid.language).split(separator: "\n").max { $0.count < $1.count } ?? ""
    let look = SheetPen(grid.measurer).fitting(
      String(longest), width: PersonaGrid.label - 3.5, sizes: [grid.style.body, 9, 8.5, 8]
    ) { grid.style.style($0, .bold, color: color, leading: 1.42) }
    return TextBlock(row.heading(in: grid.language), look, width: .mm(PersonaGrid.label - 3.5))
  }

  func height(width: Double) -> Double {
    max(Prose(grid.measurer).height(label(width)), cells.map(list(width).height).max() ?? 0) + 2
      * padding
  }

  func split(width: Double, room: Double) -> (head: any FlowItem, tail: any FlowItem)? {
    let inside = room - 2 * padding
    guard inside > grid.style.body * 1.42 * 25.4 / 72 * 2.2 else { return nil }
    let parts = cells.map { list(width).split($0, height: inside) }
    guard parts.contains(where: { !$0.head.isEmpty }) else { return nil }
    return (
      PersonaRowItem(grid: grid, row: row, cells: parts.map(\.head)),
      PersonaRowItem(grid: grid, row: row, cells: parts.map(\.tail))
    )
  }

  func draw(on pen: SheetPen, x: Double, y: Double, width: Double, height: Double) {
    if row == .access {
      pen.panel(.mm(x, y, width, height), grid.style.actions, radius: 2.5)
    } else {
      pen.rule(x: x, y: y, width: width)
    }
    pen.paragraph(label(width), x: x + 2, y: y + padding)
    for (column, answers) in cells.enumerated() {
      pen.group(.list) {
        list(width).draw(answers, x: x + grid.x(column, width) + 2, y: y + padding, on: pen)
      }
    }
  }
}
