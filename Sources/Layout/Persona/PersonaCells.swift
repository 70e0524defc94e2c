import Picture

/// A line of an answer, or what of it goes on from the sheet before.
struct Answer: Hashable {
  var text: String
  var isContinued = false

  init(_ text: String, isContinued: Bool = false) {
    self.text = text
    self.isContinued = isContinued
  }
}

/// Answers as short lists: a small disc in the accent, then the line, broken between phrases.
struct AnswerList {
  let prose: Prose
  let style: TextStyle
  /// In millimetres.
  let width: Double

  /// From the left edge to the words.
  private var indent: Double { style.size.mm * 1.15 }
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

  private func block(_ line: String) -> TextBlock { prose.block(line, style, width: width - indent) }

  /// How high all `answers` are together.
  func height(_ answers: [Answer]) -> Double {
    answers.isEmpty ? 0 : answers.reduce(-gap) { $0 + prose.height(block($1.text)) + gap }
  }

  /// As many of `answers` as stand in `height`, the last one perhaps in part, and the rest.
  func split(_ answers: [Answer], height: Double) -> (head: [Answer], tail: [Answer]) {
    var head: [Answer] = []
    var used = 0.0
    for (index, answer) in answers.enumerated() {
      let needed = prose.height(block(answer.text))
      if used + needed <= height {
        head.append(answer)
        used += needed + gap
        continue
      }
      let (begun, rest) = prose.split(answer.text, style, width: width - indent, height: height - used)
      // One line alone at the foot of a sheet is left for the next.
      guard !begun.isEmpty, head.isEmpty || prose.height(block(begun)) > style.size.mm * style.leading * 1.5
      else {
        return (head, Array(answers[index...]))
      }
      let tail = [Answer(rest, isContinued: true)] + answers[(index + 1)...]
      return (head + [Answer(begun, isContinued: answer.isContinued)], tail)
    }
    return (head, [])
  }

  /// Draws the list from its upper left corner.
  func draw(_ answers: [Answer], x: Double, y: Double, on pen: SheetPen) {
    var top = y
    let lineHeight = style.size.mm * style.leading
    for answer in answers {
      pen.group(.listItem) {
        if !answer.isContinued {
          pen.disc(
            x: x + style.size.mm * 0.42, y: top + lineHeight * 0.5, radius: style.size.mm * 0.17, accent
          )
        }
        top += pen.paragraph(block(answer.text), x: x + indent, y: top) + gap
      }
    }
  }
}
