import Diagnostics
import Picture

/// Findings and actions side by side on their tinted grounds, equally high.
struct RemarksItem: FlowItem {
  let findings: [Answer]
  let actions: [Answer]
  let style: NewsletterStyle
  let language: Language
  let measurer: any TextMeasurer

  var spaceBefore: Double { 4 * style.air }
  var stretch: Double { 6 }
  var told: String { (findings + actions).first?.text ?? "" }

  private static let gap = 4.5
  /// Boxes that are no higher than this, in millimetres, are kept on one page.
  private static let longestWhole = 75.0
  /// More than this is not left white under a list for the sake of equal boxes.
  private static let mostEmpty = 60.0
  private var heading: Double { 6.7 + 1.8 * style.air }
  private var padding: Double { 2 + 3 * style.air }

  /// The name of the table, which is told again where these stand in another slot than its heading.
  var reminder: (any FlowItem)?

  /// Whether it goes on from the slot before: its titles say so.
  private var continues = (findings: false, actions: false)

  init(
    findings: [Answer], actions: [Answer], style: NewsletterStyle, language: Language,
    measurer: any TextMeasurer
  ) {
    (self.findings, self.actions) = (findings, actions)
    (self.style, self.language, self.measurer) = (style, language, measurer)
  }

  private struct Part {
    var title: String
    var answers: [Answer]
    var ground: Color
  }

  private var parts: [Part] {
    [
      Part(
        title: title(NewsletterWords.findings, continues.findings), answers: findings, ground: style.findings),
      Part(title: title(NewsletterWords.actions, continues.actions), answers: actions, ground: style.actions),
    ].filter { !$0.answers.isEmpty }
  }

  private func title(_ words: Phrase, _ continues: Bool) -> String {
    words(in: language) + (continues ? PersonaWords.continued(in: language) : "")
  }

  /// In a narrow column the two stand above each other.
  private func isBeside(_ width: Double) -> Bool { parts.count == 2 && width >= 110 }

  private func partWidth(_ width: Double) -> Double { isBeside(width) ? (width - Self.gap) / 2 : width }

  private func list(_ width: Double) -> AnswerList {
    AnswerList(
      measurer, style.style(style.body, leading: 1.5), width: partWidth(width) - 2 * padding,
      accent: style.accent)
  }

  private func partHeight(_ part: Part, _ width: Double) -> Double {
    list(width).height(part.answers) + heading + 2 * padding - 1
  }

  func height(width: Double) -> Double {
    let heights = parts.map { partHeight($0, width) }
    return isBeside(width)
      ? heights.max() ?? 0 : heights.reduce(0, +) + Self.gap * Double(max(0, heights.count - 1))
  }

  func split(width: Double, room: Double) -> (head: any FlowItem, tail: any FlowItem)? {
    guard isBeside(width) || parts.count == 1 else { return splitAbove(width, room) }
    return height(width: width) > Self.longestWhole ? torn(width: width, room: room) : nil
  }

  func torn(width: Double, room: Double) -> (head: any FlowItem, tail: any FlowItem)? {
    guard isBeside(width) || parts.count == 1 else { return splitAbove(width, room) }
    let inside = room - heading - 2 * padding + 1
    guard inside >= style.body * 1.6 * 25.4 / 72 * 2 else { return nil }
    let list = list(width)
    let line = style.body * 1.5 * 25.4 / 72
    // Nothing is gained where one of the two boxes would stand empty beside the other's beginning, or where a single
    // line would stand alone on either page: then some lines more go over.
    for less in [0, 3 * line] {
      let (a, b) = (list.split(findings, height: inside - less), list.split(actions, height: inside - less))
      let head = with(a.head, b.head)
      var tail = with(a.tail, b.tail)
      tail.continues = (!findings.isEmpty, !actions.isEmpty)
      guard !tail.parts.isEmpty, head.parts.count == parts.count, head.longest(list) > 1.5 * line,
        tail.longest(list) > 1.5 * line
      else { continue }
      return (head, tail)
    }
    return nil
  }

  /// How high the longer of the two lists is.
  private func longest(_ list: AnswerList) -> Double { max(list.height(findings), list.height(actions)) }

  /// One above the other: the findings here, the actions in the next slot.
  private func splitAbove(_ width: Double, _ room: Double) -> (head: any FlowItem, tail: any FlowItem)? {
    guard let first = parts.first else { return nil }
    if partHeight(first, width) <= room { return (with(findings, []), with([], actions)) }
    guard let (head, rest) = with(findings, []).split(width: width, room: room),
      let head = head as? RemarksItem, let rest = rest as? RemarksItem
    else { return nil }
    var tail = with(rest.findings, actions)
    tail.continues = (rest.continues.findings, continues.actions)
    return (head, tail)
  }

  private func with(_ findings: [Answer], _ actions: [Answer]) -> RemarksItem {
    var item = RemarksItem(
      findings: findings, actions: actions, style: style, language: language, measurer: measurer)
    item.continues = continues
    item.reminder = reminder
    return item
  }

  func draw(on pen: SheetPen, x: Double, y: Double, width: Double, height: Double) {
    let list = list(width)
    let natural = parts.map { partHeight($0, width) }
    let more = isBeside(width) ? 0 : max(0, height - self.height(width: width)) / Double(max(1, parts.count))
    var (left, top) = (x, y)
    for (index, part) in parts.enumerated() {
      // Beside a much longer list a short one keeps its own height.
      let isShort = height - natural[index] > Self.mostEmpty
      let high = isBeside(width) && !isShort ? height : natural[index] + more
      pen.group(mark: Mark(.remarks)) {
        pen.panel(.mm(left, top, partWidth(width), high), part.ground, radius: 2.5)
        pen.group(.heading3) {
          pen.line(
            part.title, style.style(style.body + 1.5, .bold), x: left + padding,
            baseline: top + padding + 4.6)
        }
        pen.group(.list) {
          list.draw(part.answers, x: left + padding, y: top + padding + heading, on: pen)
        }
      }
      if isBeside(width) { left += partWidth(width) + Self.gap } else { top += high + Self.gap }
    }
  }
}
