/// Decides by a chance number that has a name: the seed, the run, whom it is about, the year, and the kind of event.
struct Drawn: Chooser {
  /// The seed.
  let generator: Philox
  /// The run, from 0.
  let run: UInt32
  /// Whom it is about; see ``name(of:in:)``.
  var name: UInt64
  /// The calendar year.
  var year: UInt32

  /// A chooser for one run.
  init(seed: UInt64, run: UInt32) {
    generator = Philox(seed: seed)
    self.run = run
    name = 0
    year = 0
  }

  /// The 64 bits by which a resident or a dwelling is known to the draws: FNV-1a of the map's id, a slash, and its own.
  static func name(of id: String, in map: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in map.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash = (hash ^ 0x2F) &* 0x100_0000_01B3
    for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }

  /// The chance number of a kind of event, one of 2^32.
  ///
  /// Counter: the name (lower, then upper half), the run, and the kind in the upper 16 bits above the year divided by 4. So
  /// a block serves one kind of event in four years that follow each other; the rest of the division is the word in it.
  /// Whoever goes through many years of many people (a city) draws a quarter of the blocks that way.
  @inline(__always)
  func number(_ kind: UInt32) -> UInt32 {
    let words = generator.words(
      (
        UInt32(truncatingIfNeeded: name), UInt32(truncatingIfNeeded: name &>> 32), run,
        year &>> 2 | kind &<< 16
      ))
    return switch year & 3 {
    case 0: words.0
    case 1: words.1
    case 2: words.2
    default: words.3
    }
  }

  /// It happens where the number is below chance × 2^32.
  @inline(__always)
  mutating func happens(_ kind: ProcessKind, chance: Double) -> Bool {
    chance >= 1 || Double(number(kind.rawValue)) < chance * 4_294_967_296
  }

  /// One of the ages of a band, each as likely as the others; drawn in the year 0, before all years.
  func age(in band: ClosedRange<Int>) -> Int {
    var draw = self
    draw.year = 0
    return band.lowerBound + Int((UInt64(draw.number(Self.ageKind)) * UInt64(band.count)) >> 32)
  }

  /// Whether the child of this name is a boy; drawn in the year 0 too.
  func isBoy(_ chance: Double) -> Bool {
    var draw = self
    draw.year = 0
    return Double(draw.number(Self.sexKind)) < chance * 4_294_967_296
  }

  /// The number of the kind "age within the band" in the key; no process has it.
  private static let ageKind: UInt32 = 101
  /// The number of the kind "sex of a newborn".
  private static let sexKind: UInt32 = 102
}
