import Diagnostics
import Picture
import Workshop

/// Who took part: a table by department, bars by sex and by age, beside each other where there is room.
struct ParticipantsItem: FlowItem {
  private(set) var participants: Participants
  let style: NewsletterStyle
  let language: Language
  let measurer: any TextMeasurer

  var spaceBefore: Double { 1 }
  /// Whether it stands in a column, in which its lists are one below the other.
  var isInColumn = false
  /// As much as its highest part may grow; all of them where they stand one below the other.
  var stretch: Double {
    let own = parts.map(\.item.stretch)
    return isInColumn ? own.reduce(0, +) : own.max() ?? 0
  }

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

  var told: String { parts.flatMap(\.item.bars).max { $0.name.count < $1.name.count }?.name ?? "" }

  /// Lists that are no higher than this together are not torn.
  private static let longestWhole = 120.0

  func split(width: Double, room: Double) -> (head: any FlowItem, tail: any FlowItem)? {
    if let between = splitBetween(width, room) { return between }
    guard height(width: width) > Self.longestWhole else { return nil }
    return splitWithin(width, room, least: 3)
  }

  func torn(width: Double, room: Double) -> (head: any FlowItem, tail: any FlowItem)? {
    splitWithin(width, room, least: 1)
  }

  private func splitWithin(
    _ width: Double, _ room: Double, least: Int
  ) -> (head: any FlowItem, tail: any FlowItem)? {
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
    guard count >= least, count < longest else { return nil }
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
    let more = min(
      max(0, height - self.height(width: width)) / Double(max(1, bars)), style.body * style.give)
    for part in parts {
      pen.group(.heading3) {
        pen.line(part.title, style.style(style.body, .bold), x: left, baseline: top + 4)
      }
      let high = part.item.height(width: partWidth(width)) + more * Double(part.item.bars.count)
      part.item.draw(on: pen, x: left, y: top + 6.5, width: partWidth(width), height: high)
      if isBeside(width) { left += partWidth(width) + Self.gap } else { top += high + 9.5 }
    }
  }
}
