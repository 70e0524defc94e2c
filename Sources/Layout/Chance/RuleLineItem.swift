import Diagnostics
import Picture

/// A line of the rules in force: a heading, a rule, or where its numbers come from.
struct RuleLineItem: FlowItem {
  let line: String
  let style: NewsletterStyle
  let measurer: any TextMeasurer

  /// In millimetres, for each blank before a line.
  private static let step = 1.2

  private var words: String { String(line.trimmingPrefix(while: \.isWhitespace)) }
  private var indent: Double { Double(line.prefix { $0.isWhitespace }.count) * Self.step }
  private var isHeading: Bool { indent == 0 }
  private func block(_ width: Double) -> TextBlock {
    let look =
      isHeading
      ? style.style(10, .bold) : style.style(Theme.smallestText, color: style.ink, leading: 1.3)
    return Prose(measurer).block(words, look, width: width - indent)
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
