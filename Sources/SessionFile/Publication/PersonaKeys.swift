import Diagnostics

/// A persona, field by field of the worksheet.
enum PersonaKey: String, FormatKey {
  case number
  case title
  case portrait
  case age
  case sex
  case home
  case origin
  case schooling
  case pastWork = "past-work"
  case work
  case family
  case character
  case rhythm
  case interests
  case relations
  case internet
  case daysOff = "days-off"
  case access

  var isRequired: Bool { self == .title }

  var japanese: [String] {
    switch self {
    case .number: ["番号"]
    case .title: ["題名"]
    case .portrait: ["絵", "似顔絵"]
    case .age: ["年代", "年齢"]
    case .sex: ["性別"]
    case .home: ["住まい", "住んでいるところ"]
    case .origin: ["出身"]
    case .schooling: ["学歴"]
    case .pastWork: ["これまでの仕事"]
    case .work: ["仕事"]
    case .family: ["家族"]
    case .character: ["性格"]
    case .rhythm: ["一日のリズム"]
    case .interests: ["趣味"]
    case .relations: ["人との関係"]
    case .internet: ["ネット", "インターネット"]
    case .daysOff: ["休みの日"]
    case .access: ["出会える場所"]
    }
  }

  var meaning: Phrase {
    switch self {
    case .number: Phrase(ja: "タイプの番号。書かなければ順に 1 から", en: "The type's number; otherwise counted from 1")
    case .title: Phrase(ja: "題名。二行なら [一行目, 二行目]", en: "The title; two lines as [first, second]")
    case .portrait:
      Phrase(
        ja: "似顔絵の名前か、画像のファイル。書かなければ年代と性別から選びます",
        en: "A figure's name or a picture's file; otherwise chosen by age and sex")
    case .age: Phrase(ja: "年代", en: "Age band")
    case .sex: Phrase(ja: "性別", en: "Sex")
    case .home: Phrase(ja: "住んでいるところ", en: "Where they live")
    case .origin: Phrase(ja: "出身", en: "Where they are from")
    case .schooling: Phrase(ja: "学歴", en: "Schooling")
    case .pastWork: Phrase(ja: "これまでの仕事", en: "What they did before")
    case .work: Phrase(ja: "いまの仕事。文か {職種, 収入}", en: "Present work: lines, or {kind, income}")
    case .family: Phrase(ja: "家族。文か {結婚, 子ども, 介護}", en: "Family: lines, or {married, children, care}")
    case .character: Phrase(ja: "性格。文か {大切にしていること, 目標}", en: "Character: lines, or {values, aims}")
    case .rhythm:
      Phrase(ja: "一日のリズム。文か {起床, 通勤, 食事}", en: "A usual day: lines, or {waking, commuting, meals}")
    case .interests:
      Phrase(
        ja: "趣味。文か {家の中, 外, 音楽, 雑誌, 映画}",
        en: "Interests: lines, or {indoor, outdoor, music, magazines, films}")
    case .relations: Phrase(ja: "家族以外の人との関係", en: "Relations beyond the family")
    case .internet:
      Phrase(ja: "ネットの使い方。文か {使うもの, 時間, サービス}", en: "Internet use: lines, or {device, hours, services}")
    case .daysOff: Phrase(ja: "休みの日の過ごし方", en: "How days off are spent")
    case .access: Phrase(ja: "出会える場所", en: "Where one could meet them")
    }
  }

  var shape: Shape {
    switch self {
    case .number: .number(PersonaReader.numbers)
    case .title, .age, .sex, .home, .origin, .schooling, .pastWork, .relations, .daysOff, .access: .lines
    case .portrait: .picture(or: Words.portraits.words)
    case .work: .linesOrTable("personaWork")
    case .family: .linesOrTable("personaFamily")
    case .character: .linesOrTable("personaCharacter")
    case .rhythm: .linesOrTable("personaRhythm")
    case .interests: .linesOrTable("personaInterests")
    case .internet: .linesOrTable("personaInternet")
    }
  }
}
