/// What an item on a page stands for. For layout tests and for structure; never written to a file as it is,
/// because subjects are private.
public struct Mark: Sendable, Hashable {
  /// The kind of thing.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The body of a house.
    case house
    /// ○ or △ with its age.
    case person
    /// Words in a house in the place of people: a year, or that nobody knows who lives there.
    case houseWords
    /// The name of a house.
    case houseName
    /// The number on the door of a unit.
    case door
    /// What a resident does.
    case occupation
    /// The band of a road, a river or a railway.
    case line
    /// The name of a line.
    case lineName
    /// A field, a wood, a park, a pond.
    case area
    /// The name of an area.
    case areaName
    /// A landmark's icon.
    case landmark
    /// The name of a landmark.
    case landmarkName
    /// The north arrow.
    case north
    /// The year, the big word.
    case year
    /// A figure of the strip.
    case figure
    /// The legend.
    case legend
    /// The rule in one line.
    case rule
    /// A title or a subtitle.
    case title
    /// The ground a map stands on.
    case panel
    /// Findings and actions.
    case remarks
    /// Anything else.
    case other
  }

  /// The kind of thing.
  public var kind: Kind
  /// Which one: a house's id, a resident's id, a road's id.
  public var subject: String

  /// Marks a thing.
  public init(_ kind: Kind, _ subject: String = "") {
    self.kind = kind
    self.subject = subject
  }
}

/// What a group is in the structure of a document.
public enum StructureRole: String, Sendable, Hashable {
  /// The page's heading.
  case heading1 = "H1"
  /// A section's heading.
  case heading2 = "H2"
  /// The heading of a part of a section.
  case heading3 = "H3"
  /// A paragraph.
  case paragraph = "P"
  /// A map, a chart, a drawing.
  case figure = "Figure"
  /// A list.
  case list = "L"
  /// An item of a list.
  case listItem = "LI"
  /// A table; its parts are rows.
  case table = "Table"
  /// A row of a table; its parts are cells.
  case row = "TR"
  /// A cell that names its row or its column.
  case headerCell = "TH"
  /// Any other cell.
  case cell = "TD"
  /// Decoration that a reader may skip.
  case artifact = "Artifact"
}

/// A filled or drawn outline.
public struct Shape: Sendable, Hashable {
  /// The outline.
  public var path: Path
  /// What it is filled with; nil for none.
  public var fill: Paint?
  /// How it is drawn; nil for none.
  public var stroke: Stroke?

  /// Makes a shape.
  public init(_ path: Path, fill: Paint? = nil, stroke: Stroke? = nil) {
    self.path = path
    self.fill = fill
    self.stroke = stroke
  }
}

/// A block of text at its place.
public struct PlacedText: Sendable, Hashable {
  /// The text.
  public var block: TextBlock
  /// Where its origin is; see ``TextExtent``.
  public var origin: Point
  /// Turned around the origin by this many degrees, clockwise.
  public var rotation: Double
  /// Measured by the layout, so that tests and the privacy gate need no fonts.
  public var extent: TextExtent

  /// Places a block.
  public init(_ block: TextBlock, at origin: Point, rotation: Double = 0, extent: TextExtent) {
    self.block = block
    self.origin = origin
    self.rotation = rotation
    self.extent = extent
  }
}

/// An icon of `Assets/icons`, or another picture that librsvg draws to fill `frame`.
public struct Icon: Sendable, Hashable {
  /// The file's name without its ending: `shrine`. `portrait-older-man-calm` is a figure of `Assets/portraits`;
  /// `picture-1` is the user's own, which the renderer was given under that name.
  public var name: String
  /// Where it is drawn.
  public var frame: Rect

  /// Places an icon.
  public init(_ name: String, frame: Rect) {
    self.name = name
    self.frame = frame
  }
}

/// Items that belong together.
public struct Group: Sendable, Hashable {
  /// What they stand for.
  public var mark: Mark?
  /// What they are in the structure of the document; nil where the group has no part in it.
  public var role: StructureRole?
  /// Told to those who cannot see it.
  public var alternative: String?
  /// Nothing outside this outline is drawn.
  public var clip: Path?
  /// The items, the lowest first.
  public var items: [Item]

  /// Makes a group.
  public init(
    _ items: [Item], mark: Mark? = nil, role: StructureRole? = nil, alternative: String? = nil,
    clip: Path? = nil
  ) {
    self.items = items
    self.mark = mark
    self.role = role
    self.alternative = alternative
    self.clip = clip
  }
}

/// One thing of the display list.
public indirect enum Item: Sendable, Hashable {
  /// A shape.
  case shape(Shape)
  /// Text.
  case text(PlacedText)
  /// An icon.
  case icon(Icon)
  /// Items that belong together.
  case group(Group)
}

/// One page of a document.
public struct Page: Sendable, Hashable {
  /// The sheet.
  public var size: Size
  /// Its line in the outline.
  public var title: String
  /// The page in words, for those who cannot see it.
  public var summary: String
  /// What is on it, the lowest first.
  public var items: [Item]
  /// Where the sheet is cut, and how far the drawing reaches beyond; nil for a page that is not for press.
  public var press: PressMarks?

  /// Makes a page.
  public init(size: Size, title: String, summary: String, items: [Item]) {
    self.size = size
    self.title = title
    self.summary = summary
    self.items = items
  }
}

/// Where a page for press is cut.
public struct PressMarks: Sendable, Hashable {
  /// The finished sheet.
  public var trim: Rect
  /// How far the drawing reaches beyond the cut on every side.
  public var bleed: Length

  /// A cut along `trim`.
  public init(trim: Rect, bleed: Length) {
    self.trim = trim
    self.bleed = bleed
  }
}
