import Diagnostics
import Picture
import Workshop

/// Name cards of 91 × 55 mm, ten on a sheet, with marks to cut along; the size that perforated sheets are sold in.
public struct NameCards {
  private let staff: [StaffMember]
  private let heading: String
  private let blanks: Int
  private let language: Language
  private let pen: SheetPen

  private static let card = (width: 91.0, height: 55.0)
  private static let origin = (x: 14.0, y: 11.0)

  /// - Parameters:
  ///   - staff: those whose names are known.
  ///   - blanks: how many cards to write on come after them, at least; the last sheet is filled up with more.
  ///   - heading: the workshop's title, small at the head of each card.
  public init(
    _ staff: [StaffMember], blanks: Int, heading: String, language: Language, measurer: any TextMeasurer
  ) {
    self.staff = staff
    self.blanks = max(0, blanks)
    self.heading = heading
    self.language = language
    pen = SheetPen(measurer)
  }

  private static let name = Phrase(ja: "名札", en: "Name cards")
  private static let office = Phrase(ja: "所属", en: "From")
  private static let table = Phrase(ja: "テーブル", en: "Table")

  /// The sheets, A4 upright.
  public func pages() -> [Page] {
    let count = max(1, (staff.count + blanks + 9) / 10) * 10
    let cards = staff.map(Optional.some) + Array(repeating: nil, count: count - staff.count)
    return stride(from: 0, to: count, by: 10).map { start in
      drawCuttingMarks()
      for (index, member) in cards[start..<(start + 10)].enumerated() {
        let x = Self.origin.x + Double(index % 2) * Self.card.width
        let y = Self.origin.y + Double(index / 2) * Self.card.height
        draw(member, x: x, y: y)
      }
      let title = Self.name(in: language)
      return Page(size: .a4, title: title, summary: title, items: pen.take())
    }
  }

  private func draw(_ member: StaffMember?, x: Double, y: Double) {
    let (width, height) = Self.card
    pen.fill(.rect(.mm(x + 6, y + 13, 12, 0.8)), Theme.accent)
    let style = pen.fitting(heading, width: width - 12, sizes: [9, 8.5, 8]) {
      SheetType().style($0, color: Theme.muted)
    }
    let prose = Prose(pen.measurer)
    if pen.width(heading, style) <= width - 12 {
      pen.line(heading, style, x: x + 6, baseline: y + 10)
    } else {
      let (head, tail) = prose.split(heading, style, width: width - 12, height: style.size.mm * 2.7)
      let shown = tail.isEmpty ? head : head.dropLast() + "…"
      pen.paragraph(prose.block(String(shown), style, width: width - 12), x: x + 6, y: y + 4)
    }
    guard let member else {
      pen.rule(x: x + 6, y: y + 37, width: width - 12, color: Theme.muted, weight: 0.3)
      let label = SheetType().label
      pen.line(Self.office(in: language), label, x: x + 6, baseline: y + height - 8)
      pen.rule(x: x + 17, y: y + height - 7.4, width: 32, color: Theme.muted)
      pen.line(Self.table(in: language), label, x: x + 53, baseline: y + height - 8)
      pen.rule(x: x + 69, y: y + height - 7.4, width: width - 75, color: Theme.muted)
      return
    }
    let nameStyle = pen.fitting(
      member.name, width: width - 14, sizes: [30, 28, 26, 24, 22, 20, 18, 16, 14, 12, 10, 8]
    ) {
      SheetType().style($0, .bold)
    }
    pen.line(member.name, nameStyle, x: x + width / 2, baseline: y + 33.5, .center)
    let below = [member.office, member.duty].compactMap { $0 }.joined(separator: "　")
    let belowStyle = pen.fitting(below, width: width - 12, sizes: [11, 10, 9, 8]) { SheetType().style($0) }
    if pen.width(below, belowStyle) <= width - 12 {
      pen.line(below, belowStyle, x: x + width / 2, baseline: y + height - 9, .center)
    } else {
      pen.paragraph(
        prose.block(below, belowStyle, width: width - 12, alignment: .center), x: x + 6, y: y + 41)
    }
  }

  /// Short lines in the margins, and faint crosses where four cards meet.
  private func drawCuttingMarks() {
    let (width, height) = Self.card
    pen.group(.artifact) {
      for column in 0...2 {
        let x = Self.origin.x + Double(column) * width
        pen.upright(x: x, y: 4, height: 5, color: Theme.muted)
        pen.upright(x: x, y: 297 - 9, height: 5, color: Theme.muted)
        for row in 0...5 {
          let y = Self.origin.y + Double(row) * height
          pen.upright(x: x, y: y - 1.5, height: 3)
          pen.rule(x: x - 1.5, y: y, width: 3)
        }
      }
      for row in 0...5 {
        let y = Self.origin.y + Double(row) * height
        pen.rule(x: 5, y: y, width: 6, color: Theme.muted)
        pen.rule(x: 210 - 11, y: y, width: 6, color: Theme.muted)
      }
    }
  }
}
