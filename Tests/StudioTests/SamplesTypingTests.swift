import Foundation
import Testing

/// How much there is to type, measured over the samples as they were typed.
///
/// A resident with sex, age and an occupation of two characters takes at most 12 characters; a house with its place
/// and no residents takes at most 20. Line ends count, indentation does not; what separates one entry from the next
/// (`, ` or `]` and the line end) counts for the entry before it.
@Suite("Typing the samples")
struct SamplesTypingTests {
  @Test("a resident with an occupation of two characters takes at most 12 characters")
  func residents() throws {
    var typed: [Entry] = []
    for sample in try Sample.all() { typed += sample.residents.filter(\.hasTwoCharacterOccupation) }
    #expect(typed.count > 60, "enough of them to mean something")
    for entry in typed {
      #expect(entry.characters <= 12, "\(entry.sample): \(entry.text)")
    }
  }

  @Test("a house with its place and no residents takes at most 20 characters")
  func houses() throws {
    var typed: [Entry] = []
    for sample in try Sample.all() { typed += sample.emptyHouses }
    #expect(typed.count > 20, "enough of them to mean something")
    for entry in typed {
      #expect(entry.characters <= 20, "\(entry.sample): \(entry.text)")
    }
  }

  @Test(
    "the counting itself, by hand",
    arguments: [
      ("a: [○78 農業, △75]\n", 8), ("a: ○78 農業\n", 7), ("a: [○78 農業]\n", 8), ("a: [○70代前半 大工, △60]\n", 11),
      ("a: {name: 田中, people: [△52 店員]}\n", 9),
    ])
  func countsResidents(line: String, characters: Int) {
    let sample = Sample(name: "by hand", text: "houses:\n      " + line)
    #expect(sample.residents.filter(\.hasTwoCharacterOccupation).map(\.characters) == [characters])
  }

  @Test(
    "the counting of houses, by hand",
    arguments: [
      ("along:\n  - {road: r, side: north, houses: [b3, b4]}\nhouses:\n  b3: 空き家 2019\n", 4 + 13),
      ("houses:\n  b8: 120,40\n", 11), ("houses:\n  b9: 120,40 空き家\n", 15),
    ])
  func countsHouses(text: String, characters: Int) {
    #expect(Sample(name: "by hand", text: text).emptyHouses.map(\.characters) == [characters])
  }
}

/// One thing somebody typed.
struct Entry {
  let sample: String
  let text: String
  /// Everything typed for it, line ends and separators included.
  let characters: Int

  var hasTwoCharacterOccupation: Bool {
    text.wholeMatch(of: /[○△](?:\d{1,3}|\d0代(?:前半|後半)?) [^\d\s残]{2}/) != nil
  }
}

/// A file in samples/, as text.
struct Sample {
  let name: String
  let text: String

  static func all() throws -> [Sample] {
    let folder = Repository.root.appending(path: "samples")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }
      .sorted()
      .map { Sample(name: $0, text: try String(contentsOf: folder.appending(path: $0), encoding: .utf8)) }
  }

  private var lines: [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.drop { $0 == " " } + "\n" }
  }

  /// Residents in the room's shorthand.
  var residents: [Entry] {
    lines.filter { !$0.hasPrefix("#") }.flatMap { line in
      line.matches(of: /([○△][^,\]}\n]*)(?:, |[\]}]+\n|\n)?/).map {
        Entry(sample: name, text: String($0.output.1), characters: $0.output.0.count)
      }
    }
  }

  /// Houses of one line with a place and nobody known in them: the line itself, and the entry in a row of `along`.
  var emptyHouses: [Entry] {
    let rowText = text.matches(of: /houses: \[([^\]]*)\]/).map { String($0.output.1) }.joined(separator: ",")
    let inRows = Set(rowText.split { ", \n".contains($0) }.map(String.init))
    return lines.compactMap { line in
      let pattern = /([a-z]\d+): (?:\d+,\d+ ?)?(?:空き家(?: \d{4})?|vacant(?: \d{4})?|？|unknown|空き地|)\n/
      guard let match = line.wholeMatch(of: pattern) else { return nil }
      let isAtPoint = line.contains(/: \d+,\d+/)
      guard isAtPoint || inRows.contains(String(match.output.1)) else { return nil }
      return Entry(
        sample: name, text: line.trimmingCharacters(in: .newlines),
        characters: line.count + (isAtPoint ? 0 : match.output.1.count + 2))
    }
  }
}
