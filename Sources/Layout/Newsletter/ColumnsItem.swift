/// Items in two columns that end at the same height, read down the left one and then down the right: what is too narrow
/// to fill a page's width, or too wide to be read in one line. In a narrow slot there is one column.
struct ColumnsItem: FlowItem {
  /// The items in their order.
  private let items: [MeasuredItem]
  /// How many of them stand in the left column; nil for as many as makes both equally high.
  private let cut: Int?
  /// Whether its beginning stood in columns in the slot before: it goes on as it began.
  private var isTail = false
  /// Whether these are the counts with which an issue ends.
  private(set) var isCounts = false
  private let memo = Memo()

  init(_ items: [any FlowItem], isCounts: Bool = false) {
    self.init(items.map(MeasuredItem.init), cut: nil)
    self.isCounts = isCounts
  }

  /// The same with other items: what stands here, or what goes on.
  private func part(_ items: [MeasuredItem], cut: Int? = nil) -> ColumnsItem {
    var part = ColumnsItem(items, cut: cut)
    part.isCounts = isCounts
    return part
  }

  private init(_ items: [MeasuredItem], cut: Int?) {
    self.items = items
    self.cut = cut
  }

  /// What was worked out once, by width.
  private final class Memo {
    var arranged: [Double: Arranged] = [:]
  }

  fileprivate struct Arranged {
    /// How wide each column is.
    var column: Double
    var columns: [[Flow.Placed]]
    var height: Double
  }

  var spaceBefore: Double { items.first?.item.spaceBefore ?? 0 }
  /// What one of the two columns holds may grow.
  var stretch: Double {
    let own = items.reduce(0) { $0 + $1.item.stretch }
    // Where anything grows, so does the white above headings.
    let headings = zip(items, items.dropFirst()).filter { !$0.item.keepsWithNext && $1.item.keepsWithNext }
      .count
    return own > 0 ? (own + 5 * Double(headings)) / 2 : 0
  }

  var told: String { items.max { $0.height(width: 80) < $1.height(width: 80) }?.item.told ?? "" }

  private static let gap = 7.0
  private static let narrowest = 150.0
  /// What is no higher than this in one column stands across both.
  private static let shortest = 42.0
  /// Less than this is not begun at the foot of a page: two lines beside two lines.
  private static let leastRoom = 22.0

  private func columnWidth(_ width: Double) -> Double {
    if width < Self.narrowest { return width }
    let half = (width - Self.gap) / 2
    if cut != nil { return half }
    // Two lines are not worth two columns.
    let all = Flow.stack(items, width: half).last.map { $0.y + $0.height } ?? 0
    return all < Self.shortest && !isTail ? width : half
  }

  private func arranged(_ width: Double) -> Arranged {
    if let known = memo.arranged[width] { return known }
    let result = arrange(width)
    memo.arranged[width] = result
    return result
  }

  private func arrange(_ width: Double) -> Arranged {
    let column = columnWidth(width)
    if column == width { return Arranged(column, Flow.stack(items, width: column)) }
    if let cut {
      return Arranged(
        column, Flow.stack(items[..<cut], width: column), Flow.stack(items[cut...], width: column))
    }
    let all = Arranged(column, Flow.stack(items, width: column))
    var low = all.height / 2 - 0.5
    var high = all.height
    var best = Arranged(column: column, columns: [all.columns[0], []], height: all.height)
    // Half a millimetre is as even as anybody can see.
    while high - low > 0.5 {
      let middle = (low + high) / 2
      if let fitting = fitting(column, height: middle) {
        best = fitting
        high = min(middle, fitting.height)
      } else {
        low = middle
      }
    }
    // One thing that cannot be cut stands across both columns rather than beside nothing.
    return best.columns[1].isEmpty && !isTail ? Arranged(width, Flow.stack(items, width: width)) : best
  }

  /// Both columns at this height, if everything stands in them.
  private func fitting(_ column: Double, height: Double) -> Arranged? {
    var flow = Flow(measured: items)
    let left = flow.fill(width: column, height: height)
    let right = flow.fill(width: column, height: height)
    let result = Arranged(column, left, right)
    // A heading is not left alone at the foot of the left column.
    let isWhole = left.last.map { !$0.item.keepsWithNext } ?? false
    // Nor does somebody sign beside their words.
    let signs = (right.first?.item as? BlockItem)?.isSignature ?? false
    return flow.isEmpty && isWhole && !signs && result.height <= height + 0.02 ? result : nil
  }

  func height(width: Double) -> Double { arranged(width).height }

  /// Whether it stands across both columns where there could be two.
  func isAcross(_ width: Double) -> Bool { width >= Self.narrowest && arranged(width).column == width }

  func split(width: Double, room: Double) -> (head: any FlowItem, tail: any FlowItem)? {
    guard room >= Self.leastRoom, cut == nil else { return nil }
    return splitInColumns(width, room) ?? splitAcross(width, room)
  }

  /// One thing below the other across both columns, where nothing stands in them.
  func torn(width: Double, room: Double) -> (head: any FlowItem, tail: any FlowItem)? {
    var flow = Flow(measured: items)
    let placed = flow.fill(width: width, height: room)
    guard !placed.isEmpty, !flow.isEmpty else { return nil }
    return (BlockItem(placed.map(\.measured), leastRest: 1), part(Array(flow.rest)))
  }

  /// Bars that are too high for a column may be low enough across both.
  private func splitAcross(_ width: Double, _ room: Double) -> (head: any FlowItem, tail: any FlowItem)? {
    guard let end = items.firstIndex(where: { !$0.item.keepsWithNext }), end + 1 < items.count,
      let bars = items[end].item as? BarsItem, bars.columns > 1
    else { return nil }
    let head = part(Array(items[...end]))
    guard head.isAcross(width), head.height(width: width) <= room + 0.02 else { return nil }
    return (head, part(Array(items[(end + 1)...])))
  }

  private func splitInColumns(_ width: Double, _ room: Double) -> (head: any FlowItem, tail: any FlowItem)? {
    let column = columnWidth(width)
    var flow = Flow(measured: items)
    let left = flow.fill(width: column, height: room)
    let beforeRight = flow
    var right = column == width ? [] : flow.fill(width: column, height: room)
    if right.allSatisfy(\.item.keepsWithNext) {
      // Headings alone would stand there: what is in the left column is shared out over both.
      right = []
      flow = beforeRight
    }
    let head =
      right.isEmpty && column < width
      ? part(left.map(\.measured))
      : part((left + right).map(\.measured), cut: left.count)
    guard !left.isEmpty, !flow.isEmpty, left.last.map({ !$0.item.keepsWithNext }) == true,
      head.height(width: width) <= room + 0.02
    else { return nil }
    var tail = part(Array(flow.rest))
    // A paragraph that was cut.
    tail.isTail = column < width && flow.rest.first !== items.first(where: { $0 === flow.rest.first })
    return (head, tail)
  }

  func draw(on pen: SheetPen, x: Double, y: Double, width: Double, height: Double) {
    var left = x
    let arranged = arranged(width)
    for column in arranged.columns {
      // Both end at the same height.
      for one in Flow.justify(column, height: height) {
        one.item.draw(on: pen, x: left, y: y + one.y, width: arranged.column, height: one.height)
      }
      left += arranged.column + Self.gap
    }
  }
}

extension ColumnsItem.Arranged {
  fileprivate init(_ column: Double, _ columns: [Flow.Placed]...) {
    self.column = column
    self.columns = columns
    height = columns.compactMap(\.last).map { $0.y + $0.height }.max() ?? 0
  }
}

/// Items that belong together, such as a greeting and who signed it; cut only where they are longer than half a page.
struct BlockItem: FlowItem {
  private let items: [MeasuredItem]

  /// How many of its parts stand together at the head of the next slot.
  private let leastRest: Int

  init(items: [any FlowItem], leastRest: Int = 2) {
    self.init(items.map(MeasuredItem.init), leastRest: leastRest)
  }

  fileprivate init(_ items: [MeasuredItem], leastRest: Int) {
    self.items = items
    self.leastRest = leastRest
  }

  var spaceBefore: Double { items.first?.item.spaceBefore ?? 0 }
  var told: String { items.max { $0.height(width: 80) < $1.height(width: 80) }?.item.told ?? "" }
  var stretch: Double { items.reduce(0) { $0 + $1.item.stretch } }

  private static let longest = 110.0

  /// Whether nothing is left of it but who signed it.
  fileprivate var isSignature: Bool { items.allSatisfy { $0.item is SignatureItem } }

  func height(width: Double) -> Double {
    Flow.stack(items, width: width).last.map { $0.y + $0.height } ?? 0
  }

  func split(width: Double, room: Double) -> (head: any FlowItem, tail: any FlowItem)? {
    height(width: width) > Self.longest ? parted(width, room, leastRest) : nil
  }

  func torn(width: Double, room: Double) -> (head: any FlowItem, tail: any FlowItem)? {
    parted(width, room, 1)
  }

  private func parted(
    _ width: Double, _ room: Double, _ leastRest: Int
  ) -> (head: any FlowItem, tail: any FlowItem)? {
    var flow = Flow(measured: items)
    let placed = flow.fill(width: width, height: room)
    guard let last = placed.last, last.y + last.height <= room + 0.02, flow.rest.count >= leastRest
    else { return nil }
    return (
      BlockItem(placed.map(\.measured), leastRest: leastRest),
      BlockItem(Array(flow.rest), leastRest: leastRest)
    )
  }

  func draw(on pen: SheetPen, x: Double, y: Double, width: Double, height: Double) {
    let most = self.height(width: width) + stretch
    for one in Flow.justify(Flow.stack(items, width: width), height: min(height, most)) {
      one.item.draw(on: pen, x: x, y: y + one.y, width: width, height: one.height)
    }
  }
}

extension Flow {
  /// All items one under the other, however high that is.
  static func stack(_ items: some Sequence<MeasuredItem>, width: Double) -> [Placed] {
    var placed: [Placed] = []
    var used = 0.0
    for measured in items {
      let space = placed.isEmpty ? 0 : measured.item.spaceBefore
      let height = measured.height(width: width)
      placed.append(Placed(measured: measured, y: used + space, height: height))
      used += space + height
    }
    return placed
  }
}
