import Foundation

/// A ratio of two sums of whole numbers over people or houses who do not depend on each other.
///
/// Of a neighbourhood the two sums are added up together, so that the distribution is exact. Where that would be too much
/// work (mean age from about a hundred people on, the others from about a thousand), the chance that A ÷ B is below x is
/// that of A − x·B being below 0 (Fieller 1954); the mean and the variance of A − x·B are known exactly, and the sum
/// of so many is taken to be normal.
struct RatioChances {
  /// Something that may be several fractions, and how many like it there are.
  struct Part {
    /// The fractions with their chances.
    var ways: [(value: Fraction, chance: Double)]
    /// How many there are.
    var times: Int
  }

  /// The distribution, in parts of ``RatioItem/scale``, among the cases in which there is anything to divide by.
  let distribution: Distribution?
  /// Whether the sum was taken to be normal.
  let isNormal: Bool

  /// How much work the exact way may be, in steps of adding a product.
  static let mostSteps = 1e7

  /// Adds everything up, and divides.
  init(_ parts: [Part], of item: RatioItem, mostSteps: Double = Self.mostSteps) {
    let moments = Moments(parts)
    // Sums are kept narrow by taking the ratio's mean from each numerator, and adding it again in the end.
    let shear = moments.under > 0 ? Int((moments.over / moments.under).rounded()) : 0
    let free = parts.filter { $0.ways.count > 1 }
    let spread = moments.sheared(by: Double(shear))
    let width = min(Self.range(free, shear: shear), 15 * spread.over.squareRoot() + 2)
    let height = min(Self.range(free, shear: nil), 15 * spread.under.squareRoot() + 2)
    let steps = free.map { Double($0.times * $0.ways.count) }.reduce(0, +) * width * height / 2
    isNormal = steps > mostSteps
    distribution =
      isNormal ? moments.distribution(scale: item.scale) : Self.exact(parts, shear: shear, item)
  }

  private static func range(_ parts: [Part], shear: Int?) -> Double {
    parts.map { part in
      let values = part.ways.map { way in
        shear.map { way.value.over - $0 * way.value.under } ?? way.value.under
      }
      return Double(((values.max() ?? 0) - (values.min() ?? 0)) * part.times)
    }.reduce(1, +)
  }

  private static func exact(_ parts: [Part], shear: Int, _ item: RatioItem) -> Distribution? {
    var grid = JointSum()
    for part in parts {
      let ways = part.ways.map { way in
        (over: way.value.over - shear * way.value.under, under: way.value.under, chance: way.chance)
      }
      for _ in 0..<part.times { grid.add(ways) }
    }
    var shares: [Int: Double] = [:]
    // Mean and variance are those of the ratios themselves, not of what is kept of them.
    var (whole, sum, squares) = (0.0, 0.0, 0.0)
    let middle = Double(shear) * Double(item.scale)
    grid.each { over, under, chance in
      guard let value = Fraction(over: over + shear * under, under: under).value(item) else { return }
      shares[value.quarters, default: 0] += chance
      let distance = Double(over) * Double(item.scale) / Double(under)
      whole += chance
      sum += distance * chance
      squares += distance * distance * chance
    }
    guard let low = shares.keys.min(), let high = shares.keys.max(), whole > 0 else { return nil }
    var found = Distribution(first: low, chances: (low...high).map { (shares[$0] ?? 0) / whole })
    let mean = sum / whole
    found.unrounded = Distribution.Moments(
      mean: middle + mean, variance: max(0, squares / whole - mean * mean))
    return found
  }
}

/// Means, variances and the covariance of two sums.
private struct Moments {
  private(set) var over = 0.0
  private(set) var under = 0.0
  private var varianceOver = 0.0
  private var varianceUnder = 0.0
  private var covariance = 0.0

  init(_ parts: [RatioChances.Part]) {
    for part in parts {
      var (a, b, aa, bb, ab) = (0.0, 0.0, 0.0, 0.0, 0.0)
      for (value, chance) in part.ways {
        let (x, y) = (Double(value.over), Double(value.under))
        a += x * chance
        b += y * chance
        aa += x * x * chance
        bb += y * y * chance
        ab += x * y * chance
      }
      let times = Double(part.times)
      over += a * times
      under += b * times
      varianceOver += (aa - a * a) * times
      varianceUnder += (bb - b * b) * times
      covariance += (ab - a * b) * times
    }
  }

  /// The variances of the numerator less so many denominators, and of the denominator.
  func sheared(by shear: Double) -> (over: Double, under: Double) {
    (
      max(0, varianceOver - 2 * shear * covariance + shear * shear * varianceUnder), max(0, varianceUnder)
    )
  }

  /// The chance that the ratio is below `limit`.
  private func chance(below limit: Double) -> Double {
    let deviation = sheared(by: limit).over.squareRoot()
    let distance = limit * under - over
    guard deviation > 0 else { return distance > 1e-9 * max(1, abs(over)) ? 1 : 0 }
    return 0.5 * erfc(-distance / deviation / 2.0.squareRoot())
  }

  func distribution(scale: Int) -> Distribution? {
    guard under > 0 else { return nil }
    func upTo(_ value: Int) -> Double { chance(below: (Double(value) + 1) / Double(scale)) }
    let middle = Int((over / under * Double(scale)).rounded())
    var (low, high) = (middle, middle)
    while low > 0 && upTo(low - 1) > 1e-12 { low -= 1 }
    while upTo(high) < 1 - 1e-12 && high - middle < 100 * scale { high += 1 }
    let chances = (low...high).map { max(0, upTo($0) - ($0 == low ? 0 : upTo($0 - 1))) }
    let whole = chances.reduce(0, +)
    var found = Distribution(first: low, chances: chances.map { $0 / whole })
    let ratio = over / under
    guard sheared(by: ratio).over > 0 else {
      // Nothing is left to chance.
      found.unrounded = Distribution.Moments(mean: ratio * Double(scale), variance: 0)
      return found
    }
    // Each value holds what lies between it and the next.
    found.unrounded = Distribution.Moments(mean: found.mean + 0.5, variance: found.variance)
    return found
  }
}

/// How two sums are distributed together, as a table that grows and is trimmed at its edges.
private struct JointSum {
  private var first = (over: 0, under: 0)
  private var width = 1
  private var height = 1
  private var cells = [1.0]

  /// Adds somebody who may be each of these pairs.
  mutating func add(_ ways: [(over: Int, under: Int, chance: Double)]) {
    guard let one = ways.first else { return }
    let low = ways.reduce((over: one.over, under: one.under)) {
      (min($0.over, $1.over), min($0.under, $1.under))
    }
    let high = ways.reduce((over: one.over, under: one.under)) {
      (max($0.over, $1.over), max($0.under, $1.under))
    }
    first = (first.over + low.over, first.under + low.under)
    guard low != high else { return }
    let (wider, taller) = (width + high.over - low.over, height + high.under - low.under)
    var grown = [Double](repeating: 0, count: wider * taller)
    grown.withUnsafeMutableBufferPointer { target in
      cells.withUnsafeBufferPointer { source in
        for way in ways {
          for row in 0..<height {
            let start = (row + way.under - low.under) * wider + way.over - low.over
            for column in 0..<width { target[start + column] += source[row * width + column] * way.chance }
          }
        }
      }
    }
    (cells, width, height) = (grown, wider, taller)
    trim()
  }

  /// Leaves out rows and columns at the edges that together are less likely than 1 in 10^13.
  private mutating func trim() {
    func row(_ row: Int) -> Double { cells[(row * width)..<((row + 1) * width)].reduce(0, +) }
    func column(_ column: Int) -> Double {
      stride(from: column, to: width * height, by: width).reduce(0) { $0 + cells[$1] }
    }
    var (top, bottom, left, right) = (0, height, 0, width)
    while bottom - top > 1 && row(top) < 1e-13 { top += 1 }
    while bottom - top > 1 && row(bottom - 1) < 1e-13 { bottom -= 1 }
    while right - left > 1 && column(left) < 1e-13 { left += 1 }
    while right - left > 1 && column(right - 1) < 1e-13 { right -= 1 }
    guard top > 0 || left > 0 || bottom < height || right < width else { return }
    var rest: [Double] = []
    rest.reserveCapacity((bottom - top) * (right - left))
    for row in top..<bottom { rest += cells[(row * width + left)..<(row * width + right)] }
    first = (first.over + left, first.under + top)
    (cells, width, height) = (rest, right - left, bottom - top)
  }

  /// Hands over each pair with its chance.
  func each(_ found: (_ over: Int, _ under: Int, _ chance: Double) -> Void) {
    for row in 0..<height {
      for column in 0..<width where cells[row * width + column] > 0 {
        found(first.over + column, first.under + row, cells[row * width + column])
      }
    }
  }
}
