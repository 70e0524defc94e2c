import Picture

/// Measures and places words. Widths grow evenly with the size of the type (hinting is off), so a line is
/// measured once and scaled afterwards: a map tries many sizes before it settles on one.
final class Typesetter {
  /// A line of text in one style, measured from the left end of its baseline, in points.
  struct Line {
    var width: Double
    /// From the top of the line to the baseline.
    var ascent: Double
    /// From the baseline to the bottom of the line.
    var descent: Double
    /// What is black.
    var ink: Box
    var height: Double { ascent + descent }
  }

  /// Strings are compared by their bytes: all forms in which one word may be written are as wide, and measured each.
  private struct Key: Hashable {
    var string: String
    var weight: Weight

    static func == (one: Key, other: Key) -> Bool {
      guard one.weight == other.weight else { return false }
      let isSame = one.string.utf8.withContiguousStorageIfAvailable { one in
        other.string.utf8.withContiguousStorageIfAvailable { other in
          one.count == other.count && one.elementsEqual(other)
        }
      }
      return (isSame ?? nil) ?? (one.string == other.string)
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(weight)
      string.utf8.withContiguousStorageIfAvailable {
        hasher.combine(bytes: UnsafeRawBufferPointer($0))
      }
    }
  }

  fileprivate static let unit = 100.0
  private let measurer: any TextMeasurer
  private var lines: [Key: Line] = [:]

  init(_ measurer: any TextMeasurer) { self.measurer = measurer }

  /// One line of `string` at `size` points.
  func line(_ string: String, _ size: Double, _ weight: Weight = .regular) -> Line {
    let key = Key(string: string, weight: weight)
    let line: Line
    if let known = lines[key] {
      line = known
    } else {
      let style = TextStyle(size: .pt(Self.unit), weight: weight, color: Theme.ink)
      let extent = measurer.extent(of: TextBlock(string, style))
      line = Line(
        width: extent.logical.width.points, ascent: -extent.logical.minY.points,
        descent: extent.logical.maxY.points, ink: Box(extent.ink))
      lines[key] = line
    }
    let k = size / Self.unit
    return Line(
      width: line.width * k, ascent: line.ascent * k, descent: line.descent * k,
      ink: Box(line.ink.x0 * k, line.ink.y0 * k, line.ink.x1 * k, line.ink.y1 * k))
  }

  /// The width of `string` at `size` points.
  func width(_ string: String, _ size: Double, _ weight: Weight = .regular) -> Double {
    line(string, size, weight).width
  }

  /// One line with its origin on the baseline.
  func place(
    _ string: String, _ size: Double, _ weight: Weight = .regular, color: Color, at origin: Vec,
    _ alignment: TextAlignment = .leading, rotation: Double = 0
  ) -> PlacedText {
    let line = line(string, size, weight)
    let shift =
      switch alignment {
      case .leading: 0.0
      case .center: -line.width / 2
      case .trailing: -line.width
      }
    let block = TextBlock(
      string, TextStyle(size: .pt(size), weight: weight, color: color), alignment: alignment)
    let extent = TextExtent(
      logical: Box(shift, -line.ascent, shift + line.width, line.descent).rect,
      ink: line.ink.moved(Vec(shift, 0)).rect, ascent: .pt(line.ascent), lines: 1)
    return PlacedText(block, at: origin.point, rotation: rotation, extent: extent)
  }

  /// One line whose ink stands centred on `center`; for numbers in symbols.
  func placeCentred(
    _ string: String, _ size: Double, _ weight: Weight = .regular, color: Color, at center: Vec
  ) -> PlacedText {
    let line = line(string, size, weight)
    let origin = Vec(
      center.x - (line.ink.x0 + line.ink.x1) / 2, center.y - (line.ink.y0 + line.ink.y1) / 2)
    return place(string, size, weight, color: color, at: origin)
  }

  /// A block of any kind, measured as it is.
  func extent(_ block: TextBlock) -> TextExtent { measurer.extent(of: block) }

  /// A block of any kind at its place.
  func place(_ block: TextBlock, at origin: Vec) -> PlacedText {
    PlacedText(block, at: origin.point, extent: extent(block))
  }
}

extension TextMeasurer {
  /// Measures a letter in every weight at the size at which layouts measure, so that the first layout finds the typefaces
  /// ready.
  public func warmUp() {
    let type = Typesetter(self)
    for weight in Weight.allCases { _ = type.line("あ1", Typesetter.unit, weight) }
  }
}
