import Foundation

/// Directions from angles. The only place of the layout that needs a mathematical library.
enum Trigonometry {
  /// The direction `angle` radians clockwise from straight up, on a page whose y runs downwards. Right angles
  /// come out exact.
  static func direction(_ angle: Double) -> Vec {
    let x = sin(angle)
    let y = -cos(angle)
    return Vec(abs(x) < 1e-9 ? 0 : x, abs(y) < 1e-9 ? 0 : y)
  }

  /// The angle of a direction in degrees, clockwise from straight right, as texts are turned.
  static func degrees(_ v: Vec) -> Double { atan2(v.y, v.x) * 180 / .pi }

  /// The direction of an angle in degrees, clockwise from straight right.
  static func along(_ degrees: Double) -> Vec {
    let a = degrees * .pi / 180
    return Vec(cos(a), sin(a))
  }
}
