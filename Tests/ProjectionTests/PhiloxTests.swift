import Testing

@testable import Projection

struct PhiloxTests {
  /// The known answers that come with Random123 (D. E. Shaw Research).
  @Test("Philox4x32-10 gives its known answers")
  func knownAnswers() {
    let zero = Philox(key: (0, 0)).words((0, 0, 0, 0))
    #expect(zero == (0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8))
    let ones = Philox(key: (.max, .max)).words((.max, .max, .max, .max))
    #expect(ones == (0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd))
  }

  @Test("A draw has a name: the seed, the run, whom it is about, the year, the kind")
  func names() {
    func number(
      seed: UInt64 = 1, run: UInt32 = 2, id: String = "b1.1", year: UInt32 = 2030, kind: UInt32 = 1
    ) -> UInt32 {
      var drawn = Drawn(seed: seed, run: run)
      drawn.name = Drawn.name(of: id, in: "T")
      drawn.year = year
      return drawn.number(kind)
    }
    let all = [
      number(), number(seed: 2), number(seed: 1 << 32), number(run: 3), number(id: "b1.2"),
      number(year: 2031),
      number(kind: 2), number(kind: 5), number(kind: 101),
    ]
    #expect(Set(all).count == all.count)
    #expect(number() == number())
    // FNV-1a of "T/b1.1", worked out by another program.
    #expect(Drawn.name(of: "b1.1", in: "T") == fnv("T/b1.1"))
  }

  private func fnv(_ text: String) -> UInt64 {
    text.utf8.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
  }

  @Test("Every age of a band is as likely as the others, and none lies outside")
  func ages() {
    var seen = [Int: Int]()
    for run in 0..<10_000 {
      var drawn = Drawn(seed: 7, run: UInt32(run))
      drawn.name = 42
      seen[drawn.age(in: 70...79), default: 0] += 1
    }
    #expect(seen.keys.sorted() == Array(70...79))
    // 1,000 each, with a standard deviation of 30.
    #expect(seen.values.allSatisfy { abs($0 - 1000) < 120 })
  }

  @Test("The numbers of kinds are part of saved results and never change")
  func kinds() {
    #expect(ProcessKind.allCases.map(\.rawValue) == Array(1...11))
  }
}
