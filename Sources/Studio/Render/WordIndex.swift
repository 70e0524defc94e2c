import Foundation

/// Finds many words in many texts in one pass: words are kept by their first two characters.
///
/// Width and case make no difference. Japanese is written without spaces, so that they are passed over (中 村 is 中村);
/// words in Latin letters and numbers have to stand alone, or Ann would be found in "planning" and 2037 in a telephone
/// number.
struct WordIndex: Sendable {
  private struct Key: Hashable {
    var first: Unicode.Scalar
    var second: Unicode.Scalar
  }

  private struct Entry {
    var index: Int
    var scalars: [Unicode.Scalar]
  }

  /// Words by their first two characters.
  private struct Entries {
    private var words: [Key: [Entry]] = [:]
    /// Which pairs of characters may begin a word: nearly none does, and that is told without a look into the table.
    private var beginnings: [Bool] = []

    var isEmpty: Bool { words.isEmpty }

    mutating func add(_ entry: Entry) {
      if beginnings.isEmpty { beginnings = Array(repeating: false, count: 4096) }
      let key = Key(first: entry.scalars[0], second: entry.scalars[1])
      beginnings[Self.place(key)] = true
      words[key, default: []].append(entry)
    }

    subscript(first: Unicode.Scalar, second: Unicode.Scalar) -> [Entry]? {
      let key = Key(first: first, second: second)
      return beginnings[Self.place(key)] ? words[key] : nil
    }

    private static func place(_ key: Key) -> Int {
      Int(truncatingIfNeeded: (key.first.value &* 61 &+ key.second.value) & 4095)
    }
  }

  /// Words that hold other than Latin letters.
  private var joined = Entries()
  /// Words of Latin letters and numbers.
  private var spaced = Entries()

  /// Whether there is nothing to be found.
  var isEmpty: Bool { joined.isEmpty && spaced.isEmpty }

  /// Words by their places in `words`, each in all of its forms; forms of less than two characters are left out.
  init(_ words: [[String]]) {
    for (index, forms) in words.enumerated() {
      for form in forms {
        let text = Self.folded(form)
        let isLatin = text.allSatisfy(Self.isLatin)
        let scalars = isLatin ? text : text.filter { $0 != " " }
        guard scalars.count >= 2 else { continue }
        let entry = Entry(index: index, scalars: scalars)
        if isLatin { spaced.add(entry) } else { joined.add(entry) }
      }
    }
  }

  /// The places of the words that stand in `text`, each once, in the order of the words. Addresses are read as browsers
  /// show them: %E4%B8%AD is 中.
  func found(in text: String) -> [Int] {
    if isEmpty { return [] }
    let scalars = Self.folded(text)
    var found: Set<Int> = []
    if scalars.contains("%"), let plain = text.removingPercentEncoding, plain != text {
      let decoded = Self.folded(plain)
      Self.search(decoded, for: spaced, &found)
      Self.search(decoded.filter { $0 != " " }, for: joined, &found)
    }
    Self.search(scalars, for: spaced, &found)
    Self.search(scalars.contains(" ") ? scalars.filter { $0 != " " } : scalars, for: joined, &found)
    return found.sorted()
  }

  private static func search(
    _ scalars: [Unicode.Scalar], for entries: Entries, _ found: inout Set<Int>
  ) {
    guard !entries.isEmpty, scalars.count >= 2 else { return }
    for start in 0..<scalars.count - 1 {
      guard let candidates = entries[scalars[start], scalars[start + 1]] else { continue }
      for entry in candidates where !found.contains(entry.index) {
        let end = start + entry.scalars.count
        guard end <= scalars.count, scalars[start..<end].elementsEqual(entry.scalars),
          standsAlone(start, end, in: scalars), !isOfRange(start, end, in: scalars)
        else { continue }
        found.insert(entry.index)
      }
    }
  }

  /// Whether neither end of a word cuts through a Latin word or a number. The Smiths are the Smith family.
  private static func standsAlone(_ start: Int, _ end: Int, in scalars: [Unicode.Scalar]) -> Bool {
    if start > 0, isOfWord(scalars[start]), isOfWord(scalars[start - 1]) { return false }
    guard end < scalars.count, isOfWord(scalars[end - 1]), isOfWord(scalars[end]) else { return true }
    let isPlural =
      scalars[end] == "s" && (end + 1 == scalars.count || !isOfWord(scalars[end + 1]))
    return isPlural && !isDigit(scalars[end - 1])
  }

  /// 70歳以上, 70〜79歳, aged 70–79: what begins or ends with a number may speak of many, and then tells of nobody.
  private static func isOfRange(_ start: Int, _ end: Int, in scalars: [Unicode.Scalar]) -> Bool {
    guard scalars[start..<end].contains(where: isDigit) else { return false }
    if start > 0, isDigit(scalars[start]), rangeMarks.contains(scalars[start - 1]) { return true }
    guard end < scalars.count else { return false }
    let isAge = ["歳", "才"].contains(scalars[end - 1])
    return isAge
      ? rangeMarks.contains(scalars[end]) || ["以", "未", "ご"].contains(scalars[end])
      : isDigit(scalars[end - 1]) && start + 4 < end && rangeMarks.contains(scalars[end])
  }

  private static let rangeMarks: Set<Unicode.Scalar> = ["~", "〜", "-", "–", "−"]

  /// Width and case taken away, each run of blanks one space.
  static func folded(_ text: String) -> [Unicode.Scalar] {
    if let plain = PlainScalars.foldedScalars(text) { return plain }
    var result: [Unicode.Scalar] = []
    for scalar in PlainScalars.composed(text).lowercased().unicodeScalars {
      guard scalar.properties.isWhitespace else {
        result.append(scalar)
        continue
      }
      if let last = result.last, last != " " { result.append(" ") }
    }
    if result.last == " " { result.removeLast() }
    return result
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 0x250 }
  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    isDigit(scalar) || (isLatin(scalar) && scalar.properties.isAlphabetic)
  }
}
