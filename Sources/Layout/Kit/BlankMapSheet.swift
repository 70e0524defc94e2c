import Diagnostics
import Picture
import Workshop

/// The sheet a table draws its neighbourhood on: a faint grid, the signs, the rule, and room to count.
public struct BlankMapSheet {
  /// The sizes it comes in, all on their long side.
  public enum Paper: String, Sendable, Hashable, CaseIterable {
    /// For one household at home.
    case a4
    /// For a table of four.
    case a3
    /// For a table of six.
    case a2

    /// The sheet, lying.
    var size: Size {
      switch self {
      case .a4: Size.a4.turned
      case .a3: Size.a3.turned
      case .a2: Size(.mm(594), .mm(420))
      }
    }

    /// A sheet composed on A4, printed as large as this one. Sizes are rounded to whole millimetres, so the factor is
    /// not quite the root of two.
    func enlarged(_ page: Page) -> Page {
      var page = page.scaled(factor)
      page.size = size
      return page
    }

    /// How many times as long as A4.
    var factor: Double {
      switch self {
      case .a4: 1
      case .a3: 2.0.squareRoot()
      case .a2: 2
      }
    }
  }

  private let title: String
  private let language: Language
  private let rules: Rules
  private let pen: SheetPen

  private static let left = 12.0
  private static let width = 297.0 - 24
  private static let top = 25.0
  private static let bottom = 210.0 - 24

  /// - Parameters:
  ///   - title: the map's or the workshop's; empty leaves a line to write on.
  ///   - rules: those in force, said in one line.
  public init(title: String, rules: Rules, language: Language, measurer: any TextMeasurer) {
    self.title = title
    self.rules = rules
    self.language = language
    pen = SheetPen(measurer)
  }

  /// The sheet of one year.
  ///
  /// - Parameters:
  ///   - baseYear: nil leaves a line to write the year on.
  ///   - later: how many years after the base year; 0 is now.
  public func page(baseYear: Int?, later: Int, paper: Paper) -> Page {
    drawHead(baseYear: baseYear, later: later)
    drawGrid()
    drawFoot(counts: true)
    let when = later == 0 ? KitWords.now(in: language) : KitWords.later(later)(in: language)
    let name = "\(KitWords.mapName(in: language)) \(when)"
    let page = Page(
      size: Size.a4.turned, title: name, summary: KitWords.rules(rules)(in: language), items: pen.take())
    return paper.enlarged(page)
  }

  private func drawHead(baseYear: Int?, later: Int) {
    let right = Self.left + Self.width
    var x = Self.left
    if let baseYear {
      let year = SheetType().style(26, .bold)
      pen.group(.heading1, mark: Mark(.year)) {
        pen.line(String(baseYear + later), year, x: x, baseline: 19)
      }
      x += pen.width(String(baseYear + later), year) + 1.5
    } else {
      pen.rule(x: x, y: 19.5, width: 30, color: Theme.ink, weight: 0.3)
      x += 31.5
    }
    let unit = KitWords.year(in: language)
    if !unit.isEmpty {
      pen.line(unit, SheetType().style(11), x: x, baseline: 19)
      x += pen.width(unit, SheetType().style(11)) + 3
    }
    let when = later == 0 ? KitWords.now(in: language) : KitWords.later(later)(in: language)
    let whenStyle = SheetType().style(13, .bold, color: later == 0 ? Theme.muted : Theme.accent)
    pen.line(when, whenStyle, x: x, baseline: 19)
    x += pen.width(when, whenStyle) + 10
    var end = right
    for (word, room) in [(KitWords.people, 58.0), (KitWords.table, 20.0)] {
      pen.rule(x: end - room, y: 19.5, width: room, color: Theme.muted)
      let label = word(in: language)
      pen.line(label, SheetType().label, x: end - room - 2, baseline: 19, .trailing)
      end -= room + pen.width(label, SheetType().label) + 8
    }
    guard !title.isEmpty else {
      pen.rule(x: x, y: 19.5, width: max(20, end - x), color: Theme.muted)
      return
    }
    let style = pen.fitting(title, width: end - x - 4, sizes: [14, 13, 12, 11, 10, 9, 8]) {
      SheetType().style($0, .bold)
    }
    pen.group(mark: Mark(.title)) { pen.line(title, style, x: x, baseline: 19) }
  }

  /// Lines every 10 mm on A4, so light that a pencil wins; every fifth a little darker.
  private func drawGrid() {
    let frame = Rect.mm(Self.left, Self.top, Self.width, Self.bottom - Self.top)
    var light = Path()
    var strong = Path()
    let columns = Int(Self.width / 10)
    let inset = (Self.width - Double(columns) * 10) / 2
    for column in 0...columns {
      // Beside the frame itself a line would only look like a slip of the pen.
      guard inset > 4 || (column > 0 && column < columns) else { continue }
      let x = Self.left + inset + Double(column) * 10
      let line = Path.polyline([Point(.mm(x), .mm(Self.top)), Point(.mm(x), .mm(Self.bottom))])
      if column % 5 == 0 { strong.steps += line.steps } else { light.steps += line.steps }
    }
    let rows = Int((Self.bottom - Self.top) / 10)
    let drop = (Self.bottom - Self.top - Double(rows) * 10) / 2
    for row in 0...rows {
      guard drop > 4 || (row > 0 && row < rows) else { continue }
      let y = Self.top + drop + Double(row) * 10
      let line = Path.polyline([Point(.mm(Self.left), .mm(y)), Point(.mm(Self.left + Self.width), .mm(y))])
      if row % 4 == 0 { strong.steps += line.steps } else { light.steps += line.steps }
    }
    pen.group(.figure, alternative: KitWords.field(in: language)) {
      pen.stroke(light, Color(0xEAE4DA), 0.15)
      pen.stroke(strong, Color(0xDDD5C8), 0.2)
      pen.stroke(.rect(frame, radius: .mm(2)), Theme.muted, 0.35)
      drawNorth()
    }
  }

  /// An empty rose: the table draws the arrow where north is.
  private func drawNorth() {
    let (x, y, r) = (Self.left + Self.width - 11, Self.top + 11, 6.0)
    pen.fill(.circle(center: Point(.mm(x), .mm(y)), radius: .mm(r + 1.5)), Theme.white)
    pen.stroke(.circle(center: Point(.mm(x), .mm(y)), radius: .mm(r)), Theme.muted, 0.25, dash: [1, 1])
    pen.centred(language == .ja ? "北" : "N", SheetType().style(9, .bold, color: Theme.muted), x: x, y: y)
  }

  private func drawFoot(counts: Bool) {
    let y = Self.bottom + 8
    var x = Self.left + 1
    for sign in KitSign.allCases {
      sign.draw(on: pen, x: x + 3, y: y - 1.4, size: 5.4)
      let label = sign.label(in: language)
      pen.line(label, SheetType().style(8.5), x: x + 7.4, baseline: y)
      x += 7.4 + pen.width(label, SheetType().style(8.5)) + 6
    }
    var end = Self.left + Self.width
    for (label, unit) in [
      (KitWords.countOlder, KitWords.unitPeople), (KitWords.countVacant, KitWords.unitHouses),
      (KitWords.countPeople, KitWords.unitPeople),
    ] {
      let unitText = unit(in: language)
      let style = SheetType().style(8.5)
      pen.line(unitText, style, x: end, baseline: y, .trailing)
      let unitWidth = unitText.isEmpty ? 0 : pen.width(unitText, style) + 1
      pen.rule(x: end - unitWidth - 13, y: y + 0.6, width: 13, color: Theme.muted)
      let text = label(in: language)
      pen.line(text, style, x: end - unitWidth - 14.5, baseline: y, .trailing)
      end -= unitWidth + 14.5 + pen.width(text, style) + 6
    }
    pen.group(mark: Mark(.rule)) {
      let block = Prose(pen.measurer).block(
        KitWords.rules(rules)(in: language), SheetType().style(8.5, color: Theme.muted, leading: 1.4),
        width: Self.width)
      pen.paragraph(block, x: Self.left + 1, y: y + 4)
    }
  }
}
