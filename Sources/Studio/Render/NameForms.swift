/// The forms in which a name of the sheet is looked for: as it was written, in other spellings, and its parts.
///
/// 佐々木 一郎 is found as 佐々木 too, and as 一郎さん; 中村さん as 中村; 林 only where a title says that somebody is
/// meant, for else no wood could be spoken of.
struct NameForms {
  private(set) var forms: [WordIndex.Form] = []

  /// - Parameter isPerson: whether it is the name of a resident; names of houses are mostly family names, and some are no
  ///   names of people at all.
  init(_ written: String, isPerson: Bool) {
    let name = PlainScalars.composed(written)
    let parts = name.split(whereSeparator: { $0.isWhitespace || Self.parting.contains($0) }).map(String.init)
    if name.unicodeScalars.allSatisfy({
      LatinSpelling.isLetter($0) || WordIndex.isLatin($0) || $0.value == 0x2019
    }
    ) {
      addLatin(name, parts, isPerson: isPerson)
      return
    }
    add(name)
    // コーポ花園 for コーポ・花園.
    let joined = name.filter { !$0.isWhitespace && !Self.joining.contains($0) }
    if joined != name, joined.count > 1 { add(joined, needsTitle: joined.count < 3) }
    for part in parts { addBare(part, isWhole: parts.count == 1 && part == name) }
    if parts.count > 1 || parts.first != name {
      for (place, part) in parts.enumerated() {
        // The given name is often a word: 未来, 公平.
        add(part, needsTitle: (place > 0 || !Self.isFamilyName(part)) && !KanaSpelling.isWomansName(part))
      }
    } else if NameTitles.stripped(name[...]) == nil {
      addBeginnings(of: name, least: isPerson ? 3 : 4)
    }
  }

  /// A name in Latin letters, and its parts where somebody is meant by them.
  private mutating func addLatin(_ name: String, _ parts: [String], isPerson: Bool) {
    forms.append(WordIndex.Form(text: name))
    for other in LatinSpelling.variants(of: name) { forms.append(WordIndex.Form(text: other)) }
    let own = parts.filter { $0.first?.isUppercase == true && !Self.latinTitles.contains($0.lowercased()) }
    let isOfFamily = parts.contains { Self.latinFamilies.contains($0.lowercased()) }
    for part in parts.count > 1 && (isPerson || isOfFamily) ? own : [] {
      forms += ([part] + LatinSpelling.variants(of: part)).map { WordIndex.Form(text: $0, needsTitle: true) }
    }
    if isPerson, parts.count == 2, own.count == 2 {
      // SATO Kenji is Kenji Sato.
      for between in [" ", ", "] {
        forms.append(WordIndex.Form(text: parts.reversed().joined(separator: between)))
      }
    }
    for text in own { forms += LatinSpelling.retold(text).map { WordIndex.Form(text: $0, needsTitle: true) } }
  }

  /// The name without what stands around it: its title (中村さん, 鈴木邸), what tells one household of a name from the next, as a
  /// hamlet writes it (鈴木A, 鈴木②, 鈴木西, 旧鈴木), and what a family does (ヤマダ電器). Only what is left of a title alone is a
  /// family's name wherever it stands; else a title behind it has to say that somebody is meant.
  ///
  /// - Parameter isWhole: whether it is all that was written.
  private mutating func addBare(_ part: String, isWhole: Bool) {
    var bare = part[...]
    while let last = bare.last, last.isNumber || Self.isLetter(last) || "？?".contains(last) {
      bare = bare.dropLast()
    }
    if let mark = Self.former.first(where: { bare.hasPrefix($0) && bare.count > 2 }) {
      bare = bare.dropFirst(mark.count)
    }
    let isMarked = bare != part[...]
    // 空き家2 is the house of no 空きさん.
    if let name = NameTitles.stripped(bare), !isMarked || Self.isChinese(String(name)) {
      bare = name
    } else if bare.count > 2, bare.last == "方", Self.isChinese(String(bare)) {
      bare = bare.dropLast()
    }
    let isTitled = !isMarked && isWhole && bare != part[...]
    if bare.count > 1 || isTitled, bare != part[...] {
      let name = String(bare)
      add(name, needsTitle: !isTitled || !Self.isFamilyName(name) || Self.isCalling(name))
    }
    if bare.count > 2, let last = bare.last, "東西南北上下".contains(last) {
      bare = bare.dropLast()
      add(String(bare), needsTitle: true)
    }
    let kana = bare.prefix { $0.unicodeScalars.allSatisfy(NameSpelling.isKana) }
    let rest = bare.dropFirst(kana.count)
    if kana.count > 1, rest.count > 1, Self.isChinese(String(rest)) { add(String(kana), needsTitle: true) }
  }

  private static func isLetter(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy {
      (0x41...0x5A).contains($0.value) || (0xFF21...0xFF3A).contains($0.value)
    }
  }

  /// A family name and a given name written as one: where the first ends nobody knows, and a title behind it tells.
  private mutating func addBeginnings(of name: String, least: Int) {
    let characters = Array(name)
    guard (least...6).contains(characters.count), Self.isChinese(name) else { return }
    for length in 1..<characters.count {
      let beginning = String(characters.prefix(length))
      if length == 1, characters.count != 3 || Self.callings.contains(beginning) { continue }
      for title in NameTitles.honorifics { forms.append(WordIndex.Form(text: beginning + title)) }
    }
  }

  private mutating func add(_ text: String, needsTitle: Bool = false) {
    let isShort = text.count == 1
    forms.append(WordIndex.Form(text: text, needsTitle: needsTitle || isShort))
    guard text.count > 1,
      text.unicodeScalars.contains(where: { NameSpelling.isKana($0) || $0 == "之" || $0 == "乃" })
    else { return }
    // はまだ is ハマダ, and more often まだ.
    for other in KanaSpelling.variants(of: text) {
      forms.append(WordIndex.Form(text: other.text, needsTitle: needsTitle || !other.isSure))
    }
  }

  private static func isChinese(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(NameSpelling.isHan) }

  /// Two Chinese characters or more that say nothing but a family's name, as far as can be told.
  private static func isFamilyName(_ text: String) -> Bool {
    (2...4).contains(text.count) && isChinese(text) && !buildings.contains { text.hasSuffix($0) }
  }

  /// Whether somebody is called so for what they do or are: 酒屋さん, 息子さん.
  private static func isCalling(_ text: String) -> Bool {
    callings.contains(text) || callingEnds.contains { text.hasSuffix($0) }
  }

  /// What parts a family's name from somebody's own, or from another family's.
  private static let parting = "・･·,、/／&＆()（）[]［］「」『』〔〕"
  private static let former = ["旧", "元", "故"]
  /// What is written between the parts of one name.
  private static let joining = "・･·‧•=＝-‐‑‒–—―'’/／.．"
  static let latinFamilies: Set<String> = [
    "family", "household", "mr", "mrs", "ms", "miss", "mr.", "mrs.", "ms.",
  ]
  static let latinTitles: Set<String> = [
    "the", "house", "family", "household", "mr", "mrs", "ms", "miss", "dr", "mr.", "mrs.", "ms.", "dr.",
    "old", "grandma", "grandpa", "granny", "aunt", "uncle", "and", "von", "van",
  ]
  private static let buildings = [
    "住宅", "団地", "本家", "分家", "商店", "公営", "県営", "市営", "町営", "村営", "都営", "旧", "元", "空家",
  ]
  private static let callingEnds = ["屋", "店", "人", "者", "員", "長", "師", "工", "家", "主", "軒"]
  private static let callings: Set<String> = [
    "皆", "奥", "父", "母", "兄", "姉", "弟", "妹", "娘", "孫", "嫁", "婿", "婆", "爺", "客", "神", "夫", "妻", "息子", "祖父",
    "祖母", "旦那", "長男", "次男", "三男", "長女", "次女", "三女", "若夫婦", "夫婦", "親子", "隣",
  ]
}
