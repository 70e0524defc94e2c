import Picture
import Testing

@testable import CairoBackend

/// Quotation marks beside Latin words are as narrow as the words, and those of Japanese stay as they are.
@Suite struct LatinQuotesTests {
  /// The marks of a text that are narrow, each by its place among the marks.
  @Test(arguments: [
    ("Town clerk’s office", "n"), ("the residents’ hall", "n"), ("Residents’", "n"), ("the ’90s", "n"),
    ("a ‘small’ talk", "nn"), ("“Welcome.” It’s", "nnn"), ("“‘Yes’, she said”", "nnnn"),
    ("“Café” (“2023”)", "nnnn"),
    // Of Japanese words, and of none.
    ("まちの“声”を聞く", "ww"), ("‘道’", "ww"), ("“Tenken”の会", "nn"), ("“点検 Tenken”", "wn"), ("’", "w"), ("", ""),
  ]) func whichAreNarrow(_ text: String, _ expected: String) {
    let narrow = LatinQuotes.features(in: text)
    var byte = 0
    var found = ""
    for scalar in text.unicodeScalars {
      if "‘’“”".unicodeScalars.contains(scalar) {
        let bytes = byte..<byte + scalar.utf8.count
        found += narrow.contains { $0.bytes == bytes } ? "n" : "w"
      }
      byte += scalar.utf8.count
    }
    #expect(found == expected && narrow.count == expected.count { $0 == "n" })
  }

  /// As wide as the straight marks, 594 and 963 of 2048 units; beside Japanese half an em.
  @Test(arguments: [
    ("n’n", "nn", 2.9), ("n‘n", "nn", 2.9), ("n “n", "n n", 4.7), ("n” n", "n n", 4.7), ("道’道", "道道", 5),
    ("道“道", "道道", 5),
  ]) func howWideTheyAre(_ with: String, _ without: String, _ width: Double) throws {
    let typesetter = try Support.renderer().typesetter
    func measured(_ text: String) -> Double {
      typesetter.extent(of: TextBlock(text, Support.style(10))).logical.width.points
    }
    let taken = measured(with) - measured(without)
    #expect(abs(taken - width) < 0.02, "\(taken)")
  }

  /// The first alternate of ” hangs at the baseline, as „ does: the one that is taken stands at the top.
  @Test(arguments: ["n‘n", "n’n", "“n", "n”"]) func theyStandAtTheTop(_ text: String) throws {
    for weight in [Weight.regular, .bold] {
      let typesetter = try Support.renderer().typesetter
      func ink(_ text: String) -> Rect {
        var style = Support.style(100)
        style.weight = weight
        return typesetter.extent(of: TextBlock(text, style)).ink
      }
      // Nothing below the letters’ feet, and as high as a capital.
      #expect(ink(text).maxY.points < 3 && ink(text).minY.points < -75)
    }
  }
}
