import Diagnostics
import Picture
import Workshop

/// The blank worksheet that a table fills in by hand: every field with room for handwriting, one A4 sheet.
public struct PersonaWorksheet {
  private let language: Language
  private let title: String?
  private let pen: SheetPen

  private static let left = 14.0
  private static let width = 182.0
  private static let labelWidth = 29.0

  /// - Parameter title: the workshop's, printed small at the head.
  public init(title: String? = nil, language: Language, measurer: any TextMeasurer) {
    self.title = title
    self.language = language
    pen = SheetPen(measurer)
  }

  /// A band of the sheet: a topic's fields in lines of boxes, each box with its share of the width.
  private struct Band {
    var topic: PersonaTopic
    var lines: [[(field: PersonaField, share: Double)]]
    var height: Double
  }

  private static let bands: [Band] = [
    Band(
      topic: .profile,
      lines: [[(.age, 1), (.sex, 1), (.home, 1.6)], [(.origin, 1), (.schooling, 1), (.pastWork, 1.6)]],
      height: 14),
    Band(topic: .work, lines: [[(.workKind, 2), (.income, 1)]], height: 15),
    Band(topic: .family, lines: [[(.married, 1), (.children, 1), (.care, 1)]], height: 15),
    Band(topic: .character, lines: [[(.values, 1), (.aims, 1)]], height: 23),
    Band(topic: .rhythm, lines: [[(.waking, 1), (.commuting, 1), (.meals, 1)]], height: 18),
    Band(
      topic: .interests,
      lines: [[(.indoor, 1), (.outdoor, 1)], [(.music, 1), (.magazines, 1), (.films, 1)]],
      height: 14),
    Band(topic: .relations, lines: [[(.relations, 1)]], height: 19),
    Band(topic: .internet, lines: [[(.device, 1), (.hours, 1), (.services, 1.4)]], height: 18),
    Band(topic: .daysOff, lines: [[(.daysOff, 1)]], height: 17),
    Band(topic: .access, lines: [[(.access, 1)]], height: 29),
  ]

  /// The sheet, A4 upright.
  public func page() -> Page {
    let name = PersonaWords.worksheet(in: language)
    drawHead(name)
    let top = 71.0
    let bottom = 297.0 - 12
    let natural = Self.bands.reduce(0) { $0 + $1.height * Double($1.lines.count) }
    let scale = (bottom - top) / natural
    var y = top
    for band in Self.bands {
      let height = band.height * scale
      draw(band, y: y, lineHeight: height)
      y += height * Double(band.lines.count)
    }
    return Page(size: .a4, title: name, summary: PersonaWords.worksheetLead(in: language), items: pen.take())
  }

  private func drawHead(_ name: String) {
    let right = Self.left + Self.width
    if let title {
      pen.line(title, SheetType().style(8.5, .bold, color: Theme.accent), x: Self.left, baseline: 15)
    }
    pen.group(.heading1, mark: Mark(.title)) {
      pen.line(name, SheetType().style(18, .bold), x: Self.left, baseline: 23)
    }
    var x = right
    for (word, room) in [(PersonaWords.writer, 42.0), (PersonaWords.table, 24.0)] {
      pen.rule(x: x - room, y: 23, width: room, color: Theme.muted)
      let style = SheetType().label
      let label = word(in: language)
      pen.line(label, style, x: x - room - 2, baseline: 22.4, .trailing)
      x -= room + pen.width(label, style) + 7
    }
    pen.rule(x: Self.left, y: 27, width: Self.width, color: Theme.ink, weight: 0.5)
    pen.paragraph(
      TextBlock(PersonaWords.worksheetLead(in: language), SheetType().label, width: .mm(Self.width)),
      x: Self.left,
      y: 29)
    // Room for a face, and for the title of two lines.
    let radius = 14.5
    pen.stroke(
      .circle(center: Point(.mm(Self.left + radius), .mm(52)), radius: .mm(radius)), Theme.muted, 0.25,
      dash: [1.4, 1.2])
    pen.line(
      PersonaWords.likeness(in: language), SheetType().label, x: Self.left + radius, baseline: 53, .center)
    let x0 = Self.left + 2 * radius + 8
    pen.line(PersonaWords.inAWord(in: language), SheetType().strong, x: x0, baseline: 42)
    pen.spans(
      [
        TextSpan(PersonaWords.type(in: language), SheetType().style(9.5, .bold, color: Theme.accent)),
        TextSpan("（　　　）", SheetType().style(9.5, color: Theme.muted)),
      ], x: right, baseline: 42, .trailing)
    pen.rule(x: x0, y: 53, width: right - x0, color: Theme.muted)
    pen.rule(x: x0, y: 65, width: right - x0, color: Theme.muted)
  }

  private func draw(_ band: Band, y: Double, lineHeight: Double) {
    let height = lineHeight * Double(band.lines.count)
    let isAccess = band.topic == .access
    if isAccess {
      pen.panel(.mm(Self.left, y, Self.width, height), Theme.actions, radius: 2.5)
    } else {
      pen.rule(x: Self.left, y: y, width: Self.width, color: Theme.muted, weight: 0.25)
    }
    let style = SheetType().style(9.5, .bold, color: isAccess ? Theme.accentInk : Theme.ink, leading: 1.35)
    pen.paragraph(
      Prose(pen.measurer).block(band.topic.heading(in: language), style, width: Self.labelWidth - 3),
      x: Self.left + (isAccess ? 3 : 0), y: y + 2.4)
    let left = Self.left + Self.labelWidth
    let width = Self.width - Self.labelWidth
    for (index, line) in band.lines.enumerated() {
      let top = y + lineHeight * Double(index)
      if index > 0 { pen.rule(x: left, y: top, width: width) }
      let total = line.reduce(0) { $0 + $1.share }
      var x = left
      for (column, box) in line.enumerated() {
        if !isAccess {
          pen.upright(x: x, y: top + (column == 0 ? 0 : 2), height: lineHeight - (column == 0 ? 0 : 4))
        }
        let label = isAccess ? PersonaWords.accessHint(in: language) : box.field.label(in: language)
        pen.line(label, SheetType().note, x: x + 2.2, baseline: top + 5)
        x += width * box.share / total
      }
    }
  }
}
