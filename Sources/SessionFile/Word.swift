/// A word of a shorthand, with its place in the text.
struct Word {
  /// In half-width letters and digits, scalar by scalar the same length as it was typed.
  let scalars: [Unicode.Scalar]
  /// Where it stands, in scalars of the whole text.
  let range: Range<Int>
  private let typed: ArraySlice<Unicode.Scalar>

  private init(typed: ArraySlice<Unicode.Scalar>, scalars: [Unicode.Scalar], range: Range<Int>) {
    self.typed = typed
    self.scalars = scalars
    self.range = range
  }

  /// As it was typed.
  var text: String { String(String.UnicodeScalarView(typed)) }
  /// In half-width letters and digits.
  var folded: String { String(String.UnicodeScalarView(scalars)) }

  /// The piece of the word from the scalar `offset` on.
  func dropping(_ offset: Int) -> Word {
    Word(
      typed: typed.dropFirst(offset), scalars: Array(scalars.dropFirst(offset)),
      range: (range.lowerBound + offset)..<range.upperBound)
  }

  /// The first `count` scalars of the word.
  func keeping(_ count: Int) -> Word {
    Word(
      typed: typed.prefix(count), scalars: Array(scalars.prefix(count)),
      range: range.lowerBound..<(range.lowerBound + count))
  }

  /// The words of `text`: parted by blanks of either width, by a comma (, 、 ，) that ends a word or stands before a sign
  /// or a digit, and before the sign of another person (`○72農業△70`). What stands in round brackets stays together.
  ///
  /// - Parameter partsPeople: Whether such a sign parts words; in ids it does not.
  static func split(_ text: String, partsPeople: Bool = true) -> [Word] {
    let original = Array(text.unicodeScalars)
    let folded = original.map(\.folded)
    var words: [Word] = []
    var start: Int?
    var depth = 0
    func close(_ end: Int) {
      guard let from = start else { return }
      words.append(Word(typed: original[from..<end], scalars: Array(folded[from..<end]), range: from..<end))
      start = nil
    }
    for (index, scalar) in folded.enumerated() {
      if scalar == "(" { depth += 1 }
      if scalar == ")" { depth = max(0, depth - 1) }
      let isBlank = scalar == " " && (depth == 0 || !folded[index...].contains(")"))
      if isBlank || (depth == 0 && isSeparator(folded, index)) {
        close(index)
      } else if partsPeople, depth == 0, let from = start, beginsPerson(folded, index, from: from) {
        close(index)
        start = index
      } else if start == nil {
        start = index
      }
    }
    close(original.count)
    return words
  }

  /// Whether ○ or △ within a word begins a person: an age or nothing stands behind it. ○○商店 hides a name.
  private static func beginsPerson(_ scalars: [Unicode.Scalar], _ index: Int, from start: Int) -> Bool {
    guard Sign.glyph(scalars[index]) != nil, index > start else { return false }
    if scalars[index] == "〇", KanjiNumber.isNumeral(scalars[index - 1]) { return false }
    guard let next = scalars[safe: index + 1] else { return true }
    return next.isDigit || next == " " || next == "?" || Sign.glyph(next) != nil
      || KanjiNumber.age(scalars, at: index + 1) != nil
  }

  private static func isSeparator(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard scalars[index] == "," || scalars[index] == "、" else { return false }
    // A point (120,40) is one word.
    if index > 0, scalars[index - 1].isDigit, let next = scalars[safe: index + 1], next.isDigit {
      return false
    }
    guard let next = scalars[safe: index + 1] else { return true }
    return next == " " || next.isDigit || Sign.glyph(next) != nil || next == "?"
  }
}

extension [Unicode.Scalar] {
  /// Whether `word` stands at `index`.
  func holds(_ word: [Unicode.Scalar], at index: Int) -> Bool {
    guard index + word.count <= count else { return false }
    for offset in word.indices where self[index + offset] != word[offset] { return false }
    return true
  }
}
