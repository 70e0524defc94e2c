/// Philox4x32-10, a counter-based generator (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as
/// 1, 2, 3", 2011): from a key and a counter it makes four words that look random, always the same four.
///
/// So a chance number is not the next of a stream but has a name, and what is drawn for one house does not
/// depend on which others there are, in what order, or in which thread.
struct Philox: Sendable, Hashable {
  /// 64 bits that choose the sequence: the seed.
  var key: (UInt32, UInt32)

  /// A generator with this key.
  init(key: (UInt32, UInt32)) { self.key = key }

  /// A generator with this seed: its lower half is the first word of the key.
  init(seed: UInt64) {
    self.init(key: (UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32)))
  }

  /// Four words: a counter, or what is made of it.
  typealias Block = (UInt32, UInt32, UInt32, UInt32)

  /// The four words of a counter.
  @inline(__always)
  func words(_ counter: Block) -> Block {
    var (c0, c1, c2, c3) = counter
    var (k0, k1) = key
    for _ in 0..<10 {
      let a = UInt64(0xD251_1F53) &* UInt64(c0)
      let b = UInt64(0xCD9E_8D57) &* UInt64(c2)
      c0 = UInt32(truncatingIfNeeded: b &>> 32) ^ c1 ^ k0
      c1 = UInt32(truncatingIfNeeded: b)
      c2 = UInt32(truncatingIfNeeded: a &>> 32) ^ c3 ^ k1
      c3 = UInt32(truncatingIfNeeded: a)
      k0 &+= 0x9E37_79B9
      k1 &+= 0xBB67_AE85
    }
    return (c0, c1, c2, c3)
  }

  static func == (a: Philox, b: Philox) -> Bool { a.key == b.key }

  func hash(into hasher: inout Hasher) {
    hasher.combine(key.0)
    hasher.combine(key.1)
  }
}
