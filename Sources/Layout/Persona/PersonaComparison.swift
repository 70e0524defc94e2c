import Diagnostics
import Picture
import Workshop

/// Up to four personas side by side, a column each, as in the newsletter: portrait, type, a title of two lines, then
/// the rows character, family and work, relations, internet, access point.
///
/// Type is as large as the sheet allows, from 12 points down to 8, and the same on all sheets of a group; what does not
/// fit at 8 goes on on a next sheet. Groups differ by a point at most. No word is broken where it can stand on a line.
/// Room that is left is shared among the rows, so that the sheet ends where the paper does.
public struct PersonaComparison {
  /// The most columns on one sheet.
  public static let most = 4

  private let personas: [Persona]
  private let heading: String
  private let language: Language
  private let measurer: any TextMeasurer
  private let pictures: [String: String]
  private let pen: SheetPen

  private static let left = 15.0
  private static let width = 180.0
  private static let top = 15.0
  private static let bottom = 297.0 - 15.0
  private static let footer = 6.0
  private static let labelWidth = 23.0
  private static let padding = 3.4

  /// What is written of each persona in one row.
  private struct Row {
    var row: PersonaRow
    var cells: [[Answer]]
  }

  /// - Parameters:
  ///   - personas: one to four; more go onto further sheets, see ``pages()``.
  ///   - pictures: the names under which the renderer knows the users' own pictures, by their paths.
  public init(
    _ personas: [Persona], heading: String? = nil, language: Language, measurer: any TextMeasurer,
    pictures: [String: String] = [:]
  ) {
    self.personas = personas
    self.heading = heading ?? PersonaWords.comparison(in: language)
    self.language = language
    self.measurer = measurer
    self.pictures = pictures
    pen = SheetPen(measurer)
  }

  /// The sheets, A4 upright: as many as are needed.
  public func pages() -> [Page] {
    let groups = Self.groups(personas, most: grid(personas).mostColumns(Self.most, width: Self.width))
    let sizes = groups.map(size)
    let largest = (sizes.min() ?? Theme.smallestText) + 1
    var pages: [Page] = []
    for (group, size) in zip(groups, sizes) {
      pages += sheets(of: group, in: min(size, largest), hasEarlier: !pages.isEmpty)
    }
    return pages
  }

  private func grid(_ personas: [Persona]) -> PersonaGrid {
    PersonaGrid(personas: personas, style: NewsletterStyle(), language: language, measurer: measurer)
  }

  /// Five are better as three and two than as four and one.
  static func groups(_ personas: [Persona], most: Int = Self.most) -> [[Persona]] {
    guard !personas.isEmpty else { return [] }
    let sheets = (personas.count + most - 1) / most
    var groups: [[Persona]] = []
    var start = 0
    for sheet in 0..<sheets {
      let count = (personas.count - start + sheets - sheet - 1) / (sheets - sheet)
      groups.append(Array(personas[start..<(start + count)]))
      start += count
    }
    return groups
  }

  // MARK: - One group of columns

  private struct Grid {
    var size: Double
    var columns: Int
    var columnWidth: Double { (PersonaComparison.width - PersonaComparison.labelWidth) / Double(columns) }
    func x(_ column: Int) -> Double {
      PersonaComparison.left + PersonaComparison.labelWidth + Double(column) * columnWidth
    }
    var textWidth: Double { columnWidth - 4 }
  }

  private func rows(of personas: [Persona]) -> [Row] {
    PersonaRow.allCases.map { row in
      Row(row: row, cells: personas.map { row.lines(of: $0, in: language).map { Answer($0) } })
    }.filter { row in row.cells.contains { !$0.isEmpty } }
  }

  /// The largest type in which a group takes no more sheets than in the smallest.
  private func size(of personas: [Persona]) -> Double {
    let widest = WholeWords.widest(
      of: rows(of: personas).flatMap { $0.cells.joined().map(\.text) }, measurer: measurer)
    let room = Grid(size: Theme.smallestText, columns: personas.count).textWidth
    let sizes = [12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5].filter {
      $0 * (widest + AnswerList.indent * 25.4 / 72) <= room
    }
    if let size = sizes.first(where: { parts(of: personas, in: $0, most: 1) != nil }) { return size }
    let fewest = parts(of: personas, in: Theme.smallestText)?.count ?? 1
    return sizes.first { parts(of: personas, in: $0, most: fewest) != nil } ?? Theme.smallestText
  }

  /// What stands on each sheet; nil where that is more than `most`.
  private func parts(of personas: [Persona], in size: Double, most: Int = .max) -> [[Row]]? {
    let grid = Grid(size: size, columns: personas.count)
    var rows = rows(of: personas)
    var parts: [[Row]] = []
    repeat {
      guard parts.count < most else { return nil }
      let (now, later) = split(rows, grid, room: room(personas, isFirst: parts.isEmpty))
      parts.append(now)
      rows = later
    } while !rows.isEmpty
    return parts
  }

  private func room(_ personas: [Persona], isFirst: Bool) -> Double {
    Self.bottom - Self.footer - Self.top - headHeight(personas, isFirst: isFirst)
  }

  private func sheets(of personas: [Persona], in size: Double, hasEarlier: Bool) -> [Page] {
    let grid = Grid(size: size, columns: personas.count)
    return (parts(of: personas, in: size) ?? []).enumerated().map { index, rows in
      page(
        personas, rows, grid, head: headHeight(personas, isFirst: index == 0), isFirst: index == 0,
        hasEarlier: hasEarlier || index > 0)
    }
  }

  private func list(_ grid: Grid) -> AnswerList {
    AnswerList(measurer, SheetType(body: grid.size).style(grid.size, leading: 1.4), width: grid.textWidth)
  }

  private func heights(_ rows: [Row], _ grid: Grid) -> [Double] {
    let list = list(grid)
    return rows.map { row in
      let label = pen.height(labelBlock(row.row, grid))
      return max(label, row.cells.map(list.height).max() ?? 0) + 2 * Self.padding
    }
  }

  /// The rows that stand in `room`; the last of them may go on on the next sheet.
  private func split(_ rows: [Row], _ grid: Grid, room: Double) -> (now: [Row], later: [Row]) {
    let heights = heights(rows, grid)
    let list = list(grid)
    var used = 0.0
    var now: [Row] = []
    for (index, row) in rows.enumerated() {
      if used + heights[index] <= room + 0.001 {
        now.append(row)
        used += heights[index]
        continue
      }
      let rest = room - used - 2 * Self.padding
      // A row is begun only where a good part of it stands: two lines at least.
      guard rest >= list.style.size.mm * list.style.leading * 2.2 || now.isEmpty else {
        return (now, Array(rows[index...]))
      }
      let parts = row.cells.map { list.split($0, height: rest) }
      guard parts.contains(where: { !$0.head.isEmpty }) else { return (now, Array(rows[index...])) }
      now.append(Row(row: row.row, cells: parts.map(\.head)))
      return (now, [Row(row: row.row, cells: parts.map(\.tail))] + rows[(index + 1)...])
    }
    return (now, [])
  }

  // MARK: - Drawing

  private static let headingHeight = 14.0

  private func portraitSide(_ columns: Int, isFirst: Bool) -> Double {
    isFirst ? min(44, Grid(size: 8, columns: columns).columnWidth - 5) : 18
  }

  /// The titles in one size, the largest in which each keeps to two lines.
  private func titleBlocks(_ personas: [Persona]) -> [TextBlock] {
    let width = Grid(size: 8, columns: personas.count).columnWidth - 3
    var blocks: [TextBlock] = []
    for size in [13.5, 12.5, 11.5, 11, 10.5, 10, 9.5, 9] {
      let style = SheetType().style(size, .bold, leading: 1.3)
      blocks = personas.map {
        Prose(measurer).block($0.title, style, width: width, alignment: .center)
      }
      if blocks.allSatisfy({ measurer.extent(of: $0).lines <= 2 }) { break }
    }
    return blocks
  }

  private func headHeight(_ personas: [Persona], isFirst: Bool) -> Double {
    let titles = titleBlocks(personas).map(pen.height).max() ?? 0
    return Self.headingHeight + 5 + portraitSide(personas.count, isFirst: isFirst) + 7.5 + titles + 5
  }

  private func labelBlock(_ row: PersonaRow, _ grid: Grid) -> TextBlock {
    let width = Self.labelWidth - 3.5
    // One size for the names of all rows: the largest in which the longest of any stands in its column.
    let words = PersonaRow.allCases.flatMap { $0.heading(in: language).split(separator: "\n") }
    func look(_ size: Double) -> TextStyle {
      SheetType().style(size, .bold, color: row == .access ? Theme.accentInk : Theme.ink, leading: 1.4)
    }
    let size = [11, 10.5, 10, 9.5, 9, 8.5, 8].filter { $0 <= grid.size }.first { size in
      words.allSatisfy { pen.width(String($0), look(size)) <= width }
    }
    return TextBlock(row.heading(in: language), look(size ?? Theme.smallestText), width: .mm(width))
  }

  private func page(
    _ personas: [Persona], _ rows: [Row], _ grid: Grid, head: Double, isFirst: Bool, hasEarlier: Bool
  ) -> Page {
    let title = heading + (hasEarlier ? PersonaWords.continued(in: language) : "")
    pen.group(.heading1, mark: Mark(.title)) {
      pen.line(
        title, SheetType().style(16, .bold), x: Self.left, baseline: Self.top + 7)
    }
    pen.rule(x: Self.left, y: Self.top + 11, width: Self.width, color: Theme.ink, weight: 0.5)
    let natural = heights(rows, grid)
    let spare = max(0, Self.bottom - Self.footer - Self.top - head - natural.reduce(0, +))
    let list = list(grid)
    pen.group(.table) {
      pen.group(.row) { drawHeads(personas, isFirst: isFirst) }
      var y = Self.top + head
      for (index, row) in rows.enumerated() {
        let height = natural[index] + share(of: spare, index, natural)
        pen.group(.row) { draw(row, grid, list, y: y, height: height, isFirst: index == 0) }
        y += height
      }
    }
    pen.paragraph(
      TextBlock(PersonaWords.invented(in: language), SheetType().note, width: .mm(Self.width)), x: Self.left,
      y: Self.bottom - 4)
    let names = personas.map {
      "\(PersonaWords.type(in: language))\($0.number) \($0.title.onOneLine(language))"
    }
    return Page(
      size: .a4, title: title, summary: names.joined(separator: language == .ja ? "、" : ", "),
      items: pen.take())
  }

  /// Rows with much in them get more of what is left, but even a short one gets some.
  private func share(of spare: Double, _ index: Int, _ heights: [Double]) -> Double {
    let weights = heights.map { $0 + 14 }
    // What goes on from another sheet may be little: one short row is not blown up to a page.
    return min(spare / weights.reduce(0, +), heights.count < 3 ? 0.2 : 1.2) * weights[index]
  }

  private func drawHeads(_ personas: [Persona], isFirst: Bool) {
    let grid = Grid(size: 8, columns: personas.count)
    let side = portraitSide(personas.count, isFirst: isFirst)
    let titles = titleBlocks(personas)
    let top = Self.top + Self.headingHeight + 5
    for (column, persona) in personas.enumerated() {
      let middle = grid.x(column) + grid.columnWidth / 2
      let name = persona.picture.iconName(pictures)
      pen.group(.headerCell) {
        pen.group(.figure, alternative: persona.title.onOneLine(language)) {
          pen.add(.icon(Icon(name, frame: .mm(middle - side / 2, top, side, side))))
        }
        pen.group(.paragraph) {
          pen.line(
            "\(PersonaWords.type(in: language))\(persona.number)",
            SheetType().style(9.5, .bold, color: Theme.accent), x: middle, baseline: top + side + 5.6, .center
          )
        }
        pen.group(.heading2) {
          pen.paragraph(titles[column], x: grid.x(column) + 1.5, y: top + side + 7.5)
        }
      }
    }
  }

  private func draw(_ row: Row, _ grid: Grid, _ list: AnswerList, y: Double, height: Double, isFirst: Bool) {
    if row.row == .access {
      pen.panel(.mm(Self.left, y, Self.width, height), Theme.actions, radius: 2.5)
    } else {
      pen.rule(x: Self.left, y: y, width: Self.width)
    }
    pen.group(.headerCell) {
      pen.paragraph(labelBlock(row.row, grid), x: Self.left + 2.5, y: y + Self.padding)
    }
    for (column, lines) in row.cells.enumerated() {
      pen.group(.cell) {
        pen.group(.list) { list.draw(lines, x: grid.x(column) + 2, y: y + Self.padding, on: pen) }
      }
    }
  }
}
