/// A colour in sRGB.
public struct Color: Sendable, Hashable {
  /// Red, 0…255.
  public var red: UInt8
  /// Green, 0…255.
  public var green: UInt8
  /// Blue, 0…255.
  public var blue: UInt8

  /// A colour from `0xRRGGBB`.
  public init(_ hex: UInt32) {
    red = UInt8(hex >> 16 & 0xFF)
    green = UInt8(hex >> 8 & 0xFF)
    blue = UInt8(hex & 0xFF)
  }
}

/// What a surface is filled with.
public enum Paint: Sendable, Hashable {
  /// One colour.
  case solid(Color)
  /// Parallel lines over a ground; drawn as lines, so that it prints in one colour.
  case hatch(Hatch)
}

/// Parallel lines over a ground.
public struct Hatch: Sendable, Hashable {
  /// The colour of the lines.
  public var color: Color
  /// The colour under them; nil leaves what is there.
  public var ground: Color?
  /// From one line to the next.
  public var spacing: Length
  /// How thick a line is.
  public var width: Length
  /// The direction of the lines in degrees, counter-clockwise from the horizontal.
  public var angle: Double

  /// Makes a hatch.
  public init(color: Color, ground: Color? = nil, spacing: Length, width: Length, angle: Double = 45) {
    self.color = color
    self.ground = ground
    self.spacing = spacing
    self.width = width
    self.angle = angle
  }
}

/// How a line is drawn.
public struct Stroke: Sendable, Hashable {
  /// Its colour.
  public var color: Color
  /// How thick it is.
  public var width: Length
  /// Lengths on and off in turn; none for an unbroken line.
  public var dash: [Length]
  /// Whether ends and corners are round.
  public var isRound: Bool

  /// Makes a stroke.
  public init(_ color: Color, width: Length, dash: [Length] = [], isRound: Bool = false) {
    self.color = color
    self.width = width
    self.dash = dash
    self.isRound = isRound
  }
}
