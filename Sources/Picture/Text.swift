/// The cut of the typeface.
public enum Weight: String, Sendable, Hashable, CaseIterable {
  /// For reading.
  case regular
  /// For headings and figures.
  case bold
  /// For numbers in small symbols: regular, with half-width figures (BIZ UDGothic), a third narrower than those
  /// of the proportional face. Where that face is not installed, the regular one stands in for it.
  case figures

  /// By its place: else its name would be hashed, once for each text that is looked up.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .regular: hasher.combine(0)
    case .bold: hasher.combine(1)
    case .figures: hasher.combine(2)
    }
  }
}

/// How text looks.
public struct TextStyle: Sendable, Hashable {
  /// The height of the type.
  public var size: Length
  /// Its weight.
  public var weight: Weight
  /// Its colour.
  public var color: Color
  /// From one line to the next, as a multiple of ``size``.
  public var leading: Double
  /// Extra room after each character.
  public var tracking: Length

  /// Makes a style.
  public init(
    size: Length, weight: Weight = .regular, color: Color, leading: Double = 1.25, tracking: Length = .zero
  ) {
    self.size = size
    self.weight = weight
    self.color = color
    self.leading = leading
    self.tracking = tracking
  }

  /// The size of a reading over characters of this style: half of theirs, and no less than the smallest type on paper that
  /// stands beside larger type, 6 points, as on maps.
  public var readingSize: Length { max(.pt(6), size * 0.5) }
}

/// How lines stand in their width, or a single line on its origin.
public enum TextAlignment: String, Sendable, Hashable {
  /// At the left.
  case leading
  /// In the middle.
  case center
  /// At the right.
  case trailing

  /// By its place, as that of ``Weight``.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .leading: hasher.combine(0)
    case .center: hasher.combine(1)
    case .trailing: hasher.combine(2)
    }
  }
}

/// A stretch of text in one style; a block may mix several on one line (a large numeral with a small unit).
public struct TextSpan: Sendable, Hashable {
  /// The characters. A line feed begins a new line.
  public var string: String
  /// How they look.
  public var style: TextStyle
  /// The reading set over them at half their size (furigana); the line is not broken inside them. It hangs into the
  /// leading, so a style of 1.6 or more is wanted.
  public var reading: String?

  /// Makes a span.
  public init(_ string: String, _ style: TextStyle, reading: String? = nil) {
    self.string = string
    self.style = style
    self.reading = reading
  }
}

/// Text as it is laid out by Pango: one line, or lines broken to a width.
public struct TextBlock: Sendable, Hashable {
  /// The text, span by span.
  public var spans: [TextSpan]
  /// The width to break lines to; nil keeps it on one line.
  public var width: Length?
  /// How lines stand in ``width``. Without a width: where the origin is on the line.
  public var alignment: TextAlignment
  /// Text that continues a list item is moved in by this much after the first line.
  public var hangingIndent: Length

  /// Makes a block of several spans.
  public init(
    _ spans: [TextSpan], width: Length? = nil, alignment: TextAlignment = .leading,
    hangingIndent: Length = .zero
  ) {
    self.spans = spans
    self.width = width
    self.alignment = alignment
    self.hangingIndent = hangingIndent
  }

  /// Makes a block in one style.
  public init(
    _ string: String, _ style: TextStyle, width: Length? = nil, alignment: TextAlignment = .leading
  ) {
    self.init([TextSpan(string, style)], width: width, alignment: alignment)
  }

  /// The characters of all spans.
  public var string: String { spans.map(\.string).joined() }
}

/// The room that a block of text takes, measured from its origin: the left end (or middle, or right end, by
/// its alignment) of the first baseline where it has no width, else the upper left corner of its box.
public struct TextExtent: Sendable, Hashable {
  /// The box of the lines, ascent and descent included.
  public var logical: Rect
  /// The box of what is black.
  public var ink: Rect
  /// From the upper edge of ``logical`` to the first baseline.
  public var ascent: Length
  /// How many lines.
  public var lines: Int

  /// Makes an extent.
  public init(logical: Rect, ink: Rect, ascent: Length, lines: Int) {
    self.logical = logical
    self.ink = ink
    self.ascent = ascent
    self.lines = lines
  }
}

/// Something that knows how large text will be: the layout asks it, and never breaks a line itself.
public protocol TextMeasurer: AnyObject {
  /// The room that `text` takes.
  func extent(of text: TextBlock) -> TextExtent
  /// How many characters stand on the first `count` lines of `text`; nil where it cannot tell.
  func characters(of text: TextBlock, onFirst count: Int) -> Int?
}

extension TextMeasurer {
  /// Does not tell.
  public func characters(of text: TextBlock, onFirst count: Int) -> Int? { nil }
}
