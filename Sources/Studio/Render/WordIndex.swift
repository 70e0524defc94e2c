import Foundation
import Workshop

/// Finds many words in many texts in one pass: words are kept by their first two characters.
///
/// Width, case and the spelling of names make no difference (``NameSpelling``). Japanese is written without spaces, so that they are passed over (中 村 is 中村);
/// words in Latin letters and numbers have to stand alone, or Ann would be found in "planning" and 2037 in a telephone
/// number.
struct WordIndex: Sendable {
  fileprivate struct Key: Hashable {
    var first: Unicode.Scalar
    var second: Unicode.Scalar
  }

  /// A form in which a word is looked for.
  struct Form: Sendable, Hashable {
    /// The characters.
    var text: String
    /// Whether it counts only where it is said of somebody: 森さん, and not 森.
    var needsTitle = false
    /// Whether it counts only where it is written with a capital letter, or said of somebody: May, and not may.
    var needsCapital = false
    /// Whether it is words of a note, in which blanks and marks make no difference.
    var isPassage = false
  }

  struct Entry {
    var index: Int
    var scalars: [Unicode.Scalar]
    var needsTitle: Bool
    var needsCapital = false
  }

  /// Words by their first two characters.
  struct Entries {
    private var words: [Key: [Entry]] = [:]
    /// Which pairs of characters may begin a word: nearly none does, and that is told without a look into the table.
    private var beginnings: [Bool] = []

    var isEmpty: Bool { words.isEmpty }

    /// - Parameter isPlain: whether the marks and blanks of the word itself count.
    mutating func add(_ entry: Entry, isPlain: Bool = true) {
      let letters = isPlain ? entry.scalars : Letters(entry.scalars).scalars
      guard letters.count >= 2 else { return }
      if beginnings.isEmpty { beginnings = Array(repeating: false, count: 4096) }
      let key = Key(first: letters[0], second: letters[1])
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
  /// Both without blanks, for those written with marks between their characters.
  private(set) var parted = Entries()

  /// Words of notes, by their letters alone.
  private(set) var passages = Entries()
  /// Of a word that is a part of another, the place of that other.
  private let wholes: [Int?]
  /// What stands on every page as it was typed; in it a name that needs a capital letter is that of a place.
  private let headings: PermittedTexts

  /// Whether there is nothing to be found.
  var isEmpty: Bool { joined.isEmpty && spaced.isEmpty && single.isEmpty && passages.isEmpty }

  /// Words of one character, which is a Chinese one: 森.
  private var single: [Unicode.Scalar: [Entry]] = [:]

  /// Words by their places in `words`, each in all of its forms; a form of a single character has to be a Chinese one
  /// that needs a title, or is left out.
  ///
  /// - Parameters:
  ///   - wholes: For each word of which another one it is a part, if of any; where both stand in a text the part is not
  ///     told.
  ///   - headings: What stands on every page as it was typed.
  init(_ words: [[Form]], wholes: [Int?] = [], headings: PermittedTexts = PermittedTexts([])) {
    self.wholes = wholes
    self.headings = headings
    for (index, forms) in words.enumerated() {
      for form in forms {
        let text = NameSpelling.folded(form.text)
        if form.isPassage {
          passages.add(Entry(index: index, scalars: Letters(text).scalars, needsTitle: false))
          continue
        }
        let isLatin = text.allSatisfy(Self.isLatin)
        let scalars = isLatin ? text : Self.joined(text)
        let entry = Entry(
          index: index, scalars: scalars, needsTitle: form.needsTitle, needsCapital: form.needsCapital)
        guard scalars.count >= 2 else {
          if let only = scalars.first, form.needsTitle, NameSpelling.isHan(only) {
            single[only, default: []].append(entry)
          }
          continue
        }
        if isLatin { spaced.add(entry) } else { joined.add(entry) }
        if !scalars.contains(where: Self.isDigit), !form.needsCapital { parted.add(entry, isPlain: false) }
      }
    }
  }

  /// Words that count wherever they stand.
  init(_ words: [[String]]) { self.init(words.map { $0.map { Form(text: $0) } }) }

  /// The places of the words that stand in `text`, each once, in the order of the words. Addresses are read as browsers
  /// show them: %E4%B8%AD is 中; marks of emphasis and readings are looked through.
  ///
  /// - Parameters:
  ///   - permitted: texts inside of which a word gives nobody away.
  ///   - keepsParts: whether a part of a word is told beside that word.
  func found(
    in text: String, outside permitted: PermittedTexts = PermittedTexts([]), keepsParts: Bool = false
  ) -> [Int] {
    if isEmpty { return [] }
    var found: Set<Int> = []
    let scalars = look(in: text, permitted, &found)
    if scalars.contains("%"), let plain = text.removingPercentEncoding, plain != text {
      look(in: plain, permitted, &found)
    }
    if scalars.contains("*") || scalars.contains("{"), let rich = try? RichText(markup: text), rich.isMarked {
      look(in: rich.plain, permitted, &found)
      if rich.hasReadings { look(in: rich.spoken, permitted, &found) }
    }
    guard !wholes.isEmpty, !keepsParts else { return found.sorted() }
    return found.filter { !isPart($0, of: found) }.sorted()
  }

  /// Whether a word stands in a text only as a part of another one.
  func isPart(_ index: Int, of found: Set<Int>) -> Bool {
    guard wholes.indices.contains(index) else { return false }
    return wholes[index].map(found.contains) ?? false
  }

  @discardableResult private func look(
    in text: String, _ permitted: PermittedTexts, _ found: inout Set<Int>
  ) -> [Unicode.Scalar] {
    let scalars = NameSpelling.folded(text)
    var coverage = PermittedCoverage(of: scalars, by: permitted)
    search(scalars, for: spaced, &coverage, &found, in: text)
    let joint = Self.joined(scalars)
    coverage = PermittedCoverage(of: joint, by: permitted)
    search(joint, for: joined, &coverage, &found, in: text)
    searchSingle(joint, &coverage, &found)
    guard !parted.isEmpty || !passages.isEmpty else { return scalars }
    let letters = Letters(scalars)
    for hit in partedWords(in: letters, of: scalars, acrossTexts: false, permitted) {
      found.insert(hit.index)
    }
    for hit in passages(in: letters, of: scalars, acrossTexts: false, permitted) { found.insert(hit.index) }
    return scalars
  }

  /// A text without its blanks, with the mark that lengthens wherever a dash is typed for it: コ−ポ.
  static func joined(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let isDashed = scalars.contains(where: dashes.contains)
    guard isDashed || scalars.contains(" ") else { return scalars }
    var joint = scalars.filter { $0 != " " }
    guard isDashed, joint.count > 2 else { return joint }
    for place in 1..<joint.count - 1
    where dashes.contains(joint[place]) && isKatakana(joint[place - 1]) && isKatakana(joint[place + 1]) {
      joint[place] = "ー"
    }
    return joint
  }

  private static let dashes: Set<Unicode.Scalar> = ["-", "‐", "‑", "‒", "–", "—", "―", "−", "─"]
  private static func isKatakana(_ scalar: Unicode.Scalar) -> Bool { ("ァ"..."ー").contains(scalar) }

  private func search(
    _ scalars: [Unicode.Scalar], for entries: Entries, _ coverage: inout PermittedCoverage,
    _ found: inout Set<Int>, in text: String
  ) {
    guard !entries.isEmpty, scalars.count >= 2 else { return }
    var capitals: Capitals?
    for start in 0..<scalars.count - 1 {
      guard let candidates = entries[scalars[start], scalars[start + 1]] else { continue }
      for entry in candidates where !found.contains(entry.index) {
        let end = start + entry.scalars.count
        guard end <= scalars.count, scalars[start..<end].elementsEqual(entry.scalars),
          Self.standsAlone(start, end, in: scalars), !Self.isOfRange(start, end, in: scalars),
          !entry.needsTitle || NameTitles.stand(around: start..<end, in: scalars)
        else { continue }
        if entry.needsCapital {
          var known = capitals ?? Capitals(in: text, PermittedCoverage(of: scalars, by: headings))
          let isName = known.hold(entry, at: start..<end)
          capitals = known
          guard isName else { continue }
        }
        if !coverage.covers(start..<end) { found.insert(entry.index) }
      }
    }
  }

  /// What is written with capital letters, outside of what stands on every page; asked for in few texts.
  private struct Capitals {
    private let words: Set<[Unicode.Scalar]>
    private var headings: PermittedCoverage

    init(in text: String, _ headings: PermittedCoverage) {
      words = LatinNameParts.capitalised(in: text)
      self.headings = headings
    }

    mutating func hold(_ entry: Entry, at range: Range<Int>) -> Bool {
      (words.contains(entry.scalars) || words.contains(entry.scalars + ["s"])) && !headings.covers(range)
    }
  }

  private func searchSingle(
    _ scalars: [Unicode.Scalar], _ coverage: inout PermittedCoverage, _ found: inout Set<Int>
  ) {
    guard !single.isEmpty else { return }
    for start in scalars.indices {
      guard let candidates = single[scalars[start]],
        NameTitles.stand(around: start..<start + 1, in: scalars),
        !coverage.covers(start..<start + 1)
      else { continue }
      found.formUnion(candidates.map(\.index))
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

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
  static func isLatin(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 0x250 }
  static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    isDigit(scalar) || (isLatin(scalar) && scalar.properties.isAlphabetic)
  }
}
