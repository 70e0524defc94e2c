/// A part of the newsletter that flows through slots: it says how high it is at a width, may be cut in two, and draws
/// itself. All lengths are millimetres.
protocol FlowItem {
  /// Room kept free above it, not at the head of a slot.
  var spaceBefore: Double { get }
  /// Whether it must not be the last thing in a slot: a heading.
  var keepsWithNext: Bool { get }
  /// How much higher than it need be it may become, so that a page ends at its foot.
  var stretch: Double { get }
  /// Whether it is of the counts with which an issue ends: they may be spread over their pages.
  var isCounts: Bool { get }
  /// Whether it ends an issue at the foot of the last page, with white above it rather than below.
  var endsIssue: Bool { get }
  /// How high it is.
  func height(width: Double) -> Double
  /// The same, set more closely so that it stands in `room`; nil where it cannot be.
  func squeezed(width: Double, room: Double) -> (any FlowItem)?
  /// The share of a slot that has to be free for it to be cut: what is torn unwillingly rather begins the next.
  var leastShareToCut: Double { get }
  /// What of it stands in `room`, and the rest; nil where it cannot be cut there.
  func split(width: Double, room: Double) -> (head: any FlowItem, tail: any FlowItem)?
  /// The same at the head of a slot in which not all of it stands: parted badly rather than refused.
  func torn(width: Double, room: Double) -> (head: any FlowItem, tail: any FlowItem)?
  /// What stands above it at the head of a slot: the name of what it belongs to, for its heading stands elsewhere.
  var reminder: (any FlowItem)? { get }
  /// By which words its writer knows it again, where it has to be told that it is too long.
  var told: String { get }
  /// Draws it from its upper left corner; `height` is what it was given, at least what it asked for.
  func draw(on pen: SheetPen, x: Double, y: Double, width: Double, height: Double)
}

extension FlowItem {
  var keepsWithNext: Bool { false }
  var stretch: Double { 0 }
  var leastShareToCut: Double { 0 }
  var isCounts: Bool { false }
  var endsIssue: Bool { false }
  var reminder: (any FlowItem)? { nil }
  var told: String { "" }
  func squeezed(width: Double, room: Double) -> (any FlowItem)? { nil }
  func split(width: Double, room: Double) -> (head: any FlowItem, tail: any FlowItem)? { nil }
  func torn(width: Double, room: Double) -> (head: any FlowItem, tail: any FlowItem)? { nil }
}

/// An item and how high it turned out to be: whoever looks for the best break asks again and again.
final class MeasuredItem {
  let item: any FlowItem
  /// Items are asked at two or three widths, so that a list is searched sooner than a table.
  private var heights: [(width: Double, height: Double)] = []

  init(_ item: any FlowItem) { self.item = item }

  func height(width: Double) -> Double {
    if let known = heights.first(where: { $0.width == width }) { return known.height }
    let height = item.height(width: width)
    heights.append((width, height))
    return height
  }
}

/// Finds how much of a list stands on a page.
enum Cut {
  /// The largest number up to `count` whose height is within `room`; 0 where not even one is. Heights grow with numbers.
  static func most(_ count: Int, room: Double, _ height: (Int) -> Double) -> Int {
    var (low, high) = (0, count + 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if height(middle) <= room + 0.01 { low = middle } else { high = middle }
    }
    return low
  }
}

/// Fills one slot after another.
struct Flow {
  /// An item at its place in a slot, from the slot's upper edge.
  struct Placed {
    var measured: MeasuredItem
    var y: Double
    var height: Double

    var item: any FlowItem { measured.item }
  }

  /// What is still to be placed.
  private(set) var rest: ArraySlice<MeasuredItem>

  init(_ items: [any FlowItem]) { self.init(measured: items.map(MeasuredItem.init)) }

  /// A flow of items that were measured before.
  init(measured: [MeasuredItem]) { rest = measured[...] }

  var isEmpty: Bool { rest.isEmpty }

  /// Whether nothing but the counts that end an issue, and whom to ask, is left.
  var isAtCounts: Bool { rest.allSatisfy { $0.item.isCounts || $0.item.endsIssue } }

  /// The item that comes next.
  var next: (any FlowItem)? { rest.first?.item }

  /// Takes what fits into a slot. At least one item is taken from a fresh slot, even where it is too high: it is then
  /// reported by ``overflow``.
  ///
  /// - Parameter isLast: no item goes on to a next slot, so that room is not shared out over too little.
  mutating func fill(width: Double, height: Double) -> [Placed] {
    if let reminder = rest.first?.item.reminder {
      var reminded = self
      reminded.rest.insert(MeasuredItem(reminder), at: reminded.rest.startIndex)
      let placed = reminded.fillOnce(width: width, height: height)
      // Not where it would leave no room for what it reminds of.
      if placed.count > 1, placed.last.map({ $0.y + $0.height <= height + 0.01 }) ?? false {
        self = reminded
        return placed
      }
    }
    return fillOnce(width: width, height: height)
  }

  private mutating func fillOnce(width: Double, height: Double) -> [Placed] {
    var placed: [Placed] = []
    var used = 0.0
    while let measured = rest.first {
      let next = measured.item
      let space = placed.isEmpty ? 0 : next.spaceBefore
      let needed = measured.height(width: width)
      if used + space + needed <= height + 0.01 {
        if next.keepsWithNext,
          !hasRoomAfterNext(width: width, room: height - used - space - needed, of: height)
        {
          if !placed.isEmpty { break }
        }
        placed.append(Placed(measured: measured, y: used + space, height: needed))
        used += space + needed
        rest.removeFirst()
        continue
      }
      if let close = next.squeezed(width: width, room: height - used - space) {
        rest[rest.startIndex] = MeasuredItem(close)
        continue
      }
      if height - used - space >= next.leastShareToCut * height,
        let (head, tail) = next.split(width: width, room: height - used - space)
      {
        let measured = MeasuredItem(head)
        let height = measured.height(width: width)
        placed.append(Placed(measured: measured, y: used + space, height: height))
        rest[rest.startIndex] = MeasuredItem(tail)
        // Below what stands across both columns these begin again.
        guard let columns = head as? ColumnsItem, columns.isAcross(width) else { break }
        used += space + height
        continue
      }
      // Under nothing but headings it stands at the head of its slot too.
      guard placed.allSatisfy(\.item.keepsWithNext) else { break }
      if let (head, tail) = next.torn(width: width, room: height - used - space) {
        let measured = MeasuredItem(head)
        placed.append(Placed(measured: measured, y: used + space, height: measured.height(width: width)))
        rest[rest.startIndex] = MeasuredItem(tail)
      } else if placed.isEmpty {
        placed.append(Placed(measured: measured, y: 0, height: needed))
        rest.removeFirst()
      }
      break
    }
    // A heading is not left alone at the foot, whatever stopped the slot. What fills a slot and still belongs to the
    // next thing has to be parted from it.
    if !rest.isEmpty, let last = placed.lastIndex(where: { !$0.item.keepsWithNext }) {
      rest.insert(contentsOf: placed[(last + 1)...].map(\.measured), at: rest.startIndex)
      placed.removeSubrange((last + 1)...)
    }
    return placed
  }

  /// Whether the first item behind the next one that is no heading can begin below it.
  ///
  /// - Parameter height: that of the whole slot.
  private func hasRoomAfterNext(width: Double, room: Double, of height: Double) -> Bool {
    var left = room
    for measured in rest.dropFirst() {
      let next = measured.item
      left -= next.spaceBefore
      let needed = measured.height(width: width)
      if next.keepsWithNext {
        left -= needed
        if left < 0 { return false }
        continue
      }
      return needed <= left + 0.01 || next.squeezed(width: width, room: left) != nil
        || left >= next.leastShareToCut * height && next.split(width: width, room: left) != nil
    }
    return true
  }

  /// The last page of an issue: what ends it stands at the foot, and what is above shares the room that is left.
  static func close(_ placed: [Placed], height: Double) -> [Placed] {
    guard var end = placed.last, end.item.endsIssue else { return justify(placed, height: height) }
    let above = Array(placed.dropLast())
    let spare = height - end.y - end.height
    guard spare > 0.1 else { return placed }
    end.y += spare
    guard let last = above.last else { return [end] }
    return justify(above, height: last.y + last.height + spare) + [end]
  }

  /// Shares out the room that is left: first among items that may grow, then, a little, between all of them.
  static func justify(_ placed: [Placed], height: Double) -> [Placed] {
    guard let last = placed.last else { return [] }
    var spare = height - last.y - last.height
    guard spare > 0.1 else { return placed }
    var result = placed
    let elastic = placed.reduce(0) { $0 + $1.item.stretch }
    let grown = min(spare, elastic)
    spare -= grown
    // White space before a heading holds a page together; between lines of one text it would tear it apart.
    let shares = placed.indices.map { index -> Double in
      guard index > 0, !placed[index - 1].item.keepsWithNext else { return 0 }
      return placed[index].item.keepsWithNext ? 7 : min(1, placed[index].item.spaceBefore * 0.3)
    }
    let room = shares.reduce(0, +)
    let part = room > 0 ? min(1, spare / room) : 0
    var shift = 0.0
    for index in result.indices {
      shift += shares[index] * part
      result[index].y += shift
      let more = elastic > 0 ? grown * result[index].item.stretch / elastic : 0
      result[index].height += more
      shift += more
    }
    return result
  }
}
