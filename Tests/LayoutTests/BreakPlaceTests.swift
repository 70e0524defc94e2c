import Testing

@testable import Layout

/// Where text may go on in another column.
@Suite struct BreakPlaceTests {
  @Test(arguments: [
    ("On Mondays there were seven people", 4, "On "),
    ("On Mondays there were seven people", 13, "On Mondays "),
    ("空き家が増える。役も減る。", 8, "空き家が増える。"), ("空き家が増える。役も減る。", 7, "空き家が"),
    ("「いまなら」と言った", 1, "「"), ("地図の上では", 4, "地図の"), ("短い", 9, "短い"),
  ])
  func textGoesOnBetweenWordsAndPhrases(_ text: String, _ most: Int, _ head: String) {
    #expect(String(text.prefix(text.breakPlace(atMost: most))) == head)
  }

  @Test func aWordWiderThanTheColumnIsCutAllTheSame() {
    let word = String(repeating: "a", count: 40)
    #expect(word.breakPlace(atMost: 12) == 12)
  }
}
