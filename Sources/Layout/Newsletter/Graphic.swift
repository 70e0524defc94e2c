import Picture

/// The sizes at which people paste a graphic.
public enum GraphicSize: Sendable, Hashable {
  /// One column of a newsletter of two, 88 mm wide.
  case column
  /// Both columns, 180 mm wide.
  case wide
  /// A sheet of its own.
  case a4
  /// As LINE and other networks show pictures.
  case square
  /// A slide, 16:9.
  case slide
  /// As wide as the place it is pasted into, in millimetres; as high as it turns out.
  case width(Double)

  /// The sizes with names.
  public static let named: [(name: String, size: GraphicSize)] = [
    ("column", .column), ("wide", .wide), ("a4", .a4), ("square", .square), ("slide", .slide),
  ]
  /// The widths that may be asked for, in millimetres.
  public static let widths = 20.0...400.0

  /// A size by its name, or a width such as `45mm`; nil for anything else.
  public init?(_ text: String) {
    let text = text.lowercased().filter { $0 != " " }
    if let named = Self.named.first(where: { $0.name == text })?.size {
      self = named
      return
    }
    guard text.hasSuffix("mm"), let width = Double(text.dropLast(2)), Self.widths.contains(width) else {
      return nil
    }
    self = .width(width)
  }

  /// How wide it is where it is as high as it turns out, in millimetres.
  var freeWidth: Double? {
    switch self {
    case .column: 88
    case .wide: 180
    case .width(let width): width
    case .a4, .square, .slide: nil
    }
  }
}

/// A part of a newsletter that can be taken out and pasted elsewhere.
public struct Graphic {
  /// A short name that stays the same as long as the session does: `map-B-2033`, `persona-1`, `question-2`.
  public let id: String
  /// What it shows.
  public let title: String
  /// The map whose houses are on it; nil where there are none.
  public var map: String?
  let items: [any FlowItem]
  /// What else goes with it in words, for those who cannot see it: the rules in force, which are nobody's; may be empty.
  public internal(set) var details = ""
  /// The same for a single column, where it cannot be as it is.
  var narrow: [any FlowItem]?
  /// The same for what is wider than high: all years of a map in one row, a portrait beside its words.
  var broad: [any FlowItem]?

  /// Every graphic of a session in the order of the newsletter.
  public static func all(_ content: NewsletterContent, measurer: any TextMeasurer) -> [Graphic] {
    var style = NewsletterStyle()
    style.give = BarsItem.largestGive
    let list = GraphicList(content: content, style: style, measurer: measurer)
    return (list.words + list.maps + list.personas + list.counts + list.end).filter { !$0.items.isEmpty }
  }

  private static let margin = 6.0
  /// A narrow graphic has no room to give away.
  private static func margin(_ width: Double) -> Double { width < 80 ? max(2, width * 0.06) : margin }
  /// Up to this width a graphic is set as for a single column.
  private static let widestNarrow = 100.0

  /// The least width at which all of it can be read, in whole millimetres, where it is more than that of `size`; nil where
  /// it is not, or where the size leaves it as wide as it needs.
  public func leastWidth(over size: GraphicSize, measurer: any TextMeasurer) -> Int? {
    guard case .width(let asked) = size else { return nil }
    func isWhole(_ width: Double) -> Bool {
      pages(.width(width), measurer: measurer).allSatisfy { $0.isWhole(margin: Self.margin(width) - 2) }
    }
    if isWhole(asked) { return nil }
    // Two steps, for each look is a layout.
    let (first, most, step) = (Int(asked.rounded(.down)) + 1, Int(GraphicSize.widths.upperBound), 5)
    guard let near = stride(from: first, through: most, by: step).first(where: { isWhole(Double($0)) })
    else { return nil }
    return (max(first, near - step + 1)..<near).first { isWhole(Double($0)) } ?? near
  }

  /// The graphic as pages of this size: one, and more only where it is longer than a sheet of A4.
  public func pages(_ size: GraphicSize, measurer: any TextMeasurer) -> [Page] {
    if let width = size.freeWidth, width <= Self.widestNarrow, let narrow {
      return Graphic(id: id, title: title, items: narrow).pages(size, measurer: measurer)
    }
    if size == .slide, let broad {
      let other = Graphic(id: id, title: title, items: broad)
      if other.cover(size)?.share ?? 0 > cover(size)?.share ?? 0 {
        return other.pages(size, measurer: measurer)
      }
    }
    switch size {
    case .column, .wide, .width:
      let width = size.freeWidth ?? 180
      let m = Self.margin(width)
      let height = height(width - 2 * m)
      // What is longer than a sheet of A4 can be pasted nowhere: it goes on in a second picture.
      if height + 2 * m > Self.longest { return parts(width, margin: m, measurer) }
      return [page(Size(.mm(width), .mm(height + 2 * m)), in: .mm(m, m, width - 2 * m, height), measurer)]
    case .a4:
      if let poster = poster(measurer) { return [poster] }
      var flow = Flow(items)
      var pages: [Page] = []
      repeat {
        let placed = flow.fill(width: 180, height: 267)
        pages.append(page(.a4, placed, in: .mm(15, 15, 180, 267), measurer))
      } while !flow.isEmpty && pages.count < 50
      return pages
    case .square, .slide:
      guard let best = cover(size) else { return [] }
      // A long list goes on on a next one; what cannot be parted and needs more room to be read keeps it.
      if best.sheet > Self.whole(size), let parts = sheets(size, measurer) { return parts }
      let whole = max(Self.whole(size), best.sheet)
      let scale = whole / best.sheet
      let pen = SheetPen(measurer)
      draw(on: pen, in: .mm(0, 0, best.width, best.height))
      let left = (whole - best.width * scale) / 2
      let top = (whole / Self.ratio(size) - best.height * scale) / 2
      return [
        described(
          Size(.mm(whole), .mm(whole / Self.ratio(size))),
          pen.take().map { $0.scaled(scale, dx: .mm(left), dy: .mm(top)) })
      ]
    }
  }

  /// The height of a sheet of A4, in millimetres.
  private static let longest = 297.0

  /// Pictures of one width, none higher than a sheet of A4 unless something cannot be parted.
  private func parts(_ width: Double, margin m: Double, _ measurer: any TextMeasurer) -> [Page] {
    var flow = Flow(items)
    var pages: [Page] = []
    repeat {
      let placed = flow.fill(width: width - 2 * m, height: Self.longest - 2 * m)
      let height = placed.last.map { $0.y + $0.height } ?? 0
      let frame = Rect.mm(m, m, width - 2 * m, height)
      pages.append(page(Size(.mm(width), .mm(height + 2 * m)), placed, in: frame, measurer))
    } while !flow.isEmpty && pages.count < 50
    return pages
  }

  /// As many squares or slides as a long list needs; nil where something stands on none.
  private func sheets(_ size: GraphicSize, _ measurer: any TextMeasurer) -> [Page]? {
    let (m, sheet) = (Self.margin, size == .square ? 150.0 : 208.0)
    let frame = Rect.mm(m, m, sheet - 2 * m, sheet / Self.ratio(size) - 2 * m)
    let whole = Size(.mm(Self.whole(size)), .mm(Self.whole(size) / Self.ratio(size)))
    var flow = Flow(items)
    var pages: [Page] = []
    repeat {
      let placed = flow.fill(width: frame.width.mm, height: frame.height.mm)
      guard let last = placed.last, last.y + last.height <= frame.height.mm + 0.1 else { return nil }
      var page = page(whole, placed, in: frame, measurer)
      page.items = page.items.map { $0.scaled(Self.whole(size) / sheet, dx: .zero, dy: .zero) }
      pages.append(page)
    } while !flow.isEmpty && pages.count < 50
    return flow.isEmpty ? pages : nil
  }

  /// How well a width covers a sheet.
  private struct Cover {
    var width: Double
    var height: Double
    var sheet: Double
    var share: Double
  }

  /// The width of every square and every slide: as presentation programs make theirs, 13⅓ inches.
  private static func whole(_ size: GraphicSize) -> Double { size == .square ? 200 : 25.4 * 40 / 3 }

  private static func ratio(_ size: GraphicSize) -> Double { size == .square ? 1 : 16.0 / 9.0 }

  /// The width at which most of a square or a slide is covered, yet words can still be read from the back of a room.
  private func cover(_ size: GraphicSize) -> Cover? {
    let m = Self.margin
    let ratio = Self.ratio(size)
    let candidates = stride(from: 76.0, through: size == .square ? 150 : 196, by: 6).map { width -> Cover in
      let height = height(width)
      let sheet = max(width + 2 * m, (height + 2 * m) * ratio)
      let grown = min(sheet / ratio - 2 * m, height + stretch)
      return Cover(
        width: width, height: grown, sheet: sheet, share: width * grown * ratio / (sheet * sheet))
    }
    let readable = candidates.filter { $0.sheet <= Self.whole(size) }
    return readable.max { $0.share < $1.share } ?? candidates.min { $0.sheet < $1.sheet }
  }

  /// A sheet of A4 on which a small graphic is printed as large as it can be: up to twice as large as in a newsletter.
  private func poster(_ measurer: any TextMeasurer) -> Page? {
    let (width, height) = (180.0, 267.0)
    for set in stride(from: 90.0, through: width, by: 6) {
      let scale = width / set
      let natural = self.height(set)
      guard natural * scale <= height else { continue }
      let pen = SheetPen(measurer)
      let grown = min(height / scale, natural + stretch)
      draw(on: pen, in: .mm(0, 0, set, grown))
      // What does not fill the sheet stands a little above its middle.
      let above = (height - grown * scale) * 0.4
      return described(.a4, pen.take().map { $0.scaled(scale, dx: .mm(15), dy: .mm(15 + above)) })
    }
    return nil
  }

  /// A page that says in words what its figures show.
  private func described(_ size: Size, _ items: [Item]) -> Page {
    let words = items.flatMap(Self.alternatives)
    return Page(
      size: size, title: title, summary: words.isEmpty ? title : words.joined(separator: "\n"), items: items
    ).telling(details)
  }

  private static func alternatives(_ item: Item) -> [String] {
    guard case .group(let group) = item else { return [] }
    if let words = group.alternative { return [words] }
    return group.items.flatMap(alternatives)
  }

  private func draw(on pen: SheetPen, in frame: Rect) {
    var flow = Flow(items)
    let placed = flow.fill(width: frame.width.mm, height: 100_000)
    for one in Flow.justify(placed, height: frame.height.mm) {
      one.item.draw(
        on: pen, x: frame.minX.mm, y: frame.minY.mm + one.y, width: frame.width.mm, height: one.height)
    }
  }

  private var stretch: Double { items.reduce(0) { $0 + $1.stretch } }

  private func height(_ width: Double) -> Double {
    var flow = Flow(items)
    return flow.fill(width: width, height: 100_000).last.map { $0.y + $0.height } ?? 0
  }

  private func page(_ size: Size, in frame: Rect, _ measurer: any TextMeasurer) -> Page {
    let pen = SheetPen(measurer)
    draw(on: pen, in: frame)
    return described(size, pen.take())
  }

  private func page(_ size: Size, _ placed: [Flow.Placed], in frame: Rect, _ measurer: any TextMeasurer)
    -> Page
  {
    let pen = SheetPen(measurer)
    for one in placed {
      one.item.draw(
        on: pen, x: frame.minX.mm, y: frame.minY.mm + one.y, width: frame.width.mm, height: one.height)
    }
    return described(size, pen.take())
  }
}
