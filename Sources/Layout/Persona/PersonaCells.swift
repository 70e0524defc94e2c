import Picture
import Workshop

/// A line of an answer, or what of it goes on from the sheet before.
struct Answer: Hashable {
  var rich: RichText
  var isContinued = false

  init(_ text: String, isContinued: Bool = false) {
    self.init(RichText(plain: text), isContinued: isContinued)
  }

  init(_ rich: RichText, isContinued: Bool = false) {
    self.rich = rich
    self.isContinued = isContinued
  }

  /// The characters, without marks.
  var text: String { rich.plain }
}

/// Answers as short lists: a small disc in the accent, then the line, broken between phrases.
struct AnswerList {
  let prose: Prose
  let style: TextStyle
  /// In millimetres.
  let width: Double

  /// From the left edge to the words, as a share of the type's size.
  static let indent = 1.15
  /// The same in millimetres.
  private var indent: Double { style.size.mm * Self.indent }
  /// Between two answers.
  private var gap: Double { style.size.mm * 0.32 }

  /// The colour of the discs.
  let accent: Color

  init(_ measurer: any TextMeasurer, _ style: TextStyle, width: Double, accent: Color = Theme.accent) {
    prose = Prose(measurer)
    self.accent = accent
    self.style = style
    self.width = width
  }

  private func block(_ answer: Answer) -> TextBlock {
    TextBlock(answer.rich.spans(style), width: .mm(width - indent))
  }

  /// The longest beginning of an answer that is at most this high, and the rest.
  private func split(_ answer: Answer, height: Double) -> (head: Answer?, tail: Answer) {
    let whole = prose.height(block(answer))
    if whole <= height { return (answer, Answer("", isContinued: true)) }
    let guess = Int(Double(answer.text.count) * height / whole)
    let parts = Prose.cut(answer.rich, near: guess) { prose.height(block(Answer($0))) <= height + 0.001 }
    guard let parts else { return (nil, answer) }
    return (Answer(parts.head, isContinued: answer.isContinued), Answer(parts.tail, isContinued: true))
  }

  /// How high all `answers` are together.
  func height(_ answers: [Answer]) -> Double {
    answers.isEmpty ? 0 : answers.reduce(-gap) { $0 + prose.height(block($1)) + gap }
  }

  /// As many of `answers` as stand in `height`, the last one perhaps in part, and the rest.
  func split(_ answers: [Answer], height: Double) -> (head: [Answer], tail: [Answer]) {
    var head: [Answer] = []
    var used = 0.0
    for (index, answer) in answers.enumerated() {
      let needed = prose.height(block(answer))
      if used + needed <= height {
        head.append(answer)
        used += needed + gap
        continue
      }
      var (begun, rest) = split(answer, height: height - used)
      // Nor at the head of the next.
      let line = style.size.mm * style.leading
      if let whole = begun, prose.height(block(rest)) < line * 1.5 {
        let shorter = split(answer, height: prose.height(block(whole)) - line * 0.6)
        if shorter.head != nil || !head.isEmpty { (begun, rest) = shorter }
      }
      // One line alone at the foot of a sheet is left for the next.
      guard let begun, head.isEmpty || prose.height(block(begun)) > style.size.mm * style.leading * 1.5
      else {
        return (head, Array(answers[index...]))
      }
      return (head + [begun], [rest] + answers[(index + 1)...])
    }
    return (head, [])
  }

  /// Draws the list from its upper left corner.
  func draw(_ answers: [Answer], x: Double, y: Double, on pen: SheetPen) {
    var top = y
    for answer in answers {
      let leading = block(answer).spans.first?.style.leading ?? style.leading
      let lineHeight = style.size.mm * leading
      pen.group(.listItem) {
        if !answer.isContinued {
          pen.disc(
            x: x + style.size.mm * 0.42, y: top + lineHeight * 0.5, radius: style.size.mm * 0.17, accent
          )
        }
        top += pen.paragraph(block(answer), x: x + indent, y: top) + gap
      }
    }
  }
}
