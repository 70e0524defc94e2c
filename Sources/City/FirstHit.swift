import Projection

/// Finds the first year in which a kind of event happens to one name in one run, thirty-two years at a time.
struct FirstHit {
  private let philox: PhiloxLanes
  private let base: Int

  /// The year that stands for never; later than any that is looked at.
  static let never = 255

  init(philox: PhiloxLanes, base: Int) {
    self.philox = philox
    self.base = base
  }

  /// The first of the years `from`…`through` after the base year in which it happens, or ``never``.
  ///
  /// - Parameters:
  ///   - row: The row of thresholds.
  ///   - start: The age in the base year (for a house, how long it will then have been vacant).
  @inline(__always)
  func year(
    _ kind: ProcessKind, _ name: UInt64, run: UInt32, row: UnsafePointer<UInt64>, start: Int, from: Int,
    through: Int
  ) -> Int {
    var block = (base &+ from) &>> 2
    let lastBlock = (base &+ through) &>> 2
    let high = UInt64(kind.rawValue) &<< 16
    while block <= lastBlock {
      // What is left of a long span, or a short one: not worth eight blocks.
      if lastBlock &- block < 2 {
        return few(
          kind, name, run: run, row: row, start: start, from: max(from, 4 &* block &- base), through: through)
      }
      let words = philox.blocks(name, run: run, counter: high | UInt64(block))
      let offset = 4 &* block &- base
      let age = start &+ offset
      let d0 = words.0 &- Self.lanes(row, age)
      let d1 = words.1 &- Self.lanes(row, age &+ 1)
      let d2 = words.2 &- Self.lanes(row, age &+ 2)
      let d3 = words.3 &- Self.lanes(row, age &+ 3)
      // A bit a year, the first the lowest: set where the word is below its threshold, which makes the difference
      // negative. Years outside the span are masked away.
      var below = PhiloxLanes.signs(d0, d1, d2, d3)
      if offset < from { below &= ~0 &<< UInt32(truncatingIfNeeded: from &- offset) }
      if below != 0 {
        let year = offset &+ below.trailingZeroBitCount
        return year <= through ? year : Self.never
      }
      block &+= 8
    }
    return Self.never
  }

  /// The same for a span of one or two blocks.
  private func few(
    _ kind: ProcessKind, _ name: UInt64, run: UInt32, row: UnsafePointer<UInt64>, start: Int, from: Int,
    through: Int
  ) -> Int {
    var year = from
    while year <= through {
      let calendar = base &+ year
      let words = philox.words(
        name, run: run, counter: UInt32(truncatingIfNeeded: calendar &>> 2) | kind.rawValue &<< 16)
      let four = (UInt64(words.0), UInt64(words.1), UInt64(words.2), UInt64(words.3))
      repeat {
        let word =
          switch (base &+ year) & 3 {
          case 0: four.0
          case 1: four.1
          case 2: four.2
          default: four.3
          }
        if word < row[Thresholds.place(start &+ year)] { return year }
        year &+= 1
      } while (base &+ year) & 3 != 0 && year <= through
    }
    return Self.never
  }

  /// The thresholds of an age and of every fourth after it.
  @inline(__always)
  private static func lanes(_ row: UnsafePointer<UInt64>, _ age: Int) -> PhiloxLanes.Lanes {
    UnsafeRawPointer(row + Thresholds.place(age)).loadUnaligned(as: PhiloxLanes.Lanes.self)
  }
}
