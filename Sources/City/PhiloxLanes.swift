/// Philox4x32-10 for eight years of one name and one run at a time.
///
/// The counter is that of the session's draws (docs/projection.md): name, run, year with the block above it. Eight years
/// that follow each other differ in one word of it only, so the first round needs no products of the lanes, the second
/// one and the last one: seventeen in the place of twenty for each year. A lane is 64 bits wide and holds 32; what is in the
/// upper half is left there until a product, which looks at the lower half only, so that every supported processor
/// does it with one instruction for two, four or eight lanes.
struct PhiloxLanes {
  /// Eight years.
  typealias Lanes = SIMD8<UInt64>

  /// The lower half of every lane. Not stored: only of a constant does the compiler know what it leaves over.
  @inline(__always) static var low: Lanes { Lanes(repeating: 0xFFFF_FFFF) }
  /// How far each lane is after the first.
  @inline(__always) static var steps: Lanes { Lanes(0, 1, 2, 3, 4, 5, 6, 7) }

  /// The keys of the ten rounds, two words each.
  ///
  /// They are read from memory on purpose: where the compiler can see that a key's upper half is empty it drops the masks
  /// before the products and then does not see any more that 32 by 32 bits are enough.
  private let keys: UnsafeMutablePointer<UInt64>

  /// A generator with this seed. Whoever makes it gives it back by ``deallocate()``.
  init(seed: UInt64) {
    keys = .allocate(capacity: 20)
    var (k0, k1) = (UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
    for round in 0..<10 {
      keys[2 * round] = UInt64(k0)
      keys[2 * round + 1] = UInt64(k1)
      k0 &+= 0x9E37_79B9
      k1 &+= 0xBB67_AE85
    }
  }

  func deallocate() { keys.deallocate() }

  /// Eight times the four words of a block; of the last two, `nil` stands for not wanted.
  ///
  /// - Parameters:
  ///   - year: The calendar year of the first lane, with the block above it in the upper 16 bits.
  ///   - wantsAll: Whether the last two words are worked out; where not, they are zero.
  @inline(__always)
  func words(
    _ name: UInt64, run: UInt32, year: UInt64, wantsAll: Bool
  ) -> (Lanes, Lanes, Lanes, Lanes) {
    let m: UInt64 = 0xD251_1F53
    let n: UInt64 = 0xCD9E_8D57
    // The first round: nothing but the year differs from lane to lane.
    let a0 = m &* (name & 0xFFFF_FFFF)
    let b0 = n &* UInt64(run)
    let s0 = (b0 &>> 32) ^ (name &>> 32) ^ keys[0]
    var c2 = (Self.steps &+ Lanes(repeating: year)) ^ Lanes(repeating: (a0 &>> 32) ^ keys[1])
    // The second: one of the products is the same in all lanes.
    let a1 = m &* (s0 & 0xFFFF_FFFF)
    let b1 = Lanes(repeating: n) &* (c2 & Self.low)
    var c0 = (b1 &>> 32) ^ Lanes(repeating: b0 ^ keys[2])
    var c1 = b1
    c2 = Lanes(repeating: (a1 &>> 32) ^ a0 ^ keys[3])
    var c3 = Lanes(repeating: a1)
    @inline(__always) func round(_ number: Int) {
      let a = Lanes(repeating: m) &* (c0 & Self.low)
      let b = Lanes(repeating: n) &* (c2 & Self.low)
      c0 = (b &>> 32) ^ c1 ^ Lanes(repeating: keys[2 * number])
      c1 = b
      c2 = (a &>> 32) ^ c3 ^ Lanes(repeating: keys[2 * number + 1])
      c3 = a
    }
    // Written out: in a loop the masks leave the sight of the products.
    round(2)
    round(3)
    round(4)
    round(5)
    round(6)
    round(7)
    round(8)
    let b9 = Lanes(repeating: n) &* (c2 & Self.low)
    let w0 = ((b9 &>> 32) ^ c1 ^ Lanes(repeating: keys[18])) & Self.low
    let w1 = b9 & Self.low
    guard wantsAll else { return (w0, w1, Lanes(), Lanes()) }
    let a9 = Lanes(repeating: m) &* (c0 & Self.low)
    let w2 = ((a9 &>> 32) ^ c3 ^ Lanes(repeating: keys[19])) & Self.low
    return (w0, w1, w2, a9 & Self.low)
  }

  /// The four words of a single counter.
  func words(_ name: UInt64, run: UInt32, year: UInt32) -> (UInt32, UInt32, UInt32, UInt32) {
    var c0 = UInt32(truncatingIfNeeded: name)
    var c1 = UInt32(truncatingIfNeeded: name &>> 32)
    var c2 = run
    var c3 = year
    for round in 0..<10 {
      let a = UInt64(0xD251_1F53) &* UInt64(c0)
      let b = UInt64(0xCD9E_8D57) &* UInt64(c2)
      c0 = UInt32(truncatingIfNeeded: b &>> 32) ^ c1 ^ UInt32(truncatingIfNeeded: keys[2 * round])
      c1 = UInt32(truncatingIfNeeded: b)
      c2 = UInt32(truncatingIfNeeded: a &>> 32) ^ c3 ^ UInt32(truncatingIfNeeded: keys[2 * round + 1])
      c3 = UInt32(truncatingIfNeeded: a)
    }
    return (c0, c1, c2, c3)
  }

  /// Whether any lane's top bit is set: whether a word was below its threshold, for the difference of the two is
  /// negative then.
  @inline(__always)
  static func isAnyBelow(_ differences: Lanes) -> Bool {
    let four = differences.lowHalf | differences.highHalf
    let two = four.lowHalf | four.highHalf
    return (two[0] | two[1]) &>> 63 != 0
  }
}
