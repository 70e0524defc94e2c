import Diagnostics
import Workshop

/// Words for what people are to each other that hold for men only, or for women only.
enum GenderedWords {
  private static let men: WordSet = [
    "夫", "父", "長男", "次男", "二男", "三男", "四男", "息子", "婿", "兄", "弟", "祖父", "おじ", "主人", "義父", "長女の夫", "次女の夫",
    "husband",
    "father", "son", "grandson", "brother", "grandfather",
  ]
  private static let women: WordSet = [
    "妻", "母", "長女", "次女", "二女", "三女", "四女", "娘", "嫁", "姉", "妹", "祖母", "おば", "奥さん", "義母", "長男の妻", "次男の妻",
    "wife",
    "mother", "daughter", "granddaughter", "sister", "grandmother",
  ]

  /// Whom `word` is said of; nil where it is said of anybody.
  static func sex(of word: some Sequence<Unicode.Scalar>) -> Sex? {
    men.contains(word) ? .male : women.contains(word) ? .female : nil
  }
}

/// Checks what people are said to be to each other against their sign, and against itself.
struct RelationChecks {
  let report: Report

  /// Tells of a man who is called a wife, of a woman who is called a father. Of words for anybody (配偶者, partner)
  /// nothing is said.
  func check(_ word: String, _ sex: Sex, _ spot: Spot) {
    guard sex != .unknown, let meant = GenderedWords.sex(of: word.unicodeScalars), meant != sex else {
      return
    }
    let isMan = sex == .male
    report.warning(
      .contradictingRelation, at: report.place(spot),
      Phrase(
        ja:
          "この人は\(isMan ? "男" : "女")の人(\(isMan ? "○" : "△"))ですが、「\(word.shortened)」は\(isMan ? "女" : "男")の人の続柄です。",
        en:
          "This person is a \(isMan ? "man (○)" : "woman (△)"), but “\(word.shortened)” is said of a \(isMan ? "woman" : "man")."
      ),
      hint: Phrase(
        ja: "印(○ △)か続柄のどちらかを直してください。「配偶者」「子」「親」ならどちらの人にも書けます。",
        en: "Mend the sign (○ △) or the word. `partner`, `child` and `parent` can be said of anybody."))
  }

  /// Tells of a second word: of two, only one can be taken.
  func tellSecond(_ word: Word, _ spot: Spot) {
    report.warning(
      .contradictingRelation, at: report.place(spot),
      Phrase(
        ja: "一人に続柄が二つ書かれています。「\(word.text.shortened)」は使わず、先に書かれたほうを使います。",
        en: "There are two relations for one person; the first is taken, not “\(word.text.shortened)”."),
      hint: Phrase(
        ja: "続柄は、その家の夫婦から見たものを一つだけ残してください。別の人なら、その前に ○ か △ を書いてください。",
        en:
          "Keep the one that says what they are to the couple of the house. If it is another person, write ○ or △ before it."
      ))
  }
}
