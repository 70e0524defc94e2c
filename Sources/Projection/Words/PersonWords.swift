import Diagnostics
import Workshop

/// How people are spoken of.
enum PersonWords {
  /// `72歳`, `70代前半`, `65〜69歳`, `年齢不明`; `72`, `in her early 70s`, `between 65 and 69`, `of unknown age`.
  static func age(_ age: AgeThen, _ sex: Sex) -> Phrase {
    let whose =
      switch sex {
      case .male: "his"
      case .female: "her"
      case .unknown: "their"
      }
    switch age {
    case .exact(let years): return Phrase(ja: "\(years)歳", en: "\(years)")
    case .unknown: return Phrase(ja: "年齢不明", en: "of unknown age")
    case .band(let band, _):
      let decade = band.lowerBound / 10 * 10
      switch (band.lowerBound - decade, band.count) {
      case (0, 10): return Phrase(ja: "\(decade)代", en: "in \(whose) \(decade)s")
      case (0, 5): return Phrase(ja: "\(decade)代前半", en: "in \(whose) early \(decade)s")
      case (5, 5): return Phrase(ja: "\(decade)代後半", en: "in \(whose) late \(decade)s")
      default:
        return Phrase(
          ja: "\(band.lowerBound)〜\(band.upperBound)歳",
          en: "between \(band.lowerBound) and \(band.upperBound)")
      }
    }
  }

  /// `男性`, `女の子`, `方`; `man`, `girl`, `person`.
  static func noun(_ sex: Sex, age: AgeThen) -> Phrase {
    let isYoung =
      switch age {
      case .exact(let years): years < 18
      case .band(let band, _): band.upperBound < 18
      case .unknown: false
      }
    return switch (sex, isYoung) {
    case (.male, false): Phrase(ja: "男性", en: "man")
    case (.female, false): Phrase(ja: "女性", en: "woman")
    case (.male, true): Phrase(ja: "男の子", en: "boy")
    case (.female, true): Phrase(ja: "女の子", en: "girl")
    case (.unknown, false): Phrase(ja: "方", en: "person")
    case (.unknown, true): Phrase(ja: "子ども", en: "child")
    }
  }

  /// `72歳の男性`; `a man of 72`.
  static func someone(_ sex: Sex, _ age: AgeThen) -> Phrase {
    let (noun, words) = (noun(sex, age: age), self.age(age, sex))
    switch age {
    case .exact(let years): return Phrase(ja: "\(years)歳の\(noun.ja)", en: "a \(noun.en) of \(years)")
    case .band: return Phrase(ja: "\(words.ja)の\(noun.ja)", en: "a \(noun.en) \(words.en)")
    case .unknown: return Phrase(ja: "年齢の分からない\(noun.ja)", en: "a \(noun.en) of unknown age")
    }
  }

  /// `男性（2023年に72歳）`; `the man (72 in 2023)`; with a name, the name.
  static func that(_ sex: Sex, _ age: AgeThen, in year: Int, name: String?) -> Phrase {
    let (noun, words) = (noun(sex, age: age), self.age(age, sex))
    let who = name.map { Phrase(ja: "\($0)さん", en: $0) } ?? Phrase(ja: noun.ja, en: "the \(noun.en)")
    if age == .unknown { return Phrase(ja: "\(who.ja)（年齢不明）", en: "\(who.en) (age unknown)") }
    return Phrase(ja: "\(who.ja)（\(year)年に\(words.ja)）", en: "\(who.en) (\(words.en) in \(year))")
  }
}
