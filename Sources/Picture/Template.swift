import Diagnostics

/// How a named text of a template looks.
public struct TemplateStyle: Sendable, Hashable {
  /// The largest size of its type; nil where the template does not say.
  public var size: Length?
  /// Its colour; nil where the template does not say.
  public var color: Color?
  /// How it stands in its slot.
  public var alignment: TextAlignment
  /// Whether it is bold.
  public var isBold: Bool

  /// Makes a style.
  public init(
    size: Length? = nil, color: Color? = nil, alignment: TextAlignment = .leading, isBold: Bool = false
  ) {
    self.size = size
    self.color = color
    self.alignment = alignment
    self.isBold = isBold
  }
}

/// One page of a template: a drawing with named places.
public struct TemplatePage: Sendable, Hashable {
  /// The sheet.
  public var size: Size
  /// The places by their names without `slot-`: `title`, `body-1`, `map-2033`.
  public var slots: [String: Rect]
  /// The looks by their names without `style-`: `title`, `text`, `accent`.
  public var styles: [String: TemplateStyle]
  /// The name under which the renderer knows the drawing.
  public var artwork: String
  /// How far the drawing reaches beyond the sheet on every side.
  public var artworkBleed = Length.zero
  /// Where slots and styles are written, by their ids (`slot-title`, `style-text`); nothing where no file is known.
  public var places: [String: Place] = [:]
  /// Ids that would be those of slots or styles but for capitals, or `_` for `-`: `Slot-Volume`, `slot_title`.
  public var lookalikes: Set<String> = []
  /// How many inks the template is made for: `data-ink` of its first page.
  public var ink = Ink.full

  /// Makes a page.
  public init(size: Size, slots: [String: Rect], styles: [String: TemplateStyle], artwork: String) {
    self.size = size
    self.slots = slots
    self.styles = styles
    self.artwork = artwork
  }

  /// The slots that text flows through, in the order of their numbers.
  public var bodies: [Rect] {
    slots.compactMap { name, rect in
      name.hasPrefix("body-") ? Int(name.dropFirst(5)).map { ($0, rect) } : nil
    }.sorted { $0.0 < $1.0 }.map(\.1)
  }
}

/// The pages that a newsletter is laid out on.
public struct Template: Sendable, Hashable {
  /// What it is called.
  public var name: String
  /// The first page.
  public var first: TemplatePage
  /// Every page between the first and the last.
  public var inner: TemplatePage
  /// The last page of an issue with more than one; nil where it looks like the others.
  public var last: TemplatePage?

  /// Makes a template.
  public init(name: String, first: TemplatePage, inner: TemplatePage, last: TemplatePage? = nil) {
    self.name = name
    self.first = first
    self.inner = inner
    self.last = last
  }

  /// Where a slot is written on the first of its pages that has it.
  public func place(ofSlot name: String) -> Place? {
    [first, inner, last].lazy.compactMap { $0?.places["slot-\(name)"] }.first
  }
}
