/// Words that are written with marks between their characters, 佐・々・木, or that are broken over two texts of which one
/// follows the other.
extension WordIndex {
  /// Stands between two texts that are searched as one.
  static let boundary: Unicode.Scalar = "\u{1E}"

  /// What is left of a text without its marks and blanks.
  struct Letters {
    /// What stands between two letters; what parts them more is greater.
    enum Gap: Int, Comparable {
      case none, blank, ornament, list, comma, boundary, end
      static func < (a: Gap, b: Gap) -> Bool { a.rawValue < b.rawValue }
    }

    /// The letters, one after the other.
    private(set) var scalars: [Unicode.Scalar] = []
    /// Where each of them stands in the text.
    private(set) var places: [Int] = []
    /// What stands behind each of them.
    private(set) var gaps: [Gap] = []
    /// Whether anything but blanks stands between any two.
    private(set) var isParted = false

    init(_ text: [Unicode.Scalar]) {
      var marks = 0
      for (place, scalar) in text.enumerated() {
        let gap = Self.gap(scalar, after: place > 0 ? text[place - 1] : nil)
        guard let last = gaps.indices.last, gap != .none else {
          if gap == .none {
            if let last = gaps.last, last > .blank { isParted = true }
            scalars.append(scalar)
            places.append(place)
            gaps.append(.none)
            marks = 0
          }
          continue
        }
        marks += 1
        gaps[last] = marks > Self.mostMarks ? .end : max(gaps[last], gap)
      }
      if scalars.count > 2, gaps.dropLast().allSatisfy({ $0 > .none }) { isParted = true }
    }

    /// More than these between two letters are no longer a way to write a word.
    private static let mostMarks = 4

    /// - Parameter before: the character before it, which tells whether ー lengthens a sound or is a dash.
    private static func gap(_ scalar: Unicode.Scalar, after before: Unicode.Scalar?) -> Gap {
      switch scalar {
      case "0"..."9", "a"..."z", "A"..."Z", "\u{3041}"..."\u{3096}", "\u{30A1}"..."\u{30FA}",
        "\u{4E00}"..."\u{9FFF}", "々", "〆", "ヽ", "ヾ", "ゝ", "ゞ":
        return .none
      case "ー":
        guard let before, NameSpelling.isHan(before) || ("\u{3041}"..."\u{3096}").contains(before) else {
          return .none
        }
        return .list
      case " ": return .blank
      case WordIndex.boundary: return .boundary
      case "-", "‐", "‑", "_", "*", "+", "=", "|", "'", "\"", "`", "^", "#", "\\", "•": return .ornament
      case "、", ",", "，", "､": return .comma
      case "。", "．", "！", "？", "!", "?", "｡", ";", ":": return .end
      default:
        let isLetter =
          scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || NameSpelling.isHan(scalar) || scalar.properties.generalCategory == .nonspacingMark
        return isLetter ? .none : .list
      }
    }
  }

  /// A word that was found, and where it begins in the folded text.
  struct PartedHit {
    var index: Int
    var start: Int
  }

  /// The words that begin in one of `texts` and end in a later one, each with the place of the text in which it begins.
  func found(
    across texts: [String], outside permitted: PermittedTexts = PermittedTexts([])
  ) -> [(word: Int, text: Int)] {
    guard texts.count > 1, !isEmpty else { return [] }
    let scalars = NameSpelling.folded(texts.joined(separator: String(Self.boundary)))
    let letters = Letters(scalars)
    let hits =
      partedWords(in: letters, of: scalars, acrossTexts: true, permitted)
      + passages(in: letters, of: scalars, acrossTexts: true, permitted)
    let found = Set(hits.map(\.index))
    return hits.filter { !isPart($0.index, of: found) }.map { hit in
      (hit.index, scalars[..<hit.start].count { $0 == Self.boundary })
    }
  }

  /// - Parameter acrossTexts: whether a word counts only where it is broken over two texts.
  func partedWords(
    in text: Letters, of scalars: [Unicode.Scalar], acrossTexts: Bool, _ permitted: PermittedTexts
  ) -> [PartedHit] {
    guard !parted.isEmpty, text.isParted, text.scalars.count >= 2 else { return [] }
    var hits: [PartedHit] = []
    var inText = PermittedCoverage(of: scalars, by: permitted)
    var inLetters = PermittedCoverage(of: text.scalars, by: permitted)
    for start in 0..<text.scalars.count - 1 {
      guard let candidates = parted[text.scalars[start], text.scalars[start + 1]] else { continue }
      for entry in candidates {
        let word = Letters(entry.scalars)
        let end = start + word.scalars.count
        guard end <= text.scalars.count, text.scalars[start..<end].elementsEqual(word.scalars) else {
          continue
        }
        let range = start..<end
        guard acrossTexts == text.gaps[range.dropLast()].contains(.boundary),
          counts(entry, word, at: range, of: text, in: scalars)
        else { continue }
        if inText.covers(range.map { text.places[$0] }) || inLetters.covers(range) { continue }
        hits.append(PartedHit(index: entry.index, start: text.places[start]))
      }
    }
    return hits
  }

  /// Whether what stands at `range` is likely to be the word, and not some words of a list, or two that happen to stand
  /// on either side of a comma: 山・田・畑 is no 山田.
  private func counts(
    _ entry: Entry, _ word: Letters, at range: Range<Int>, of text: Letters, in scalars: [Unicode.Scalar]
  ) -> Bool {
    let gaps = text.gaps[range.dropLast()]
    let isLatin = word.scalars.allSatisfy(Self.isLatin)
    guard let widest = gaps.max(), widest > (isLatin ? .none : .blank) else { return false }
    let (first, last) = (text.places[range.lowerBound], text.places[range.upperBound - 1])
    if isLatin {
      if first > 0, Self.isOfWord(scalars[first - 1]) { return false }
      if last + 1 < scalars.count, Self.isOfWord(scalars[last + 1]) { return false }
      let isSpelled = range.count > 2 && gaps.allSatisfy { $0 > .none }
      // Mary at the end of one text, Smith at the beginning of the next.
      let isBroken =
        widest == .boundary && zip(gaps, word.gaps).allSatisfy { ($0 > .none) == ($1 > .none) }
      return (isSpelled && !entry.needsTitle) || isBroken
    }
    let isTitled =
      NameTitles.begin(scalars[(last + 1)...])
      || (text.gaps[range.upperBound - 1] > .blank
        && NameTitles.honorifics.contains { title in
          text.scalars[range.upperBound...].starts(with: title.unicodeScalars)
        })
    if range.count > 2, gaps.allSatisfy({ $0 > .none }) { return !entry.needsTitle || isTitled }
    guard widest < .end else { return false }
    if isTitled {
      // 小山・田さん are two people.
      return range.count > 2 || first == 0 || !NameSpelling.isHan(scalars[first - 1])
    }
    guard !entry.needsTitle else { return false }
    if word.scalars.allSatisfy(NameSpelling.isHan) { return range.count > 2 || widest == .ornament }
    return range.count > 3 && widest != .comma
  }
}
