import Diagnostics
import Picture
import Projection
import Workshop

/// What stands in a slot of its own.
extension Newsletter {
  /// What came of filling a slot.
  enum OwnSlot {
    /// There is nothing to be put in it.
    case empty
    /// What stands in it.
    case filled([Item])
    /// It would have to be so wide or so high, in millimetres.
    case tooSmall(Shortage)
  }

  /// What a slot would have to be.
  struct Shortage {
    /// How wide, where it is too narrow at any height.
    var width: Double?
    /// How high.
    var height: Double
  }

  func drawOwnSlots(of page: TemplatePage, on pen: SheetPen) -> [Finding] {
    var findings: [Finding] = []
    for (name, rect) in page.slots.sorted(by: { $0.key < $1.key }) {
      guard let kind = SlotNames.kind(name) else { continue }
      switch fill(kind, rect, isFirst: template.first.slots[name] != nil) {
      case .empty: break
      case .filled(let items): for item in items { pen.add(item) }
      case .tooSmall(let shortage):
        var finding = tooSmall(name, shortage, rect, key: SlotNames.key(of: kind), fits: nil)
        finding.place = page.places["slot-\(name)"]
        findings.append(finding)
      }
    }
    return findings
  }

  /// Fills a slot with what of its own stands there, as well as it has room for.
  func fill(_ kind: SlotNames.Kind, _ rect: Rect, isFirst: Bool) -> OwnSlot {
    let choices = ownItems(kind, isFirst: isFirst).filter { !$0.isEmpty }
    guard let least = choices.last else { return .empty }
    for items in choices {
      if let drawn = drawn(items, in: rect) { return .filled(drawn) }
    }
    let wide = stride(from: rect.width.mm, to: Self.widest, by: 5).first {
      drawn(least, in: .mm(0, 0, $0, Self.highest)) != nil
    }
    let width = wide ?? rect.width.mm
    return .tooSmall(
      Shortage(
        width: width > rect.width.mm ? width : nil,
        height: least.reduce(0) { $0 + $1.spaceBefore + $1.height(width: width) }))
  }

  /// Wider and higher than any sheet, in millimetres.
  private static let widest = 420.0
  private static let highest = 100_000.0

  /// What `items` look like in a slot; nil where they have no room in it. A word that cannot be broken may be wider than
  /// a narrow slot.
  private func drawn(_ items: [any FlowItem], in rect: Rect) -> [Item]? {
    let (width, height) = (rect.width.mm, rect.height.mm)
    var flow = Flow(items)
    let placed = flow.fill(width: width, height: height)
    let end = placed.last.map { $0.y + $0.height } ?? 0
    guard flow.isEmpty, end <= height + 0.1 else { return nil }
    let pen = SheetPen(measurer)
    let shared = height < Self.highest ? Flow.justify(placed, height: height) : placed
    for one in shared {
      one.item.draw(on: pen, x: rect.minX.mm, y: rect.minY.mm + one.y, width: width, height: one.height)
    }
    let drawn = pen.take()
    let reach = Self.words(drawn)
    // Ink may stand out by a hair, as a slanted stroke does.
    return reach.allSatisfy { $0.minX.mm >= rect.minX.mm - 0.3 && $0.maxX.mm <= rect.maxX.mm + 0.3 }
      ? drawn : nil
  }

  /// Where the ink of level words stands.
  private static func words(_ items: [Item]) -> [Rect] {
    items.flatMap { item -> [Rect] in
      switch item {
      case .text(let text) where text.rotation == 0 && !text.block.string.isEmpty:
        let ink = text.extent.ink
        return [Rect(origin: ink.origin.moved(text.origin.x, text.origin.y), size: ink.size)]
      case .group(let group): return words(group.items)
      default: return []
      }
    }
  }

  /// What stands in a slot of its own, as it is best; and then as it is where the slot has no room for that.
  func ownItems(_ kind: SlotNames.Kind, isFirst: Bool) -> [[any FlowItem]] {
    switch kind {
    case .section(let section):
      return isFirst ? [sections.items(section) { 0 }.filter { !($0 is SectionHeading) }] : []
    case .map(let year): return map(year)
    case .findings, .actions: return remarks(kind)
    case .line, .body: return []
    }
  }

  /// The first map that has been projected to this year.
  private func map(_ year: Int) -> [[any FlowItem]] {
    for map in content.session.maps {
      guard let projection = content.projections[map.id],
        let state = projection.states.firstIndex(where: { $0.year == year })
      else { continue }
      let series = MapSeriesItem(
        map: map, projection: projection, states: [state], language: language, measurer: measurer,
        audience: content.audience, groups: content.groups)
      // A lower map under its name is better than one of which nobody knows where it is.
      var lower = series
      lower.isLow = true
      return [[name(map), series], [name(map), lower], [series], [lower]]
    }
    return []
  }

  /// The name of a table over what stands apart from its heading.
  private func name(_ map: TableMap) -> any FlowItem {
    SubHeading(MapHeading.name(of: map), style: style, measurer: measurer)
  }

  private func remarks(_ kind: SlotNames.Kind) -> [[any FlowItem]] {
    guard let map = content.session.maps.first else { return [] }
    let lines = kind == .findings ? map.findings : map.actions
    guard !lines.isEmpty else { return [] }
    let answers = lines.map { Answer($0) }
    let item = RemarksItem(
      findings: kind == .findings ? answers : [], actions: kind == .findings ? [] : answers, style: style,
      language: language, measurer: measurer)
    return content.session.maps.count > 1 ? [[name(map), item], [item]] : [[item]]
  }
}
