import Diagnostics
import Picture

/// A line of the rules in force, on paper.
struct RuleLineItem: FlowItem {
  let line: RuleLine
  let language: Language
  let style: NewsletterStyle
  let measurer: any TextMeasurer

  /// In millimetres.
  private var indent: Double {
    switch line.kind {
    case .blank, .heading: 0
    case .entry: 2.4
    case .source, .detail: 4.8
    }
  }
  private var isHeading: Bool { line.kind == .heading }
  private func block(_ width: Double) -> TextBlock {
    let look =
      isHeading
      ? style.style(10, .bold) : style.style(Theme.smallestText, color: style.ink, leading: 1.3)
    return Prose(measurer).block(line.words(in: language), look, width: width - indent)
  }

  var spaceBefore: Double { isHeading ? 3 : 0.4 }
  var keepsWithNext: Bool { isHeading }

  func height(width: Double) -> Double { Prose(measurer).height(block(width)) }

  func draw(on pen: SheetPen, x: Double, y: Double, width: Double, height: Double) {
    pen.group(isHeading ? .heading2 : .paragraph, mark: Mark(.rule)) {
      pen.paragraph(block(width), x: x + indent, y: y)
    }
  }
}
