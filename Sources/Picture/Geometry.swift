/// A length on paper, so that millimetres and points are never mixed up.
public struct Length: Sendable, Hashable, Comparable, AdditiveArithmetic {
  /// The length in points (1/72 inch), the unit of PDF.
  public var points: Double

  /// A length of `points` points.
  public init(points: Double) { self.points = points }

  /// A length in points.
  public static func pt(_ value: Double) -> Length { Length(points: value) }
  /// A length in millimetres.
  public static func mm(_ value: Double) -> Length { Length(points: value * 72 / 25.4) }
  /// No length.
  public static let zero = Length(points: 0)

  /// The length in millimetres.
  public var mm: Double { points * 25.4 / 72 }
  /// The length without its sign.
  public var magnitude: Length { Length(points: abs(points)) }

  /// Both lengths together.
  public static func + (a: Length, b: Length) -> Length { Length(points: a.points + b.points) }
  /// `a` shortened by `b`.
  public static func - (a: Length, b: Length) -> Length { Length(points: a.points - b.points) }
  /// The same length the other way.
  public static prefix func - (a: Length) -> Length { Length(points: -a.points) }
  /// `a`, `b` times.
  public static func * (a: Length, b: Double) -> Length { Length(points: a.points * b) }
  /// `b`, `a` times.
  public static func * (a: Double, b: Length) -> Length { Length(points: a * b.points) }
  /// One of `b` equal parts of `a`.
  public static func / (a: Length, b: Double) -> Length { Length(points: a.points / b) }
  /// How many times `b` goes into `a`.
  public static func / (a: Length, b: Length) -> Double { a.points / b.points }
  /// Whether `a` is shorter.
  public static func < (a: Length, b: Length) -> Bool { a.points < b.points }
}

/// A point on a page, from its upper left corner, y downwards.
public struct Point: Sendable, Hashable {
  /// To the right.
  public var x: Length
  /// Downwards.
  public var y: Length

  /// A point `x` to the right of and `y` below the upper left corner.
  public init(_ x: Length, _ y: Length) {
    self.x = x
    self.y = y
  }

  /// The point moved by `dx` to the right and `dy` down.
  public func moved(_ dx: Length, _ dy: Length) -> Point { Point(x + dx, y + dy) }
}

/// A width and a height.
public struct Size: Sendable, Hashable {
  /// The width.
  public var width: Length
  /// The height.
  public var height: Length

  /// A size.
  public init(_ width: Length, _ height: Length) {
    self.width = width
    self.height = height
  }

  /// A4, upright.
  public static let a4 = Size(.mm(210), .mm(297))
  /// A3, upright.
  public static let a3 = Size(.mm(297), .mm(420))
  /// The same sheet turned by a quarter.
  public var turned: Size { Size(height, width) }
}

/// An upright rectangle.
public struct Rect: Sendable, Hashable {
  /// The upper left corner.
  public var origin: Point
  /// Width and height; not negative.
  public var size: Size

  /// A rectangle from its upper left corner and its size.
  public init(origin: Point, size: Size) {
    self.origin = origin
    self.size = size
  }

  /// A rectangle from its left and upper edge and its size.
  public init(x: Length, y: Length, width: Length, height: Length) {
    self.init(origin: Point(x, y), size: Size(width, height))
  }

  /// The left edge.
  public var minX: Length { origin.x }
  /// The upper edge.
  public var minY: Length { origin.y }
  /// The right edge.
  public var maxX: Length { origin.x + size.width }
  /// The lower edge.
  public var maxY: Length { origin.y + size.height }
  /// Half way across.
  public var midX: Length { origin.x + size.width / 2 }
  /// Half way down.
  public var midY: Length { origin.y + size.height / 2 }
  /// The middle.
  public var center: Point { Point(midX, midY) }
  /// The width.
  public var width: Length { size.width }
  /// The height.
  public var height: Length { size.height }

  /// The rectangle made smaller on every side; larger where the values are negative.
  public func inset(_ dx: Length, _ dy: Length) -> Rect {
    Rect(x: minX + dx, y: minY + dy, width: width - 2 * dx, height: height - 2 * dy)
  }

  /// Whether the two share more than an edge.
  public func intersects(_ other: Rect) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }

  /// Whether `other` lies inside, edges included.
  public func contains(_ other: Rect) -> Bool {
    minX <= other.minX && other.maxX <= maxX && minY <= other.minY && other.maxY <= maxY
  }

  /// The smallest rectangle around both.
  public func union(_ other: Rect) -> Rect {
    let x = min(minX, other.minX)
    let y = min(minY, other.minY)
    return Rect(x: x, y: y, width: max(maxX, other.maxX) - x, height: max(maxY, other.maxY) - y)
  }
}

/// A drawn outline: lines and curves, in one or more parts.
public struct Path: Sendable, Hashable {
  /// One step of the pen.
  public enum Step: Sendable, Hashable {
    /// Lift the pen and go there.
    case move(Point)
    /// Draw a straight line there.
    case line(Point)
    /// Draw a Bézier curve by way of two control points.
    case curve(Point, Point, Point)
    /// Go back to where this part began.
    case close
  }

  /// The steps in order.
  public var steps: [Step]

  /// A path of the given steps.
  public init(_ steps: [Step] = []) { self.steps = steps }

  /// A line through `points`, closed or open.
  public static func polyline(_ points: [Point], closed: Bool = false) -> Path {
    var path = Path()
    for (index, point) in points.enumerated() { path.steps.append(index == 0 ? .move(point) : .line(point)) }
    if closed && !points.isEmpty { path.steps.append(.close) }
    return path
  }

  /// A rectangle, its corners rounded by `radius`.
  public static func rect(_ rect: Rect, radius: Length = .zero) -> Path {
    if radius <= .zero {
      return .polyline(
        [
          rect.origin, Point(rect.maxX, rect.minY), Point(rect.maxX, rect.maxY), Point(rect.minX, rect.maxY),
        ], closed: true)
    }
    let r = min(radius, min(rect.width, rect.height) / 2)
    let k = r * (1 - Self.arcHandle)
    return Path([
      .move(Point(rect.minX + r, rect.minY)), .line(Point(rect.maxX - r, rect.minY)),
      .curve(
        Point(rect.maxX - k, rect.minY), Point(rect.maxX, rect.minY + k), Point(rect.maxX, rect.minY + r)),
      .line(Point(rect.maxX, rect.maxY - r)),
      .curve(
        Point(rect.maxX, rect.maxY - k), Point(rect.maxX - k, rect.maxY), Point(rect.maxX - r, rect.maxY)),
      .line(Point(rect.minX + r, rect.maxY)),
      .curve(
        Point(rect.minX + k, rect.maxY), Point(rect.minX, rect.maxY - k), Point(rect.minX, rect.maxY - r)),
      .line(Point(rect.minX, rect.minY + r)),
      .curve(
        Point(rect.minX, rect.minY + k), Point(rect.minX + k, rect.minY), Point(rect.minX + r, rect.minY)),
      .close,
    ])
  }

  /// A circle.
  public static func circle(center: Point, radius: Length) -> Path {
    .rect(
      Rect(x: center.x - radius, y: center.y - radius, width: 2 * radius, height: 2 * radius), radius: radius)
  }

  /// How far the handles of a quarter circle reach, as a share of the radius.
  private static let arcHandle = 0.552_284_749_8
}
