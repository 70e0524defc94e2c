/// How names in kana are compared, and in which other ways the same name is written.
enum KanaSpelling {
  /// The other kana: はまだ for ハマダ.
  static func hiragana(_ text: String) -> String { shifted(text, 0x30A1...0x30F6, by: -0x60) }
  /// The other kana: ハマダ for はまだ.
  static func katakana(_ text: String) -> String { shifted(text, 0x3041...0x3096, by: 0x60) }

  private static func shifted(_ text: String, _ range: ClosedRange<UInt32>, by offset: Int) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let moved = range.contains(scalar.value) ? UInt32(Int(scalar.value) + offset) : scalar.value
      result.append(Unicode.Scalar(moved) ?? scalar)
    }
    return String(result)
  }

  /// The kana that is written today for one that sounds alike: エ for ヱ, ズ for ヅ, ケ for ヶ.
  static func usual(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "ゐ": "い"
    case "ゑ": "え"
    case "ぢ": "じ"
    case "づ": "ず"
    case "ヰ": "イ"
    case "ヱ": "エ"
    case "ヂ": "ジ"
    case "ヅ": "ズ"
    case "ヵ": "カ"
    case "ヶ": "ケ"
    default: scalar
    }
  }

  /// The kana that ゝ or ゞ stands for behind another: サヽキ is ササキ, いすゞ is いすず.
  static func repeated(_ last: Unicode.Scalar?, by mark: Unicode.Scalar) -> Unicode.Scalar {
    guard let last, ("ぁ"..."ん").contains(last) || ("ァ"..."ン").contains(last) else { return mark }
    guard mark == "ゞ" || mark == "ヾ" else { return last }
    // The voiced kana follows the unvoiced one.
    let isVoiceable = voiceable.contains(Character(last)) || voiceable.contains(Character(hiragana(last)))
    guard isVoiceable, let voiced = Unicode.Scalar(last.value + 1) else { return last }
    return usual(voiced)
  }

  private static let voiceable = "かきくけこさしすせそたちつてとはひふへほ"

  private static func hiragana(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    ("ァ"..."ン").contains(scalar) ? Unicode.Scalar(scalar.value - 0x60) ?? scalar : scalar
  }

  // MARK: Other ways to write a name

  /// Another way to write a name.
  struct Variant {
    var text: String
    /// Whether it is hardly ever anything else than a name.
    var isSure: Bool
  }

  /// The other ways to write a name that has kana in it: ヨシ子 is よし子 and ヨシコ, オオタ is オータ, 鶴ヶ谷 is 鶴が谷, 一ノ瀬 is 一の瀬.
  static func variants(of name: String) -> [Variant] {
    var variants = withEnding(name) + between(name)
    for text in [name] + lengthened(name) {
      for other in [hiragana(text), katakana(text)] {
        variants.append(Variant(text: other, isSure: text.count >= 4))
      }
    }
    var seen: Set<String> = [name]
    return variants.filter { seen.insert($0.text).inserted }
  }

  /// What Chinese characters at the end of a woman's or a man's name in kana sound like.
  private static let endings: [(han: Character, kana: Character)] = [
    ("子", "コ"), ("江", "エ"), ("枝", "エ"), ("代", "ヨ"), ("美", "ミ"), ("男", "オ"), ("夫", "オ"), ("雄", "オ"),
  ]

  /// Kana and 子, よし子, which is hardly ever anything but a name; うちの子 is none.
  static func isWomansName(_ text: String) -> Bool {
    guard text.count > 2, text.last == "子" else { return false }
    let stem = text.dropLast()
    return stem.unicodeScalars.allSatisfy(NameSpelling.isKana) && stem.last != "の" && stem.last != "ノ"
  }

  /// ヨシ子 for ヨシコ, and the other way.
  private static func withEnding(_ name: String) -> [Variant] {
    guard let last = name.last, name.count > 2 else { return [] }
    let stem = name.dropLast()
    guard stem.unicodeScalars.allSatisfy(NameSpelling.isKana) else { return [] }
    let stems = [hiragana(String(stem)), katakana(String(stem))]
    if let kana = endings.first(where: { $0.han == last })?.kana {
      return stems.map { Variant(text: $0 + String(last), isSure: true) } + [
        Variant(text: stems[1] + String(kana), isSure: true),
        Variant(text: stems[0] + hiragana(String(kana)), isSure: name.count > 3),
      ]
    }
    // うちのこ is no うちの子.
    guard stem.last != "ノ", stem.last != "の" else { return [] }
    let sound = Character(katakana(String(last)))
    return endings.filter { $0.kana == sound }.flatMap { ending in
      stems.map { Variant(text: $0 + String(ending.han), isSure: true) }
    }
  }

  /// 鶴が谷 for 鶴ヶ谷, 一の瀬 for 一ノ瀬, 八つ橋 for 八ッ橋: small words between the characters of a family's name.
  private static func between(_ name: String) -> [Variant] {
    let characters = Array(name)
    guard characters.count > 2 else { return [] }
    let groups = ["ケヶがガヵカ", "ノの之乃", "ツッつっ"].map(Array.init)
    var variants: [Variant] = []
    for place in 1..<characters.count - 1 {
      guard
        [characters[place - 1], characters[place + 1]].allSatisfy({
          $0.unicodeScalars.allSatisfy(NameSpelling.isHan)
        })
      else { continue }
      for group in groups where group.contains(characters[place]) {
        for other in group where other != characters[place] {
          var spelled = characters
          spelled[place] = other
          // 山之内 is a family, 山の内 any hill.
          variants.append(
            Variant(text: String(spelled), isSure: !"のがつっ".contains(other) || "の" == characters[place]))
        }
      }
    }
    return variants
  }

  /// A name with its long sounds written otherwise: オータ for オオタ, サトウ for サトー.
  private static func lengthened(_ name: String) -> [String] {
    guard name.unicodeScalars.allSatisfy(NameSpelling.isKana) else { return [] }
    let sounds = Array(katakana(name))
    var (marked, usual, plain) = (sounds, sounds, sounds)
    for place in sounds.indices.dropFirst() {
      guard let row = rows.first(where: { $0.kana.contains(sounds[place - 1]) }) else { continue }
      if sounds[place] == "ー" {
        usual[place] = row.long.first ?? "ー"
        plain[place] = row.long.last ?? "ー"
      } else if row.long.contains(sounds[place]) {
        marked[place] = "ー"
      }
    }
    return [marked, usual, plain].filter { $0 != sounds }.map { String($0) }
  }

  /// The kana of each vowel, and what is written behind them where it is long, the more usual first.
  private static let rows: [(kana: String, long: String)] = [
    ("アカガサザタダナハバパマヤラワャァ", "ア"), ("イキギシジチヂニヒビピミリィ", "イ"), ("ウクグスズツヅヌフブプムユルュゥ", "ウ"),
    ("エケゲセゼテデネヘベペメレェ", "イエ"), ("オコゴソゾトドノホボポモヨロョォ", "ウオ"),
  ]
}
