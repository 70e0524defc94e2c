import Projection

/// Philox4x32-10 for eight blocks of one name, one run and one kind of event at a time: thirty-two years.
///
/// The counter is that of the session's draws (docs/projection.md): name, run, the kind above the year divided by 4. Eight
/// blocks that follow each other differ in one word of it only, so the first round needs no products of the lanes, and the
/// second one: nineteen in the place of twenty. A lane is 64 bits wide and holds 32; what is in the upper half is left there
/// until a product, which looks at the lower half only, so that every supported processor does it with one
/// instruction for two, four or eight lanes.
struct PhiloxLanes {
  /// One word of each of eight blocks.
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

  /// The four words of eight blocks: word j of lane l is of the year 4 × (block + l) + j.
  ///
  /// - Parameter counter: The last word of the first block's counter.
  @inline(__always)
  func blocks(_ name: UInt64, run: UInt32, counter: UInt64) -> (Lanes, Lanes, Lanes, Lanes) {
    let m: UInt64 = 0xD251_1F53
    let n: UInt64 = 0xCD9E_8D57
    // The first round: nothing but the block differs from lane to lane.
    let a0 = m &* (name & 0xFFFF_FFFF)
    let b0 = n &* UInt64(run)
    let s0 = (b0 &>> 32) ^ (name &>> 32) ^ keys[0]
    var c2 = (Self.steps &+ Lanes(repeating: counter)) ^ Lanes(repeating: (a0 &>> 32) ^ keys[1])
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
    let a9 = Lanes(repeating: m) &* (c0 & Self.low)
    let w2 = ((a9 &>> 32) ^ c3 ^ Lanes(repeating: keys[19])) & Self.low
    return (w0, w1, w2, a9 & Self.low)
  }

  /// The four words of a single counter.
  func words(_ name: UInt64, run: UInt32, counter: UInt32) -> (UInt32, UInt32, UInt32, UInt32) {
    var c0 = UInt32(truncatingIfNeeded: name)
    var c1 = UInt32(truncatingIfNeeded: name &>> 32)
    var c2 = run
    var c3 = counter
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

  /// The top bits of four times eight lanes as one word: bit 4 × lane + j is that of the j-th.
  @inline(__always)
  static func signs(_ d0: Lanes, _ d1: Lanes, _ d2: Lanes, _ d3: Lanes) -> UInt32 {
    let four = (d0 &>> 63) | (d1 &>> 63) &<< 1 | (d2 &>> 63) &<< 2 | (d3 &>> 63) &<< 3
    // Each lane is shifted to its place by a product: not every processor shifts lanes by different numbers.
    let placed = four &* Lanes(1, 1 << 4, 1 << 8, 1 << 12, 1 << 16, 1 << 20, 1 << 24, 1 << 28)
    let half = placed.lowHalf | placed.highHalf
    let quarter = half.lowHalf | half.highHalf
    return UInt32(truncatingIfNeeded: quarter[0] | quarter[1])
  }

  /// One word: that of a kind of event in a year.
  func word(_ name: UInt64, run: UInt32, kind: ProcessKind, year: Int) -> UInt32 {
    let words = words(name, run: run, counter: UInt32(year >> 2) | kind.rawValue << 16)
    return switch year & 3 {
    case 0: words.0
    case 1: words.1
    case 2: words.2
    default: words.3
    }
  }
}
