/// A set of years, each counted from the base year: 0 is the base year itself, 126 the last.
struct YearSet: Sendable, Hashable {
  /// One bit a year.
  private(set) var bits: UInt128 = 0

  /// The last year it can hold. Horizons reach 100; what the table says beyond that is not looked at.
  static let last = 126

  /// No years.
  init() {}

  private init(bits: UInt128) { self.bits = bits }

  /// Every year from `first` to `last`, both included; none where `first` is later.
  init(from first: Int, through last: Int = YearSet.last) {
    let (from, through) = (max(0, first), min(last, YearSet.last))
    guard from <= through else { return }
    bits = (1 << UInt128(through + 1) - 1) & ~(1 << UInt128(from) - 1)
  }

  /// Whether the year is in the set.
  func contains(_ year: Int) -> Bool {
    year >= 0 && year <= Self.last && bits & (1 << UInt128(year)) != 0
  }

  /// Adds a year.
  mutating func insert(_ year: Int) {
    if year >= 0 && year <= Self.last { bits |= 1 << UInt128(year) }
  }

  /// Takes a year out.
  mutating func remove(_ year: Int) {
    if year >= 0 && year <= Self.last { bits &= ~(1 << UInt128(year)) }
  }

  /// The years in either.
  func union(_ other: YearSet) -> YearSet { YearSet(bits: bits | other.bits) }

  /// Whether it holds no year.
  var isEmpty: Bool { bits == 0 }

  /// The last year in the set.
  var highest: Int? { bits == 0 ? nil : 127 - bits.leadingZeroBitCount }

  /// Whether it holds a year after `year`.
  func hasAny(after year: Int) -> Bool {
    guard year < Self.last else { return false }
    return year < 0 ? bits != 0 : bits >> UInt128(year + 1) != 0
  }

  /// The last year in the set from `first` to `last`, both included.
  func highest(from first: Int, through last: Int) -> Int? {
    let part = bits & YearSet(from: first, through: last).bits
    return part == 0 ? nil : 127 - part.leadingZeroBitCount
  }
}
