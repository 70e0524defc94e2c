import Diagnostics
import Picture
import Projection
import Workshop

/// The figures of all years of a map as large numerals, a row a year, with the rule line below.
struct FiguresItem: FlowItem {
  let model: MapModel
  let style: NewsletterStyle
  let language: Language
  let measurer: any TextMeasurer

  var spaceBefore: Double { 2 * style.air }
  var stretch: Double { Double(model.states.count) * 4 }

  /// In a narrow slot the figures stand under their year.
  private static let narrowest = 110.0
  private func isBeside(_ width: Double) -> Bool { width >= Self.narrowest }
  private func rowHeight(_ width: Double) -> Double { isBeside(width) ? 15 : 24 }
  private static let yearSize = 19.0
  /// The room of the widest year with how far away it is.
  private func yearWidth(_ heading: YearTitle) -> Double {
    let widths = model.states.map {
      Length.pt(heading.draw(year: $0.year, horizon: $0.horizon, size: Self.yearSize, at: Vec(0, 0)).width)
        .mm
    }
    return max(42, (widths.max() ?? 0) + 5)
  }

  private func rule(_ width: Double) -> TextBlock {
    TextBlock(model.note(in: language), style.note, width: .mm(width))
  }
  private func foot(_ width: Double) -> Double { Prose(measurer).height(rule(width)) + 3 }

  func height(width: Double) -> Double {
    Double(model.states.count) * rowHeight(width) + foot(width)
  }

  func draw(on pen: SheetPen, x: Double, y: Double, width: Double, height: Double) {
    let type = Typesetter(measurer)
    let heading = YearTitle(type: type, language: language)
    let strip = FigureStrip(type: type, language: language)
    let summary = MapSummary(model: model, language: language)
    let all = model.states.map(\.figures)
    let row = (height - foot(width)) / Double(max(1, model.states.count))
    let left = isBeside(width) ? x + yearWidth(heading) : x
    for (index, state) in model.states.enumerated() {
      let top = y + Double(index) * row
      let baseline = top + row - 3.5
      pen.group(.figure, alternative: summary.map(state: index)) {
        pen.rule(x: x, y: top, width: width)
        let year = Vec(
          Length.mm(x).points, Length.mm(isBeside(width) ? baseline : baseline - 11).points)
        heading.draw(year: state.year, horizon: state.horizon, size: Self.yearSize, at: year).items.forEach(
          pen.add)
        strip.draw(
          state.figures, all: all, from: Length.mm(left).points, to: Length.mm(x + width).points,
          baseline: Length.mm(baseline).points, numeral: 17, spread: true
        ).forEach(pen.add)
      }
    }
    pen.group(.paragraph, mark: Mark(.rule)) {
      pen.paragraph(rule(width), x: x, y: y + height - foot(width) + 3)
    }
  }
}
