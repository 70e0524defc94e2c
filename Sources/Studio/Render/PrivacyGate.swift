import CairoBackend
import Diagnostics
import Picture
import Workshop

/// Looks through finished public pages, and through the finished files, for everything in the session that is private,
/// and stops them on a hit.
///
/// The layout leaves private things out; this gate is the second lock on the same door. It knows nothing of how the
/// pages were made.
struct PrivacyGate: Sendable {
  /// The private words of all maps.
  var words: PrivateWords
  /// What the room wrote for everybody, in which a name may have slipped.
  var remarks: [String]
  /// The same where lines follow each other, over two of which a name may be broken.
  private var passages: [[String]]
  /// What somebody looked at and found harmless.
  private let permitted: PermittedTexts
  /// The same, and the names under which people speak to everybody: a greeting's signature is no leak of the house of
  /// that name, where nothing but signatures says it.
  private let signed: PermittedTexts
  /// What tells of a household without its name.
  private let telling: [Hit]
  /// What stands on every page as it was typed, and so tells nothing of what is printed whoever lives where.
  private let display: PermittedTexts

  /// A gate for whatever is made of a whole session.
  ///
  /// - Parameters:
  ///   - includesStaff: whether those who run the workshop are private; they are wherever everybody reads.
  ///   - allowed: Words that somebody looked at and found harmless.
  init(for session: Session, includesStaff: Bool = true, allowing allowed: [String] = []) {
    words = PrivateWords(of: session, includesStaff: includesStaff)
    remarks = Self.remarks(of: session)
    passages =
      session.maps.flatMap { [$0.findings, $0.actions] }.map { $0.map(\.plain) }
      + session.publication.passages
    permitted = PermittedTexts(allowed)
    signed = PermittedTexts(
      allowed + session.publication.signatures + (includesStaff ? [] : session.publication.crew))
    display = PermittedTexts(session.display)
    telling = TellingRemarks(session, allowing: allowed).hits.map {
      Hit(what: $0.what, text: $0.remark, place: .page(""), remark: $0.remark, hint: $0.hint)
    }
  }

  /// The same for the sheets of one map, on which only some of what was written for everybody stands.
  func forSheets(of map: TableMap, in session: Session) -> PrivacyGate {
    var gate = self
    gate.remarks = (map.findings + map.actions).flatMap(\.wordings) + session.display
    gate.passages = [map.findings, map.actions].map { $0.map(\.plain) }
    return gate
  }

  /// What was written for everybody.
  static func remarks(of session: Session) -> [String] {
    session.maps.flatMap { $0.findings + $0.actions }.flatMap(\.wordings) + session.display
      + session.publication.writings
  }

  /// What of `pages` must not be seen by everybody: a leak of the page where it was found first, and what somebody wrote
  /// with every line that has to be worded anew, so that all can be mended in one go.
  ///
  /// - Parameter vocabulary: The texts of the same pages without anybody on them, asked for only when there is a hit: an
  ///   occupation that is also a word of the legend gives nobody away.
  func hits(in pages: [Page], vocabulary: () -> [String]) -> [Hit] {
    var search = Search(gate: self)
    for page in pages {
      for text in page.texts {
        if let kind = Self.privateKind(of: text) {
          search.hits.append(Hit(what: kind, text: text.string, place: .page(page.title), remark: nil))
        } else {
          search.look(in: text.string, at: .page(page.title), vocabulary: vocabulary)
        }
      }
    }
    search.hits += broken(over: pages, vocabulary: vocabulary)
    return search.hits.uniqueByWhat
  }

  /// Names that stand on no page as a whole, for their ends stand in two lines, or on two pages.
  private func broken(over pages: [Page], vocabulary: () -> [String]) -> [Hit] {
    let suspects = hitsInRemarks(vocabulary: vocabulary)
    guard !suspects.isEmpty else { return [] }
    let texts = Set(pages.flatMap(\.texts).map { PrivateWords.folded($0.string) })
    let pieces = texts.filter { $0.count > 1 }
    return suspects.filter { hit in
      let lines = (hit.passage ?? [hit.text]).map { line in
        PrivateWords.folded((try? RichText(markup: line))?.plain ?? line)
      }
      return lines.allSatisfy { line in
        texts.contains(line)
          || pieces.contains(where: line.hasPrefix) && pieces.contains(where: line.hasSuffix)
      }
    }.map { hit in
      var hit = hit
      hit.place = .page(pages.first?.title ?? "")
      return hit
    }
  }

  /// What the words of a picture of the user's own say that must not be seen by everybody, whether or not they are seen.
  func hits(in picture: PictureWords, vocabulary: () -> [String]) -> [Hit] {
    var found: [(word: Int, text: String, place: Diagnostics.Place?)] = []
    func add(_ word: Int, _ text: String, _ place: Diagnostics.Place?) {
      if !words.words[word].kind.mayStandInRemarks, !signed.areAll(of: text) {
        found.append((word, text, place))
      }
    }
    for piece in picture.pieces {
      for word in words.index.found(in: piece.text, outside: permitted) { add(word, piece.text, piece.place) }
    }
    let running = picture.running.map { picture.pieces[$0] }
    for hit in words.index.found(across: running.map(\.text), outside: permitted) {
      add(hit.word, running[hit.text].text, running[hit.text].place)
    }
    // Drawing programs set every letter by itself.
    for text in picture.texts where text.count > 1 {
      let joined = text.map { picture.pieces[$0].text }.joined()
      for word in words.index.found(in: joined, outside: permitted) {
        add(word, joined, text.first.flatMap { picture.pieces[$0].place })
      }
    }
    guard !found.isEmpty else { return [] }
    let common = common(in: vocabulary())
    return found.filter { !common.contains($0.word) }.map { word, text, place in
      Hit(
        what: Self.what(words.words[word]), text: text, place: .picture(picture.name, place), remark: nil)
    }.uniqueByWhat
  }

  /// What stands in the bytes of a finished file that must not be seen by everybody: in its text, in what it says of
  /// itself, in remarks of programs.
  ///
  /// - Parameter jobs: How many threads may read the file at the same time.
  /// - Throws: `file-unreadable` where it cannot be searched.
  func hits(
    in file: [UInt8], called name: String, jobs: Int = 1, vocabulary: () -> [String]
  ) throws(BackendError) -> [Hit] {
    var search = Search(gate: self)
    search.look(in: name, at: .file(name), vocabulary: vocabulary)
    for text in try FileTexts.all(in: file, jobs: jobs) {
      search.look(
        in: text.string, at: .file(name), isPassage: text.place == .passages, vocabulary: vocabulary)
    }
    return search.hits.uniqueByWhat
  }

  /// Everything in what was written for everybody by which somebody is told.
  ///
  /// - Parameter vocabulary: What stands on every page.
  func hitsInRemarks(vocabulary: () -> [String]) -> [Hit] {
    let written = wordsInRemarks
    guard written.contains(where: { !words.words[$0.word].kind.isName }) else {
      return written.map(\.hit) + telling
    }
    // Words of a note may stand on every page as well; names do nowhere.
    let common = common(in: vocabulary())
    return written.filter { words.words[$0.word].kind.isName || !common.contains($0.word) }.map(\.hit)
      + telling
  }

  /// The names of houses and people, and the words of notes, that stand in what was written for everybody.
  private var wordsInRemarks: [(word: Int, hit: Hit)] {
    remarks.flatMap { remark in
      words.index.found(in: remark, outside: permitted).map { word in
        (word, hit(words.words[word], in: remark, of: remark))
      }
    }.filter { !words.words[$0.0].kind.mayStandInRemarks } + wordsOverLines
  }

  /// The same of those that begin in one line and end in the next.
  private var wordsOverLines: [(word: Int, hit: Hit)] {
    passages.flatMap { lines in
      words.index.found(across: lines, outside: permitted)
        .filter { !words.words[$0.word].kind.mayStandInRemarks }.map { word, line in
          let broken = Array(lines[line...].prefix(2))
          var hit = hit(words.words[word], in: broken.joined(separator: "／"), of: lines[line])
          hit.passage = broken
          return (word, hit)
        }
    }
  }

  private func hit(_ word: PrivateWords.Word, in text: String, of remark: String) -> Hit {
    Hit(what: Self.what(word), text: text, place: .page(""), remark: remark, hint: Self.hint(word))
  }

  /// Whether all that makes a text a hit stands in `vocabulary` too.
  func isCommon(_ hit: Hit, in vocabulary: [String]) -> Bool {
    let known = common(in: vocabulary)
    return words.index.found(in: hit.text, outside: permitted).allSatisfy(known.contains)
  }

  /// The words that stand on every page, beside what was typed to stand there.
  private func common(in vocabulary: [String]) -> Set<Int> {
    Set(vocabulary.flatMap { words.index.found(in: $0, outside: display, keepsParts: true) })
  }

  /// Whether a word stands in a text only as the name under which somebody speaks to everybody.
  private func isSigned(_ index: Int, in text: String) -> Bool {
    !words.index.found(in: text, outside: signed, keepsParts: true).contains(index)
  }

  /// What to do about words of a note, which may be a phrase that everybody uses.
  private static func hint(_ word: PrivateWords.Word) -> Phrase? {
    guard word.kind == .notePart else { return nil }
    return Phrase(
      ja:
        "席で聞いたメモと同じ言い方です。書きかえてください。よくある言い方で、だれのことでもないと確かめたなら、--allow にその言葉を続けてください（--allow \"\(word.written)\" など）。",
      en:
        "A note from the table is worded the same. Word it differently. If it is a common phrase and you made sure that it speaks of nobody, add it with --allow, such as --allow \"\(word.written)\"."
    )
  }

  private static func what(_ word: PrivateWords.Word) -> Phrase {
    Phrase(ja: "\(word.kind.label.ja)「\(word.written)」", en: "\(word.kind.label.en), ‘\(word.written)’")
  }

  /// Something private in public pages.
  struct Hit: Sendable, Hashable {
    /// Where it is.
    enum Place: Sendable, Hashable {
      /// On a page, by its title.
      case page(String)
      /// In a finished file, by its name.
      case file(String)
      /// In a picture of the user's own, by its name, and where in its file.
      case picture(String, Diagnostics.Place?)
    }

    /// What it is.
    var what: Phrase
    /// The text it stands in.
    var text: String
    /// Where it is.
    var place: Place
    /// The line that the room wrote for everybody in which it stands; nil where the page itself leaks.
    var remark: String?
    /// The lines over which it is broken; nil where it stands in one.
    var passage: [String]?
    /// What to do about it, where that is more than to word it differently.
    var hint: Phrase?
  }

  /// What has no place in public pages at all, whatever it is: names of houses, occupations, numbers on doors, and any
  /// age but the lower end of a band of ten years.
  private static func privateKind(of text: PageText) -> Phrase? {
    guard !text.string.isEmpty else { return nil }
    switch text.kind {
    case .houseName: return Phrase(ja: "家の名前", en: "the name of a house")
    case .occupation: return Phrase(ja: "職業", en: "an occupation")
    case .door: return Phrase(ja: "部屋の番号", en: "the number on a door")
    case .person:
      let digits = text.string.prefix { $0.isASCII && $0.isNumber }
      // On crowded maps the number of people stands in a house; no household has as many as these.
      guard let age = Int(digits), age >= 13, age % 10 != 0 || age > 90 else { return nil }
      return Phrase(ja: "住んでいる人の年齢「\(text.string)」", en: "the age of a resident, ‘\(text.string)’")
    default: return nil
    }
  }

  /// One look through pages or a file.
  private struct Search {
    let gate: PrivacyGate
    var hits: [Hit] = []
    private var common: Set<Int>?
    private var written: [Int: [String]]?
    /// Which words were told already.
    private var told: Set<Int> = []

    init(gate: PrivacyGate) { self.gate = gate }

    /// - Parameter isPassage: whether the text is of lines that need not belong together; in them only words of three
    ///   characters or more count.
    mutating func look(
      in text: String, at place: Hit.Place, isPassage: Bool = false, vocabulary: () -> [String]
    ) {
      for index in gate.words.index.found(in: text, outside: gate.permitted) {
        let word = gate.words.words[index]
        if isPassage, word.written.count < 3 { continue }
        let remarks = remarks(with: index)
        if !remarks.isEmpty, word.kind.mayStandInRemarks { continue }
        // Nothing that somebody wrote says it but a signature.
        if remarks.isEmpty, gate.isSigned(index, in: text) { continue }
        if isCommon(index, vocabulary) || !told.insert(index).inserted { continue }
        let what = PrivacyGate.what(word)
        hits +=
          remarks.isEmpty
          ? [Hit(what: what, text: text, place: place, remark: nil)]
          : remarks.map {
            Hit(what: what, text: text, place: place, remark: $0, hint: PrivacyGate.hint(word))
          }
      }
    }

    /// Every line that the room wrote for everybody in which a word stands.
    private mutating func remarks(with index: Int) -> [String] {
      if let written { return written[index, default: []] }
      var found: [Int: [String]] = [:]
      for remark in gate.remarks {
        for word in gate.words.index.found(in: remark, outside: gate.permitted, keepsParts: true) {
          found[word, default: []].append(remark)
        }
      }
      written = found
      return found[index, default: []]
    }

    private mutating func isCommon(_ index: Int, _ vocabulary: () -> [String]) -> Bool {
      if let common { return common.contains(index) }
      let words = gate.common(in: vocabulary())
      common = words
      return words.contains(index)
    }
  }
}

extension [PrivacyGate.Hit] {
  /// Each thing once, where it was found first; of what somebody wrote each line.
  fileprivate var uniqueByWhat: [PrivacyGate.Hit] {
    var seen: Set<[Phrase]> = []
    return filter { seen.insert([$0.what] + ($0.remark.map { [Phrase(verbatim: $0)] } ?? [])).inserted }
  }
}
