import Picture

/// Text of a figure that waits to be drawn: texts of one style drawn one after the other take half the room in a PDF,
/// because colour, typeface and size need to be said once only.
///
/// A map draws house by house, so that styles change at each step. Putting text off is safe as long as nothing is drawn
/// where it will stand; whoever draws asks ``isInTheWay(_:)`` first.
final class TextBatch {
  /// A text and its lines.
  struct Entry {
    var text: PlacedText
    var typeset: Typeset
  }

  private var waiting: [Entry] = []
  /// Boxes of waiting texts, by the bands of the page that they lie in.
  private var bands: [Int: [Rect]] = [:]

  private static let height = 12.0

  /// Whether something drawn inside `box` would come under a text that stands there already.
  func isInTheWay(_ box: Rect) -> Bool {
    if waiting.isEmpty { return false }
    return Self.bands(of: box).contains { bands[$0]?.contains { $0.intersects(box) } ?? false }
  }

  /// Puts a text off; its box must be free.
  func add(_ text: PlacedText, _ typeset: Typeset, in box: Rect) {
    waiting.append(Entry(text: text, typeset: typeset))
    for band in Self.bands(of: box) { bands[band, default: []].append(box) }
  }

  /// Hands over all texts, those of one style together, each style where it came first.
  func take() -> [Entry] {
    var places: [TextStyle: Int] = [:]
    var byStyle: [[Entry]] = []
    for entry in waiting {
      guard let style = entry.text.block.spans.first?.style else { continue }
      if let place = places[style] {
        byStyle[place].append(entry)
      } else {
        places[style] = byStyle.count
        byStyle.append([entry])
      }
    }
    waiting.removeAll()
    bands.removeAll()
    return byStyle.flatMap { $0 }
  }

  private static func bands(of box: Rect) -> ClosedRange<Int> {
    func band(_ y: Length) -> Int {
      // Whatever lies outside every page may share the outermost bands.
      Int(min(max(y.points / height, -1000), 1000))
    }
    let first = band(box.minY)
    return first...max(first, band(box.maxY))
  }
}

extension PlacedText {
  /// A box around what is black, however it is turned.
  func bounds(_ extent: TextExtent) -> Rect {
    let ink = extent.ink
    if rotation == 0 {
      return Rect(origin: Point(origin.x + ink.minX, origin.y + ink.minY), size: ink.size)
    }
    let x = max(ink.minX.magnitude, ink.maxX.magnitude)
    let y = max(ink.minY.magnitude, ink.maxY.magnitude)
    let reach = x + y
    return Rect(x: origin.x - reach, y: origin.y - reach, width: 2 * reach, height: 2 * reach)
  }
}

extension Shape {
  /// A box around all that is drawn, corners of wide lines included.
  var inked: Rect? {
    let width = stroke?.width ?? .zero
    return path.bounds?.inset(-2 * width, -2 * width)
  }
}
