import Foundation
import Layout
import Picture
import Testing
import Workshop

@testable import Studio

/// The newsletter of every sample on every template, laid out once for all checks of its pages.
struct LaidSample: Sendable {
  let sample: String
  let template: Template
  let session: Session
  let pages: [Page]
  let findings: [String]

  static let templates = ["quiet", "mono", "wide"]

  private static let quiet = Result { try lay("quiet") }
  private static let mono = Result { try lay("mono") }
  private static let wide = Result { try lay("wide") }

  /// All samples on this template.
  static func all(_ template: String) throws -> [LaidSample] {
    switch template {
    case "quiet": try quiet.get()
    case "mono": try mono.get()
    default: try wide.get()
    }
  }

  private static func lay(_ name: String) throws -> [LaidSample] {
    let template = try #require(try Templates.load(name).template)
    let renderer = try PaperDesk.renderer()
    return try ReadSample.names().map { sample in
      let checked = try #require(
        Checking.check(Repository.root.appending(path: "samples/\(sample).yaml").path).checked)
      let session = checked.session
      let pictures = SessionPictures(checked, renderer: renderer)
      let result = try NewsletterPublishing().compose(session, template, pictures.names, renderer.typesetter)
      return LaidSample(
        sample: sample, template: template, session: session, pages: result.pages,
        findings: result.findings.map(\.code))
    }
  }

  /// The template's page under the page of this number, from 0.
  func templatePage(_ number: Int) -> [TemplatePage] {
    number == 0 ? [template.first] : [template.inner] + [template.last].compactMap { $0 }
  }
}

/// The ground under each text: the last shape filled before it under its middle. What the template draws is not known;
/// light words stand on it.
struct PageGround {
  struct Word {
    var text: PlacedText
    var box: Rect
    var ground: Color?
    /// Nothing is drawn outside it.
    var clip: Rect?
  }

  private(set) var words: [Word] = []
  private var surfaces: [(box: Rect, outlines: [[Point]], color: Color)] = []

  init(_ page: Page) { for item in page.items { walk(item, nil) } }

  private mutating func walk(_ item: Item, _ clip: Rect?) {
    switch item {
    case .group(let group):
      let inner = group.clip.flatMap(Self.bounds) ?? clip
      for item in group.items { walk(item, inner) }
    case .shape(let shape):
      guard let box = Self.bounds(shape.path) else { return }
      switch shape.fill {
      case .solid(let color): surfaces.append((box, Self.outlines(shape.path), color))
      // As if the ground had the colour of the lines.
      case .hatch(let hatch): surfaces.append((box, Self.outlines(shape.path), hatch.color))
      case nil: break
      }
    case .text(let text) where text.rotation == 0 && !text.block.string.isEmpty:
      let ink = text.extent.ink
      let box = Rect(origin: ink.origin.moved(text.origin.x, text.origin.y), size: ink.size)
      let middle = Point(box.minX + box.width / 2, box.minY + box.height / 2)
      let under = surfaces.last {
        $0.box.contains(Rect(origin: middle, size: Size(.zero, .zero))) && Self.holds($0.outlines, middle)
      }
      words.append(Word(text: text, box: box, ground: under?.color, clip: clip))
    case .text, .icon: break
    }
  }

  /// Corners; of curves the ends and the middle are enough to say what is inside.
  private static func outlines(_ path: Path) -> [[Point]] {
    var parts: [[Point]] = []
    for step in path.steps {
      switch step {
      case .move(let to): parts.append([to])
      case .line(let to): if !parts.isEmpty { parts[parts.count - 1].append(to) }
      case .curve(let a, let b, let to):
        guard let from = parts.last?.last else { continue }
        let x = from.x * 0.125 + a.x * 0.375 + b.x * 0.375 + to.x * 0.125
        let y = from.y * 0.125 + a.y * 0.375 + b.y * 0.375 + to.y * 0.125
        parts[parts.count - 1] += [Point(x, y), to]
      case .close: break
      }
    }
    return parts
  }

  private static func holds(_ outlines: [[Point]], _ p: Point) -> Bool {
    var isInside = false
    for outline in outlines {
      for (a, b) in zip(outline, outline.dropFirst() + outline.prefix(1))
      where (a.y.mm > p.y.mm) != (b.y.mm > p.y.mm) {
        let x = a.x.mm + (p.y.mm - a.y.mm) / (b.y.mm - a.y.mm) * (b.x.mm - a.x.mm)
        if p.x.mm < x { isInside.toggle() }
      }
    }
    return isInside
  }

  private static func bounds(_ path: Path) -> Rect? {
    let points = path.steps.flatMap { step -> [Point] in
      switch step {
      case .move(let to), .line(let to): [to]
      case .curve(_, _, let to): [to]
      case .close: []
      }
    }
    guard let left = points.map(\.x).min(), let right = points.map(\.x).max(),
      let top = points.map(\.y).min(), let bottom = points.map(\.y).max()
    else { return nil }
    return Rect(x: left, y: top, width: right - left, height: bottom - top)
  }

  /// Words that do not stand out from what is under them, in an ink: below 4.5, of large words below 3.
  func faint(in ink: Ink) -> [String] {
    words.flatMap { word -> [String] in
      word.text.block.spans.compactMap { span in
        let size = span.style.size.points
        let isLarge = size >= 18 || (span.style.weight == .bold && size >= 14)
        let color = ink(span.style.color)
        // On a template's own drawing words are as light or as dark as it asks.
        guard let ground = word.ground.map({ ink($0) }) ?? (Self.light(color) > 0.5 ? nil : Color(0xFFFFFF))
        else { return nil }
        let contrast = Self.contrast(color, ground)
        return contrast >= (isLarge ? 3 : 4.5) ? nil : "faint: \(span.string) \(contrast)"
      }
    }
  }

  /// Words that a clip cuts off.
  var cut: [String] {
    words.compactMap { word in
      guard let clip = word.clip, !clip.inset(.mm(-0.1), .mm(-0.1)).contains(word.box) else { return nil }
      return "cut: \(word.text.block.string)"
    }
  }

  private static func light(_ color: Color) -> Double {
    let parts = [color.red, color.green, color.blue].map { value -> Double in
      let part = Double(value) / 255
      return part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  static func contrast(_ a: Color, _ b: Color) -> Double {
    let (low, high) = (min(light(a), light(b)), max(light(a), light(b)))
    return (high + 0.05) / (low + 0.05)
  }
}
