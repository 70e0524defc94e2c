/// A ratio as it is kept of a run: whole numbers, so that parts of a job put together in any order are the same to the byte,
/// and yet nothing is lost by rounding.
///
/// What is told of a ratio has so many digits (``RatioItem/told``). Cut off there, a mean of many would be too small by half
/// a digit; rounded there, a number would be rounded twice when it is told with fewer digits (6/11 = 54.545% would be 54.55%
/// and then 54.6%). So of the last digit four cases are kept apart: exactly on it, below the half, on the half, above it.
/// Any rounding of what is kept is then the rounding of the ratio itself. What the ratio is more or less than that is kept
/// too, in parts of 2^32, to be added up for the mean.
public struct RatioValue: Sendable, Hashable {
  /// In how many parts of one ``rest`` is told.
  public static let parts = 4_294_967_296.0

  /// In quarters of the last digit told.
  public let quarters: Int
  /// What the ratio is more than ``quarters``, in parts of 2^32 of one; between -2^32 and 2^32.
  public let rest: Int

  /// A ratio.
  ///
  /// - Parameters:
  ///   - over: The numerator.
  ///   - under: The denominator.
  ///   - told: In how many parts of one it is told: 10,000 for hundredths of a per cent.
  /// - Returns: nil where there is nothing to divide by.
  public init?(over: Int, under: Int, told: Int) {
    guard under > 0 else { return nil }
    let (whole, left) = (over * told).quotientAndRemainder(dividingBy: under)
    // Downwards, for negative numbers too.
    let (digits, part) = left < 0 ? (whole - 1, left + under) : (whole, left)
    let quarter = part == 0 ? 0 : 2 * part < under ? 1 : 2 * part == under ? 2 : 3
    quarters = 4 * digits + quarter
    let more = 4 * part - quarter * under
    let fine = under.dividingFullWidth(more.magnitude.shifted32).quotient
    rest = more < 0 ? -fine : fine
  }
}

extension UInt {
  /// This number times 2^32, in two words.
  fileprivate var shifted32: (high: Int, low: UInt) { (Int(self >> 32), self << 32) }
}

extension Fraction {
  /// The ratio as it is kept; nil where there is nothing to divide by.
  func value(_ item: RatioItem) -> RatioValue? { RatioValue(over: over, under: under, told: item.told) }

  /// By how much it is more than another; nil where either has nothing to divide by.
  func minus(_ other: Fraction) -> Fraction {
    Fraction(over: over * other.under - other.over * under, under: under * other.under)
  }
}
