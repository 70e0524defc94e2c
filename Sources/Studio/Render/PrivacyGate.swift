import Diagnostics
import Picture
import Workshop

/// Looks through a finished public picture for everything in the session that is private, and stops it on a hit.
///
/// The layout leaves private things out; this gate is the second lock on the same door. It knows nothing of how the
/// picture was made.
struct PrivacyGate: Sendable {
  /// The private words of the map.
  var words: PrivateWords
  /// The table's own lines, in which a name may have slipped.
  var remarks: [String]

  init(for map: TableMap, in session: Session) {
    words = PrivateWords(of: map, in: session)
    remarks = map.findings + map.actions
  }

  /// What of `pages` must not be seen by everybody, each thing told where it was found first.
  ///
  /// - Parameter vocabulary: The texts of the same picture without any houses, asked for only when there is a hit: an
  ///   occupation that is also a word of the legend gives nobody away.
  func hits(in pages: [Page], vocabulary: () -> [String]) -> [Hit] {
    var hits: [Hit] = []
    var common: [String]?
    func isCommon(_ word: PrivateWords.Word) -> Bool {
      let known = common ?? vocabulary().map(PrivateWords.folded)
      common = known
      return known.contains { $0.contains(word.folded) }
    }
    let remarkTexts = remarks.map(PrivateWords.folded)
    for page in pages {
      for text in page.texts {
        if let kind = Self.privateKind(of: text) {
          hits.append(Hit(what: kind, text: text.string, page: page.title, remark: nil))
          continue
        }
        let folded = PrivateWords.folded(text.string)
        for word in words.words where folded.contains(word.folded) {
          let remark = remarkTexts.firstIndex { $0.contains(word.folded) }
          if remark != nil, word.kind.mayStandInRemarks { continue }
          if isCommon(word) { continue }
          hits.append(
            Hit(
              what: Self.what(word),
              text: text.string, page: page.title, remark: remark.map { remarks[$0] }))
        }
      }
    }
    var seen: Set<Phrase> = []
    return hits.filter { seen.insert($0.what).inserted }
  }

  /// The names of houses and people that stand in the table's own lines.
  var namesInRemarks: [Hit] {
    remarks.flatMap { remark in
      let folded = PrivateWords.folded(remark)
      return words.words.filter { $0.kind.isName && folded.contains($0.folded) }.map { word in
        Hit(what: Self.what(word), text: remark, page: "", remark: remark)
      }
    }
  }

  private static func what(_ word: PrivateWords.Word) -> Phrase {
    Phrase(ja: "\(word.kind.label.ja)「\(word.written)」", en: "\(word.kind.label.en), ‘\(word.written)’")
  }

  /// Something private in a public picture.
  struct Hit: Sendable, Hashable {
    /// What it is.
    var what: Phrase
    /// The text it stands in.
    var text: String
    /// The page's title.
    var page: String
    /// The line of the table's own in which it was written; nil where the picture itself leaks.
    var remark: String?
  }

  /// Names of houses and occupations have no place in a public picture at all, whatever they are.
  private static func privateKind(of text: PageText) -> Phrase? {
    guard !text.string.isEmpty else { return nil }
    switch text.kind {
    case .houseName: return Phrase(ja: "家の名前", en: "the name of a house")
    case .occupation: return Phrase(ja: "職業", en: "an occupation")
    default: return nil
    }
  }
}
