import Diagnostics
import Picture

/// A sheet to write on what the table noticed and what would be good to do, side by side.
public struct RemarksSheet {
  private let title: String
  private let language: Language
  private let pen: SheetPen

  /// - Parameter title: the map's or the workshop's; may be empty.
  public init(title: String, language: Language, measurer: any TextMeasurer) {
    self.title = title
    self.language = language
    pen = SheetPen(measurer)
  }

  /// The sheet, A4 on its long side, enlarged as the map sheets are.
  public func page(paper: BlankMapSheet.Paper) -> Page {
    let name = KitWords.remarks(in: language)
    pen.group(.heading1, mark: Mark(.title)) {
      pen.line(name, SheetType().style(18, .bold), x: 14, baseline: 20)
    }
    if !title.isEmpty {
      let style = pen.fitting(title, width: 110, sizes: [11, 10, 9, 8]) {
        SheetType().style($0, color: Theme.muted)
      }
      pen.line(title, style, x: 14 + pen.width(name, SheetType().style(18, .bold)) + 8, baseline: 20)
    }
    pen.rule(x: 257, y: 20.5, width: 26, color: Theme.muted)
    pen.line(KitWords.table(in: language), SheetType().label, x: 255, baseline: 20, .trailing)
    pen.rule(x: 14, y: 25, width: 269, color: Theme.ink, weight: 0.5)
    for (column, part) in [(KitWords.findings, Theme.findings), (KitWords.actions, Theme.actions)]
      .enumerated()
    {
      let frame = Rect.mm(14 + Double(column) * 137, 31, 132, 167)
      pen.panel(frame, part.1, radius: 3)
      pen.group(.heading2) {
        pen.line(part.0(in: language), SheetType().style(14, .bold), x: frame.minX.mm + 7, baseline: 42)
      }
      for line in 0..<10 {
        let y = 58.0 + Double(line) * 14
        pen.disc(x: frame.minX.mm + 8.5, y: y - 2.5, radius: 0.9, Theme.accent)
        pen.rule(x: frame.minX.mm + 13, y: y, width: 112, color: Color(0xB9B0A4), weight: 0.2)
      }
    }
    return paper.enlarged(Page(size: Size.a4.turned, title: name, summary: name, items: pen.take()))
  }
}
