import Diagnostics
import Picture
import Workshop

/// The entries of a vote in their places, with the reasons under each.
struct VoteItem: FlowItem {
  var placed: Vote.Placed
  var picture: String?
  let style: NewsletterStyle
  let language: Language
  let measurer: any TextMeasurer
  /// Whether any entry of the vote has a picture: all keep room for one, so that their votes stand below each other.
  var hasPictures = false
  /// Whether the next entry of the same vote stays with it.
  var keepsWithNext = false
  /// What is left of the reasons where they go on from the page before.
  var rest: [Answer]?

  var spaceBefore: Double { 3 * style.air }
  var told: String { placed.entry.name }
  private var reasons: [Answer] { rest ?? placed.entry.reasons.map { Answer($0) } }
  /// Entries that are no higher than this stay on one page.
  private static let longestWhole = 110.0

  func split(width: Double, room: Double) -> (head: any FlowItem, tail: any FlowItem)? {
    height(width: width) > Self.longestWhole ? torn(width: width, room: room) : nil
  }

  func torn(width: Double, room: Double) -> (head: any FlowItem, tail: any FlowItem)? {
    var (head, tail) = (self, self)
    head.rest = []
    let inside = room - head.height(width: width) + 2
    let parts = list(width).split(reasons, height: inside - 4)
    guard !parts.head.isEmpty, !parts.tail.isEmpty else { return nil }
    head.rest = parts.head
    head.keepsWithNext = false
    tail.rest = parts.tail
    tail.picture = nil
    if rest == nil { tail.placed.entry.name += PersonaWords.continued(in: language) }
    guard head.height(width: width) <= room + 0.01 else { return nil }
    return (head, tail)
  }
  /// White above the line that ends it, and, where a page has much room, a larger picture.
  var stretch: Double { style.give > BarsItem.usualGive ? 10 : 2 }
  private var side: Double { picture == nil && !hasPictures ? 0 : 16 }
  private static let left = 17.0

  private func list(_ width: Double) -> AnswerList {
    AnswerList(
      measurer, style.style(style.body, leading: 1.45), width: width - Self.left - (side > 0 ? side + 5 : 0),
      accent: style.accent)
  }
  private var votes: String { NewsletterWords.votes(placed.entry.votes)(in: language) }
  private var votesStyle: TextStyle { style.style(11, .bold) }
  private func name(_ width: Double) -> TextBlock {
    let room = width - Self.left - SheetPen(measurer).width(votes, votesStyle) - 3 - (side > 0 ? side + 5 : 0)
    return Prose(measurer).block(placed.entry.name, style.style(12, .bold), width: max(15, room))
  }

  func height(width: Double) -> Double {
    let text =
      Prose(measurer).height(name(width)) + 1.2 + list(width).height(reasons)
    return max(side, max(text, 9)) + 2.5
  }

  func draw(on pen: SheetPen, x: Double, y: Double, width: Double, height: Double) {
    let more = max(0, height - self.height(width: width) - 2)
    // What it was given stands above and below its words alike.
    let y = y + more / 2
    let height = height - more / 2
    // What nobody voted for has no place.
    let hasPlace = placed.entry.votes > 0
    let place = hasPlace ? NewsletterWords.place(placed.place)(in: language) : "–"
    let isFirst = hasPlace && placed.place == 1
    let right = x + width - (side > 0 ? side + 5 : 0)
    let title = name(width)
    pen.group(.paragraph) {
      pen.line(
        place, style.style(14, .bold, color: isFirst ? style.accent : style.ink), x: x, baseline: y + 5.2)
      pen.paragraph(title, x: x + Self.left, y: y + 0.4)
      pen.line(votes, votesStyle, x: right, baseline: y + 5, .trailing)
    }
    let top = y + Prose(measurer).height(title) + 1.6
    pen.group(.list) {
      list(width).draw(reasons, x: x + Self.left, y: top, on: pen)
    }
    if let picture {
      let larger = min(more * 0.6, 4)
      pen.group(.figure, alternative: placed.entry.name) {
        pen.add(
          .icon(
            Icon(
              picture,
              frame: .mm(x + width - side - larger, y - larger / 2, side + larger, side + larger))))
      }
    }
    pen.rule(x: x, y: y + height, width: width)
  }
}
