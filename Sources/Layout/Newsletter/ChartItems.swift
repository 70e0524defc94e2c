import Diagnostics
import Picture
import Workshop

/// Bars with their names at the left and their numbers at the right. What the bar says the number says too, and bars
/// differ by length alone, so that one colour is enough.
struct BarsItem: FlowItem {
  struct Bar: Hashable {
    var name: String
    var count: Int
    /// As it is printed: 61%（22人）.
    var value: String
  }

  var bars: [Bar]
  /// The count that fills the whole room.
  let full: Int
  /// What the bars show, for those who cannot see them.
  let title: String
  let style: NewsletterStyle
  let measurer: any TextMeasurer
  var columns = 1
  /// Other bars that stand above or below: all begin and end alike.
  var company: [Bar] = []
  /// What stands above bars that go on from the page before; empty where these are the first.
  var continued = ""
  /// How that is written.
  var continuedTitle = ""

  var spaceBefore: Double { 1 }
  var told: String { title }
  /// A third of the rows' height, so that bars become thicker and stand farther apart.
  var stretch: Double { Double((bars.count + columns - 1) / max(1, columns)) * style.body * 0.2 }

  private static let gap = 7.0
  private func columns(_ width: Double) -> Int { width >= 120 && bars.count > 1 ? columns : 1 }
  private func columnWidth(_ width: Double) -> Double {
    (width - Double(columns(width) - 1) * Self.gap) / Double(columns(width))
  }
  private var look: TextStyle { style.style(style.body, leading: 1.35) }
  private var strong: TextStyle { style.style(style.body, .bold, leading: 1.35) }

  private func nameWidth(_ width: Double) -> Double {
    let widest = (bars + company).map { SheetPen(measurer).width($0.name, look) }.max() ?? 0
    return min(widest + 1, columnWidth(width) * (columnWidth(width) < 70 ? 0.52 : 0.42))
  }
  /// The width from which on bars are long enough to be told apart.
  var leastWidth: Double {
    (bars.map { SheetPen(measurer).width($0.name, look) }.max() ?? 0) + 1 + valueWidth + 18
  }
  private var valueWidth: Double {
    ((bars + company).map { SheetPen(measurer).width($0.value, strong) }.max() ?? 0) + 2
  }
  private func name(_ bar: Bar, _ names: Double) -> TextBlock {
    Prose(measurer).block(bar.name, look, width: names)
  }
  /// - Parameter names: the room of the names; the same for all rows, and dear to find.
  private func rowHeight(_ bar: Bar, names: Double) -> Double {
    max(style.body * 0.62, Prose(measurer).height(name(bar, names)) + 1.1)
  }

  private func rows(_ width: Double) -> [[Bar]] {
    let count = columns(width)
    let rows = (bars.count + count - 1) / max(1, count)
    return stride(from: 0, to: bars.count, by: max(1, rows)).map {
      Array(bars[$0..<min(bars.count, $0 + rows)])
    }
  }

  func height(width: Double) -> Double {
    let names = nameWidth(width)
    let heights = rows(width).map { $0.reduce(0) { $0 + rowHeight($1, names: names) } }
    return (heights.max() ?? 0) + continuedHeight(width)
  }

  private func continuedBlock(_ width: Double) -> TextBlock {
    Prose(measurer).block(continued, style.note, width: width)
  }
  private func continuedHeight(_ width: Double) -> Double {
    continued.isEmpty ? 0 : Prose(measurer).height(continuedBlock(width)) + 1.5
  }

  func split(width: Double, room: Double) -> (head: any FlowItem, tail: any FlowItem)? {
    func part(_ range: Range<Int>) -> BarsItem {
      var part = self
      part.bars = Array(bars[range])
      part.company = company + bars
      if range.lowerBound > 0 { part.continued = continuedTitle }
      return part
    }
    let count = Cut.most(bars.count, room: room) { part(0..<$0).height(width: width) }
    // A short list is not worth tearing.
    guard bars.count > 8 * columns(width), count >= 3, bars.count - count >= 3 else { return nil }
    return (part(0..<count), part(count..<bars.count))
  }

  func draw(on pen: SheetPen, x: Double, y: Double, width: Double, height: Double) {
    let words = bars.map { "\($0.name) \($0.value)" }.joined(separator: "、")
    let longest = rows(width).map(\.count).max() ?? 1
    let more = max(0, height - self.height(width: width)) / Double(max(1, longest))
    let (names, values) = (nameWidth(width), valueWidth)
    pen.group(.figure, alternative: title.isEmpty ? words : "\(title): \(words)") {
      var left = x
      pen.paragraph(continuedBlock(width), x: x, y: y)
      for column in rows(width) {
        var top = y + continuedHeight(width)
        for bar in column {
          draw(
            bar, on: pen, x: left, y: top + more / 2, width: columnWidth(width), names: names, values: values,
            more: more)
          top += rowHeight(bar, names: names) + more
        }
        left += columnWidth(width) + Self.gap
      }
    }
  }

  private func draw(
    _ bar: Bar, on pen: SheetPen, x: Double, y: Double, width: Double, names: Double, values: Double,
    more: Double
  ) {
    let block = name(bar, names)
    let high = Prose(measurer).height(block)
    pen.paragraph(block, x: x, y: y)
    let line = style.body * 1.35 * 25.4 / 72
    let middle = y + min(high, line) / 2
    let left = x + names + 3
    let room = width - names - 3 - values - 1
    let thick = line * 0.62 + min(more * 0.5, line * 0.3)
    pen.panel(.mm(left, middle - thick / 2, max(1, room), thick), Theme.band, radius: 0.6)
    let share = full > 0 ? min(1, Double(bar.count) / Double(full)) : 0
    if share > 0 {
      pen.panel(.mm(left, middle - thick / 2, max(0.8, room * share), thick), style.accent, radius: 0.6)
    }
    pen.line(
      bar.value, strong, x: x + width, baseline: middle + style.body * 0.352 * 0.37, .trailing)
  }
}

/// Who took part: a table by department, bars by sex and by age, beside each other where there is room.
struct ParticipantsItem: FlowItem {
  private(set) var participants: Participants
  let style: NewsletterStyle
  let language: Language
  let measurer: any TextMeasurer

  var spaceBefore: Double { 1 }
  /// As much as its highest part may grow; all of them where they stand one below the other.
  var stretch: Double { parts.map(\.item.stretch).max() ?? 0 }

  private static let gap = 9.0
  /// Every bar of the whole, where this is a part of it: they begin and end alike.
  private var company: [BarsItem.Bar]?
  /// Everybody, where this is a part of it.
  private var whole: Participants?

  init(
    participants: Participants, style: NewsletterStyle, language: Language, measurer: any TextMeasurer
  ) {
    self.participants = participants
    self.style = style
    self.language = language
    self.measurer = measurer
  }

  var told: String { parts.first?.title ?? "" }

  /// Lists that are no higher than this together are not torn.
  private static let longestWhole = 120.0

  func split(width: Double, room: Double) -> (head: any FlowItem, tail: any FlowItem)? {
    if let between = splitBetween(width, room) { return between }
    guard height(width: width) > Self.longestWhole else { return nil }
    let lists = [participants.departments, participants.sexes, participants.ages]
    let isBeside = isBeside(width)
    let longest = isBeside ? lists.map(\.count).max() ?? 0 : lists.reduce(0) { $0 + $1.count }
    /// The first `count` lines of each list, or of all of them one after the other; or what is left.
    func part(_ count: Int, isHead: Bool) -> ParticipantsItem {
      var left = count
      let parts = lists.map { list in
        let own = min(left, list.count)
        if !isBeside { left -= own }
        return Array(isHead ? list.prefix(own) : list.dropFirst(own))
      }
      var part = self
      part.whole = whole ?? participants
      part.company = company ?? self.parts.flatMap(\.item.bars)
      part.participants = Participants(
        total: participants.everybody, departments: parts[0], sexes: parts[1], ages: parts[2])
      return part
    }
    let count = Cut.most(longest, room: room) { part($0, isHead: true).height(width: width) }
    guard count >= 3, count < longest else { return nil }
    return (part(count, isHead: true), part(count, isHead: false))
  }

  /// One below the other, the lists may stand in two columns.
  private func splitBetween(_ width: Double, _ room: Double) -> (head: any FlowItem, tail: any FlowItem)? {
    guard !isBeside(width), parts.count > 1 else { return nil }
    let lists: [WritableKeyPath<Participants, [NamedCount]>] = [\.departments, \.sexes, \.ages]
    let filled = lists.filter { !participants[keyPath: $0].isEmpty }
    func part(_ kept: ArraySlice<WritableKeyPath<Participants, [NamedCount]>>) -> ParticipantsItem {
      var part = self
      part.company = company ?? parts.flatMap(\.item.bars)
      part.whole = whole ?? participants
      for list in lists where !kept.contains(list) { part.participants[keyPath: list] = [] }
      return part
    }
    guard
      let count = (1..<filled.count).last(where: { part(filled[..<$0]).height(width: width) <= room })
    else { return nil }
    return (part(filled[..<count]), part(filled[count...]))
  }

  private struct Part {
    var title: String
    var item: BarsItem
  }

  private var parts: [Part] {
    let whole = whole ?? participants
    return [
      (NewsletterWords.departments, participants.departments, whole.departments),
      (NewsletterWords.sexes, participants.sexes, whole.sexes),
      (NewsletterWords.ages, participants.ages, whole.ages),
    ].compactMap { words, counts, all in
      guard !counts.isEmpty else { return nil }
      let isFirst = counts.first == all.first
      let title = words(in: language) + (isFirst ? "" : PersonaWords.continued(in: language))
      let bars = counts.map {
        BarsItem.Bar(name: $0.name, count: $0.count, value: NewsletterWords.people($0.count)(in: language))
      }
      return Part(
        title: title,
        item: BarsItem(
          bars: bars, full: all.map(\.count).max() ?? 0, title: title, style: style, measurer: measurer))
    }
  }

  private func isBeside(_ width: Double) -> Bool {
    width >= 110 && parts.allSatisfy { $0.item.leastWidth <= besideWidth(width) }
  }
  /// The parts as they stand one below the other, or side by side.
  private func arranged(_ width: Double) -> [Part] {
    var parts = parts
    guard !isBeside(width) else { return parts }
    let all = company ?? parts.flatMap(\.item.bars)
    for index in parts.indices { parts[index].item.company = all }
    return parts
  }
  private func besideWidth(_ width: Double) -> Double {
    let count = Double(max(1, parts.count))
    return (width - Self.gap * (count - 1)) / count
  }
  private func partWidth(_ width: Double) -> Double { isBeside(width) ? besideWidth(width) : width }

  func height(width: Double) -> Double {
    let heights = arranged(width).map { $0.item.height(width: partWidth(width)) + 6.5 }
    return isBeside(width) ? heights.max() ?? 0 : heights.reduce(0, +) + 3 * Double(max(0, heights.count - 1))
  }

  func draw(on pen: SheetPen, x: Double, y: Double, width: Double, height: Double) {
    var (left, top) = (x, y)
    let parts = arranged(width)
    let bars =
      isBeside(width) ? parts.map(\.item.bars.count).max() ?? 1 : parts.reduce(0) { $0 + $1.item.bars.count }
    let more = max(0, height - self.height(width: width)) / Double(max(1, bars))
    for part in parts {
      pen.line(part.title, style.style(style.body, .bold), x: left, baseline: top + 4)
      let high = part.item.height(width: partWidth(width)) + more * Double(part.item.bars.count)
      part.item.draw(on: pen, x: left, y: top + 6.5, width: partWidth(width), height: high)
      if isBeside(width) { left += partWidth(width) + Self.gap } else { top += high + 9.5 }
    }
  }
}

/// The entries of a vote in their places, with the reasons under each.
struct VoteItem: FlowItem {
  var placed: Vote.Placed
  var picture: String?
  let style: NewsletterStyle
  let language: Language
  let measurer: any TextMeasurer
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
    guard height(width: width) > Self.longestWhole else { return nil }
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
  /// White above the line that ends it.
  var stretch: Double { 2 }
  private var side: Double { picture == nil ? 0 : 16 }
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
    let place = NewsletterWords.place(placed.place)(in: language)
    let isFirst = placed.place == 1
    pen.line(
      place, style.style(14, .bold, color: isFirst ? style.accent : style.ink), x: x, baseline: y + 5.2)
    let right = x + width - (side > 0 ? side + 5 : 0)
    let title = name(width)
    pen.paragraph(title, x: x + Self.left, y: y + 0.4)
    pen.line(votes, votesStyle, x: right, baseline: y + 5, .trailing)
    let top = y + Prose(measurer).height(title) + 1.6
    pen.group(.list) {
      list(width).draw(reasons, x: x + Self.left, y: top, on: pen)
    }
    if let picture {
      pen.group(.figure, alternative: placed.entry.name) {
        pen.add(.icon(Icon(picture, frame: .mm(x + width - side, y, side, side))))
      }
    }
    pen.rule(x: x, y: y + height, width: width)
  }
}

/// One table's colours from fitting to unfitting, as patches with their names.
struct ColourRankingItem: FlowItem {
  var ranking: ColourRanking
  let style: NewsletterStyle
  let language: Language
  let measurer: any TextMeasurer

  var spaceBefore: Double { 3 }
  private static let left = 24.0

  private func cell(_ width: Double) -> Double {
    min(30, max(16, (width - Self.left) / Double(max(1, ranking.colours.count))))
  }
  private func perRow(_ width: Double) -> Int { max(1, Int((width - Self.left + 0.01) / cell(width))) }
  private func name(_ colour: NamedColour, _ width: Double) -> TextBlock {
    Prose(measurer).block(
      colour.name, style.style(8, leading: 1.3), width: cell(width) - 2, alignment: .center)
  }
  private func rowHeight(_ width: Double) -> Double {
    9.5 + (ranking.colours.map { Prose(measurer).height(name($0, width)) }.max() ?? 0)
  }

  private func table(_ width: Double) -> TextBlock {
    Prose(measurer).block(
      ranking.table, style.style(style.body, .bold, leading: 1.35), width: Self.left - 4)
  }

  func height(width: Double) -> Double {
    let rows = (ranking.colours.count + perRow(width) - 1) / perRow(width)
    return max(Double(max(1, rows)) * (rowHeight(width) + 2), Prose(measurer).height(table(width)) + 3)
  }

  var told: String { ranking.table }

  func split(width: Double, room: Double) -> (head: any FlowItem, tail: any FlowItem)? {
    let rows = Int((room + 0.01) / (rowHeight(width) + 2))
    let count = rows * perRow(width)
    guard rows >= 1, count < ranking.colours.count else { return nil }
    var (head, tail) = (self, self)
    head.ranking.colours = Array(ranking.colours[..<count])
    tail.ranking.colours = Array(ranking.colours[count...])
    let more = PersonaWords.continued(in: language)
    if !ranking.table.hasSuffix(more) { tail.ranking.table += more }
    return head.height(width: width) <= room + 0.01 ? (head, tail) : nil
  }

  func draw(on pen: SheetPen, x: Double, y: Double, width: Double, height: Double) {
    pen.paragraph(table(width), x: x, y: y + 1.5)
    for (index, colour) in ranking.colours.enumerated() {
      let left = x + Self.left + Double(index % perRow(width)) * cell(width)
      let top = y + Double(index / perRow(width)) * (rowHeight(width) + 2)
      let patch = Rect.mm(left + 1, top, cell(width) - 2, 8)
      if let rgb = colour.rgb { pen.panel(patch, Color(rgb), radius: 1) }
      pen.frame(patch, color: Theme.muted, weight: 0.2, radius: 1)
      pen.paragraph(name(colour, width), x: left + 1, y: top + 9)
    }
  }
}
