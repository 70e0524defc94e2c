import Workshop

/// People by sex and single year of age, as a synthetic city is to have them.
public struct PopulationTable: Sendable, Hashable {
  /// By age from 0.
  public let men: [Int]
  /// By age from 0.
  public let women: [Int]

  /// The line that cannot be read.
  public struct Trouble: Error, Sendable, Hashable {
    /// From 1.
    public var line: Int
  }

  /// Reads `sex,age,people` lines below a head of `#` lines and the names of the columns.
  public init(_ text: String) throws(Trouble) {
    var men = [Int](repeating: 0, count: Roster.highestAge + 1)
    var women = men
    var isBelowHead = false
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      if line.isEmpty || line.hasPrefix("#") { continue }
      guard isBelowHead else {
        isBelowHead = true
        continue
      }
      let parts = line.split(separator: ",")
      guard parts.count == 3, let age = Int(parts[1]), men.indices.contains(age), let people = Int(parts[2]),
        people >= 0, parts[0] == "male" || parts[0] == "female"
      else { throw Trouble(line: index + 1) }
      if parts[0] == "male" { men[age] += people } else { women[age] += people }
    }
    self.men = men
    self.women = women
  }

  /// Everybody.
  public var people: Int { men.reduce(0, +) + women.reduce(0, +) }

  /// The same shares of so many people: each number rounded down, then the largest remainders up.
  func scaled(to people: Int) -> (men: [Int], women: [Int]) {
    let whole = max(1, self.people)
    let cells = men + women
    var scaled = cells.map { $0 * people / whole }
    let missing = people - scaled.reduce(0, +)
    let byRemainder = cells.indices.sorted { a, b in
      let (left, right) = (cells[a] * people % whole, cells[b] * people % whole)
      return left == right ? a < b : left > right
    }
    for index in byRemainder.prefix(max(0, missing)) { scaled[index] += 1 }
    return (Array(scaled.prefix(men.count)), Array(scaled.dropFirst(men.count)))
  }
}

/// SplitMix64: a stream of numbers that look random, the same on every machine.
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }

  /// A whole number below `count`.
  mutating func below(_ count: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(max(1, count))).high) }

  /// A whole number of a range, each as likely as the others.
  mutating func within(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

  /// Whether something of a chance in per cent happens.
  mutating func happens(perCent: Int) -> Bool { below(100) < perCent }
}
